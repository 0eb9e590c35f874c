"""What the draft of a lottery says."""

from datetime import datetime
from typing import Any, Self

import graphene

from ...flows.lotteries import edit_lottery
from ..inputs import document
from ..language import language_of
from ..play import lottery_slug
from ..scalars import LoyaltyDateTime, LoyaltyJSON
from ..types.lottery import LotteryView, LoyaltyLottery
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyLotteryUpdate(LoyaltyMutation):
    """Replaces what a lottery says that is still a draft. Needs MANAGE_PROGRAMMES."""

    permission = Permission.MANAGE_PROGRAMMES

    class Arguments:
        id = graphene.ID(required=True)
        opens_at = LoyaltyDateTime(required=True)
        closes_at = LoyaltyDateTime(required=True)
        config = LoyaltyJSON(required=True)

    lottery = graphene.Field(LoyaltyLottery)

    @classmethod
    def perform(
        cls, info: Any, id: str, opens_at: datetime, closes_at: datetime, config: Any
    ) -> Self:
        lottery = edit_lottery(
            lottery_slug(id), document(config), opens_at=opens_at, closes_at=closes_at
        )
        return cls(lottery=LotteryView(lottery, language_of(info)), errors=[])
