"""tier_review_1m and tier_review_day: a night's review of tiers, beside the bare aggregate."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files

import psycopg

from benchmarks.bench import Bench
from benchmarks.databases import fill
from benchmarks.figures import Figure, Turn, time_figure
from benchmarks.workers import Worker, worker


def tier_review(bench: Bench, wanted: list[str]) -> Iterator[Figure]:
    members = bench.size.members
    with shop_before(bench, members) as before:
        turns = [_turn(bench, before) for _ in range(bench.rounds)]
    note = f"{members:,} members, {10 * members:,} orders"
    if "tier_review_1m" in wanted:
        yield time_figure("tier_review_1m", [all_ for _, all_ in turns], note=note)
    if "tier_review_day" in wanted:
        yield time_figure("tier_review_day", [day for day, _ in turns], note=note)


@contextmanager
def shop_before(bench: Bench, members: int) -> Iterator[str]:
    """Two years of orders, and where everybody stood a day ago."""
    scripts = ("users.sql", "members.sql", "orders_of_years.sql")
    with bench.database("tiers", *scripts, members=members) as name:
        url = bench.server.url_of(name)
        with worker(url) as one:
            one.ask("tiers.set_up_ladder")
        fill(url, "standings.sql")
        yield name


def one_review(bench: Bench, url: str) -> float:
    """Seconds to look at everybody."""
    with worker(url) as one:
        return _ask(bench, one, "tiers.review_all")


def _turn(bench: Bench, before: str) -> tuple[Turn, Turn]:
    """The day's review first, as a night does; the aggregate once before, to warm both up."""
    with bench.copy(before) as url, worker(url) as one:
        _bare(url)
        limit = _bare(url)
        day = _ask(bench, one, "tiers.review_due")
        return Turn(day, limit), Turn(_ask(bench, one, "tiers.review_all"), limit)


def _ask(bench: Bench, one: Worker, job: str) -> float:
    answer = one.ask(job)
    assert answer["done"], f"{job} had nothing to do"
    bench.note_peak("tier_review", answer["peak_mb"])
    return float(answer["seconds"])


def _bare(url: str) -> float:
    statement = files("benchmarks").joinpath("sql", "tier_limit.sql").read_text()
    with psycopg.connect(url) as connection:
        began = time.perf_counter()
        connection.execute(statement.encode()).fetchall()
        return time.perf_counter() - began
