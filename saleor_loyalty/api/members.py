"""Finding members for the API, with what nearly every question about them needs."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef
from django.db.models.functions import JSONObject

from ..errors import N_, Code, LoyaltyError
from ..events.host import host
from ..features.members.models import Member
from ..features.tiers.models import Tier, TierGrant
from ..flows.ladder_terms import ACTIVATED, Ladders
from .ids import to_global, uuid_of
from .loaders import LadderInForce, loader

TYPE = "LoyaltyMember"

# What was given comes with the member: one statement for each look at the account.
_GRANTS = ArraySubquery(
    TierGrant.objects.filter(member=OuterRef("pk"), ended_at__isnull=True)
    .order_by("pk")
    .values(
        grant=JSONObject(
            pk="pk",
            public_id="public_id",
            kind="kind",
            exact="exact",
            starts_at="starts_at",
            ends_at="ends_at",
            tier="tier_id",
            slug="tier__slug",
        )
    )
)


@dataclass(frozen=True, slots=True)
class MemberView:
    """A member, or a customer who is none yet: seen with nothing in their accounts."""

    member: Member | None
    email: str
    language_code: str
    # What was given and has not been taken back; None: not looked up.
    grants: list[TierGrant] | None = None
    # The language of staff who look at the member; None: it is for the member to read.
    reader: str | None = None

    @property
    def said_in(self) -> str:
        """Which language the texts about the member are in."""
        return self.reader or self.language_code

    @property
    def id(self) -> str | None:
        return to_global(TYPE, self.member.public_id) if self.member else None

    @property
    def birthday(self) -> date | None:
        return self.member.birthday if self.member else None

    @property
    def time_zone(self) -> str:
        return self.member.time_zone if self.member else ""

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


def view_of(member: Member, *, reader: str | None = None) -> MemberView:
    found = getattr(member, "grants_found", None)
    grants = [_grant(member, data) for data in found] if found is not None else None
    return MemberView(member, member.email, member.language_code, grants, reader)


def member_of(info: Any, **lookup: Any) -> Member | None:
    """One statement for the member, their tier, what was given and the ladder of tiers."""
    member = (
        Member.objects.select_related("tier", "merged_into")
        .annotate(ladder=ACTIVATED, grants_found=_GRANTS)
        .filter(**lookup)
        .order_by(F("merged_into").asc(nulls_first=True), "guest", "pk")
        .first()
    )
    if member is not None:
        loader(info, LadderInForce).note(Ladders.of_column(member.ladder))
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
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such member."), field=field)
    if member.merged_into_id is not None:
        raise LoyaltyError(
            Code.MEMBER_CLOSED, N_("This member was merged into another."), field=field
        )
    return member


def _grant(member: Member, found: dict[str, Any]) -> TierGrant:
    return TierGrant(
        pk=found["pk"],
        public_id=UUID(found["public_id"]),
        member=member,
        tier=Tier(pk=found["tier"], slug=found["slug"]),
        kind=found["kind"],
        exact=found["exact"],
        starts_at=datetime.fromisoformat(found["starts_at"]),
        ends_at=datetime.fromisoformat(found["ends_at"]) if found["ends_at"] else None,
    )
