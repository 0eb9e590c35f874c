"""How far the next tier is, and what keeps this one, as an answer."""

from dataclasses import dataclass
from datetime import datetime

import graphene

from ...features.tiers.criteria import Missing
from ...flows.ladder_terms import Ladders
from ...flows.tier_texts import ahead_text, keep_text
from ..outlooks import Ahead
from ..scalars import LoyaltyDateTime, LoyaltyInteger
from .outlook import LoyaltyWay, WayView
from .tier import LoyaltyTier, TierView, tier_view


@dataclass(frozen=True, slots=True)
class ProgressView:
    """`ahead` None: there is no ladder."""

    growth: int
    ahead: Ahead | None
    ladders: Ladders
    language_code: str

    @property
    def next_tier(self) -> TierView | None:
        slug = self.ahead.outlook.next_tier if self.ahead else None
        return tier_view(self.ladders, slug, self.language_code)

    @property
    def growth_needed(self) -> int | None:
        if self.ahead is None or self.ahead.outlook.next_tier is None:
            return 0
        alone = [way[0] for way in self.ahead.outlook.ways_up if len(way) == 1]
        return min((one.missing for one in alone if one.kind == "growth"), default=None)

    @property
    def percent(self) -> int:
        return self.ahead.outlook.percent if self.ahead else 100

    @property
    def ways_up(self) -> list[WayView]:
        return self._ways(self.ahead.outlook.ways_up if self.ahead else [])

    @property
    def text(self) -> str:
        if self.ahead is None or self.ladders.newest is None:
            return ""
        config = self.ladders.newest.config
        return ahead_text(self.ahead.outlook, config, self.ahead.facts, self.language_code)

    @property
    def keep_until(self) -> datetime | None:
        return self.ahead.outlook.keep_until if self.ahead else None

    @property
    def in_grace(self) -> bool:
        return self.ahead is not None and self.ahead.outlook.in_grace

    @property
    def kept(self) -> bool:
        return self.ahead is None or self.ahead.outlook.kept

    @property
    def ways_to_keep(self) -> list[WayView]:
        return self._ways(self.ahead.outlook.ways_to_keep if self.ahead else [])

    @property
    def keep_text(self) -> str:
        if self.ahead is None or self.ladders.newest is None:
            return ""
        return keep_text(
            self.ahead.given.tier,
            self.ahead.outlook,
            self.ladders.newest.config,
            self.ahead.facts,
            self.language_code,
        )

    def _ways(self, ways: list[list[Missing]]) -> list[WayView]:
        return [WayView(way, self.language_code) for way in ways]


class LoyaltyProgress(graphene.ObjectType):
    """How far the next tier is, and what keeps the one that there is."""

    growth = LoyaltyInteger(required=True, description="The growth there is now.")
    next_tier = graphene.Field(LoyaltyTier, description="Null at the top of the ladder.")
    growth_needed = LoyaltyInteger(
        description="What is missing for it in growth. Null where growth alone does not lead there."
    )
    percent = graphene.Int(
        required=True, description="Of the shortest way to the next tier, rounded down."
    )
    ways_up = graphene.List(
        graphene.NonNull(LoyaltyWay),
        required=True,
        description="What leads to the next tier, any one of these.",
    )
    text = graphene.String(
        required=True, description="The same in one sentence. Empty at the top of the ladder."
    )
    keep_until = LoyaltyDateTime(
        description="The first moment at which the tier may be lost. Null: it has no end."
    )
    in_grace = graphene.Boolean(
        required=True, description="Whether its period is over and this is the time after it."
    )
    kept = graphene.Boolean(
        required=True, description="Whether nothing more is needed to keep the tier then."
    )
    ways_to_keep = graphene.List(
        graphene.NonNull(LoyaltyWay),
        required=True,
        description="What keeps it, any one of these. None: nothing does, or nothing is needed.",
    )
    keep_text = graphene.String(
        required=True, description="The same in one sentence. Empty where the tier has no end."
    )
