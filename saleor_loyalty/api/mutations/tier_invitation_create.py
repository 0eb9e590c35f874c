"""A code that lets whoever has it into a tier."""

from datetime import datetime
from typing import Any, Self

import graphene

from ...flows.tier_invitations import create_invitation
from ..context import request_of, viewer_of
from ..ids import public_of
from ..inputs import text
from ..scalars import LoyaltyDateTime
from ..types import tier as tier_type
from ..types.invitation import LoyaltyTierInvitation
from ..viewer import Permission
from .base import LoyaltyMutation

_LONGEST_CODE = 64


class LoyaltyTierInvitationCreate(LoyaltyMutation):
    """Makes an invitation into a tier. Needs MANAGE_MEMBERS."""

    permission = Permission.MANAGE_MEMBERS

    class Arguments:
        tier_id = graphene.ID(required=True)
        code = graphene.String(
            description="4 to 64 letters from A to Z, digits and hyphens; letters of either size "
            "are the same. Without it: one that cannot be guessed."
        )
        months = graphene.Int(description="How long the tier lasts. Without it: for good.")
        uses = graphene.Int(description="How many members may use it. Without it: any number.")
        valid_until = LoyaltyDateTime(description="Without it: it has no end.")

    invitation = graphene.Field(LoyaltyTierInvitation)

    @classmethod
    def perform(
        cls,
        info: Any,
        tier_id: str,
        code: str | None = None,
        months: int | None = None,
        uses: int | None = None,
        valid_until: datetime | None = None,
    ) -> Self:
        invitation = create_invitation(
            public_of(tier_id, tier_type.TYPE, field="tierId"),
            code=text(code, field="code", longest=_LONGEST_CODE) if code is not None else None,
            months=months,
            uses=uses,
            valid_until=valid_until,
            actor=viewer_of(info).actor,
            now=request_of(info).now,
        )
        return cls(invitation=invitation, errors=[])
