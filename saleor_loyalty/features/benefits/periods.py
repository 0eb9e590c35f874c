"""Months, quarters and years that quotas and gifts are counted in. Pure.

Every end is a midnight: the first moment after the last day.
"""

from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from ...values.days import midnight


class Per(StrEnum):
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"

    @property
    def months(self) -> int:
        return {Per.MONTH: 1, Per.QUARTER: 3, Per.YEAR: 12}[self]


# The name of the one period that has no end.
EVER = "ever"


def period_of(per: Per | None, at: datetime, zone: ZoneInfo) -> str:
    """Its name: "2026-11", "2026-Q4", "2026"; without a `per` there is one for all times."""
    day = at.astimezone(zone).date()
    match per:
        case Per.MONTH:
            return f"{day:%Y-%m}"
        case Per.QUARTER:
            return f"{day:%Y}-Q{(day.month + 2) // 3}"
        case Per.YEAR:
            return f"{day:%Y}"
        case None:
            return EVER


def begins_at(per: Per, at: datetime, zone: ZoneInfo) -> datetime:
    """When the period that `at` lies in began."""
    return midnight(_first_day(per, at, zone), zone)


def ends_at(per: Per | None, at: datetime, zone: ZoneInfo) -> datetime | None:
    """When the period that `at` lies in ends. None: never."""
    if per is None:
        return None
    return midnight(_first_day(per, at, zone) + relativedelta(months=per.months), zone)


def _first_day(per: Per, at: datetime, zone: ZoneInfo) -> date:
    day = at.astimezone(zone).date()
    return day.replace(month=(day.month - 1) // per.months * per.months + 1, day=1)
