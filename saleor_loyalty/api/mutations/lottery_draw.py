"""The winners are drawn."""

from typing import Any, Self

import graphene

from ...flows.lottery_draw import draw_lottery
from ..context import request_of
from ..language import language_of
from ..play import lottery_slug
from ..types.lottery import LotteryView, LoyaltyLottery
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyLotteryDraw(LoyaltyMutation):
    """Draws a closed lottery: publishes seed and winners, and sends the prizes.

    Done before, it changes nothing. Needs MANAGE_PROGRAMMES.
    """

    permission = Permission.MANAGE_PROGRAMMES

    class Arguments:
        id = graphene.ID(required=True)

    lottery = graphene.Field(LoyaltyLottery)

    @classmethod
    def perform(cls, info: Any, id: str) -> Self:
        lottery = draw_lottery(lottery_slug(id), now=request_of(info).now)
        return cls(lottery=LotteryView(lottery, language_of(info)), errors=[])
