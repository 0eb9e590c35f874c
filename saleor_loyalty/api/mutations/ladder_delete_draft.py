"""A draft of the ladder that nobody wants."""

from typing import Any, Self

import graphene

from ...flows.ladders import delete_draft
from ..inputs import text
from ..ladders import version_number
from ..types.ladder import LoyaltyLadder
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyLadderDeleteDraft(LoyaltyMutation):
    """Deletes a draft with its trials, and only a draft. Needs MANAGE_PROGRAMMES."""

    permission = Permission.MANAGE_PROGRAMMES

    class Arguments:
        id = graphene.ID(required=True, description="Of the version.")
        revision = graphene.String(required=True, description="The one you have read.")

    ladder = graphene.Field(LoyaltyLadder)

    @classmethod
    def perform(cls, _info: Any, id: str, revision: str) -> Self:
        number = version_number(id)
        delete_draft(number, revision=text(revision, field="revision", longest=50))
        return cls(ladder=object(), errors=[])
