"""A draft of the ladder to edit."""

from typing import Any, Self

import graphene

from ...flows.ladders import open_draft
from ..inputs import document
from ..scalars import LoyaltyJSON
from ..types.ladder import LoyaltyLadderVersion
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyLadderDraft(LoyaltyMutation):
    """Opens a draft of the ladder: it moves nobody. Needs MANAGE_PROGRAMMES."""

    permission = Permission.MANAGE_PROGRAMMES

    class Arguments:
        config = LoyaltyJSON(description="What it says. Without it: what the ladder in force says.")

    version = graphene.Field(LoyaltyLadderVersion)

    @classmethod
    def perform(cls, _info: Any, config: Any = None) -> Self:
        given = document(config) if config is not None else None
        return cls(version=open_draft(given), errors=[])
