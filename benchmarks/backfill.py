"""backfill: a shop's past orders and their customers, beside a COPY of the same rows."""

import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from benchmarks.bench import Bench
from benchmarks.copies import copy_in, copy_out
from benchmarks.figures import Figure, Turn, speed_figure
from benchmarks.workers import worker

_ORDERS_OF_A_MEMBER = 10
_TABLES = (
    *("inboxfact", "member", "account", "orderrecord", "award", "entry", "lot", "tiermove"),
    "outboxeffect",
)


def backfill(bench: Bench, wanted: list[str]) -> Iterator[Figure]:
    assert wanted == ["backfill"]
    orders = bench.size.orders
    with shop_before(bench, orders) as before:
        turns = [_turn(bench, before, orders) for _ in range(bench.rounds)]
    yield speed_figure("backfill", turns, note=f"{orders:,} orders")


def shop_before(bench: Bench, orders: int) -> AbstractContextManager[str]:
    """Customers, and nobody of them a member."""
    return bench.database("backfill", "users.sql", members=_members(orders))


def import_orders(bench: Bench, url: str, orders: int) -> float:
    """Seconds from the first fact to the last award."""
    with worker(url) as one:
        recorded = one.ask("orders.record", orders=orders, members=_members(orders), first=0)
        drained = one.ask("orders.drain")
    assert drained["done"] == orders
    bench.note_peak("backfill", drained["peak_mb"])
    return float(recorded["seconds"] + drained["seconds"])


def _members(orders: int) -> int:
    return max(orders // _ORDERS_OF_A_MEMBER, 1)


def _turn(bench: Bench, before: str, orders: int) -> Turn:
    with tempfile.TemporaryDirectory(prefix="saleor-loyalty-bench-") as folder:
        with bench.copy(before) as url:
            ours = import_orders(bench, url, orders)
            copy_out(url, Path(folder), _TABLES)
        with bench.copy(before) as url:
            return Turn(ours, copy_in(url, Path(folder), _TABLES))
