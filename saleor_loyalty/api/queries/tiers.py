"""The ladder of tiers, for everybody."""

from typing import Any

import graphene

from ..loaders import ALL, TierLadder, loader
from ..types.tier import LoyaltyTier


class TierQueries(graphene.ObjectType):
    loyalty_tiers = graphene.List(
        graphene.NonNull(LoyaltyTier),
        required=True,
        description="The tiers members can reach, lowest first.",
    )

    @staticmethod
    def resolve_loyalty_tiers(_root: None, info: Any) -> Any:
        return loader(info, TierLadder).load(ALL)
