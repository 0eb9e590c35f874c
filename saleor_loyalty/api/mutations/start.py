"""An empty shop begins."""

from typing import Any, Self

import graphene

from ...features.programme.models import Programme
from ...flows.starter_recipes import Starter
from ...flows.starters import start
from ..context import request_of
from ..inputs import optional_text, text
from ..types.programme import LoyaltyProgramme
from ..types.starter import LoyaltyStarterKind
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyStart(LoyaltyMutation):
    """Puts a ready programme in force, in a shop that has none: orders paid from now on earn.

    Needs MANAGE_PROGRAMMES.
    """

    permission = Permission.MANAGE_PROGRAMMES

    class Arguments:
        kind = LoyaltyStarterKind(required=True)
        time_zone = graphene.String(required=True, description="Of the shop's days: Europe/Paris.")
        variant_id = graphene.ID(
            description="The shop's id of what sells the membership, where it has one."
        )

    programme = graphene.Field(LoyaltyProgramme)

    @classmethod
    def perform(cls, info: Any, kind: str, time_zone: str, variant_id: str | None = None) -> Self:
        programme: Programme = start(
            Starter(kind),
            time_zone=text(time_zone, field="timeZone", longest=63),
            variant_id=optional_text(variant_id, field="variantId", longest=200),
            now=request_of(info).now,
        )
        return cls(programme=programme, errors=[])
