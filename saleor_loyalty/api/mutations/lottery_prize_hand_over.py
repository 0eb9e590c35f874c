"""Staff gave a prize to its winner."""

from typing import Any, Self

import graphene

from ...flows.lottery_draw import hand_over
from ..context import request_of, viewer_of
from ..inputs import optional_text
from ..play import win_key
from ..types.lottery import LoyaltyLotteryWin, WinView
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyLotteryPrizeHandOver(LoyaltyMutation):
    """Writes down that a prize is with its winner. What was given before stays as it was.

    Needs MANAGE_PROGRAMMES.
    """

    permission = Permission.MANAGE_PROGRAMMES

    class Arguments:
        id = graphene.ID(required=True, description="Of the win.")
        code = graphene.String(description="For the winner to see. At most 255 characters.")
        note = graphene.String(description="For the winner to see. At most 500 characters.")

    win = graphene.Field(LoyaltyLotteryWin)

    @classmethod
    def perform(cls, info: Any, id: str, code: str | None = None, note: str | None = None) -> Self:
        slug, prize, number = win_key(id)
        win = hand_over(
            slug,
            prize,
            number,
            code=optional_text(code, field="code", longest=255),
            note=optional_text(note, field="note", longest=500),
            actor=viewer_of(info).actor,
            now=request_of(info).now,
        )
        return cls(win=WinView(win, slug), errors=[])
