"""A lottery is called off."""

from typing import Any, Self

import graphene

from ...flows.lotteries import cancel_lottery
from ..language import language_of
from ..play import lottery_slug
from ..types.lottery import LotteryView, LoyaltyLottery
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyLotteryCancel(LoyaltyMutation):
    """Calls it off before it is drawn: all points go back.

    Done before, it changes nothing. Needs MANAGE_PROGRAMMES.
    """

    permission = Permission.MANAGE_PROGRAMMES

    class Arguments:
        id = graphene.ID(required=True)

    lottery = graphene.Field(LoyaltyLottery)

    @classmethod
    def perform(cls, info: Any, id: str) -> Self:
        lottery = cancel_lottery(lottery_slug(id))
        return cls(lottery=LotteryView(lottery, language_of(info)), errors=[])
