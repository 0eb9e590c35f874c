"""What a draft says."""

from typing import Any, Self

import graphene

from ...flows.programmes import edit_draft
from ..inputs import document, text
from ..programmes import version_key
from ..scalars import LoyaltyJSON
from ..types.programme import LoyaltyProgrammeVersion
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyProgrammeUpdateDraft(LoyaltyMutation):
    """Replaces what a draft says; a refusal names each place at fault. Needs MANAGE_PROGRAMMES."""

    permission = Permission.MANAGE_PROGRAMMES

    class Arguments:
        id = graphene.ID(required=True, description="Of the version.")
        config = LoyaltyJSON(required=True)
        revision = graphene.String(required=True, description="The one you have read.")

    version = graphene.Field(LoyaltyProgrammeVersion)

    @classmethod
    def perform(cls, _info: Any, id: str, config: Any, revision: str) -> Self:
        slug, number = version_key(id)
        seen = text(revision, field="revision", longest=50)
        draft = edit_draft(slug, number, config=document(config), revision=seen)
        return cls(version=draft, errors=[])
