"""A draft to edit."""

from typing import Any, Self

import graphene

from ...flows.programmes import open_draft
from ..programmes import programme_slug
from ..types.programme import LoyaltyProgrammeVersion
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyProgrammeDraft(LoyaltyMutation):
    """Opens a draft that says what the newest version says. Needs MANAGE_PROGRAMMES."""

    permission = Permission.MANAGE_PROGRAMMES

    class Arguments:
        programme_id = graphene.ID(required=True)

    version = graphene.Field(LoyaltyProgrammeVersion)

    @classmethod
    def perform(cls, _info: Any, programme_id: str) -> Self:
        slug = programme_slug(programme_id, field="programmeId")
        return cls(version=open_draft(slug), errors=[])
