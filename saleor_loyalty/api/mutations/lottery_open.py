"""A lottery opens."""

import secrets
from typing import Any, Self

import graphene

from ...flows.lotteries import open_lottery
from ..context import request_of
from ..language import language_of
from ..play import lottery_slug
from ..types.lottery import LotteryView, LoyaltyLottery
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyLotteryOpen(LoyaltyMutation):
    """Publishes the promise of the seed; tickets are had from `opensAt` on.

    Done before, it changes nothing. Needs MANAGE_PROGRAMMES.
    """

    permission = Permission.MANAGE_PROGRAMMES

    class Arguments:
        id = graphene.ID(required=True)

    lottery = graphene.Field(LoyaltyLottery)

    @classmethod
    def perform(cls, info: Any, id: str) -> Self:
        lottery = open_lottery(
            lottery_slug(id), seed=secrets.token_bytes(32), now=request_of(info).now
        )
        return cls(lottery=LotteryView(lottery, language_of(info)), errors=[])
