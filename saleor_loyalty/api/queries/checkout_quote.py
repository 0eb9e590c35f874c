"""What a checkout may take in points."""

from typing import Any

import graphene

from ...events.host import HostCheckout, host
from ...flows.quote import quote_checkout
from ..context import request_of, viewer_of
from ..errors import refusing
from ..ids import checkout_id_of
from ..language import language_of
from ..types.quote import LoyaltyCheckoutQuote, QuoteView
from ..viewer import Permission, Viewer


class CheckoutQuoteQueries(graphene.ObjectType):
    loyalty_checkout_quote = graphene.Field(
        LoyaltyCheckoutQuote,
        checkout_id=graphene.ID(required=True, description="The shop's id of the checkout."),
        description="How many points may be used on a checkout and what it will bring. For the "
        "customer of the checkout, for whoever knows the id of one without a customer, and with "
        "MANAGE_ORDERS. Null for anybody else, as for a checkout that is not there.",
    )

    @staticmethod
    @refusing
    def resolve_loyalty_checkout_quote(_root: None, info: Any, checkout_id: str) -> Any:
        checkout = host().checkout(checkout_id_of(checkout_id))
        if checkout is None or not may_see(viewer_of(info), checkout):
            return None
        quote = quote_checkout(checkout, now=request_of(info).now)
        return QuoteView(quote, language_of(info))


def may_see(viewer: Viewer, checkout: HostCheckout) -> bool:
    if checkout.user_id is None or viewer.may(Permission.MANAGE_ORDERS):
        return True
    return viewer.user_id == checkout.user_id
