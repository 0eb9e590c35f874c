"""The proof: everything replayed from the entries and compared with what is stored.

Each check is one set-based statement in `sql/audit/`, which answers the differences alone; the
database sorts on disk what does not fit into its memory. All of them see one snapshot, so writers
may go on meanwhile.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files

from django.db import connection, transaction

_CHECKS = files("saleor_loyalty.ledger").joinpath("sql", "audit")
_ROWS_AT_ONCE = 1000
_WITH_MEMBER = (
    "SELECT d.account_id, a.member_id, d.what, d.stored::text, d.replayed::text"
    " FROM ({check}) d LEFT JOIN saleor_loyalty_account a ON a.id = d.account_id"
)


@dataclass(frozen=True, slots=True)
class Difference:
    """What is stored is not what the entries say. `member_id` is None where no account exists."""

    check: str
    account_id: int
    member_id: int | None
    what: str
    stored: str | None
    replayed: str | None


@dataclass(frozen=True, slots=True)
class Audited:
    """How much was looked at, and how many differences there were."""

    accounts: int
    entries: int
    lots: int
    differences: int


def audit(tell: Callable[[Difference], None]) -> Audited:
    """Replays the whole ledger and tells each difference as it is found."""
    with _snapshot():
        differences = 0
        for check, sql in _checks():
            for difference in _differences(check, sql):
                tell(difference)
                differences += 1
        accounts, entries, lots = _counts()
        return Audited(accounts, entries, lots, differences)


def _checks() -> Iterator[tuple[str, str]]:
    for file in sorted(_CHECKS.iterdir(), key=lambda file: file.name):
        yield file.name.removesuffix(".sql"), file.read_text()


def _differences(check: str, sql: str) -> Iterator[Difference]:
    with connection.chunked_cursor() as cursor:
        cursor.execute(_WITH_MEMBER.format(check=sql))
        while rows := cursor.fetchmany(_ROWS_AT_ONCE):
            for row in rows:
                yield Difference(check, *row)


def _counts() -> tuple[int, ...]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT (SELECT count(*) FROM saleor_loyalty_account),"
            " (SELECT count(*) FROM saleor_loyalty_entry),"
            " (SELECT count(*) FROM saleor_loyalty_lot)"
        )
        row = cursor.fetchone()
        assert row is not None
        return tuple(row)


@contextmanager
def _snapshot() -> Iterator[None]:
    # Inside a transaction (a test, a flow) its isolation cannot be changed any more.
    own = not connection.in_atomic_block
    with transaction.atomic(), connection.cursor() as cursor:
        if own:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        # All rows are wanted, not the first ones soon: plan for that.
        cursor.execute("SET LOCAL cursor_tuple_fraction = 1")
        yield
