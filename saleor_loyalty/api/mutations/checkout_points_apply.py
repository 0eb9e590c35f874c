"""Points that make a checkout cheaper."""

from typing import Any, Self

import graphene

from ...errors import N_, Code, LoyaltyError
from ...events.host import host
from ...flows.points_reduction import apply
from ...flows.quote import quote_checkout
from ..context import request_of, viewer_of
from ..ids import checkout_id_of
from ..language import language_of
from ..scalars import LoyaltyInteger
from ..types.quote import LoyaltyCheckoutQuote, QuoteView
from ..viewer import Viewer, require_user
from .base import LoyaltyMutation


class LoyaltyCheckoutPointsApply(LoyaltyMutation):
    """Takes what points are worth off the goods of one's own checkout, where the shop does that.

    Another choice replaces the earlier one. Points that would buy no further coin are not taken;
    shipping costs what it costs. `loyaltyCheckoutPointsRelease` takes them off again.
    """

    class Arguments:
        checkout_id = graphene.ID(required=True, description="The shop's id of the checkout.")
        points = LoyaltyInteger(required=True, description="How many are to be used in all.")

    quote = graphene.Field(LoyaltyCheckoutQuote, description="How the checkout stands now.")

    @classmethod
    def authorise(cls, viewer: Viewer) -> None:
        require_user(viewer)

    @classmethod
    def perform(cls, info: Any, checkout_id: str, points: int) -> Self:
        token = checkout_id_of(checkout_id)
        now = request_of(info).now
        apply(require_user(viewer_of(info)), token, points, now=now)
        checkout = host().checkout(token)
        if checkout is None:
            raise LoyaltyError(Code.NOT_FOUND, N_("There is no such checkout."), field="checkoutId")
        return cls(quote=QuoteView(quote_checkout(checkout, now=now), language_of(info)), errors=[])
