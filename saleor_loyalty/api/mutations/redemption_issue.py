"""Staff have prepared what a member redeemed."""

from typing import Any, Self

import graphene

from ...flows.redemption_ends import issue
from ..context import request_of, viewer_of
from ..ids import uuid_of
from ..inputs import optional_text
from ..rewards import LONGEST_CODE, LONGEST_NOTE, LONGEST_TRACKING, redemption_view
from ..types.redemption import TYPE, LoyaltyRedemption
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyRedemptionIssue(LoyaltyMutation):
    """Says that a service is prepared: the member has its code from now on. Needs MANAGE_ORDERS."""

    permission = Permission.MANAGE_ORDERS

    class Arguments:
        id = graphene.ID(required=True)
        code = graphene.String(description="Without it one is made. At most 255 characters.")
        tracking = graphene.String(description="At most 200 characters.")
        note = graphene.String(description="The member reads it. At most 500 characters.")

    redemption = graphene.Field(LoyaltyRedemption)

    @classmethod
    def perform(
        cls,
        info: Any,
        id: str,
        code: str | None = None,
        tracking: str | None = None,
        note: str | None = None,
    ) -> Self:
        redemption = issue(
            uuid_of(id, TYPE),
            code=optional_text(code, field="code", longest=LONGEST_CODE),
            tracking=optional_text(tracking, field="tracking", longest=LONGEST_TRACKING),
            note=optional_text(note, field="note", longest=LONGEST_NOTE),
            actor=viewer_of(info).actor,
            now=request_of(info).now,
        )
        return cls(redemption=redemption_view(info, redemption), errors=[])
