"""A new customer says whose friend they are."""

from typing import Any, Self

import graphene

from ...flows.referrals import join
from ..context import request_of
from ..inputs import optional_text, text
from ..play import player
from ..types.referral import BroughtView, LoyaltyBroughtBy
from .base import LoyaltyMutation
from .referral_code_make import DEVICE

LoyaltyReferralHow = graphene.Enum(
    "LoyaltyReferralHow",
    [("CODE", "code"), ("LINK", "link")],
    description="Whether the code was typed in or stood in the link.",
)


class LoyaltyReferralJoin(LoyaltyMutation):
    """Right after registration, once: the same code again answers the same."""

    class Arguments:
        code = graphene.String(required=True, description="In any case, with or without hyphens.")
        how = LoyaltyReferralHow(description="Without it: CODE.")
        device_id = graphene.String(description=DEVICE)

    brought_by = graphene.Field(LoyaltyBroughtBy)

    @classmethod
    def perform(
        cls, info: Any, code: str, how: str | None = None, device_id: str | None = None
    ) -> Self:
        referral = join(
            player(info),
            text(code, field="code", longest=64),
            how=how or "code",
            device_id=optional_text(device_id, field="deviceId", longest=200),
            now=request_of(info).now,
        )
        return cls(brought_by=BroughtView(referral), errors=[])
