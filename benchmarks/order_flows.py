"""order_flow_1 and order_flow_batch: from an order's fact to its award, beside pgbench."""

from collections.abc import Iterator

from benchmarks.bench import Bench
from benchmarks.databases import fill
from benchmarks.figures import Figure, Turn, rate_figure
from benchmarks.pgbench import transactions_per_second
from benchmarks.workers import Worker, worker

# Orders that turn by turn have numbers of their own.
_APART = 10_000_000


def order_flows(bench: Bench, wanted: list[str]) -> Iterator[Figure]:
    measured = {"order_flow_1": _one_by_one, "order_flow_batch": _in_batches}
    with bench.database(
        "orders", "users.sql", "members.sql", "limit_tables.sql", members=bench.size.accounts
    ) as name:
        url = bench.server.url_of(name)
        _open_for_business(bench, url)
        with worker(url) as asked:
            for figure in wanted:
                turns = [
                    Turn(measured[figure](bench, asked, number), _limit(bench, url))
                    for number in range(bench.rounds)
                ]
                yield rate_figure(figure, turns, measured_in="orders/s")


def _open_for_business(bench: Bench, url: str) -> None:
    """A shop that has had orders, or Postgres would plan for one that never will."""
    with worker(url) as one:
        one.ask(
            "orders.record", orders=bench.size.facts, members=bench.size.accounts, first=-_APART
        )
        one.ask("orders.drain")
    fill(url)


def _one_by_one(bench: Bench, asked: Worker, number: int) -> float:
    members = bench.size.accounts
    answer = asked.ask(
        "orders.order_flow",
        seconds=bench.size.seconds,
        members=members,
        first=number * _APART,
    )
    return float(answer["done"] / answer["seconds"])


def _in_batches(bench: Bench, asked: Worker, number: int) -> float:
    first = (number + bench.rounds) * _APART
    asked.ask("orders.record", orders=bench.size.facts, members=bench.size.accounts, first=first)
    answer = asked.ask("orders.drain")
    assert answer["done"] == bench.size.facts
    return float(answer["done"] / answer["seconds"])


def _limit(bench: Bench, url: str) -> float:
    return transactions_per_second(
        url,
        "limit.sql",
        clients=1,
        seconds=bench.size.seconds,
        accounts=bench.size.accounts,
    )
