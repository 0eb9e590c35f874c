"""A pack of growth is made."""

from typing import Any, Self

import graphene

from ...flows.pack_terms import terms_of
from ...flows.packs import create_pack
from ..inputs import document, text
from ..language import language_of
from ..scalars import LoyaltyJSON
from ..types.growth_pack import LoyaltyGrowthPack, PackView
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyGrowthPackCreate(LoyaltyMutation):
    """Puts a pack of growth on sale. Needs MANAGE_PROGRAMMES."""

    permission = Permission.MANAGE_PROGRAMMES

    class Arguments:
        slug = graphene.String(required=True, description="Never changes. At most 50 characters.")
        config = LoyaltyJSON(
            required=True, description="Texts, variants, what a piece brings, and a limit."
        )

    growth_pack = graphene.Field(LoyaltyGrowthPack)

    @classmethod
    def perform(cls, info: Any, slug: str, config: Any) -> Self:
        made = create_pack(text(slug, field="slug", longest=50), document(config))
        return cls(growth_pack=PackView(terms_of(made), language_of(info)), errors=[])
