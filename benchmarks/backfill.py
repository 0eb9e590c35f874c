"""backfill: a shop's past orders and their customers, beside a COPY of the same rows."""

import tempfile
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import psycopg
from psycopg import sql

from benchmarks.bench import Bench
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
            _copy_out(url, Path(folder))
        with bench.copy(before) as url:
            return Turn(ours, _copy_in(url, Path(folder)))


def _copy_out(url: str, folder: Path) -> None:
    with psycopg.connect(url) as connection, connection.cursor() as cursor:
        for table in _TABLES:
            statement = sql.SQL("COPY {} TO STDOUT (FORMAT binary)").format(_named(table))
            with (folder / table).open("wb") as file, cursor.copy(statement) as copy:
                for data in copy:
                    file.write(data)


def _copy_in(url: str, folder: Path) -> float:
    with psycopg.connect(url) as connection, connection.cursor() as cursor:
        began = time.perf_counter()
        for table in _TABLES:
            statement = sql.SQL("COPY {} FROM STDIN (FORMAT binary)").format(_named(table))
            with (folder / table).open("rb") as file, cursor.copy(statement) as copy:
                while data := file.read(1 << 16):
                    copy.write(data)
        connection.commit()
        return time.perf_counter() - began


def _named(table: str) -> sql.Identifier:
    return sql.Identifier(f"saleor_loyalty_{table}")
