"""The pieces of a seat come into a checkout."""

from typing import Any, Self

import graphene

from ...flows.group_buys import put_in_checkout
from ..context import request_of
from ..ids import checkout_id_of
from ..language import language_of
from ..play import known_player, seat_uuid
from ..types.group_buy import LoyaltyGroupSeat, SeatView
from .base import LoyaltyMutation


class LoyaltyGroupCheckout(LoyaltyMutation):
    """Puts the pieces of the caller's seat into their checkout, at the group's price."""

    class Arguments:
        seat_id = graphene.ID(required=True)
        checkout_id = graphene.ID(required=True, description="The shop's id of the checkout.")

    seat = graphene.Field(LoyaltyGroupSeat)

    @classmethod
    def perform(cls, info: Any, seat_id: str, checkout_id: str) -> Self:
        wanted, checkout = seat_uuid(seat_id), checkout_id_of(checkout_id)
        seat = put_in_checkout(known_player(info), wanted, checkout, now=request_of(info).now)
        return cls(seat=SeatView(seat, language_of(info)), errors=[])
