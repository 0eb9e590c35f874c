"""When what happens counts for a task: between its dates, each day or month anew, or some days
from the start. Pure.
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import Field

from ...values.config import Config
from ...values.days import days_on, midnight


class Clock(StrEnum):
    PROGRAMME = "programme"
    MEMBER = "member"


class Unit(StrEnum):
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"

    def first_day(self, day: date) -> date:
        """Weeks begin on Monday."""
        match self:
            case Unit.WEEK:
                return day - timedelta(days=day.weekday())
            case Unit.MONTH:
                return day.replace(day=1)
            case Unit.YEAR:
                return day.replace(month=1, day=1)
        return day

    def following(self, first: date) -> date:
        match self:
            case Unit.WEEK:
                return first + timedelta(days=7)
            case Unit.MONTH:
                return date(first.year + first.month // 12, first.month % 12 + 1, 1)
            case Unit.YEAR:
                return date(first.year + 1, 1, 1)
        return first + timedelta(days=1)

    def name_of(self, first: date) -> str:
        """ "2026-11-22", "2026-W47", "2026-11", "2026"."""
        match self:
            case Unit.WEEK:
                year, week, _ = first.isocalendar()
                return f"{year}-W{week:02}"
            case Unit.MONTH:
                return f"{first:%Y-%m}"
            case Unit.YEAR:
                return f"{first:%Y}"
        return first.isoformat()


@dataclass(frozen=True, slots=True)
class Period:
    """`name` tells the periods of a task apart; "" where there is just one."""

    name: str
    begins: datetime
    ends: datetime | None


class WindowBase(Config, ABC):
    clock: Clock = Clock.PROGRAMME

    @abstractmethod
    def period(self, at: datetime, opened: datetime, zone: ZoneInfo, /) -> Period:
        """The one that `at` lies in, for who could begin at `opened`."""

    @property
    def repeats(self) -> bool:
        return False

    @property
    def ends_with_task(self) -> bool:
        """Whether each run goes on until the task ends."""
        return False


class Dates(WindowBase):
    """Once, between the dates of the task."""

    kind: Literal["dates"]

    def period(self, _at: datetime, opened: datetime, _zone: ZoneInfo, /) -> Period:
        return Period("", opened, None)

    @property
    def ends_with_task(self) -> bool:
        return True


class Each(WindowBase):
    """Anew each day, week (from Monday), month or year."""

    kind: Literal["each"]
    unit: Unit

    def period(self, at: datetime, opened: datetime, zone: ZoneInfo, /) -> Period:
        first = self.unit.first_day(at.astimezone(zone).date())
        ends = midnight(self.unit.following(first), zone)
        return Period(self.unit.name_of(first), max(midnight(first, zone), opened), ends)

    @property
    def repeats(self) -> bool:
        return True


class DaysFromStart(WindowBase):
    """Once, until the end of the day so many days after the start."""

    kind: Literal["days"]
    days: Annotated[int, Field(strict=True, ge=1, le=3_650)]

    def period(self, _at: datetime, opened: datetime, zone: ZoneInfo, /) -> Period:
        return Period("", opened, days_on(opened, self.days, zone))


if TYPE_CHECKING:
    Window = WindowBase
else:
    Window = Annotated[Dates | Each | DaysFromStart, Field(discriminator="kind")]
