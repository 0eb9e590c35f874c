"""What was given is taken back."""

from typing import Any, Self

import graphene

from ...flows.tier_grants import end_grant
from ..context import request_of, viewer_of
from ..ids import uuid_of
from ..inputs import text
from ..language import of_staff
from ..members import view_of
from ..types.member import LoyaltyMember
from ..types.tier_grant import TYPE
from ..viewer import Permission
from .base import LoyaltyMutation

_LONGEST_REASON = 500


class LoyaltyTierGrantEnd(LoyaltyMutation):
    """Ends a tier that was given, by hand, by invitation or for points. Needs MANAGE_MEMBERS."""

    permission = Permission.MANAGE_MEMBERS

    class Arguments:
        id = graphene.ID(required=True, description="Of the grant.")
        reason = graphene.String(required=True, description="At most 500 characters.")

    member = graphene.Field(LoyaltyMember)

    @classmethod
    def perform(cls, info: Any, id: str, reason: str) -> Self:
        grant = end_grant(
            uuid_of(id, TYPE),
            reason=text(reason, field="reason", longest=_LONGEST_REASON),
            actor=viewer_of(info).actor,
            now=request_of(info).now,
        )
        grant.member.refresh_from_db()
        return cls(member=view_of(grant.member, reader=of_staff(info)), errors=[])
