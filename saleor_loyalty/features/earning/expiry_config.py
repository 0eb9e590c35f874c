"""When points end, whom it is said to before, and what is given for them, as a merchant writes it.

An end is always a midnight: the first moment after the last day.
"""

from bisect import bisect_left
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Annotated
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta
from pydantic import AfterValidator, Field

from ...errors import N_, FaultError
from ...values.config import Config, Currency, Positive, RateConfig
from ...values.days import midnight

Months = Annotated[int, Field(strict=True, ge=1, le=1200)]
DaysBefore = Annotated[int, Field(strict=True, ge=1, le=365)]


def _each_once(days: tuple[int, ...]) -> tuple[int, ...]:
    if len(set(days)) < len(days):
        raise FaultError(N_("A number of days is given twice."))
    return days


class ExpiryEnd(StrEnum):
    """Whether the end is put off to the end of its month or year."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class ExpiryClock(StrEnum):
    """Whose midnight it is."""

    PROGRAMME = "programme"
    MEMBER = "member"


class Conversion(Config):
    """What expires becomes a coupon: `points_rate` says what points are worth in a currency."""

    points_rate: Annotated[dict[Currency, RateConfig], Field(min_length=1)]
    # Fewer points than that, ending in the same moment, become nothing.
    minimum: Positive = 1
    valid_days: Annotated[int, Field(strict=True, ge=1, le=3650)] = 30


class Expiry(Config):
    """`months` after earning, `inactivity_months` after the last thing that happened; None: never.

    Whatever comes first counts.
    """

    months: Months | None = None
    end_of: ExpiryEnd = ExpiryEnd.DAY
    clock: ExpiryClock = ExpiryClock.PROGRAMME
    # Always on the programme's clock.
    inactivity_months: Months | None = None
    reminders_days_before: Annotated[
        tuple[DaysBefore, ...], Field(max_length=10), AfterValidator(_each_once)
    ] = (30, 7, 1)
    conversion: Conversion | None = None

    def expires_at(self, earned_at: datetime, zone: ZoneInfo) -> datetime | None:
        """When points are gone that were earned then, if something happens now and again."""
        if self.months is None:
            return None
        return midnight(self._end(earned_at.astimezone(zone).date(), self.months), zone)

    def inactive_since(self, now: datetime, zone: ZoneInfo) -> datetime | None:
        """Who was last heard of before this moment has been silent for too long; None: nobody."""
        if self.inactivity_months is None:
            return None
        months, today = self.inactivity_months, now.astimezone(zone).date()
        # No end is put off by more than a year.
        earliest = (today - relativedelta(months=months) - timedelta(days=400)).toordinal()
        first_kept = bisect_left(
            range(earliest, today.toordinal()),
            True,
            key=lambda day: self._end(date.fromordinal(day), months) > today,
        )
        return midnight(date.fromordinal(earliest + first_kept), zone)

    def _end(self, day: date, months: int) -> date:
        """The first day without what lasts so many months from that day on."""
        last_day = day + relativedelta(months=months)
        match self.end_of:
            case ExpiryEnd.DAY:
                return last_day + timedelta(days=1)
            case ExpiryEnd.MONTH:
                return last_day + relativedelta(months=1, day=1)
            case ExpiryEnd.YEAR:
                return date(last_day.year + 1, 1, 1)
