"""A ladder of tiers, as a merchant writes it down."""

from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Self
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field, model_validator

from ...errors import N_, FaultError
from ...values.config import Config, Days
from ...values.faults import refuse_twice
from ...values.slug import Slug
from ...values.texts import GIVE_A_NAME, Texts
from ...values.zone import known_zone
from .criteria import Criterion, Measure
from .windows import AsLongAsItFits, Ever, ForGood, Period, Rolling, Window

MOST_TIERS = 50
MOST_LEVELS = 5
# Every one of them is shown to whoever asks what is missing.
MOST_WAYS = 200

NO_END = N_("This means nothing without a period that ends.")


class Downgrade(StrEnum):
    """Where a member goes who does not keep a tier."""

    ONE_STEP = "one_step"
    FITTING = "fitting"


class Refunds(StrEnum):
    """Whether what a refund takes back is missed at once or when the period ends."""

    AT_ONCE = "at_once"
    PERIOD_END = "period_end"


class TierConfig(Config):
    """`entry` missing: nobody comes here by what they do, only by being given it.

    The lowest tier may be everybody's: `everybody` instead of an entry.
    """

    slug: Slug
    name: Texts
    description: Texts = Texts({})
    everybody: bool = False
    entry: Criterion | None = None
    # What keeps it at the end of a period, or at every moment where there is none. The entry keeps
    # it too.
    keep: Criterion | None = None
    # Who has reached it falls no lower.
    protected: bool = False
    # Whoever has so many points may have it for them, for `months` (missing: for good).
    points_price: Annotated[int, Field(strict=True, ge=1, le=1_000_000_000)] | None = None
    points_price_months: Annotated[int, Field(strict=True, ge=1, le=1200)] | None = None

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if self.everybody and (self.entry is not None or self.keep is not None):
            raise FaultError(
                N_("A tier that everybody has is neither reached nor kept."), at="everybody"
            )
        if self.keep is not None and self.entry is None:
            raise FaultError(N_("What is not reached cannot be kept."), at="keep")
        if any(one.levels > MOST_LEVELS for one in self.criteria()):
            raise FaultError(N_("At most %(most)s levels, one within the other."), most=MOST_LEVELS)
        if any(one.number_of_ways > MOST_WAYS for one in self.criteria()):
            raise FaultError(N_("At most %(most)s ways to reach or to keep it."), most=MOST_WAYS)
        if self.points_price_months is not None and self.points_price is None:
            raise FaultError(
                N_("This means nothing without a price in points."), at="points_price_months"
            )
        if not self.name.root:
            raise FaultError(GIVE_A_NAME, at="name", missing=True)
        return self

    def criteria(self) -> Iterator[Criterion]:
        """What keeps it first: mostly that is less."""
        yield from (one for one in (self.keep, self.entry) if one is not None)


class LadderConfig(Config):
    """Tiers from the lowest to the highest, and how they are reached, kept and lost."""

    tiers: Annotated[tuple[TierConfig, ...], Field(max_length=MOST_TIERS)]
    # What counts, where a measure does not say otherwise.
    window: Window = Rolling(kind="rolling", months=12)
    period: Period = AsLongAsItFits(kind="as_long_as_it_fits")
    grace_days: Days = 0
    downgrade: Downgrade = Downgrade.FITTING
    refunds: Refunds = Refunds.AT_ONCE
    time_zone: Annotated[str, AfterValidator(known_zone)] = "UTC"
    # A member is told so many days before a tier would be lost.
    warn_days_before: Annotated[
        tuple[Annotated[int, Field(strict=True, ge=1, le=365)], ...], Field(max_length=10)
    ] = (30, 7)

    @model_validator(mode="after")
    def _tiers_fit_together(self) -> Self:
        refuse_twice((tier.slug for tier in self.tiers), at="tiers")
        if any(tier.everybody for tier in self.tiers[1:]):
            raise FaultError(N_("Only the lowest tier can be everybody's."), at="tiers")
        if self.refunds is Refunds.PERIOD_END and isinstance(self.period, AsLongAsItFits | ForGood):
            raise FaultError(
                N_("Without a period that ends, refunds cannot wait for its end."), at="refunds"
            )
        if self.downgrade is Downgrade.ONE_STEP and isinstance(self.period, AsLongAsItFits):
            raise FaultError(NO_END, at="downgrade")
        if self.grace_days and isinstance(self.period, AsLongAsItFits | ForGood):
            raise FaultError(NO_END, at="grace_days")
        return self

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        return tuple(
            measure
            for tier in self.tiers
            for criterion in tier.criteria()
            for measure in criterion.leaves()
        )

    @cached_property
    def reads(self) -> frozenset[str]:
        """The kinds of facts its measures look at."""
        return frozenset(measure.reads for measure in self.measures)

    def window_of(self, measure: Measure) -> Window:
        return measure.window if measure.window is not None else self.window

    def rank(self, slug: str | None) -> int:
        """1 is the lowest; 0: in no tier, or in one that is not there any more."""
        return next((n for n, tier in enumerate(self.tiers, 1) if tier.slug == slug), 0)

    @property
    def only_lasting_growth(self) -> bool:
        """Whether the balance of growth alone tells how far a member is."""
        return self.reads <= {"growth"} and all(
            isinstance(self.window_of(measure), Ever) for measure in self.measures
        )

    @property
    def only_what_counts_now(self) -> bool:
        """Whether what counts at a moment alone tells the tier, wherever a member stood before."""
        return isinstance(self.period, AsLongAsItFits) and not any(
            tier.keep is not None or tier.protected for tier in self.tiers
        )
