"""Which day it is, whether it can be had, and what it gives. Pure."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from ...values.days import midnight
from ...values.gift import Gift
from ...values.points import MAX_POINTS
from .config import After, CheckInConfig

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Lived:
    """The last day somebody checked in on, over at a moment; so many in a row up to it."""

    day: date
    over_at: datetime
    streak: int


def today_in(zone: ZoneInfo, now: datetime) -> date:
    return now.astimezone(zone).date()


def over_at(day: date, zone: ZoneInfo) -> datetime:
    return midnight(day + _DAY, zone)


def opens_at(last: Lived | None, zone: ZoneInfo, now: datetime) -> datetime:
    """From when on one can check in: now, or when the day is over that was checked last.

    Over in the zone it was lived in, and in the zone of now: whoever travels (or says so) has
    each date once, and never two within one day.
    """
    if last is None:
        return now
    return max(now, last.over_at, over_at(last.day, zone))


def follows(last: Lived, day: date, zone: ZoneInfo) -> bool:
    """Whether no day lies between that could have been had.

    To the east a date is lost on the way, and Samoa has left one out: where the last day ended
    after this one began, or as it began, nothing was missed.
    """
    return last.day == day - _DAY or last.over_at >= midnight(day, zone)


def streak_on(day: date, last: Lived | None, zone: ZoneInfo) -> int:
    """Days in a row, with this one."""
    return last.streak + 1 if last is not None and follows(last, day, zone) else 1


def step_of(streak: int, config: CheckInConfig) -> int:
    """The day of the ladder, from 1."""
    length = len(config.days)
    if config.after is After.CYCLE:
        return (streak - 1) % length + 1
    return min(streak, length)


def gift_of(streak: int, config: CheckInConfig) -> Gift | None:
    """What a day gives that is the so many-th in a row."""
    gift = config.days[step_of(streak, config) - 1]
    beyond = streak - len(config.days)
    if config.climb is None or beyond <= 0:
        return gift
    points = (gift.points or 0 if gift is not None else 0) + beyond * config.climb.points
    points = min(points, config.climb.at_most or MAX_POINTS, MAX_POINTS)
    return gift.model_copy(update={"points": points}) if gift is not None else Gift(points=points)
