"""A month of days as a storefront shows it. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from ...values.gift import Gift
from .config import CheckInConfig, MakeUp
from .rules import gift_of

_DAY = timedelta(days=1)


class DayState(StrEnum):
    # Checked in on the day itself.
    CHECKED = "checked"
    # Missed, and made good for points.
    MADE_UP = "made_up"
    MISSED = "missed"
    # Today, to be checked.
    OPEN = "open"
    FUTURE = "future"
    # Before the member could check in, or a day that did not happen where they were.
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Kept:
    """What is known of a day that was checked or made good."""

    streak: int
    points: int
    made_up: bool = False


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """`gift` is what an open or future day would give; `price` makes a missed one good."""

    day: date
    state: DayState
    streak: int | None = None
    points: int | None = None
    gift: Gift | None = None
    price: int | None = None


@dataclass(frozen=True, slots=True)
class Month:
    """`kept` holds the days of the month and the next one after it, by day.

    `streak` is that of today, were it checked; `checked` says whether it is. `can` says whether
    the member can check in at all.
    """

    first: date
    today: date
    since: date
    streak: int
    checked: bool
    kept: Mapping[date, Kept]
    config: CheckInConfig
    can: bool = True


def calendar_of(month: Month) -> list[CalendarDay]:
    """Every day of the month, in order."""
    after = (month.first + 31 * _DAY).replace(day=1)
    left = makes_up_left(month.config.make_up, month.first, month.kept)
    return [_day(month.first + number * _DAY, month, left) for number in _range(month.first, after)]


def makes_up_left(make_up: MakeUp | None, day: date, kept: Mapping[date, Kept]) -> int:
    """How many days of the calendar month of `day` can still be made good."""
    if make_up is None:
        return 0
    month = (day.year, day.month)
    used = sum(one.made_up for at, one in kept.items() if (at.year, at.month) == month)
    return max(make_up.per_month - used, 0)


def was_there(day: date, kept: Mapping[date, Kept], streak: int) -> bool:
    """False for a day that was skipped without breaking the row: one changes zones, or the zone
    changes its day. `streak` as in `Month`.
    """
    later = min((at for at in kept if at > day), default=None)
    return (kept[later].streak if later is not None else streak) == 1


def in_reach(day: date, today: date, since: date, make_up: MakeUp) -> bool:
    return max(since, today - make_up.days_back * _DAY) <= day < today


def _range(first: date, after: date) -> range:
    return range((after - first).days)


def _day(day: date, month: Month, left: int) -> CalendarDay:
    known = month.kept.get(day)
    if known is not None:
        state = DayState.MADE_UP if known.made_up else DayState.CHECKED
        return CalendarDay(day, state, known.streak, known.points)
    if day < month.today:
        return _past(day, month, left)
    is_open = day == month.today and not month.checked
    streak = month.streak + (day - month.today).days
    return CalendarDay(
        day,
        DayState.OPEN if is_open and month.can else DayState.FUTURE,
        streak,
        gift=gift_of(streak, month.config),
    )


def _past(day: date, month: Month, left: int) -> CalendarDay:
    if day < month.since or not was_there(day, month.kept, month.streak):
        return CalendarDay(day, DayState.NONE)
    make_up = month.config.make_up
    if make_up is None or not left or not in_reach(day, month.today, month.since, make_up):
        return CalendarDay(day, DayState.MISSED)
    return CalendarDay(day, DayState.MISSED, price=make_up.points)
