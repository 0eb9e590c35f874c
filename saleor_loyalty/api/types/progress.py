"""How far the next tier is, as an answer."""

from dataclasses import dataclass

import graphene

from ...features.tiers.models import Tier
from ...features.tiers.read import TierView, following
from ..scalars import LoyaltyInteger
from .tier import LoyaltyTier


@dataclass(frozen=True, slots=True)
class ProgressView:
    growth: int
    next_tier: TierView | None
    growth_needed: int
    percent: int


def progress_of(tier: Tier | TierView | None, growth: int, ladder: list[TierView]) -> ProgressView:
    """From the tier a member is in, by whatever way they came there, to the one above it."""
    above = following(ladder, tier.rank if tier else None)
    if above is None:
        return ProgressView(growth, None, 0, 100)
    start = min(tier.growth_from if tier else 0, above.growth_from)
    way = max(above.growth_from - start, 1)
    done = min(max(growth - start, 0), way)
    return ProgressView(growth, above, max(above.growth_from - growth, 0), done * 100 // way)


class LoyaltyProgress(graphene.ObjectType):
    """How far the next tier is."""

    growth = LoyaltyInteger(required=True, description="The growth that counts now.")
    next_tier = graphene.Field(LoyaltyTier, description="Null at the top of the ladder.")
    growth_needed = LoyaltyInteger(required=True, description="What is missing for it.")
    percent = graphene.Int(
        required=True, description="Of the way from this tier to the next, rounded down."
    )
