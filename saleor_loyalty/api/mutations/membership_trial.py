"""A membership is tried for free."""

from typing import Any, Self

import graphene

from ...flows.members import find_or_join
from ...flows.memberships import begin_trial
from ..context import request_of, viewer_of
from ..memberships import plan_slug
from ..types.membership import LoyaltyMembership, MembershipView
from ..viewer import require_user
from .base import LoyaltyMutation


class LoyaltyMembershipTrial(LoyaltyMutation):
    """Begins the free trial of a plan: once, and for those who never had it."""

    class Arguments:
        plan_id = graphene.ID(required=True)

    membership = graphene.Field(LoyaltyMembership)

    @classmethod
    def perform(cls, info: Any, plan_id: str) -> Self:
        now = request_of(info).now
        slug = plan_slug(plan_id, field="planId")
        member = find_or_join(require_user(viewer_of(info)), now=now)
        begun = begin_trial(member, slug, now=now)
        return cls(membership=MembershipView(begun, member.language_code), errors=[])
