"""Days of a time zone and the moments they begin. Plain Python."""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo


# Many members do things on the same days, and dates take longer than what is done with them.
@lru_cache(maxsize=50_000)
def midnight(day: date, zone: ZoneInfo) -> datetime:
    """The first moment of the day."""
    # In UTC: a local midnight that the clocks leave out is equal to no other moment.
    return datetime.combine(day, time.min, zone).astimezone(UTC)


def days_on(at: datetime, days: int, zone: ZoneInfo) -> datetime:
    """The midnight after the day so many days later."""
    return midnight(at.astimezone(zone).date() + timedelta(days=days + 1), zone)
