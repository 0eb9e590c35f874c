"""An invitation is switched off."""

from typing import Any, Self

import graphene

from ...flows.tier_invitations import deactivate_invitation
from ..ids import public_of
from ..ladders import INVITATION
from ..types.invitation import LoyaltyTierInvitation
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyTierInvitationDeactivate(LoyaltyMutation):
    """Nobody can use the code any more; who has keeps the tier. Needs MANAGE_MEMBERS."""

    permission = Permission.MANAGE_MEMBERS

    class Arguments:
        id = graphene.ID(required=True)

    invitation = graphene.Field(LoyaltyTierInvitation)

    @classmethod
    def perform(cls, _info: Any, id: str) -> Self:
        return cls(invitation=deactivate_invitation(public_of(id, INVITATION)), errors=[])
