"""A pack of growth is taken off sale."""

from typing import Any, Self

import graphene

from ...flows.pack_terms import terms_of
from ...flows.packs import archive_pack
from ..language import language_of
from ..memberships import pack_slug
from ..types.growth_pack import LoyaltyGrowthPack, PackView
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyGrowthPackArchive(LoyaltyMutation):
    """It is on sale no more; what it brought stays. Needs MANAGE_PROGRAMMES."""

    permission = Permission.MANAGE_PROGRAMMES

    class Arguments:
        id = graphene.ID(required=True)
        archived = graphene.Boolean(description="False puts it on sale again.")

    growth_pack = graphene.Field(LoyaltyGrowthPack)

    @classmethod
    def perform(cls, info: Any, id: str, archived: bool | None = None) -> Self:
        changed = archive_pack(pack_slug(id), archived=archived is not False)
        return cls(growth_pack=PackView(terms_of(changed), language_of(info)), errors=[])
