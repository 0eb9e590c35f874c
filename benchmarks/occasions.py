"""occasions_1m: a night on which everybody is given something, beside a COPY of the same rows."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.bench import Bench
from benchmarks.copies import copy_in, copy_out
from benchmarks.figures import Figure, Turn, speed_figure
from benchmarks.workers import worker

_TABLES = (
    *("memberevent", "occasiongift", "award", "entry", "lot", "redemption", "redemptionstep"),
    "outboxeffect",
)


def occasions(bench: Bench, wanted: list[str]) -> Iterator[Figure]:
    assert wanted == ["occasions_1m"]
    members = bench.size.members
    with shop_before(bench, members) as before:
        turns = [_turn(bench, before, members) for _ in range(bench.rounds)]
    yield speed_figure("occasions_1m", turns, note=f"{members:,} members, points and a coupon each")


@contextmanager
def shop_before(bench: Bench, members: int) -> Iterator[str]:
    """Members who have all joined on the same day, which is kept."""
    with bench.database("occasions", "users.sql", "members.sql", members=members) as name:
        with worker(bench.server.url_of(name)) as one:
            one.ask("occasions.keep")
        yield name


def one_night(bench: Bench, url: str, members: int) -> float:
    """Seconds until everybody has theirs."""
    with worker(url) as one:
        answer = one.ask("occasions.night")
    assert answer["done"] == members, f"{answer['done']} were given something, not {members}"
    bench.note_peak("occasions", answer["peak_mb"])
    return float(answer["seconds"])


def _turn(bench: Bench, before: str, members: int) -> Turn:
    with tempfile.TemporaryDirectory(prefix="saleor-loyalty-bench-") as folder:
        with bench.copy(before) as url:
            ours = one_night(bench, url, members)
            copy_out(url, Path(folder), _TABLES)
        with bench.copy(before) as url:
            return Turn(ours, copy_in(url, Path(folder), _TABLES))
