"""No more tickets are had."""

from typing import Any, Self

import graphene

from ...flows.lotteries import close_lottery
from ..language import language_of
from ..play import lottery_slug
from ..types.lottery import LotteryView, LoyaltyLottery
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyLotteryClose(LoyaltyMutation):
    """Freezes the list of tickets and publishes its digest.

    Done before, it changes nothing. Needs MANAGE_PROGRAMMES.
    """

    permission = Permission.MANAGE_PROGRAMMES

    class Arguments:
        id = graphene.ID(required=True)

    lottery = graphene.Field(LoyaltyLottery)

    @classmethod
    def perform(cls, info: Any, id: str) -> Self:
        lottery = close_lottery(lottery_slug(id))
        return cls(lottery=LotteryView(lottery, language_of(info)), errors=[])
