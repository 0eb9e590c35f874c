"""Name and channels of a programme."""

from typing import Any, Self

import graphene

from ...flows.programmes import update_programme
from ..inputs import text
from ..programmes import programme_slug
from ..types.programme import LoyaltyProgramme
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyProgrammeUpdate(LoyaltyMutation):
    """Changes what is given, for whatever comes in from now on. Needs MANAGE_PROGRAMMES."""

    permission = Permission.MANAGE_PROGRAMMES

    class Arguments:
        id = graphene.ID(required=True)
        name = graphene.String(description="At most 200 characters.")
        channels = graphene.List(
            graphene.NonNull(graphene.String),
            description="Slugs. None: all channels that no other programme names.",
        )

    programme = graphene.Field(LoyaltyProgramme)

    @classmethod
    def perform(
        cls, _info: Any, id: str, name: str | None = None, channels: list[str] | None = None
    ) -> Self:
        slug = programme_slug(id)
        given = text(name, field="name", longest=200) if name is not None else None
        return cls(programme=update_programme(slug, name=given, channels=channels), errors=[])
