"""Members as staff look for them: filters, orders, and pages by key.

Balances are as last written down: what has come to its end since counts until a sweep says so.
"""

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import (
    BooleanField,
    Case,
    F,
    FilteredRelation,
    Func,
    OrderBy,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
    Window,
)
from django.db.models.functions import Coalesce, Concat, RowNumber

from ..errors import N_, Code, LoyaltyError
from ..features.members.models import Member
from ..features.referrals.models import ReferralCode
from ..features.rewards.models import Redemption
from ..features.tiers.models import Tier
from ..ledger import read
from ..ledger.models import Account, Entry
from ..values.points import Unit
from .ladder_terms import ACTIVATED
from .tables import as_table


class MemberSort(StrEnum):
    """What a list of members is in the order of."""

    JOINED = "joined"
    EMAIL = "email"
    POINTS = "points"
    GROWTH = "growth"


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberFilter:
    """None: any. `tier` and `plan` are slugs; `tier` "": those without one."""

    search: str = ""
    tier: str | None = None
    plan: str | None = None
    guest: bool | None = None
    joined_since: datetime | None = None
    joined_until: datetime | None = None
    points_from: int | None = None
    points_to: int | None = None
    growth_from: int | None = None
    growth_to: int | None = None
    debtors: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """After which member a page begins: what the list is in the order of, and whose it is."""

    value: str
    public_id: UUID

    def __str__(self) -> str:
        return f"{self.public_id} {self.value}"

    @classmethod
    def of(cls, text: str) -> "Place":
        """Raises ValueError."""
        public_id, _, value = text.partition(" ")
        return cls(value, UUID(public_id))


_VALUES: dict[MemberSort, Callable[[Any], str]] = {
    MemberSort.JOINED: lambda member: member.joined_at.isoformat(),
    MemberSort.EMAIL: lambda member: str(member.email),
    MemberSort.POINTS: lambda member: str(member.points_sum),
    MemberSort.GROWTH: lambda member: str(member.growth_sum),
}


def members_page(
    wanted: MemberFilter,
    sort: MemberSort,
    *,
    descending: bool,
    after: Place | None,
    now: datetime,
    limit: int,
) -> list[Any]:
    """In one statement, with what a line shows beside balances: tier, name, last entry of points.

    The first has the ladder as `ladder` too (`flows.ladder_terms`), for the names of tiers.
    Raises INVALID for a place of a list in another order.
    """
    unit = _UNITS.get(sort)
    if unit is not None:
        chosen = _by_balance(unit, wanted, now)
        places, shown_by = ("available", "member_id"), (f"{sort}_sum", "pk")
    else:
        chosen = _filtered(Member.objects.filter(merged_into=None), wanted, now)
        places = shown_by = (_COLUMNS[sort], "public_id")
    if after is not None:
        chosen = _beyond(chosen, places, _value_of(sort, after), descending)
    page = chosen.order_by(*_order(places, descending))
    # What takes its time is worked out for the page alone.
    of_page = page.values("member_id" if unit is not None else "pk")[:limit]
    found = _with_sums(Member.objects.filter(pk__in=of_page))
    order = _order(shown_by, descending)
    shown = found.annotate(
        first_name=F("user__first_name"),
        last_name=F("user__last_name"),
        active_at=Subquery(
            Entry.objects.filter(
                account_id=OuterRef("points_account__pk"), seq=OuterRef("points_account__seq")
            ).values("occurred_at")[:1]
        ),
        row=Window(RowNumber(), order_by=order),
        ladder=Case(When(row=1, then=ACTIVATED)),
    )
    return list(shown.select_related("tier", "merged_into").order_by(*order))


def _by_balance(unit: Unit, wanted: MemberFilter, now: datetime) -> "QuerySet[Any]":
    """Everybody's balances have to be looked at, so no more than them: no index is worth its price
    at every award (benchmarks/README.md). Who was merged has a closed account.
    """
    accounts: QuerySet[Any] = Account.objects.filter(unit=unit.value, closed=False)
    if wanted == MemberFilter():
        return accounts
    return accounts.filter(member__in=_filtered(Member.objects.all(), wanted, now).values("pk"))


def _with_accounts(found: "QuerySet[Any]") -> "QuerySet[Any]":
    with_accounts: QuerySet[Any] = found.alias(
        points_account=_account(Unit.POINTS), growth_account=_account(Unit.GROWTH)
    )
    return with_accounts


def _with_sums(found: "QuerySet[Any]") -> "QuerySet[Any]":
    with_sums: QuerySet[Any] = _with_accounts(found).annotate(
        points_sum=Coalesce(F("points_account__available"), Value(0)),
        growth_sum=Coalesce(F("growth_account__available"), Value(0)),
    )
    return with_sums


def place_of(member: Any, sort: MemberSort) -> Place:
    return Place(_VALUES[sort](member), member.public_id)


def name_of(member: Any) -> str:
    """As the shop's account has it; empty for a guest."""
    return f"{member.first_name or ''} {member.last_name or ''}".strip()


def _account(unit: Unit) -> FilteredRelation:
    return FilteredRelation("accounts", condition=Q(accounts__unit=unit.value))


_UNITS = {MemberSort.POINTS: Unit.POINTS, MemberSort.GROWTH: Unit.GROWTH}
_COLUMNS = {MemberSort.JOINED: "joined_at", MemberSort.EMAIL: "email"}


def _order(places: tuple[str, str], descending: bool) -> list[OrderBy]:
    return [F(name).desc() if descending else F(name).asc() for name in places]


def _beyond(
    chosen: "QuerySet[Any]", places: tuple[str, str], last: tuple[Any, Any], descending: bool
) -> "QuerySet[Any]":
    """Those after the last one seen. That none is before it is said by itself: it is what an
    index can go by.
    """
    way = "lt" if descending else "gt"
    (by, tie), (value, whose) = places, last
    later = Q(**{f"{by}__{way}": value}) | Q(**{by: value, f"{tie}__{way}": whose})
    return chosen.filter(later, **{f"{by}__{way}e": value})


def _value_of(sort: MemberSort, after: Place) -> tuple[Any, Any]:
    """Raises INVALID."""
    try:
        match sort:
            case MemberSort.EMAIL:
                return after.value, after.public_id
            case MemberSort.JOINED:
                return _moment(after.value), after.public_id
        whose = Subquery(Member.objects.filter(public_id=after.public_id).values("pk"))
        return _whole(after.value), whose
    except ValueError:
        raise LoyaltyError(
            Code.INVALID, N_("This is not a cursor of this list."), field="after"
        ) from None


def _moment(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    if found.tzinfo is None:
        raise ValueError(text)
    return found


def _whole(text: str) -> int:
    if not text.isdecimal() or len(text) > 18:
        raise ValueError(text)
    return int(text)


def _filtered(found: QuerySet[Any], wanted: MemberFilter, now: datetime) -> QuerySet[Any]:
    given: dict[str, Any] = {
        "guest": wanted.guest,
        "joined_at__gte": wanted.joined_since,
        "joined_at__lt": wanted.joined_until,
        # Nobody has less than nothing.
        "points_account__available__gte": wanted.points_from or None,
        "points_account__available__lte": wanted.points_to,
        "growth_account__available__gte": wanted.growth_from or None,
        "growth_account__available__lte": wanted.growth_to,
    }
    found = _with_accounts(found).filter(
        **{name: value for name, value in given.items() if value is not None}
    )
    if wanted.tier is not None:
        # By its number, which an index is ordered by: a rare tier is not looked for in all.
        tier = Subquery(Tier.objects.filter(slug=wanted.tier).values("pk"))
        found = found.filter(tier=tier) if wanted.tier else found.filter(tier=None)
    if wanted.plan is not None:
        runs = Q(memberships__ends_at=None) | Q(memberships__ends_at__gt=now)
        found = found.filter(
            runs, memberships__plan__slug=wanted.plan, memberships__starts_at__lte=now
        )
    if wanted.debtors:
        found = found.filter(points_account__debt__gt=0)
    return found.filter(pk__in=_searched(wanted.search)) if wanted.search else found


def _searched(search: str) -> QuerySet[Any, Any]:
    """By the beginning of the e-mail or of a name, or by a code that belongs to one member."""
    by_email = Member.objects.filter(email__startswith=search.lower()).values_list("pk")
    if "@" in search:
        return by_email
    by_name = Member.objects.alias(
        forwards=Concat("user__first_name", Value(" "), "user__last_name"),
        backwards=Concat("user__last_name", Value(" "), "user__first_name"),
    ).filter(_begins(search), Q(forwards__istartswith=search) | Q(backwards__istartswith=search))
    by_redemption = Redemption.objects.filter(code=search).values_list("member_id")
    by_code = ReferralCode.objects.filter(code=search.upper()).values_list("member_id")
    return by_email.union(by_name.values_list("pk"), by_redemption, by_code, all=True)


def _begins(search: str) -> Q:
    """One of the names begins with the first word: for this the host has an index."""
    word = re.sub(r"([%_\\])", r"\\\1", search.split()[0])
    first, last = (
        Func(
            F(f"user__{name}"),
            Value(f"{word}%"),
            arg_joiner=" ILIKE ",
            template="%(expressions)s",
            output_field=BooleanField(),
        )
        for name in ("first_name", "last_name")
    )
    return Q(first) | Q(last)


_TITLES = (
    "id",
    "email",
    "name",
    "guest",
    "joined_at",
    "language",
    "birthday",
    "tier",
    "points_available",
    "points_pending",
    "points_held",
    "points_debt",
    "growth",
    "last_entry_at",
)


def members_csv(members: Collection[Any], *, now: datetime) -> str:
    """Of what `members_page` has found, with balances as they are at the moment."""
    balances = read.balances([member.pk for member in members], now)
    return as_table(_TITLES, _rows(members, balances))


def _rows(
    members: Iterable[Any], balances: dict[tuple[int, Unit], read.Balance]
) -> Iterable[tuple[object, ...]]:
    for member in members:
        points = balances[member.pk, Unit.POINTS]
        yield (
            member.public_id,
            member.email,
            name_of(member),
            "yes" if member.guest else "no",
            member.joined_at.isoformat(),
            member.language_code,
            member.birthday or "",
            member.tier.slug if member.tier else "",
            points.available,
            points.pending,
            points.held,
            points.debt,
            balances[member.pk, Unit.GROWTH].available,
            member.active_at.isoformat() if member.active_at else "",
        )
