"""balance_statements: what a shopper's look at their account asks of the database."""

from collections.abc import Iterator

from benchmarks.bench import Bench
from benchmarks.figures import Figure
from benchmarks.workers import worker

_MEMBERS = 100


def answers(bench: Bench, wanted: list[str]) -> Iterator[Figure]:
    assert wanted == ["balance_statements"]
    with (
        bench.database("answers", "users.sql", "members.sql", "lots.sql", members=_MEMBERS) as name,
        worker(bench.server.url_of(name)) as one,
    ):
        answer = one.ask("answers.balance_statements")
    yield Figure("balance_statements", answer["statements"])
