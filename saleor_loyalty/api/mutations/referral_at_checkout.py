"""A friend's code at the till."""

from typing import Any, Self

import graphene

from ...flows.referral_terms import must_run
from ...flows.referrals import give_at_checkout
from ..context import request_of, viewer_of
from ..ids import checkout_id_of
from ..inputs import text
from ..language import language_of
from ..types.referral import InvitationView, LoyaltyReferralInvitation
from ..viewer import Permission, Viewer
from .base import LoyaltyMutation


class LoyaltyReferralAtCheckout(LoyaltyMutation):
    """Keeps a code with a checkout until it is ordered: a guest's, one's own, or with
    MANAGE_ORDERS any.

    The buyer is the friend, once they have an account.
    """

    class Arguments:
        checkout_id = graphene.ID(required=True, description="The shop's id of the checkout.")
        code = graphene.String(required=True)

    invitation = graphene.Field(LoyaltyReferralInvitation)

    @classmethod
    def authorise(cls, viewer: Viewer) -> None:
        """Guests as well: whoever knows the id of a guest's checkout is at it."""

    @classmethod
    def perform(cls, info: Any, checkout_id: str, code: str) -> Self:
        viewer = viewer_of(info)
        row = give_at_checkout(
            checkout_id_of(checkout_id),
            text(code, field="code", longest=64),
            user_id=viewer.user_id,
            trusted=viewer.may(Permission.MANAGE_ORDERS),
            now=request_of(info).now,
        )
        view = InvitationView(row.code, must_run().config, language_of(info))
        return cls(invitation=view, errors=[])
