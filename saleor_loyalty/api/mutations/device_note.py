"""What a storefront knows the caller's browser or app by."""

from typing import Any, Self

import graphene

from ...flows.referral_terms import must_run
from ...flows.traces import note_device
from ..context import request_of
from ..inputs import text
from ..play import player
from .base import LoyaltyMutation
from .referral_code_make import DEVICE


class LoyaltyDeviceNote(LoyaltyMutation):
    """Told at login, so that one person with two accounts is seen."""

    class Arguments:
        device_id = graphene.String(required=True, description=DEVICE)

    noted = graphene.Boolean()

    @classmethod
    def perform(cls, info: Any, device_id: str) -> Self:
        must_run()
        device = text(device_id, field="deviceId", longest=200)
        note_device(player(info), device, now=request_of(info).now)
        return cls(noted=True, errors=[])
