"""A reward is made."""

from typing import Any, Self

import graphene

from ...flows.rewards import create_reward
from ..inputs import document, text
from ..rewards import placing_of, reward_view
from ..scalars import LoyaltyDateTime, LoyaltyInteger, LoyaltyJSON
from ..types.reward import LoyaltyReward
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyRewardCreate(LoyaltyMutation):
    """Makes a reward; nobody sees it before it is active. Needs MANAGE_PROGRAMMES."""

    permission = Permission.MANAGE_PROGRAMMES

    class Arguments:
        slug = graphene.String(required=True, description="Never changes. At most 50 characters.")
        config = LoyaltyJSON(
            required=True, description="Texts, pictures, price, limits, gate and what it gives."
        )
        category_id = graphene.ID()
        position = graphene.Int(description="Lower ones come first.")
        stock = LoyaltyInteger(description="Without it: any number.")
        starts_at = LoyaltyDateTime()
        ends_at = LoyaltyDateTime()
        active = graphene.Boolean(description="Shown at once.")

    reward = graphene.Field(LoyaltyReward)

    @classmethod
    def perform(
        cls, info: Any, slug: str, config: Any, active: bool | None = None, **given: Any
    ) -> Self:
        reward = create_reward(
            text(slug, field="slug", longest=50),
            document(config),
            placing_of(given),
            active=bool(active),
        )
        return cls(reward=reward_view(info, reward), errors=[])
