"""An invitation into a tier, as an answer to staff."""

from typing import Any

import graphene

from ...features.tiers.models import TierInvitation
from ..ids import to_global
from ..ladders import INVITATION
from ..language import language_of
from ..loaders import ladders_of
from ..scalars import LoyaltyDateTime
from .tier import LoyaltyTier, TierView, view_of_tier


class LoyaltyTierInvitation(graphene.ObjectType):
    """A code that lets whoever has it into a tier."""

    id = graphene.ID(required=True)
    code = graphene.String(required=True)
    tier = graphene.Field(LoyaltyTier, required=True)
    months = graphene.Int(description="How long the tier lasts from being taken. Null: for good.")
    uses = graphene.Int(description="How many members may use it. Null: any number.")
    used = graphene.Int(required=True, description="So many have.")
    valid_until = LoyaltyDateTime(description="Null: it has no end.")
    active = graphene.Boolean(required=True, description="False once it is switched off.")
    actor = graphene.String(required=True, description="Who made it: user:5, app:2.")
    created_at = LoyaltyDateTime(required=True)

    @staticmethod
    def resolve_id(invitation: TierInvitation, _info: object) -> str:
        return to_global(INVITATION, invitation.code)

    @staticmethod
    def resolve_tier(invitation: TierInvitation, info: Any) -> TierView | None:
        return view_of_tier(ladders_of(info), invitation.tier, language_of(info))
