"""A referral ends, and gives nothing."""

from typing import Any, Self

import graphene

from ...flows.referral_cases import LONGEST_REASON, refuse
from ..context import request_of, viewer_of
from ..ids import uuid_of
from ..inputs import text
from ..types.referral import TYPE, LoyaltyReferral, ReferralView
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyReferralRefuse(LoyaltyMutation):
    """Ends it and takes back what it gave to anybody, also once it was rewarded. Needs
    MANAGE_POINTS.
    """

    permission = Permission.MANAGE_POINTS

    class Arguments:
        id = graphene.ID(required=True)
        reason = graphene.String(required=True, description="Members are not told.")

    referral = graphene.Field(LoyaltyReferral)

    @classmethod
    def perform(cls, info: Any, id: str, reason: str) -> Self:
        referral = refuse(
            uuid_of(id, TYPE),
            text(reason, field="reason", longest=LONGEST_REASON),
            actor=viewer_of(info).actor,
            now=request_of(info).now,
        )
        return cls(referral=ReferralView(referral), errors=[])
