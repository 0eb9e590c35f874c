"""What something gives, as an answer."""

import graphene

from ...values.gift import Gift
from ..ids import to_global
from ..scalars import LoyaltyInteger
from .reward import TYPE as REWARD


class LoyaltyGift(graphene.ObjectType):
    """Points, growth, a reward of the mall, more points for a time: at least one of them."""

    points = LoyaltyInteger(description="Null: none.")
    growth = LoyaltyInteger(description="Null: none.")
    reward_id = graphene.ID(description="A reward of the mall. Null: none.")
    boost_percent = LoyaltyInteger(
        description="Of the base award of points in all, for some days: 200 is double. Null: none."
    )
    boost_days = LoyaltyInteger(description="Null: none.")

    @staticmethod
    def resolve_reward_id(gift: Gift, _info: object) -> str | None:
        return to_global(REWARD, gift.reward) if gift.reward is not None else None

    @staticmethod
    def resolve_boost_percent(gift: Gift, _info: object) -> int | None:
        return gift.boost.percent if gift.boost is not None else None

    @staticmethod
    def resolve_boost_days(gift: Gift, _info: object) -> int | None:
        return gift.boost.days if gift.boost is not None else None
