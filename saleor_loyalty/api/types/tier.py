"""Tiers as an answer."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

import graphene

from ...features.benefits.held import Held
from ...features.tiers.models import Tier
from ...flows.ladder_terms import Ladders, TierDocument
from ..ids import to_global
from ..scalars import LoyaltyInteger
from .benefit import BenefitView, LoyaltyBenefit
from .outlook import LoyaltyWay, WayView

TYPE = "LoyaltyTier"
_UTC = ZoneInfo("UTC")


@dataclass(frozen=True, slots=True)
class TierView:
    """A tier in somebody's language. `document` None: it is not in the ladder any more."""

    slug: str
    rank: int
    document: TierDocument | None
    language_code: str
    last_name: str = ""

    @property
    def id(self) -> str:
        return to_global(TYPE, self.slug)

    @property
    def name(self) -> str:
        if self.document is None:
            return self.last_name or self.slug
        return self.document.name.get(self.language_code)

    @property
    def description(self) -> str:
        return self.document.description.get(self.language_code) if self.document else ""

    @property
    def active(self) -> bool:
        return self.document is not None

    @property
    def everybody(self) -> bool:
        return self.document is not None and self.document.everybody

    @property
    def protected(self) -> bool:
        return self.document is not None and self.document.protected

    @property
    def points_price(self) -> int | None:
        return self.document.points_price if self.document else None

    @property
    def points_price_months(self) -> int | None:
        return self.document.points_price_months if self.document else None

    @property
    def benefits(self) -> list[BenefitView]:
        if self.document is None:
            return []
        # Nobody's yet, so that no month of any time zone is counted.
        held = Held(f"tier:{self.slug}", self.document.name, self.document.benefits, _UTC)
        return [BenefitView(held, one, None, self.language_code) for one in held.benefits]

    @property
    def ways(self) -> list[WayView]:
        entry = self.document.entry if self.document else None
        found = entry.ways(lambda _measure: 0) if entry is not None else []
        return [WayView(way, self.language_code) for way in found]

    @property
    def ways_to_keep(self) -> list[WayView]:
        keep = self.document.keep if self.document else None
        if keep is None:
            return self.ways
        return [WayView(way, self.language_code) for way in keep.ways(lambda _measure: 0)]


def tier_view(ladders: Ladders, slug: str | None, language_code: str) -> TierView | None:
    if slug is None:
        return None
    config = ladders.newest.config if ladders.newest is not None else None
    rank = config.rank(slug) if config is not None else 0
    return TierView(slug, rank, ladders.tier(slug), language_code)


def view_of_tier(ladders: Ladders, tier: Tier | None, language_code: str) -> TierView | None:
    """With the name it had last, where it is not in the ladder any more."""
    found = tier_view(ladders, tier.slug if tier is not None else None, language_code)
    if found is None or tier is None or found.active:
        return found
    return TierView(found.slug, found.rank, None, language_code, tier.name)


def all_tiers(ladders: Ladders, language_code: str) -> list[TierView]:
    """Lowest first."""
    tiers = ladders.newest.config.tiers if ladders.newest is not None else ()
    return [TierView(tier.slug, rank, tier, language_code) for rank, tier in enumerate(tiers, 1)]


class LoyaltyTier(graphene.ObjectType):
    """A step of the ladder that members climb by what they do."""

    id = graphene.ID(required=True)
    slug = graphene.String(required=True)
    name = graphene.String(required=True)
    description = graphene.String(required=True)
    rank = graphene.Int(
        required=True, description="1 is the lowest; 0: not in the ladder any more."
    )
    active = graphene.Boolean(required=True, description="Whether it is in the ladder in force.")
    everybody = graphene.Boolean(required=True, description="Whether everybody is in it at least.")
    protected = graphene.Boolean(
        required=True, description="Whether who has reached it falls no lower."
    )
    ways = graphene.List(
        graphene.NonNull(LoyaltyWay),
        required=True,
        description="What reaches it, any one of these. None: it is only given.",
    )
    ways_to_keep = graphene.List(
        graphene.NonNull(LoyaltyWay),
        required=True,
        description="What keeps it when its period ends, any one of these.",
    )
    benefits = graphene.List(
        graphene.NonNull(LoyaltyBenefit), required=True, description="What it gives."
    )
    points_price = LoyaltyInteger(description="What it costs in points. Null: it is not sold.")
    points_price_months = graphene.Int(
        description="How long it lasts when bought. Null: for good, or it is not sold."
    )
