"""A gift of a benefit is taken back."""

from typing import Any, Self

import graphene

from ...flows.gift_withdrawal import withdraw
from ...flows.perks import Entitlements
from ...flows.points import LONGEST_REASON
from ..context import request_of, viewer_of
from ..ids import uuid_of
from ..inputs import text
from ..language import language_of
from ..types.benefit_gift import TYPE, GiftView
from ..types.gift_of_member import LoyaltyGiftOfMember
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyBenefitGiftWithdraw(LoyaltyMutation):
    """Takes back what a benefit gave: its coupon is worth nothing any more, and the same is not
    given again. What was used stays, and points are adjusted instead. Again changes nothing. Needs
    MANAGE_MEMBERS."""

    permission = Permission.MANAGE_MEMBERS

    class Arguments:
        id = graphene.ID(required=True)
        reason = graphene.String(required=True, description="For staff. At most 500 characters.")

    gift = graphene.Field(LoyaltyGiftOfMember)

    @classmethod
    def perform(cls, info: Any, id: str, reason: str) -> Self:
        gift = withdraw(
            uuid_of(id, TYPE),
            reason=text(reason, field="reason", longest=LONGEST_REASON),
            actor=viewer_of(info).actor,
            now=request_of(info).now,
        )
        view = GiftView(gift, Entitlements.load([]).offered, language_of(info))
        return cls(gift=view, errors=[])
