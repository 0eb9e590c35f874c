"""A use of a benefit is given back."""

from typing import Any, Self

import graphene

from ...flows import benefit_uses
from ..context import request_of, viewer_of
from ..ids import uuid_of
from ..types.benefit_use import TYPE, LoyaltyBenefitUse, UseView
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyBenefitUseUndo(LoyaltyMutation):
    """Gives a use back. One that was given back stays as it is. Needs MANAGE_MEMBERS."""

    permission = Permission.MANAGE_MEMBERS

    class Arguments:
        id = graphene.ID(required=True)

    use = graphene.Field(LoyaltyBenefitUse)

    @classmethod
    def perform(cls, info: Any, id: str) -> Self:
        found = benefit_uses.undo(
            uuid_of(id, TYPE), actor=viewer_of(info).actor, now=request_of(info).now
        )
        return cls(use=UseView(found), errors=[])
