"""Members as staff look for them: filters, orders, and pages by key.

Balances are as last written down: what has come to its end since counts until a sweep says so.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import (
    Case,
    F,
    FilteredRelation,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
    Window,
)
from django.db.models.functions import Coalesce, Concat, RowNumber

from ..errors import Code, LoyaltyError
from ..features.members.models import Member
from ..features.referrals.models import ReferralCode
from ..features.rewards.models import Redemption
from ..ledger import read
from ..ledger.models import Entry
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
    MemberSort.JOINED: lambda _member: "",
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
    names = _names(sort)
    order = [F(name).desc() if descending else F(name).asc() for name in names]
    chosen = _filtered(_with_sums(Member.objects.filter(merged_into=None)), wanted, now)
    if after is not None:
        chosen = chosen.filter(_beyond(sort, after, descending))
    # What takes its time is worked out for the page alone.
    found = _with_sums(Member.objects.filter(pk__in=chosen.order_by(*order).values("pk")[:limit]))
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


def _with_sums(found: "QuerySet[Any]") -> "QuerySet[Any]":
    with_sums: QuerySet[Any] = found.annotate(
        points_account=_account(Unit.POINTS),
        growth_account=_account(Unit.GROWTH),
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


def _names(sort: MemberSort) -> tuple[str, ...]:
    # Public ids are in the order of joining.
    match sort:
        case MemberSort.JOINED:
            return ("public_id",)
        case MemberSort.EMAIL:
            return ("email", "public_id")
        case _:
            return (f"{sort}_sum", "public_id")


def _beyond(sort: MemberSort, after: Place, descending: bool) -> Q:
    way = "lt" if descending else "gt"
    *by, _ = _names(sort)
    later = Q(**{f"public_id__{way}": after.public_id})
    if not by:
        return later
    value: str | int = after.value
    if sort is not MemberSort.EMAIL:
        if not after.value.isdecimal() or len(after.value) > 18:
            raise LoyaltyError(Code.INVALID, "This is not a cursor of this list.", field="after")
        value = int(after.value)
    return Q(**{f"{by[0]}__{way}": value}) | (Q(**{by[0]: value}) & later)


def _filtered(found: QuerySet[Any], wanted: MemberFilter, now: datetime) -> QuerySet[Any]:
    given: dict[str, Any] = {
        "guest": wanted.guest,
        "joined_at__gte": wanted.joined_since,
        "joined_at__lt": wanted.joined_until,
        # Nobody has less than nothing, and who has no account has nothing.
        "points_account__available__gte": wanted.points_from or None,
        "points_sum__lte": wanted.points_to,
        "growth_account__available__gte": wanted.growth_from or None,
        "growth_sum__lte": wanted.growth_to,
    }
    found = found.filter(**{name: value for name, value in given.items() if value is not None})
    if wanted.tier is not None:
        found = found.filter(tier__slug=wanted.tier) if wanted.tier else found.filter(tier=None)
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
    ).filter(Q(forwards__istartswith=search) | Q(backwards__istartswith=search))
    by_redemption = Redemption.objects.filter(code=search).values_list("member_id")
    by_code = ReferralCode.objects.filter(code=search.upper()).values_list("member_id")
    return by_email.union(by_name.values_list("pk"), by_redemption, by_code, all=True)


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
