"""A programme comes to its end."""

from typing import Any, Self

import graphene

from ...flows.programmes import archive_programme
from ..programmes import programme_slug
from ..types.programme import LoyaltyProgramme
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyProgrammeArchive(LoyaltyMutation):
    """Nothing is earned or paid under it any more; what was earned stays with its members.

    Needs MANAGE_PROGRAMMES.
    """

    permission = Permission.MANAGE_PROGRAMMES

    class Arguments:
        id = graphene.ID(required=True)

    programme = graphene.Field(LoyaltyProgramme)

    @classmethod
    def perform(cls, _info: Any, id: str) -> Self:
        return cls(programme=archive_programme(programme_slug(id)), errors=[])
