"""What a pack of growth says."""

from typing import Any, Self

import graphene

from ...flows.pack_terms import terms_of
from ...flows.packs import update_pack
from ..inputs import document, text
from ..language import language_of
from ..memberships import pack_slug
from ..scalars import LoyaltyJSON
from ..types.growth_pack import LoyaltyGrowthPack, PackView
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyGrowthPackUpdate(LoyaltyMutation):
    """Changes what is bought from now on. Needs MANAGE_PROGRAMMES."""

    permission = Permission.MANAGE_PROGRAMMES

    class Arguments:
        id = graphene.ID(required=True)
        config = LoyaltyJSON(required=True)
        revision = graphene.String(required=True, description="The one you have read.")

    growth_pack = graphene.Field(LoyaltyGrowthPack)

    @classmethod
    def perform(cls, info: Any, id: str, config: Any, revision: str) -> Self:
        changed = update_pack(
            pack_slug(id),
            document(config),
            revision=text(revision, field="revision", longest=50),
        )
        return cls(growth_pack=PackView(terms_of(changed), language_of(info)), errors=[])
