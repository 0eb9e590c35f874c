"""What a reward says."""

from typing import Any, Self

import graphene

from ...flows.rewards import update_reward
from ..inputs import document, text
from ..rewards import placing_of, reward_slug, reward_view
from ..scalars import LoyaltyDateTime, LoyaltyInteger, LoyaltyJSON
from ..types.reward import LoyaltyReward
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyRewardUpdate(LoyaltyMutation):
    """Replaces all of a reward but its kind; what was redeemed stays as it was promised.

    Needs MANAGE_PROGRAMMES.
    """

    permission = Permission.MANAGE_PROGRAMMES

    class Arguments:
        id = graphene.ID(required=True)
        config = LoyaltyJSON(required=True)
        category_id = graphene.ID(description="Without it: none.")
        position = graphene.Int(description="Without it: 0.")
        stock = LoyaltyInteger(description="Without it: any number.")
        starts_at = LoyaltyDateTime()
        ends_at = LoyaltyDateTime()
        revision = graphene.String(required=True, description="The one you have read.")

    reward = graphene.Field(LoyaltyReward)

    @classmethod
    def perform(cls, info: Any, id: str, config: Any, revision: str, **given: Any) -> Self:
        reward = update_reward(
            reward_slug(id),
            document(config),
            placing_of(given),
            revision=text(revision, field="revision", longest=50),
        )
        return cls(reward=reward_view(info, reward), errors=[])
