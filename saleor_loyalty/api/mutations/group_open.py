"""A member opens a group."""

from typing import Any, Self

import graphene

from ...flows.group_buys import open_group
from ..context import request_of
from ..inputs import text
from ..language import language_of
from ..play import offer_slug, player
from ..types.group_buy import LoyaltyGroupSeat, SeatView
from .base import LoyaltyMutation


class LoyaltyGroupOpen(LoyaltyMutation):
    """Opens a group on an offer, with the caller's seat in it kept for a while."""

    class Arguments:
        offer_id = graphene.ID(required=True)
        source_key = graphene.String(
            required=True,
            description="A name of the caller's for this group. The same one again answers the "
            "same seat.",
        )

    seat = graphene.Field(LoyaltyGroupSeat)

    @classmethod
    def perform(cls, info: Any, offer_id: str, source_key: str) -> Self:
        slug = offer_slug(offer_id)
        key = text(source_key, field="sourceKey", longest=100)
        seat = open_group(player(info), slug, source_key=key, now=request_of(info).now)
        return cls(seat=SeatView(seat, language_of(info)), errors=[])
