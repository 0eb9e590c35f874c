"""A tier given by hand."""

from datetime import datetime
from typing import Any, Self

import graphene

from ...flows.tier_grants import set_tier
from ..context import request_of, viewer_of
from ..ids import public_of
from ..inputs import text
from ..language import of_staff
from ..members import known_member, view_of
from ..scalars import LoyaltyDateTime
from ..types import tier as tier_type
from ..types.member import LoyaltyMember
from ..viewer import Permission
from .base import LoyaltyMutation

_LONGEST_REASON = 500


class LoyaltyMemberSetTier(LoyaltyMutation):
    """Gives a member a tier in place of what staff gave before, or takes that back. Needs
    MANAGE_MEMBERS."""

    permission = Permission.MANAGE_MEMBERS

    class Arguments:
        member_id = graphene.ID(required=True)
        tier_id = graphene.ID(description="Without it what staff gave is taken back.")
        reason = graphene.String(required=True, description="At most 500 characters.")
        until = LoyaltyDateTime(description="When it ends. Without it: never.")
        exact = graphene.Boolean(
            description="That tier whatever the member reaches. Without it: at least that tier."
        )

    member = graphene.Field(LoyaltyMember)

    @classmethod
    def perform(
        cls,
        info: Any,
        member_id: str,
        reason: str,
        tier_id: str | None = None,
        until: datetime | None = None,
        exact: bool | None = None,
    ) -> Self:
        reason = text(reason, field="reason", longest=_LONGEST_REASON)
        slug = public_of(tier_id, tier_type.TYPE, field="tierId") if tier_id is not None else None
        member = set_tier(
            known_member(member_id),
            slug,
            reason=reason,
            actor=viewer_of(info).actor,
            until=until,
            exact=bool(exact),
            now=request_of(info).now,
        )
        return cls(member=view_of(member, reader=of_staff(info)), errors=[])
