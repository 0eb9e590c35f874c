"""award_*, spend_*, hot_8: single writes through the door, beside pgbench."""

from collections.abc import Iterator
from typing import Any

from benchmarks.bench import Bench
from benchmarks.figures import Figure, Turn, rate_figure
from benchmarks.pgbench import transactions_per_second
from benchmarks.workers import Worker, per_second, worker, workers

# The spends of one client and of eight use accounts of their own: each has points for one spend.
_SHARES = {"award_1": 0, "award_8": 0, "spend_1": 0, "spend_8": 1}
_HOT_MEMBERS = 100


def single_writes(bench: Bench, wanted: list[str]) -> Iterator[Figure]:
    members = bench.size.accounts
    with bench.database(
        "writes", "users.sql", "members.sql", "lots.sql", "limit_tables.sql", members=members
    ) as name:
        for figure in wanted:
            yield _figure(bench, figure, bench.server.url_of(name))


def _figure(bench: Bench, name: str, url: str) -> Figure:
    job, clients = name.split("_")
    with workers(url, int(clients)) as asked:
        turns = [_turn(bench, url, asked, name, job, number) for number in range(bench.rounds)]
    return rate_figure(name, turns, measured_in="transactions/s")


def _turn(bench: Bench, url: str, asked: list[Worker], name: str, job: str, number: int) -> Turn:
    seconds, members, clients = bench.size.seconds, bench.size.accounts, len(asked)
    part = members // 2 // (bench.rounds * clients)
    begin = _SHARES[name] * (members // 2) + number * clients * part
    arguments: list[dict[str, Any]] = [
        {"seconds": seconds, "members": members, "first": begin + client * part, "most": part}
        for client in range(clients)
    ]
    return Turn(
        ours=per_second(asked, f"ledger.{job}", arguments),
        limit=transactions_per_second(
            url, "limit.sql", clients=clients, seconds=seconds, accounts=members
        ),
    )


def one_hot_account(bench: Bench, wanted: list[str]) -> Iterator[Figure]:
    assert wanted == ["hot_8"]
    with bench.database(
        "hot", "users.sql", "members.sql", "lots.sql", "limit_tables.sql", members=_HOT_MEMBERS
    ) as name:
        url = bench.server.url_of(name)
        with workers(url, 8) as asked:
            asked[0].ask("ledger.fill_hot")
            turns = [_hot_turn(bench, url, asked, number) for number in range(bench.rounds)]
        with worker(url) as one:
            differences = one.ask("ledger.audit")["differences"]
    assert not differences, f"the ledger does not add up: {differences}"
    yield rate_figure("hot_8", turns, measured_in="transactions/s", note="audited: adds up")


def _hot_turn(bench: Bench, url: str, asked: list[Worker], number: int) -> Turn:
    seconds = bench.size.seconds
    arguments: list[dict[str, Any]] = [
        {"seconds": seconds, "first": number * len(asked) + client} for client in range(len(asked))
    ]
    return Turn(
        ours=per_second(asked, "ledger.spend_hot", arguments),
        limit=transactions_per_second(
            url, "limit_hot.sql", clients=len(asked), seconds=seconds, accounts=_HOT_MEMBERS
        ),
    )
