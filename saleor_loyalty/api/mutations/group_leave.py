"""A member leaves a group."""

from typing import Any, Self

import graphene

from ...flows.group_buys import leave_group
from ..context import request_of
from ..language import language_of
from ..play import known_player, seat_uuid
from ..types.group_buy import LoyaltyGroupSeat, SeatView
from .base import LoyaltyMutation


class LoyaltyGroupLeave(LoyaltyMutation):
    """Gives the caller's seat up before the group is full. An order of it is cancelled, its money
    asked back from the shop, and the stake goes back. Again changes nothing."""

    class Arguments:
        seat_id = graphene.ID(required=True)

    seat = graphene.Field(LoyaltyGroupSeat)

    @classmethod
    def perform(cls, info: Any, seat_id: str) -> Self:
        wanted = seat_uuid(seat_id)
        seat = leave_group(known_player(info), wanted, now=request_of(info).now)
        return cls(seat=SeatView(seat, language_of(info)), errors=[])
