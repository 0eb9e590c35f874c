"""A member asks for the code to give to friends."""

from typing import Any, Self

import graphene

from ...flows.referral_terms import must_run
from ...flows.referrals import make_code
from ..context import request_of
from ..inputs import optional_text
from ..play import player
from .base import LoyaltyMutation

DEVICE = "What the storefront knows the browser or app by: kept as a keyed hash, for comparing."


class LoyaltyReferralCodeMake(LoyaltyMutation):
    """The caller's one code, and the link that ends in it."""

    class Arguments:
        device_id = graphene.String(description=DEVICE)

    code = graphene.String()
    link = graphene.String(description="A path of the shop.")

    @classmethod
    def perform(cls, info: Any, device_id: str | None = None) -> Self:
        device = optional_text(device_id, field="deviceId", longest=200)
        made = make_code(player(info), device_id=device, now=request_of(info).now)
        return cls(code=made.code, link=must_run().config.link_of(made.code), errors=[])
