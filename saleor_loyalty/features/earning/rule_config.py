"""Earning rules beside the base rates, as a merchant writes them down."""

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import AwareDatetime, Field, model_validator

from ...errors import N_, FaultError
from ...values.config import Config, Currency, Points, Positive, RateConfig
from ...values.faults import NEVER_HOLDS
from ...values.patterns import SMALL_SLUG
from ...values.texts import Texts
from .conditions import Condition

Slug = Annotated[str, Field(pattern=SMALL_SLUG, max_length=50)]

# Of the rules of a programme, with the slug of the `group`.
NO_GROUP = N_("There is no rule group %(group)s.")


class Units(StrEnum):
    POINTS = "points"
    GROWTH = "growth"
    BOTH = "both"


class Period(StrEnum):
    EVENT = "event"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    EVER = "ever"


class Cap(Config):
    """At most `points` for one member in a period, on the member's calendar."""

    period: Period
    points: Points


class Budget(Config):
    """What the rule may give to everybody together, in points, or in money by their worth.

    Money is in minor units of a currency; awards of other currencies do not draw on it.
    """

    points: Points | None = None
    money: dict[Currency, Positive] = {}

    @model_validator(mode="after")
    def _something(self) -> Self:
        if self.points is None and not self.money:
            raise FaultError(N_("Give points, money or both."), missing=True)
        return self


class RuleConfig(Config):
    """What all kinds of rule have in common."""

    slug: Slug
    # What members are told, by language.
    name: Texts = Texts({})
    when: Condition | None = None
    units: Units = Units.POINTS
    # Of the rules of one group the best applies alone, or all do (`groups`); "": no group.
    group: str = ""
    # Decides who is cut last by a shared cap, and between equals.
    priority: Annotated[int, Field(strict=True, ge=-1000, le=1000)] = 0
    caps: tuple[Cap, ...] = ()
    budget: Budget | None = None
    # One of `budgets`, which several rules draw on together; "": none.
    shared_budget: str = ""

    @model_validator(mode="after")
    def _can_hold(self) -> Self:
        why = self.when.contradiction() if self.when is not None else None
        if why is not None:
            raise FaultError(NEVER_HOLDS, at="when", why=why)
        return self


class BaseRule(RuleConfig):
    """Another base rate for the lines it holds for, instead of the programme's."""

    kind: Literal["base"]
    rates: dict[Currency, RateConfig] = Field(min_length=1)


class BonusRule(RuleConfig):
    """So many points on top, once."""

    kind: Literal["bonus"]
    points: Positive


class MultiplierRule(RuleConfig):
    """`percent` of the base award of the lines it holds for, in all: 200 is double points."""

    kind: Literal["multiplier"]
    percent: Annotated[int, Field(strict=True, ge=101, le=10_000)]


if TYPE_CHECKING:
    Rule = RuleConfig
else:
    Rule = Annotated[BaseRule | BonusRule | MultiplierRule, Field(discriminator="kind")]


class GroupMode(StrEnum):
    BEST = "best"
    ALL = "all"


class Stacking(StrEnum):
    """Whether two multipliers add up on the base award (3× and 2× give 4×) or multiply (6×)."""

    ADD = "add"
    MULTIPLY = "multiply"


class DatedRate(RateConfig):
    """A rate for some time, from (inclusive) until (exclusive), before the lasting one."""

    currency: Currency
    from_: AwareDatetime = Field(alias="from")
    until: AwareDatetime

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.from_ >= self.until:
            raise FaultError(N_("The end must lie after the beginning."), at="until")
        return self

    def holds(self, at: datetime) -> bool:
        return self.from_ <= at < self.until
