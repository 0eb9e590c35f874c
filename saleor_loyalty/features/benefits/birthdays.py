"""Whose birthday is to be kept on which days. Pure."""

from calendar import isleap
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from ...values.days import midnight

# A night that was missed is made up for so long.
LATE_DAYS = 7


@dataclass(frozen=True, slots=True)
class Birthday:
    """Who was born on that day of a year has theirs from `begins` until `over`."""

    month: int
    day: int
    year: int
    begins: datetime
    over: datetime


def birthdays_due(now: datetime, days_before: int, zone: ZoneInfo) -> Iterator[Birthday]:
    """Those that somebody's gift is due for now, or was in the last days.

    Who was born on 29 February has it on 1 March in other years, as in earning rules.
    """
    today = now.astimezone(zone).date()
    for offset in range(-LATE_DAYS, days_before + 1):
        day = today + timedelta(days=offset)
        yield _on(day, day.month, day.day, zone)
        if (day.month, day.day) == (3, 1) and not isleap(day.year):
            yield _on(day, 2, 29, zone)


def _on(day: date, month: int, of_month: int, zone: ZoneInfo) -> Birthday:
    over = midnight(day + timedelta(days=1), zone)
    return Birthday(month, of_month, day.year, midnight(day, zone), over)
