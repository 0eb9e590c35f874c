"""Tickets for points."""

from typing import Any, Self

import graphene

from ...flows.lotteries import buy_tickets
from ..context import request_of
from ..inputs import text
from ..language import language_of
from ..play import lottery_slug, player
from ..scalars import LoyaltyInteger
from ..types.lottery import LotteryView, LoyaltyLottery, LoyaltyLotteryTicket, TicketView
from .base import LoyaltyMutation


class LoyaltyLotteryTicketsBuy(LoyaltyMutation):
    """Spends the caller's points on tickets."""

    class Arguments:
        lottery_id = graphene.ID(required=True)
        count = LoyaltyInteger(required=True, description="1 to 1,000.")
        source_key = graphene.String(
            required=True,
            description="A name of the caller's for this purchase. The same one again answers the "
            "same tickets.",
        )

    tickets = graphene.List(graphene.NonNull(LoyaltyLotteryTicket))
    lottery = graphene.Field(LoyaltyLottery)

    @classmethod
    def perform(cls, info: Any, lottery_id: str, count: int, source_key: str) -> Self:
        slug = lottery_slug(lottery_id, field="lotteryId")
        key = text(source_key, field="sourceKey", longest=100)
        member = player(info)
        bought = buy_tickets(member, slug, count, source_key=key, now=request_of(info).now)
        lottery = bought[0].lottery
        lottery.refresh_from_db()
        return cls(
            tickets=[TicketView(ticket, slug) for ticket in bought],
            lottery=LotteryView(lottery, language_of(info)),
            errors=[],
        )
