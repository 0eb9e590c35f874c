"""A reward is shown, or not."""

from typing import Any, Self

import graphene

from ...flows.rewards import set_active
from ..rewards import reward_slug, reward_view
from ..types.reward import LoyaltyReward
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyRewardSetActive(LoyaltyMutation):
    """Shows a reward, or takes it out of the mall; what was redeemed stays.

    Needs MANAGE_PROGRAMMES.
    """

    permission = Permission.MANAGE_PROGRAMMES

    class Arguments:
        id = graphene.ID(required=True)
        active = graphene.Boolean(required=True)

    reward = graphene.Field(LoyaltyReward)

    @classmethod
    def perform(cls, info: Any, id: str, active: bool) -> Self:
        return cls(reward=reward_view(info, set_active(reward_slug(id), active)), errors=[])
