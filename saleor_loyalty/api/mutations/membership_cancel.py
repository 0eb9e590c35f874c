"""A membership is not to be renewed."""

from typing import Any, Self

import graphene

from ...flows.memberships import cancel
from ..context import request_of, viewer_of
from ..memberships import own_membership
from ..types.membership import LoyaltyMembership, MembershipView
from ..viewer import require_user
from .base import LoyaltyMutation


class LoyaltyMembershipCancel(LoyaltyMutation):
    """No more reminders; what is paid runs on to its end. Again changes nothing."""

    class Arguments:
        id = graphene.ID(required=True)

    membership = graphene.Field(LoyaltyMembership)

    @classmethod
    def perform(cls, info: Any, id: str) -> Self:
        mine = own_membership(id, require_user(viewer_of(info)))
        changed = cancel(mine, now=request_of(info).now)
        return cls(membership=MembershipView(changed, mine.member.language_code), errors=[])
