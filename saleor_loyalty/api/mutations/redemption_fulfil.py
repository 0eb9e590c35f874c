"""What a member redeemed was used, sent or honoured."""

from typing import Any, Self

import graphene

from ...flows.redemption_ends import fulfil
from ..context import request_of, viewer_of
from ..ids import uuid_of
from ..inputs import optional_text
from ..rewards import LONGEST_NOTE, LONGEST_TRACKING, redemption_view
from ..types.redemption import TYPE, LoyaltyRedemption
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyRedemptionFulfil(LoyaltyMutation):
    """Says that it is done. Again with another tracking it changes that. Needs MANAGE_ORDERS."""

    permission = Permission.MANAGE_ORDERS

    class Arguments:
        id = graphene.ID(required=True)
        tracking = graphene.String(description="At most 200 characters.")
        note = graphene.String(description="The member reads it. At most 500 characters.")

    redemption = graphene.Field(LoyaltyRedemption)

    @classmethod
    def perform(
        cls, info: Any, id: str, tracking: str | None = None, note: str | None = None
    ) -> Self:
        redemption = fulfil(
            uuid_of(id, TYPE),
            tracking=optional_text(tracking, field="tracking", longest=LONGEST_TRACKING),
            note=optional_text(note, field="note", longest=LONGEST_NOTE),
            actor=viewer_of(info).actor,
            now=request_of(info).now,
        )
        return cls(redemption=redemption_view(info, redemption), errors=[])
