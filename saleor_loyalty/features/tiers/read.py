"""Tiers as plain values, lowest first."""

from dataclasses import dataclass

from .models import Tier


@dataclass(frozen=True, slots=True)
class TierView:
    id: int
    slug: str
    name: str
    rank: int


def tiers_by_slug() -> dict[str, TierView]:
    """The active ones, lowest first, and those that are not there any more."""
    return {
        tier.slug: TierView(tier.pk, tier.slug, tier.name, tier.rank)
        for tier in Tier.objects.order_by("-active", "rank")
    }
