"""Finding members for the API, with what nearly every question about them needs."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, QuerySet
from django.db.models.functions import JSONObject

from ..errors import Code, LoyaltyError
from ..events.host import host
from ..features.members.models import Member
from ..features.tiers.models import SalePolicy, Tier
from ..features.tiers.read import TierView
from .ids import to_global, uuid_of
from .loaders import ALL, TierLadder, loader

TYPE = "LoyaltyMember"

# The ladder comes with the member: one statement less for each look at the own account.
_LADDER = ArraySubquery(
    Tier.objects.filter(active=True)
    .order_by("rank")
    .values(
        tier=JSONObject(
            **{name: F("pk" if name == "id" else name) for name in TierView.__dataclass_fields__}
        )
    )
)


@dataclass(frozen=True, slots=True)
class MemberView:
    """A member, or a customer who is none yet: seen with nothing in their accounts."""

    member: Member | None
    email: str
    language_code: str

    @property
    def id(self) -> str | None:
        return to_global(TYPE, self.member.public_id) if self.member else None

    @property
    def birthday(self) -> date | None:
        return self.member.birthday if self.member else None

    @property
    def is_guest(self) -> bool:
        return self.member is not None and self.member.guest

    @property
    def joined_at(self) -> datetime | None:
        return self.member.joined_at if self.member else None

    @property
    def merged_into_id(self) -> str | None:
        merged_into = self.member.merged_into if self.member else None
        return to_global(TYPE, merged_into.public_id) if merged_into else None

    @property
    def tier_set_by_hand(self) -> bool:
        return self.member is not None and self.member.tier_locked

    @property
    def tier_until(self) -> datetime | None:
        return self.member.tier_until if self.member else None


def view_of(member: Member) -> MemberView:
    return MemberView(member, member.email, member.language_code)


def member_of(info: Any, **lookup: Any) -> Member | None:
    """One statement for the member, their tier and the ladder of tiers."""
    member = (
        Member.objects.select_related("tier", "merged_into")
        .annotate(ladder=_LADDER)
        .filter(**lookup)
        .order_by(F("merged_into").asc(nulls_first=True), "guest", "pk")
        .first()
    )
    if member is not None:
        loader(info, TierLadder).prime(ALL, [_tier(found) for found in member.ladder])
    return member


def own_view(info: Any, user_id: int) -> MemberView | None:
    """None where the host knows no such customer."""
    member = member_of(info, user_id=user_id)
    if member is not None:
        return view_of(member)
    customer = host().customer(user_id)
    return MemberView(None, customer.email, customer.language_code) if customer else None


def known_member(member_id: str, *, field: str = "memberId") -> Member:
    """A member to be changed, by the id a client knows.

    Raises LoyaltyError INVALID, NOT_FOUND, or MEMBER_CLOSED for one that is part of another.
    """
    public_id: UUID = uuid_of(member_id, TYPE, field=field)
    member = Member.objects.select_related("tier").filter(public_id=public_id).first()
    if member is None:
        raise LoyaltyError(Code.NOT_FOUND, "There is no such member.", field=field)
    if member.merged_into_id is not None:
        raise LoyaltyError(Code.MEMBER_CLOSED, "This member was merged into another.", field=field)
    return member


def all_members() -> QuerySet[Member]:
    """Those who have not become part of another."""
    return Member.objects.select_related("tier", "merged_into").filter(merged_into=None)


def _tier(found: dict[str, Any]) -> TierView:
    return TierView(**{**found, "sale_policy": SalePolicy(found["sale_policy"])})
