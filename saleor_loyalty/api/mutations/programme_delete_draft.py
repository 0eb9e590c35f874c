"""A draft that nobody wants."""

from typing import Any, Self

import graphene

from ...flows.programmes import delete_draft
from ..inputs import text
from ..programmes import version_key
from ..types.programme import LoyaltyProgramme
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyProgrammeDeleteDraft(LoyaltyMutation):
    """Deletes a draft, and only a draft. Needs MANAGE_PROGRAMMES."""

    permission = Permission.MANAGE_PROGRAMMES

    class Arguments:
        id = graphene.ID(required=True, description="Of the version.")
        revision = graphene.String(required=True, description="The one you have read.")

    programme = graphene.Field(LoyaltyProgramme)

    @classmethod
    def perform(cls, _info: Any, id: str, revision: str) -> Self:
        slug, number = version_key(id)
        seen = text(revision, field="revision", longest=50)
        return cls(programme=delete_draft(slug, number, revision=seen), errors=[])
