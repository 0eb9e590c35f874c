"""Programmes as an answer to staff."""

from typing import Any

import graphene

from ...features.programme.models import Programme, ProgrammeVersion
from ..errors import refusing
from ..ids import to_global
from ..pagination import check_size
from ..scalars import LoyaltyDateTime, LoyaltyJSON


class LoyaltyProgrammeVersion(graphene.ObjectType):
    """What a programme says from a moment on."""

    number = graphene.Int(required=True)
    valid_from = LoyaltyDateTime(required=True)
    config = LoyaltyJSON(required=True, description="The rules, as the merchant wrote them.")


class LoyaltyProgramme(graphene.ObjectType):
    """One set of rules, serving some channels."""

    id = graphene.ID(required=True)
    slug = graphene.String(required=True)
    name = graphene.String(required=True)
    channels = graphene.List(
        graphene.NonNull(graphene.String),
        required=True,
        description="Slugs. None: all channels that no other programme names.",
    )
    active = graphene.Boolean(required=True)
    versions = graphene.List(
        graphene.NonNull(LoyaltyProgrammeVersion),
        required=True,
        first=graphene.Int(required=True, description="How many, at most 100."),
        description="Newest first.",
    )

    @staticmethod
    def resolve_id(programme: Programme, _info: object) -> str:
        return to_global("LoyaltyProgramme", programme.slug)

    @staticmethod
    @refusing
    def resolve_versions(programme: Programme, _info: Any, first: int) -> list[ProgrammeVersion]:
        return list(programme.versions.order_by("-number")[: check_size(first)])
