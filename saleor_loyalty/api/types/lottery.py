"""Lotteries as an answer to storefronts and staff, and to whoever repeats the draw."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import graphene
from django.db.models import QuerySet

from ...features.lottery.config import LotteryConfig, PrizeBase
from ...features.lottery.models import Lottery, LotteryState, LotteryTicket, LotteryWin, WinState
from ...flows.lotteries import config_of
from ..errors import refusing
from ..ids import to_global
from ..list_loaders import DueWins
from ..loaders import loader
from ..members import MemberView, view_of
from ..pagination import Slice, arguments, check_size, key_in, slice_of
from ..play import LOTTERY, may_see_config, member_asking, win_id
from ..scalars import LoyaltyDateTime, LoyaltyInteger, LoyaltyJSON
from .connection import connection_of
from .member import LoyaltyMember

LoyaltyLotteryState = graphene.Enum(
    "LoyaltyLotteryState",
    [(state.name, state.value) for state in LotteryState],
    description="How far a lottery is.",
)
LoyaltyWinState = graphene.Enum(
    "LoyaltyWinState",
    [(state.name, state.value) for state in WinState],
    description="Whether a prize is with its winner.",
)


@dataclass(frozen=True, slots=True)
class PrizeView:
    prize: PrizeBase
    language: str

    @property
    def slug(self) -> str:
        return self.prize.slug

    @property
    def name(self) -> str:
        return self.prize.name.get(self.language)

    @property
    def stock(self) -> int:
        return self.prize.stock

    @property
    def odds_wins(self) -> int | None:
        return self.prize.odds.wins if self.prize.odds is not None else None

    @property
    def odds_of(self) -> int | None:
        return self.prize.odds.of if self.prize.odds is not None else None


@dataclass(frozen=True, slots=True)
class WinView:
    win: LotteryWin
    slug: str

    @property
    def id(self) -> str:
        return win_id(self.slug, self.win.prize, self.win.number)

    @property
    def prize(self) -> str:
        return self.win.prize

    @property
    def number(self) -> int:
        return self.win.number

    @property
    def state(self) -> str:
        return self.win.state

    @property
    def code(self) -> str | None:
        return self.win.code or None

    @property
    def note(self) -> str | None:
        return self.win.note or None

    @property
    def given_at(self) -> datetime | None:
        return self.win.given_at

    @property
    def given_by(self) -> str | None:
        return self.win.given_by or None


@dataclass(frozen=True, slots=True)
class TicketView:
    ticket: LotteryTicket
    slug: str

    @property
    def number(self) -> int:
        return self.ticket.number

    @property
    def public_id(self) -> str:
        return str(self.ticket.public_id)

    @property
    def prize(self) -> str | None:
        found = getattr(self.ticket, "win", None)
        return found.prize if found is not None else None

    @property
    def piece(self) -> int | None:
        found = getattr(self.ticket, "win", None)
        return found.number if found is not None else None

    @property
    def win(self) -> WinView | None:
        found = getattr(self.ticket, "win", None)
        return WinView(found, self.slug) if found is not None else None


@dataclass(frozen=True, slots=True)
class LotteryView:
    lottery: Lottery
    language: str = "en"

    @property
    def config_read(self) -> LotteryConfig:
        return config_of(self.lottery)

    @property
    def id(self) -> str:
        return to_global(LOTTERY, self.lottery.slug)

    @property
    def name(self) -> str:
        return self.config_read.name.get(self.language)

    @property
    def description(self) -> str:
        return self.config_read.description.get(self.language)

    @property
    def prizes(self) -> list[PrizeView]:
        return [PrizeView(prize, self.language) for prize in self.config_read.prizes]

    def __getattr__(self, name: str) -> Any:
        """What the row and its config say under the same name."""
        row = object.__getattribute__(self, "lottery")
        return getattr(row, name) if hasattr(row, name) else getattr(config_of(row), name)


class LoyaltyLotteryPrize(graphene.ObjectType):
    """Prizes are drawn in the order of the list."""

    slug = graphene.String(required=True)
    name = graphene.String(required=True, description="In the language asked for, if there is one.")
    stock = LoyaltyInteger(required=True, description="How many pieces there are at most.")
    odds_wins = LoyaltyInteger(
        description="Each ticket that has won nothing yet wins with a chance of so many in "
        "`oddsOf`. Null: all pieces are drawn, as far as there are tickets."
    )
    odds_of = LoyaltyInteger()


class LoyaltyLotteryWin(graphene.ObjectType):
    """A piece of a prize that a ticket has won."""

    id = graphene.ID(required=True)
    prize = graphene.String(required=True, description="Slug of the prize.")
    number = LoyaltyInteger(required=True, description="Of the piece, from 0.")
    state = LoyaltyWinState(required=True)
    code = graphene.String(description="Of a coupon, or what staff wrote down.")
    note = graphene.String(description="What staff wrote down.")
    given_at = LoyaltyDateTime()
    given_by = graphene.String(
        description="Who of the staff gave it. Null: nobody, and without MANAGE_PROGRAMMES."
    )
    winner = graphene.Field(LoyaltyMember, description="Null without MANAGE_PROGRAMMES.")

    @staticmethod
    def resolve_given_by(view: WinView, info: Any) -> str | None:
        return view.given_by if may_see_config(info) else None

    @staticmethod
    def resolve_winner(view: WinView, info: Any) -> MemberView | None:
        return view_of(view.win.ticket.member) if may_see_config(info) else None


LoyaltyLotteryWinConnection = connection_of(LoyaltyLotteryWin)


class LoyaltyLotteryTicket(graphene.ObjectType):
    """One ticket of the caller's."""

    number = LoyaltyInteger(required=True)
    public_id = graphene.String(required=True, description="What the published list shows.")
    win = graphene.Field(LoyaltyLotteryWin)


class LoyaltyLotteryListedTicket(graphene.ObjectType):
    """A line of the published list: a ticket, not a person."""

    number = LoyaltyInteger(required=True)
    public_id = graphene.String(required=True)
    prize = graphene.String(description="Slug of what it has won. Null: nothing, or not drawn.")
    piece = LoyaltyInteger(description="Number of the piece it has won, from 0.")


class LoyaltyLottery(graphene.ObjectType):
    """Tickets for points, prizes with stock, and a draw that anybody can repeat."""

    id = graphene.ID(required=True)
    slug = graphene.String(required=True)
    name = graphene.String(required=True, description="In the language asked for, if there is one.")
    description = graphene.String(required=True)
    state = LoyaltyLotteryState(required=True)
    opens_at = LoyaltyDateTime(required=True)
    closes_at = LoyaltyDateTime(required=True)
    drawn_at = LoyaltyDateTime()
    ticket_points = LoyaltyInteger(required=True, description="What a ticket costs.")
    on_sale = graphene.Boolean(required=True, description="False: tickets come as rewards only.")
    most_per_member = LoyaltyInteger(description="Null: any number.")
    most_tickets = LoyaltyInteger(required=True)
    tickets_sold = LoyaltyInteger(required=True)
    commitment = graphene.String(
        required=True, description="SHA-256 of the seed, from the moment tickets are had."
    )
    tickets_digest = graphene.String(
        required=True, description="SHA-256 of the list of tickets, once it is frozen."
    )
    seed = graphene.String(description="Hex. Null until it is drawn.")
    prizes = graphene.List(graphene.NonNull(LoyaltyLotteryPrize), required=True)
    my_tickets = graphene.List(
        graphene.NonNull(LoyaltyLotteryTicket),
        required=True,
        first=graphene.Int(required=True, description="How many, at most 100."),
        after=graphene.Argument(LoyaltyInteger, description="Only those with greater numbers."),
        description="The caller's, in the order of their numbers.",
    )
    due = graphene.List(
        graphene.NonNull(LoyaltyLotteryWin),
        first=graphene.Int(required=True, description="How many, at most 100."),
        description="Prizes that are not with their winners yet. Null without MANAGE_PROGRAMMES.",
    )
    wins = graphene.Field(
        LoyaltyLotteryWinConnection,
        **arguments(),
        description="Who won what, once it is drawn, in the order of the draw. Null without "
        "MANAGE_PROGRAMMES.",
    )
    config = LoyaltyJSON(description="As the merchant wrote it. Null without MANAGE_PROGRAMMES.")

    @staticmethod
    @refusing
    def resolve_wins(
        view: LotteryView, info: Any, first: int, after: str | None = None
    ) -> Slice[WinView] | None:
        size, last_seen = check_size(first), key_in(after, int)
        if not may_see_config(info):
            return None
        won = _with_winners(view.lottery).filter(pk__gt=last_seen or 0)
        return slice_of(
            lambda limit: [WinView(win, view.lottery.slug) for win in won[:limit]],
            lambda win: win.win.pk,
            first=size,
            after=after,
        )

    @staticmethod
    def resolve_seed(view: LotteryView, _info: Any) -> str | None:
        return view.lottery.seed if view.lottery.state == LotteryState.DRAWN else None

    @staticmethod
    @refusing
    def resolve_my_tickets(
        view: LotteryView, info: Any, first: int, after: int | None = None
    ) -> list[TicketView]:
        size = check_size(first)
        member = member_asking(info)
        if member is None:
            return []
        mine = view.lottery.tickets.filter(member=member, number__gt=after or 0)
        mine = mine.select_related("win").order_by("number")
        return [TicketView(ticket, view.lottery.slug) for ticket in mine[:size]]

    @staticmethod
    @refusing
    def resolve_due(view: LotteryView, info: Any, first: int) -> Any:
        size = check_size(first)
        if not may_see_config(info):
            return None

        def views(due: list[LotteryWin]) -> list[WinView]:
            return [WinView(win, view.lottery.slug) for win in due]

        return loader(info, DueWins).load((view.lottery.pk, size)).then(views)

    @staticmethod
    def resolve_config(view: LotteryView, info: Any) -> Any:
        return view.lottery.config if may_see_config(info) else None


def _with_winners(lottery: Lottery) -> "QuerySet[LotteryWin]":
    return lottery.wins.select_related("ticket__member__tier").order_by("pk")
