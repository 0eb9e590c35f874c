"""On which days of the year somebody's day is to be kept now. Pure."""

from calendar import isleap
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from ...values.days import midnight


@dataclass(frozen=True, slots=True)
class Slot:
    """Who has that month and day (0: any of the month) is due in `year`, from `begins` on.

    Who joined at `over` or later comes too late for it.
    """

    month: int
    day: int
    year: int
    begins: datetime
    over: datetime


def day_slots(now: datetime, zone: ZoneInfo, *, before: int, late: int) -> Iterator[Slot]:
    """Days up to `before` days ahead and `late` days back.

    Who has 29 February has it on 1 March in other years, as in earning rules.
    """
    today = now.astimezone(zone).date()
    for offset in range(-late, before + 1):
        day = today + timedelta(days=offset)
        begins = midnight(day - timedelta(days=before), zone)
        over = midnight(day + timedelta(days=1), zone)
        yield Slot(day.month, day.day, day.year, begins, over)
        if (day.month, day.day) == (3, 1) and not isleap(day.year):
            yield Slot(2, 29, day.year, begins, over)


def month_slots(now: datetime, zone: ZoneInfo, *, late: int) -> Iterator[Slot]:
    """The month that runs, and those that ended up to `late` days ago."""
    today = now.astimezone(zone).date()
    days = (today - timedelta(days=back) for back in range(late + 1))
    months = {(day.year, day.month) for day in days}
    for year, month in sorted(months):
        first = date(year, month, 1)
        after = date(year + month // 12, month % 12 + 1, 1)
        yield Slot(month, 0, year, midnight(first, zone), midnight(after, zone))
