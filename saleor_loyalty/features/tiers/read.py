"""Tiers as plain values, lowest first."""

from dataclasses import dataclass

from .models import SalePolicy, Tier


@dataclass(frozen=True, slots=True)
class TierView:
    """`discount_basis_points` are hundredths of a percent; `growth_from` is what it takes."""

    id: int
    slug: str
    name: str
    rank: int
    growth_from: int
    discount_basis_points: int
    sale_policy: SalePolicy


def ladder() -> list[TierView]:
    return [
        TierView(
            tier.pk,
            tier.slug,
            tier.name,
            tier.rank,
            tier.growth_from,
            tier.discount_basis_points,
            SalePolicy(tier.sale_policy),
        )
        for tier in Tier.objects.filter(active=True).order_by("rank")
    ]


def reached(tiers: list[TierView], growth: int) -> TierView | None:
    """The highest tier that so much growth enters."""
    fitting = [tier for tier in tiers if tier.growth_from <= growth]
    return max(fitting, key=lambda tier: tier.rank, default=None)


def following(tiers: list[TierView], rank: int | None) -> TierView | None:
    """The next tier above the given rank (None: above no tier at all)."""
    higher = [tier for tier in tiers if rank is None or tier.rank > rank]
    return min(higher, key=lambda tier: tier.rank, default=None)
