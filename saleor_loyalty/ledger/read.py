"""The window: what accounts hold at a moment, and how it came about.

Lots that are due count as matured or expired whether or not a sweep has said so yet. Points are
whole numbers of the account's unit; `now` is the caller's clock, an aware datetime.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.db.models import Subquery

from ..errors import N_, Code, LoyaltyError
from ..values.points import Unit
from .models import Account, Entry

MAX_PAGE = 100
MAX_EXPIRIES = 100


@dataclass(frozen=True, slots=True)
class Balance:
    """What an account holds. `expiring` points go first, at `expires_at`."""

    available: int = 0
    pending: int = 0
    held: int = 0
    debt: int = 0
    expiring: int = 0
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Expiry:
    """So many available points end at that moment if nobody spends them."""

    points: int
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Page:
    """Entries, newest first. `next_before` asks for the page after, None says there is none."""

    entries: list[Entry]
    next_before: int | None


_BALANCES = """
    SELECT a.member_id, a.unit, l.available, l.pending, a.held, a.debt - l.paid,
           coalesce(next.points, 0), l.expires_at
    FROM saleor_loyalty_account a
    CROSS JOIN LATERAL (
        SELECT coalesce(sum(free), 0)::bigint AS available,
               coalesce(sum(waiting), 0)::bigint AS pending,
               coalesce(sum(paid), 0)::bigint AS paid,
               min(expires_at) FILTER (WHERE free > 0) AS expires_at
        FROM saleor_loyalty_lots_at(a.id, a.debt, %(now)s)
    ) l
    CROSS JOIN LATERAL (
        SELECT sum(free)::bigint AS points
        FROM saleor_loyalty_lots_at(a.id, a.debt, %(now)s) ends
        WHERE ends.expires_at = l.expires_at
    ) next
    WHERE a.member_id = ANY (%(members)s) AND a.unit = ANY (%(units)s)
"""

_EXPIRIES = """
    SELECT sum(l.free)::bigint, l.expires_at
    FROM saleor_loyalty_account a
    CROSS JOIN LATERAL saleor_loyalty_lots_at(a.id, a.debt, %(now)s) l
    WHERE a.id = %(account)s AND l.free > 0 AND l.expires_at IS NOT NULL
    GROUP BY l.expires_at ORDER BY l.expires_at LIMIT %(limit)s
"""


def balance(member_id: int, unit: Unit, now: datetime) -> Balance:
    """Of one account; all zero where there is none."""
    return _balances([member_id], [unit], now)[member_id, unit]


def balances(member_ids: Collection[int], now: datetime) -> dict[tuple[int, Unit], Balance]:
    """Of both accounts of each member, in one statement."""
    return _balances(member_ids, list(Unit), now)


def _balances(
    member_ids: Collection[int], units: Sequence[Unit], now: datetime
) -> dict[tuple[int, Unit], Balance]:
    found = {(member_id, unit): Balance() for member_id in member_ids for unit in units}
    members, wanted = list(member_ids), [int(unit) for unit in units]
    with connection.cursor() as cursor:
        cursor.execute(_BALANCES, {"members": members, "units": wanted, "now": now})
        for member_id, unit, *sums in cursor.fetchall():
            found[member_id, Unit(unit)] = Balance(*sums)
    return found


def upcoming_expiries(account_id: int, now: datetime, *, limit: int = 12) -> list[Expiry]:
    """What of the available points ends when, soonest first."""
    _check_page(limit, MAX_EXPIRIES)
    with connection.cursor() as cursor:
        cursor.execute(_EXPIRIES, {"account": account_id, "now": now, "limit": limit})
        return [Expiry(*row) for row in cursor.fetchall()]


def history(member_id: int, unit: Unit, *, first: int, before: int | None = None) -> Page:
    """A page of up to `first` entries, newest first, from the one before `before` (a `seq`)."""
    _check_page(first, MAX_PAGE)
    account = Account.objects.filter(member_id=member_id, unit=unit).values("pk")
    entries = Entry.objects.filter(account_id=Subquery(account)).order_by("-seq")
    if before is not None:
        entries = entries.filter(seq__lt=before)
    found = list(entries[: first + 1])
    page = found[:first]
    return Page(page, page[-1].seq if len(found) > first else None)


def _check_page(size: int, most: int) -> None:
    if not 0 < size <= most:
        raise LoyaltyError(Code.INVALID, N_("Ask for 1 to %(most)s."), field="first", most=most)
