"""A reward, as a merchant writes it down."""

from datetime import datetime
from typing import Annotated, Self

from pydantic import AwareDatetime, Field, model_validator

from ...errors import N_, FaultError
from ...values.config import Config, Points
from ...values.gate import Gate
from ...values.patterns import SAFE_ADDRESS
from ...values.slug import Slug
from ...values.texts import GIVE_A_NAME, Texts
from .kinds import Kind
from .periods import Per

Times = Annotated[int, Field(strict=True, ge=1, le=1_000_000)]


class Picture(Config):
    """By its https address; `text` says what it shows, by language."""

    url: Annotated[str, Field(pattern=SAFE_ADDRESS, max_length=1_000)]
    text: Texts = Texts({})


class Price(Config):
    """In points for one piece; who is in a tier named in `points_by_tier` pays that instead."""

    points: Points
    points_by_tier: Annotated[dict[Slug, Points], Field(max_length=50)] = {}

    def for_tier(self, tier: str | None) -> int:
        return self.points_by_tier.get(tier or "", self.points)


class DatedPrice(Price):
    """From a moment on, until before another."""

    from_: AwareDatetime | None = Field(default=None, alias="from")
    until: AwareDatetime | None = None

    @model_validator(mode="after")
    def _begins_before_it_ends(self) -> Self:
        if self.from_ is None and self.until is None:
            raise FaultError(N_("Give a beginning, an end or both."), missing=True)
        if self.from_ is not None and self.until is not None and self.until <= self.from_:
            raise FaultError(N_("The end must lie after the beginning."), at="until")
        return self

    def holds(self, at: datetime) -> bool:
        return (self.from_ is None or self.from_ <= at) and (self.until is None or at < self.until)


class PeriodLimit(Config):
    times: Times
    per: Per


class Limits(Config):
    """In pieces. What was cancelled, or ran out with its points given back, does not count."""

    per_member: Times | None = None
    per_member_and_period: PeriodLimit | None = None
    # By all members together.
    per_period: PeriodLimit | None = None


class RewardConfig(Price):
    """`gives` is what the points are turned into. Of `prices` the first that holds counts."""

    name: Texts
    description: Texts = Texts({})
    # What the small print says.
    terms: Texts = Texts({})
    pictures: Annotated[tuple[Picture, ...], Field(max_length=20)] = ()
    gives: Kind
    prices: Annotated[tuple[DatedPrice, ...], Field(max_length=50)] = ()
    limits: Limits = Limits()
    gate: Gate = Gate()
    # Given for what members do, and not to be had for points: the mall does not show it.
    gifts_only: bool = False
    # Whether members may give it back themselves while nothing was done with it.
    members_may_cancel: bool = False
    # Whether the points come back where it runs out unused.
    back_when_expired: bool = True

    @model_validator(mode="after")
    def _has_a_name(self) -> Self:
        if not self.name.root:
            raise FaultError(GIVE_A_NAME, at="name", missing=True)
        return self

    def price_at(self, at: datetime) -> Price:
        return next((price for price in self.prices if price.holds(at)), self)
