"""A membership is ended by staff."""

from typing import Any, Self

import graphene

from ...flows.memberships import end
from ...flows.points import LONGEST_REASON
from ..context import request_of, viewer_of
from ..inputs import text
from ..memberships import known_membership
from ..types.membership import LoyaltyMembership, MembershipView
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyMembershipEnd(LoyaltyMutation):
    """Ends a membership now, whatever was paid: money is refunded in the shop itself.

    Needs MANAGE_MEMBERS.
    """

    permission = Permission.MANAGE_MEMBERS

    class Arguments:
        id = graphene.ID(required=True)
        reason = graphene.String(
            required=True, description="The member reads it. At most 500 characters."
        )

    membership = graphene.Field(LoyaltyMembership)

    @classmethod
    def perform(cls, info: Any, id: str, reason: str) -> Self:
        known = known_membership(id)
        ended = end(
            known,
            reason=text(reason, field="reason", longest=LONGEST_REASON),
            actor=viewer_of(info).actor,
            now=request_of(info).now,
        )
        return cls(membership=MembershipView(ended, known.member.language_code), errors=[])
