"""A programme is made."""

from typing import Any, Self

import graphene

from ...flows.programmes import create_programme
from ..inputs import document, text
from ..scalars import LoyaltyJSON
from ..types.programme import LoyaltyProgramme
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyProgrammeCreate(LoyaltyMutation):
    """Makes a programme with its first draft: nothing is in force yet. Needs MANAGE_PROGRAMMES."""

    permission = Permission.MANAGE_PROGRAMMES

    class Arguments:
        slug = graphene.String(required=True, description="Never changes. At most 50 characters.")
        name = graphene.String(required=True, description="At most 200 characters.")
        channels = graphene.List(
            graphene.NonNull(graphene.String),
            description="Slugs. None: all channels that no other programme names.",
        )
        config = LoyaltyJSON(required=True, description="What the draft says.")

    programme = graphene.Field(LoyaltyProgramme)

    @classmethod
    def perform(
        cls, _info: Any, slug: str, name: str, config: Any, channels: list[str] | None = None
    ) -> Self:
        programme = create_programme(
            text(slug, field="slug", longest=50),
            name=text(name, field="name", longest=200),
            channels=channels or [],
            config=document(config),
        )
        return cls(programme=programme, errors=[])
