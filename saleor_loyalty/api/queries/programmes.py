"""The programmes and what they say, for staff."""

from typing import Any

import graphene

from ...features.programme.models import Programme
from ..context import viewer_of
from ..errors import refusing
from ..pagination import Slice, arguments, check_size, key_in, slice_of
from ..programmes import programme_slug
from ..types.connection import connection_of
from ..types.programme import LoyaltyProgramme
from ..viewer import Permission, require

LoyaltyProgrammeConnection = connection_of(LoyaltyProgramme)


class ProgrammeQueries(graphene.ObjectType):
    loyalty_programmes = graphene.Field(
        LoyaltyProgrammeConnection,
        **arguments(),
        description="The programmes by slug. Needs MANAGE_PROGRAMMES.",
    )

    loyalty_programme = graphene.Field(
        LoyaltyProgramme,
        id=graphene.ID(required=True),
        description="Null: there is none. Needs MANAGE_PROGRAMMES.",
    )

    @staticmethod
    @refusing
    def resolve_loyalty_programme(_root: None, info: Any, id: str) -> Programme | None:
        require(viewer_of(info), Permission.MANAGE_PROGRAMMES)
        return Programme.objects.filter(slug=programme_slug(id)).first()

    @staticmethod
    @refusing
    def resolve_loyalty_programmes(
        _root: None, info: Any, first: int, after: str | None = None
    ) -> Slice[Programme]:
        require(viewer_of(info), Permission.MANAGE_PROGRAMMES)
        last_seen = key_in(after, str)
        found = Programme.objects.order_by("slug")
        if last_seen is not None:
            found = found.filter(slug__gt=last_seen)
        return slice_of(
            lambda limit: list(found[:limit]),
            lambda programme: programme.slug,
            first=check_size(first),
            after=after,
        )
