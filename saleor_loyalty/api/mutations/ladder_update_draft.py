"""What a draft of the ladder says."""

from typing import Any, Self

import graphene

from ...flows.ladders import edit_draft
from ..inputs import document, text
from ..ladders import version_number
from ..scalars import LoyaltyJSON
from ..types.ladder import LoyaltyLadderVersion
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyLadderUpdateDraft(LoyaltyMutation):
    """Replaces what a draft says; a refusal names each place at fault. Needs MANAGE_PROGRAMMES."""

    permission = Permission.MANAGE_PROGRAMMES

    class Arguments:
        id = graphene.ID(required=True, description="Of the version.")
        config = LoyaltyJSON(required=True)
        revision = graphene.String(required=True, description="The one you have read.")

    version = graphene.Field(LoyaltyLadderVersion)

    @classmethod
    def perform(cls, _info: Any, id: str, config: Any, revision: str) -> Self:
        number = version_number(id)
        seen = text(revision, field="revision", longest=50)
        return cls(version=edit_draft(number, config=document(config), revision=seen), errors=[])
