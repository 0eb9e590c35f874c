"""Lotteries, for everybody and for staff."""

from typing import Any

import graphene

from ...features.lottery.models import Lottery, LotteryState, LotteryTicket
from ..errors import refusing
from ..merchant_lists import kept, search_argument
from ..pagination import Slice, arguments, check_size, key_in, slice_of
from ..play import language_for, lottery_slug, may_see_config
from ..types.connection import connection_of
from ..types.lottery import (
    LotteryView,
    LoyaltyLottery,
    LoyaltyLotteryListedTicket,
    LoyaltyLotteryState,
    TicketView,
)

LoyaltyLotteryConnection = connection_of(LoyaltyLottery)
LoyaltyLotteryListedTicketConnection = connection_of(LoyaltyLotteryListedTicket)


class LotteryQueries(graphene.ObjectType):
    loyalty_lotteries = graphene.Field(
        LoyaltyLotteryConnection,
        language_code=graphene.String(description="Of the texts. Without it: the caller's."),
        all=graphene.Boolean(description="Drafts as well. Needs MANAGE_PROGRAMMES."),
        search=search_argument(),
        state=graphene.Argument(LoyaltyLotteryState, description="With `all`: only those."),
        **arguments(),
        description="Lotteries that are open or were, by slug.",
    )
    loyalty_lottery = graphene.Field(
        LoyaltyLottery,
        id=graphene.Argument(graphene.ID, required=True),
        language_code=graphene.String(description="Of the texts. Without it: the caller's."),
        description="One of them; null where there is none. Staff with MANAGE_PROGRAMMES see "
        "drafts too.",
    )

    loyalty_lottery_tickets = graphene.Field(
        LoyaltyLotteryListedTicketConnection,
        lottery_id=graphene.Argument(graphene.ID, required=True),
        **arguments(),
        description="The frozen list of tickets in the order of their numbers, with what they "
        "won: all that it takes to repeat the draw. Empty before it is frozen.",
    )

    @staticmethod
    @refusing
    def resolve_loyalty_lotteries(
        _root: None,
        info: Any,
        first: int,
        after: str | None = None,
        language_code: str | None = None,
        all: bool | None = None,
        search: str | None = None,
        state: str | None = None,
    ) -> Slice[LotteryView]:
        language = language_for(info, language_code)
        found = kept(info, Lottery.objects.order_by("slug"), all=all, search=search, state=state)
        if not all:
            found = found.exclude(state=LotteryState.DRAFT)
        last_seen = key_in(after, str)
        if last_seen is not None:
            found = found.filter(slug__gt=last_seen)
        return slice_of(
            lambda limit: [LotteryView(lottery, language) for lottery in found[:limit]],
            lambda view: view.lottery.slug,
            first=check_size(first),
            after=after,
        )

    @staticmethod
    @refusing
    def resolve_loyalty_lottery(
        _root: None, info: Any, id: str, language_code: str | None = None
    ) -> LotteryView | None:
        found = Lottery.objects.filter(slug=lottery_slug(id))
        if not may_see_config(info):
            found = found.exclude(state=LotteryState.DRAFT)
        lottery = found.first()
        return LotteryView(lottery, language_for(info, language_code)) if lottery else None

    @staticmethod
    @refusing
    def resolve_loyalty_lottery_tickets(
        _root: None, _info: Any, lottery_id: str, first: int, after: str | None = None
    ) -> Slice[TicketView]:
        slug = lottery_slug(lottery_id, field="lotteryId")
        frozen = (LotteryState.CLOSED, LotteryState.DRAWN)
        tickets = LotteryTicket.objects.filter(lottery__slug=slug, lottery__state__in=frozen)
        tickets = tickets.select_related("win").order_by("number")
        last_seen = key_in(after, int)
        if last_seen is not None:
            tickets = tickets.filter(number__gt=last_seen)
        return slice_of(
            lambda limit: [TicketView(ticket, slug) for ticket in tickets[:limit]],
            lambda view: view.ticket.number,
            first=check_size(first),
            after=after,
        )
