"""expiry_1m: a million lots expire in one night, beside three bare statements."""

import time
from collections.abc import Iterator
from contextlib import AbstractContextManager
from importlib.resources import files

import psycopg

from benchmarks.bench import Bench
from benchmarks.figures import Figure, Turn, time_figure
from benchmarks.workers import worker


def expiry(bench: Bench, wanted: list[str]) -> Iterator[Figure]:
    assert wanted == ["expiry_1m"]
    lots = bench.size.lots
    with shop_before(bench, lots) as before:
        turns = [_turn(bench, before, lots) for _ in range(bench.rounds)]
    yield time_figure("expiry_1m", turns, note=f"{lots:,} of {3 * lots:,} lots")


def shop_before(bench: Bench, lots: int) -> AbstractContextManager[str]:
    """As many members, each with one lot that is due and two that are not."""
    return bench.database("expiry", "users.sql", "members.sql", "lots.sql", members=lots)


def one_night(bench: Bench, url: str, lots: int) -> float:
    """Seconds until nothing is due any more."""
    with worker(url) as one:
        answer = one.ask("nightly.expire")
    assert answer["done"] == lots, f"{answer['done']} accounts were settled, not {lots}"
    bench.note_peak("expiry", answer["peak_mb"])
    return float(answer["seconds"])


def _turn(bench: Bench, before: str, lots: int) -> Turn:
    with bench.copy(before) as url:
        ours = one_night(bench, url, lots)
    with bench.copy(before) as url:
        return Turn(ours, _bare(url, lots))


def _bare(url: str, lots: int) -> float:
    statements = files("benchmarks").joinpath("sql", "expiry_limit.sql").read_text()
    with psycopg.connect(url) as connection:
        began = time.perf_counter()
        connection.execute(statements.format(members=lots).encode())
        connection.commit()
        return time.perf_counter() - began
