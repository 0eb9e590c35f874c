"""Days, weeks, months, quarters and years that limits are counted in. Pure."""

from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from ...values.days import midnight


class Per(StrEnum):
    """A week begins on Monday."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


def begins_at(per: Per, at: datetime, zone: ZoneInfo) -> datetime:
    """The midnight with which the period began that `at` lies in."""
    return midnight(_first_day(per, at.astimezone(zone).date()), zone)


def _first_day(per: Per, day: date) -> date:
    match per:
        case Per.DAY:
            return day
        case Per.WEEK:
            return day - timedelta(days=day.weekday())
        case Per.MONTH:
            return day.replace(day=1)
        case Per.QUARTER:
            return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
        case Per.YEAR:
            return day.replace(month=1, day=1)
