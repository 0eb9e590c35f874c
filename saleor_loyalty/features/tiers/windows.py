"""Spans of time that facts count in, and periods that tiers are kept for. Pure.

Days are those of the ladder's time zone; every end is a midnight there, the first moment after the
last day.
"""

from abc import ABC, abstractmethod
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Literal
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta
from pydantic import Field

from ...values.config import Config
from ...values.days import midnight

NEVER = datetime.max.replace(tzinfo=UTC)
_INSTANT = timedelta(microseconds=1)

Months = Annotated[int, Field(strict=True, ge=1, le=1200)]


class CalendarUnit(StrEnum):
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"

    @property
    def months(self) -> int:
        return {CalendarUnit.MONTH: 1, CalendarUnit.QUARTER: 3, CalendarUnit.YEAR: 12}[self]

    def following(self, day: date) -> date:
        """The first day of the next month, quarter or year."""
        following = (day.month - 1) // self.months * self.months + self.months
        return date(day.year + following // 12, following % 12 + 1, 1)


class WindowBase(Config, ABC):
    @abstractmethod
    def leaves_at(self, at: datetime, zone: ZoneInfo, /) -> datetime:
        """From when on what happened at `at` counts no more. Later facts never leave earlier."""

    def looked_at(self, end: datetime) -> datetime:
        """The moment to ask for what counted in the time that has come to its end just now."""
        return end


class Rolling(WindowBase):
    """The last so many months, on every day anew."""

    kind: Literal["rolling"]
    months: Months

    def leaves_at(self, at: datetime, zone: ZoneInfo) -> datetime:
        return months_on(at, self.months, zone)


class Calendar(WindowBase):
    """This month, quarter or year; with the next one everybody begins at nothing."""

    kind: Literal["calendar"]
    unit: CalendarUnit = CalendarUnit.YEAR

    def leaves_at(self, at: datetime, zone: ZoneInfo) -> datetime:
        return midnight(self.unit.following(at.astimezone(zone).date()), zone)

    def looked_at(self, end: datetime) -> datetime:
        # At its end the new year has begun already, with nothing in it.
        return end - _INSTANT


class Ever(WindowBase):
    """All that ever happened."""

    kind: Literal["ever"]

    def leaves_at(self, _at: datetime, _zone: ZoneInfo) -> datetime:
        return NEVER


class PeriodBase(Config, ABC):
    @abstractmethod
    def ends_at(self, start: datetime, zone: ZoneInfo, /) -> datetime | None:
        """The end of a period that begins at `start`. None: it has none."""

    def next_ends_at(self, ended_at: datetime, zone: ZoneInfo) -> datetime | None:
        """The end of the period that follows one which ended then."""
        # Counted from the last day, like the first one: every year ends on the same day.
        return self.ends_at(ended_at - _INSTANT, zone)


class RollingPeriod(PeriodBase):
    """So many months from the day the tier was reached."""

    kind: Literal["rolling"]
    months: Months

    def ends_at(self, start: datetime, zone: ZoneInfo) -> datetime | None:
        return months_on(start, self.months, zone)


class CalendarPeriod(PeriodBase):
    """The rest of this month, quarter or year, and so many whole ones after it."""

    kind: Literal["calendar"]
    unit: CalendarUnit = CalendarUnit.YEAR
    more: Annotated[int, Field(strict=True, ge=0, le=10)] = 1

    def ends_at(self, start: datetime, zone: ZoneInfo) -> datetime | None:
        end = self.unit.following(start.astimezone(zone).date())
        return midnight(end + relativedelta(months=self.more * self.unit.months), zone)

    def next_ends_at(self, ended_at: datetime, zone: ZoneInfo) -> datetime | None:
        # Without whole ones after it, the rest of the last day's year is over already.
        return super().next_ends_at(ended_at, zone) if self.more else self.ends_at(ended_at, zone)


class ForGood(PeriodBase):
    """Once reached, never lost."""

    kind: Literal["for_good"]

    def ends_at(self, _start: datetime, _zone: ZoneInfo) -> datetime | None:
        return None


class AsLongAsItFits(PeriodBase):
    """No period: the tier is at every moment the one that what counts then reaches."""

    kind: Literal["as_long_as_it_fits"]

    def ends_at(self, _start: datetime, _zone: ZoneInfo) -> datetime | None:
        return None


if TYPE_CHECKING:
    Window = WindowBase
    Period = PeriodBase
else:
    Window = Annotated[Rolling | Calendar | Ever, Field(discriminator="kind")]
    Period = Annotated[
        RollingPeriod | CalendarPeriod | ForGood | AsLongAsItFits, Field(discriminator="kind")
    ]


def months_on(at: datetime, months: int, zone: ZoneInfo) -> datetime:
    """The midnight after the day so many months later: 29 February is 28 in other years."""
    return _months_after(at.astimezone(zone).date(), months, zone)


# Many members do things on the same days, and dates take longer than all else that tiers need.
@lru_cache(maxsize=50_000)
def _months_after(day: date, months: int, zone: ZoneInfo) -> datetime:
    return midnight(day + relativedelta(months=months) + timedelta(days=1), zone)
