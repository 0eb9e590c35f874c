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
        yield from _of_day(day, day - timedelta(days=before), zone)


def month_slots(now: datetime, zone: ZoneInfo, *, late: int) -> Iterator[Slot]:
    """The month that runs, and those that ended up to `late` days ago."""
    today = now.astimezone(zone).date()
    days = (today - timedelta(days=back) for back in range(late + 1))
    months = {(day.year, day.month) for day in days}
    for year, month in sorted(months):
        yield _month(year, month, zone)


def slots_from(
    first: date, days: int, zone: ZoneInfo, *, before: int = 0
) -> Iterator[tuple[date, Slot]]:
    """For each of so many days: who is due on it, whose own day is `before` days later."""
    for offset in range(days):
        due = first + timedelta(days=offset)
        own = due + timedelta(days=before)
        yield from ((due, slot) for slot in _of_day(own, due, zone))


def months_from(first: date, days: int, zone: ZoneInfo) -> Iterator[tuple[date, Slot]]:
    """The same for whole months, on the first of them."""
    for offset in range(days):
        due = first + timedelta(days=offset)
        if due.day == 1:
            yield due, _month(due.year, due.month, zone)


def _of_day(day: date, due: date, zone: ZoneInfo) -> Iterator[Slot]:
    begins, over = midnight(due, zone), midnight(day + timedelta(days=1), zone)
    yield Slot(day.month, day.day, day.year, begins, over)
    if (day.month, day.day) == (3, 1) and not isleap(day.year):
        yield Slot(2, 29, day.year, begins, over)


def _month(year: int, month: int, zone: ZoneInfo) -> Slot:
    first = date(year, month, 1)
    after = date(year + month // 12, month % 12 + 1, 1)
    return Slot(month, 0, year, midnight(first, zone), midnight(after, zone))


def own_day(first: date, year: int) -> date:
    """The day of that year: 1 March for who has 29 February, where there is none."""
    if (first.month, first.day) == (2, 29) and not isleap(year):
        return date(year, 3, 1)
    return first.replace(year=year)
