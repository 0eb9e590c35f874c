"""A lottery is made."""

from datetime import datetime
from typing import Any, Self

import graphene

from ...flows.lotteries import create_lottery
from ..inputs import document, text
from ..language import language_of
from ..scalars import LoyaltyDateTime, LoyaltyJSON
from ..types.lottery import LotteryView, LoyaltyLottery
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyLotteryCreate(LoyaltyMutation):
    """Makes a lottery as a draft. Needs MANAGE_PROGRAMMES."""

    permission = Permission.MANAGE_PROGRAMMES

    class Arguments:
        slug = graphene.String(required=True, description="Never changes. At most 50 characters.")
        opens_at = LoyaltyDateTime(required=True)
        closes_at = LoyaltyDateTime(required=True)
        config = LoyaltyJSON(required=True, description="Texts, price, limits and prizes.")

    lottery = graphene.Field(LoyaltyLottery)

    @classmethod
    def perform(
        cls, info: Any, slug: str, opens_at: datetime, closes_at: datetime, config: Any
    ) -> Self:
        lottery = create_lottery(
            text(slug, field="slug", longest=50),
            document(config),
            opens_at=opens_at,
            closes_at=closes_at,
        )
        return cls(lottery=LotteryView(lottery, language_of(info)), errors=[])
