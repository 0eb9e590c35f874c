"""The door: nothing else changes a balance.

Every function is one round trip to the database and either does the whole of what it says or
raises and changes nothing. `source` names the write: the same source with the same data answers
as it did the first time, with other data it raises SOURCE_KEY_CONFLICT. Points are whole numbers
of the account's unit; `now` is the caller's clock, an aware datetime.

A refusal ends the surrounding transaction: catch it outside of `transaction.atomic()`.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db import DatabaseError, connection
from django.db.backends.utils import CursorWrapper
from psycopg.types.json import Jsonb

from ..errors import N_, Code, LoyaltyError
from ..values.points import positive_points
from ..values.source_key import MAX_LENGTH, digest_of, key_of
from .models import EntryKind

Data = dict[str, Any]

# NUL and halves of a surrogate pair: what a text column cannot keep.
_UNFIT_CHARACTER = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Posted:
    """The entry a write made: by how much each sum changed. `seq` names it within its account."""

    account_id: int
    seq: int
    available: int
    pending: int
    held: int
    debt: int
    key: UUID


@dataclass(frozen=True, slots=True)
class HoldState:
    """A hold after a write. `capture_seq` is the entry that a refund of its points answers."""

    id: int
    account_id: int
    amount: int
    captured: int
    status: int
    capture_seq: int | None


@dataclass(frozen=True, slots=True)
class Worth:
    """What points are worth when they are earned: `points` of them are `minor` minor units."""

    points: int
    minor: int
    currency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """Points to be added. A pending credit without `matures_at` waits for `mature`."""

    account_id: int
    points: int
    source: str
    occurred_at: datetime
    kind: EntryKind = EntryKind.EARN
    data: Data | None = None
    pending: bool = False
    matures_at: datetime | None = None
    expires_at: datetime | None = None
    worth: Worth | None = None

    @property
    def key(self) -> UUID:
        return key_of(self.source)

    def row(self) -> tuple[Any, ...]:
        """The parameters of saleor_loyalty_credit, checked, without the clock."""
        _check_source(self.source)
        points = positive_points(self.points)
        worth = self.worth
        digest = digest_of(
            {
                "account": self.account_id,
                "kind": self.kind,
                "points": points,
                "pending": self.pending,
            }
        )
        return (
            self.account_id,
            int(self.kind),
            points,
            self.key,
            digest,
            self.source,
            _aware(self.occurred_at, "occurredAt"),
            Jsonb(self.data) if self.data is not None else None,
            self.pending,
            self.matures_at and _aware(self.matures_at, "maturesAt"),
            self.expires_at and _aware(self.expires_at, "expiresAt"),
            worth.points if worth else None,
            worth.minor if worth else None,
            worth.currency if worth else None,
        )


def credit(wanted: Credit, *, now: datetime) -> Posted:
    """Adds points as one lot; what the account owes is paid from it first."""
    return _entry(
        "SELECT account_id, seq, available, pending, held, debt, key FROM saleor_loyalty_credit("
        "%s, %s::smallint, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
        (*wanted.row(), now),
    )


def credit_many(wanted: Sequence[Credit], *, now: datetime) -> int:
    """Adds many credits, in one statement; returns how many were new."""
    if not wanted:
        return 0
    rows = _distinct(wanted)
    columns = [list(column) for column in zip(*rows, strict=True)]
    with _refusals(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT saleor_loyalty_credit_many(%s::bigint[], %s::smallint[], %s::bigint[],"
            " %s::uuid[], %s::bigint[], %s::text[], %s::timestamptz[], %s::jsonb[], %s::boolean[],"
            " %s::timestamptz[], %s::timestamptz[], %s::bigint[], %s::bigint[], %s::text[], %s)",
            [*columns, now],
        )
        return int(_one(cursor)[0])


def _distinct(wanted: Sequence[Credit]) -> list[tuple[Any, ...]]:
    """A credit that is there twice counts once."""
    rows: dict[UUID, tuple[Any, ...]] = {}
    for one in wanted:
        row = one.row()
        key, digest = row[3], row[4]
        if rows.setdefault(key, row)[4] != digest:
            raise LoyaltyError(*_CONFLICT)
    return list(rows.values())


def mature(account_id: int, origin: UUID, *, at: datetime, now: datetime) -> int:
    """Sets when the waiting points of an award become available; returns how many lots it met.

    Raises nothing where there is none left: they were taken back meanwhile, or have matured.
    """
    with _refusals(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT saleor_loyalty_mature(%s, %s, %s, %s)", [account_id, origin, at, now]
        )
        return int(_one(cursor)[0])


def spend(
    account_id: int,
    points: int,
    *,
    source: str,
    now: datetime,
    data: Data | None = None,
    kind: EntryKind = EntryKind.SPEND,
) -> Posted:
    """Takes points from the lots that expire soonest.

    Raises NOT_ENOUGH_POINTS; INVALID for growth, which is never spent (another `kind` may take it).
    """
    _check_source(source)
    points = positive_points(points)
    digest = digest_of({"account": account_id, "kind": kind, "points": -points})
    return _entry(
        "SELECT account_id, seq, available, pending, held, debt, key FROM saleor_loyalty_spend("
        "%s, %s::smallint, %s, %s, %s, %s, %s, %s)",
        (account_id, int(kind), points, key_of(source), digest, source, now, _json(data)),
    )


def hold(
    account_id: int,
    points: int,
    *,
    source: str,
    subject: str,
    expires_at: datetime,
    now: datetime,
    data: Data | None = None,
) -> HoldState:
    """Sets points aside, lots named. They stay until captured or released, even past expiry.

    `expires_at` is when the hold itself should be ended by the sweep. Raises NOT_ENOUGH_POINTS.
    """
    _check_source(source)
    _check_text(subject, "subject")
    points = positive_points(points)
    digest = digest_of({"account": account_id, "hold": points, "subject": subject})
    return _hold(
        "SELECT id, account_id, amount, captured, status, capture_seq FROM saleor_loyalty_hold("
        "%s, %s, %s, %s, %s, %s, %s, %s, %s)",
        (
            account_id,
            points,
            key_of(source),
            digest,
            source,
            subject,
            expires_at,
            now,
            _json(data),
        ),
    )


def capture(
    hold_id: int, points: int, *, source: str, now: datetime, data: Data | None = None
) -> HoldState:
    """Spends `points` of a hold and releases the rest. Raises HOLD_NOT_OPEN, NOT_ENOUGH_POINTS."""
    return _end_hold(hold_id, positive_points(points), source=source, now=now, data=data)


def release(hold_id: int, *, source: str, now: datetime, data: Data | None = None) -> HoldState:
    """Gives all points of a hold back. Raises HOLD_NOT_OPEN."""
    return _end_hold(hold_id, 0, source=source, now=now, data=data)


def _end_hold(
    hold_id: int, points: int, *, source: str, now: datetime, data: Data | None
) -> HoldState:
    _check_source(source)
    digest = digest_of({"hold": hold_id, "capture": points})
    return _hold(
        "SELECT id, account_id, amount, captured, status, capture_seq"
        " FROM saleor_loyalty_end_hold(%s, %s, %s, %s, %s, %s, %s)",
        (hold_id, points, key_of(source), digest, source, now, _json(data)),
    )


def restore(
    account_id: int,
    spend_seq: int,
    points: int,
    *,
    source: str,
    now: datetime,
    data: Data | None = None,
    extend_until: datetime | None = None,
) -> Posted:
    """Gives spent points back to the lots they came from, with their old expiry.

    What belongs to a lot that has expired meanwhile lives until `extend_until`, or is forfeited
    where that is None. Raises INVALID for more than is left of that spending.
    """
    _check_source(source)
    points = positive_points(points)
    digest = digest_of({"account": account_id, "spend": spend_seq, "restore": points})
    return _entry(
        "SELECT account_id, seq, available, pending, held, debt, key FROM saleor_loyalty_restore("
        "%s, %s, %s, %s, %s, %s, %s, %s, %s)",
        (
            account_id,
            spend_seq,
            points,
            key_of(source),
            digest,
            source,
            now,
            _json(data),
            extend_until,
        ),
    )


def claw_back(
    account_id: int,
    origin: UUID,
    points: int,
    *,
    source: str,
    now: datetime,
    allow_debt: bool,
    data: Data | None = None,
) -> Posted:
    """Takes an award back: from its own lots, what of them has expired, other lots, then debt.

    Without `allow_debt` what is not there is recorded in the entry as a loss.
    """
    _check_source(source)
    points = positive_points(points)
    digest = digest_of({"account": account_id, "origin": origin, "claw_back": points})
    return _entry(
        "SELECT account_id, seq, available, pending, held, debt, key FROM"
        " saleor_loyalty_claw_back(%s, %s, %s, %s, %s, %s, %s, %s, %s)",
        (
            account_id,
            origin,
            points,
            key_of(source),
            digest,
            source,
            now,
            _json(data),
            allow_debt,
        ),
    )


def merge(
    from_account: int, to_account: int, *, source: str, now: datetime, data: Data | None = None
) -> int:
    """Moves everything of one account to another; returns the points moved.

    Raises HOLD_NOT_OPEN while points of the first account are set aside, INVALID for accounts of
    different units.
    """
    _check_source(source)
    digest = digest_of({"from": from_account, "to": to_account})
    key = key_of(source)
    parameters: tuple[Any, ...] = (from_account, to_account, key, digest, source, now, _json(data))
    with _refusals(), connection.cursor() as cursor:
        cursor.execute("SELECT saleor_loyalty_merge(%s, %s, %s, %s, %s, %s, %s)", parameters)
        return int(_one(cursor)[0])


def settle_due(*, now: datetime, limit: int) -> int:
    """Matures and expires what is due on up to `limit` accounts; returns how many it settled.

    Zero says that nothing is left to do.
    """
    with _refusals(), connection.cursor() as cursor:
        cursor.execute("SELECT saleor_loyalty_settle_due(%s, %s)", [now, limit])
        return int(_one(cursor)[0])


def extend(
    account_id: int,
    *,
    until: datetime | None,
    before: datetime | None = None,
    lot: int | None = None,
    source: str,
    now: datetime,
    data: Data | None = None,
) -> Posted:
    """Lets points live until then (None: for good): one lot, or all that end before `before`.

    Nothing ends sooner by it, and what has expired stays so. Raises INVALID where that leaves none.
    """
    _check_source(source)
    until = until and _aware(until, "until")
    before = before and _aware(before, "before")
    digest = digest_of(
        {
            "account": account_id,
            "lot": lot,
            "before": before and before.astimezone(UTC).isoformat(),
            "until": until and until.astimezone(UTC).isoformat(),
        }
    )
    return _entry(
        "SELECT account_id, seq, available, pending, held, debt, key FROM saleor_loyalty_extend("
        "%s, %s, %s, %s, %s, %s, %s, %s, %s)",
        (account_id, lot, before, until, key_of(source), digest, source, now, _json(data)),
    )


def expire_inactive(
    *, now: datetime, since: datetime, after: int, limit: int
) -> tuple[int | None, int]:
    """Ends the points of those of the next `limit` accounts that were not touched since then.

    `after` is the account to go on from; answers the last one looked at (None: that was all) and
    how many accounts it ended. Points set aside, pending ones and growth are left alone.
    """
    with _refusals(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT last, ended FROM saleor_loyalty_expire_inactive(%s, %s, %s, %s)",
            [now, since, after, limit],
        )
        last, ended = _one(cursor)
        return last, ended


def _entry(sql: str, parameters: tuple[Any, ...]) -> Posted:
    with _refusals(), connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return Posted(*_one(cursor))


def _hold(sql: str, parameters: tuple[Any, ...]) -> HoldState:
    with _refusals(), connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return HoldState(*_one(cursor))


def _one(cursor: CursorWrapper) -> tuple[Any, ...]:
    row = cursor.fetchone()
    assert row is not None, "a function of the door always answers one row"
    return tuple(row)


def _json(data: Data | None) -> Jsonb | None:
    return Jsonb(data) if data is not None else None


def _check_source(source: str) -> None:
    _check_text(source, "source")


def _check_text(text: str, field: str) -> None:
    if _UNFIT_CHARACTER.search(text) or not 0 < len(text) <= MAX_LENGTH:
        raise LoyaltyError(
            Code.INVALID,
            N_("A text of 1 to %(most)s characters is needed."),
            field=field,
            most=MAX_LENGTH,
        )


def _aware(moment: datetime, field: str) -> datetime:
    if moment.tzinfo is None:
        raise LoyaltyError(
            Code.INVALID, N_("The time needs its zone, like 2026-03-01T12:00:00Z."), field=field
        )
    return moment


_CONFLICT = (Code.SOURCE_KEY_CONFLICT, N_("This key was used before, for something else."))
_BUSY = (Code.BUSY, N_("The account is busy, please try again."))
_UNFIT = (Code.INVALID, N_("There are characters in this that cannot be stored."))

_REFUSALS = {
    "LY001": (Code.NOT_ENOUGH_POINTS, N_("There are not enough points.")),
    "LY002": _CONFLICT,
    "LY003": (Code.HOLD_NOT_OPEN, N_("These points are not set aside any more, or still are.")),
    "LY004": (Code.NOT_FOUND, N_("There is no such account.")),
    "LY005": (Code.INVALID, N_("More points than that spending has left to give back.")),
    "LY007": (Code.INVALID, N_("This cannot be done with points of these accounts.")),
    "LY008": (Code.MEMBER_CLOSED, N_("This member was merged into another.")),
    "LY009": (Code.INVALID, N_("There are no points here that would expire sooner.")),
    # unique_violation: the key was taken in the same moment, on another account
    "23505": _CONFLICT,
    # lock_not_available, query_canceled, deadlock_detected, serialization_failure
    "55P03": _BUSY,
    "57014": _BUSY,
    "40P01": _BUSY,
    "40001": _BUSY,
    # untranslatable_character, invalid_text_representation: what jsonb cannot keep
    "22P05": _UNFIT,
    "22P02": _UNFIT,
}


@contextmanager
def _refusals() -> Iterator[None]:
    """Turns the refusals of the functions into LoyaltyError; anything else is a fault of ours."""
    try:
        yield
    except DatabaseError as error:
        refusal = _REFUSALS.get(getattr(error.__cause__, "sqlstate", None) or "")
        if refusal is None:
            raise
        raise LoyaltyError(*refusal) from error
