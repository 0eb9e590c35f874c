"""Programmes as an answer to staff."""

from typing import Any

import graphene

from ...features.programme.models import Programme, ProgrammeVersion, VersionState
from ...features.programme.service import revision_of
from ..errors import refusing
from ..ids import to_global
from ..list_loaders import NewestVersions
from ..loaders import loader
from ..pagination import check_size
from ..programmes import PROGRAMME, version_id
from ..scalars import LoyaltyDateTime, LoyaltyJSON

LoyaltyVersionState = graphene.Enum(
    "LoyaltyVersionState",
    [(state.name, state.value) for state in VersionState],
    description="A draft may be edited and is in force nowhere; an activated one never changes.",
)


class LoyaltyProgrammeVersion(graphene.ObjectType):
    """What a programme says from a moment on."""

    id = graphene.ID(required=True)
    number = graphene.Int(required=True)
    state = LoyaltyVersionState(required=True)
    valid_from = LoyaltyDateTime(description="Null for a draft.")
    config = LoyaltyJSON(required=True, description="The rules, as the merchant wrote them.")
    revision = graphene.String(
        required=True,
        description="Give it back with an edit: it is refused where somebody else was faster.",
    )

    @staticmethod
    def resolve_id(version: ProgrammeVersion, _info: object) -> str:
        return version_id(version)

    @staticmethod
    def resolve_revision(version: ProgrammeVersion, _info: object) -> str:
        return revision_of(version)


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
    active = graphene.Boolean(required=True, description="False once it is archived.")
    versions = graphene.List(
        graphene.NonNull(LoyaltyProgrammeVersion),
        required=True,
        first=graphene.Int(required=True, description="How many, at most 100."),
        description="Newest first, drafts among them.",
    )

    @staticmethod
    def resolve_id(programme: Programme, _info: object) -> str:
        return to_global(PROGRAMME, programme.slug)

    @staticmethod
    @refusing
    def resolve_versions(programme: Programme, info: Any, first: int) -> Any:
        return loader(info, NewestVersions).load((programme.pk, check_size(first)))
