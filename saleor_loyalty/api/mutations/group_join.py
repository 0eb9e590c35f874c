"""A member joins a group by its link."""

from typing import Any, Self

import graphene

from ...flows.group_buys import join_group
from ..context import request_of
from ..inputs import text
from ..language import language_of
from ..play import player
from ..types.group_buy import LoyaltyGroupSeat, SeatView
from .base import LoyaltyMutation


class LoyaltyGroupJoin(LoyaltyMutation):
    """A seat kept for a while, or the one the caller has there already."""

    class Arguments:
        code = graphene.String(required=True, description="The end of the link.")

    seat = graphene.Field(LoyaltyGroupSeat)

    @classmethod
    def perform(cls, info: Any, code: str) -> Self:
        wanted = text(code, field="code", longest=32)
        seat = join_group(player(info), wanted, now=request_of(info).now)
        return cls(seat=SeatView(seat, language_of(info)), errors=[])
