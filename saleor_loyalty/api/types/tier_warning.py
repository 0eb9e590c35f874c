"""Who was told that a tier will end, as an answer to staff."""

from typing import Any

import graphene

from ...features.tiers.models import TierWarning
from ..loaders import ladders_of
from ..members import MemberView, view_of
from ..scalars import LoyaltyDateTime
from .member import LoyaltyMember
from .tier import LoyaltyTier, TierView, view_of_tier


class LoyaltyTierWarning(graphene.ObjectType):
    """A member who is to know that a tier will end.

    Whether it still will is in the member's `progress`, with what keeps it.
    """

    member = graphene.Field(LoyaltyMember, required=True)
    tier = graphene.Field(LoyaltyTier, required=True)
    ends_at = LoyaltyDateTime(required=True, description="The first moment without it.")
    days_before = graphene.Int(required=True, description="Which of the ladder's warnings.")
    warned_at = LoyaltyDateTime(required=True)

    @staticmethod
    def resolve_member(warning: TierWarning, _info: object) -> MemberView:
        return view_of(warning.member)

    @staticmethod
    def resolve_tier(warning: TierWarning, info: Any) -> TierView | None:
        return view_of_tier(ladders_of(info), warning.tier, warning.member.language_code)

    @staticmethod
    def resolve_warned_at(warning: TierWarning, _info: object) -> object:
        return warning.created_at
