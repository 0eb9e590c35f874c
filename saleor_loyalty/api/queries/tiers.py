"""The ladder of tiers, for everybody."""

from typing import Any

import graphene

from ..errors import refusing
from ..inputs import language_code as checked_language
from ..language import language_of
from ..loaders import ladders_of
from ..types.tier import LoyaltyTier, TierView, all_tiers


class TierQueries(graphene.ObjectType):
    loyalty_tiers = graphene.List(
        graphene.NonNull(LoyaltyTier),
        required=True,
        language_code=graphene.String(description="Of the texts. Without it: the caller's."),
        description="The tiers members can reach, lowest first.",
    )

    @staticmethod
    @refusing
    def resolve_loyalty_tiers(
        _root: None, info: Any, language_code: str | None = None
    ) -> list[TierView]:
        given = checked_language(language_code) if language_code is not None else None
        return all_tiers(ladders_of(info), given or language_of(info))
