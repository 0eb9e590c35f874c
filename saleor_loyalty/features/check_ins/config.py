"""The daily check-in as a merchant writes it down."""

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from ...errors import N_, FaultError
from ...values.config import Config, Points, Positive
from ...values.gate import Gate
from ...values.gift import Gift
from ...values.texts import Texts

# A ladder of a year is the longest that somebody can mean.
_MOST_DAYS = 366


class After(StrEnum):
    """What comes when the last day of the ladder is reached."""

    CYCLE = "cycle"
    STAY = "stay"
    CLIMB = "climb"


class Climb(Config):
    """Beyond the ladder each day gives so many points more than the one before."""

    points: Positive
    at_most: Positive | None = None


class MakeUp(Config):
    """A missed day can be made good for `points`, up to `days_back` days later; at most so many
    of the days of one calendar month.
    """

    points: Points
    days_back: Annotated[int, Field(strict=True, ge=1, le=31)] = 7
    per_month: Annotated[int, Field(strict=True, ge=1, le=31)] = 3
    # Whether the day made good brings what its day of the ladder gives.
    gives: bool = False


class CheckInConfig(Config):
    """`days` is the ladder: what the first day in a row gives, the second …; null gives nothing."""

    name: Texts = Texts({})
    description: Texts = Texts({})
    days: Annotated[tuple[Gift | None, ...], Field(min_length=1, max_length=_MOST_DAYS)]
    after: After = After.CYCLE
    climb: Climb | None = None
    make_up: MakeUp | None = None
    gate: Gate = Gate()
    channel: Annotated[str, Field(max_length=255)] = ""

    @model_validator(mode="after")
    def _something_is_given(self) -> Self:
        if not any(self.days):
            raise FaultError(N_("No day gives anything."), at="days")
        return self

    @model_validator(mode="after")
    def _climbs_where_told(self) -> Self:
        if (self.after is After.CLIMB) != (self.climb is not None):
            raise FaultError(
                N_("Say by how much it climbs where it climbs on, and only there."), at="after"
            )
        last = self.days[-1]
        start = (last.points or 0) if last is not None else 0
        if self.climb is not None and (self.climb.at_most or start + 1) <= start:
            raise FaultError(N_("This is no more than the last day gives."), at="climb.at_most")
        return self

    @model_validator(mode="after")
    def _pays_for_itself(self) -> Self:
        """Points for points: whoever misses days on purpose must not be better off."""
        if self.make_up is None or not self.make_up.gives:
            return self
        most = max((gift.points or 0 for gift in self.days if gift is not None), default=0)
        if self.climb is not None or self.make_up.points < most:
            raise FaultError(N_("This gives more points than it costs."), at="make_up")
        return self
