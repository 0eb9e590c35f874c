"""When things stop to count and when periods end, by the merchant's calendar."""

from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from saleor_loyalty.features.tiers.windows import NEVER, Period, Window
from saleor_loyalty.values.days import days_on, midnight
from tests.features.tier_stories import EVER, FOR_GOOD, calendar, moment, rolling

WINDOW: TypeAdapter[Any] = TypeAdapter(Window)
PERIOD: TypeAdapter[Any] = TypeAdapter(Period)
INSTANT = timedelta(microseconds=1)
ZONES = (
    "UTC",
    "Asia/Shanghai",
    "Asia/Kathmandu",
    "America/Los_Angeles",
    "America/Sao_Paulo",
    "America/Havana",
    "Australia/Lord_Howe",
    "Pacific/Apia",
)


@pytest.mark.parametrize(
    ("says", "window", "zone", "happened", "counts_until"),
    [
        ("a year later, that day included", rolling(12), "UTC", "2024-01-10 15:00", "2025-01-11"),
        ("from midnight on it is that day", rolling(12), "UTC", "2024-01-10", "2025-01-11"),
        ("to the last moment of it", rolling(12), "UTC", "2024-01-10 23:59:59", "2025-01-11"),
        ("29 February, a year later", rolling(12), "UTC", "2024-02-29 12:00", "2025-03-01"),
        ("29 February, four years later", rolling(48), "UTC", "2024-02-29 12:00", "2028-03-01"),
        ("28 February of a year before a leap day", rolling(12), "UTC", "2023-02-28", "2024-02-29"),
        ("a month from 31 January", rolling(1), "UTC", "2025-01-31 08:00", "2025-03-01"),
        ("a month from 30 January: not later", rolling(1), "UTC", "2025-01-30", "2025-03-01"),
        ("a month from 31 January, leap year", rolling(1), "UTC", "2024-01-31", "2024-03-01"),
        ("the merchant's day, not Greenwich's", rolling(1), "Asia/Shanghai", "2025-05-01 01:00",
         "2025-06-02"),
        ("into summer time", rolling(1), "America/Los_Angeles", "2026-02-10 12:00", "2026-03-11"),
        ("ends on the day the clocks go on", rolling(1), "America/Los_Angeles", "2026-02-07 12:00",
         "2026-03-08"),
        ("ends after the day of 25 hours", rolling(1), "America/Los_Angeles", "2026-10-01 12:00",
         "2026-11-02"),
        ("a midnight that does not exist", rolling(1), "America/Sao_Paulo", "2018-10-03 12:00",
         "2018-11-04 01:00"),
        ("a midnight there is twice: the first", rolling(1), "America/Havana", "2024-10-02 12:00",
         "2024-11-03"),
        ("this year", calendar(), "UTC", "2024-02-29", "2025-01-01"),
        ("the last moment of the year", calendar(), "UTC", "2024-12-31 23:59:59", "2025-01-01"),
        ("the first moment of the year", calendar(), "UTC", "2025-01-01", "2026-01-01"),
        ("the year begins in China first", calendar(), "Asia/Shanghai", "2025-01-01 00:30",
         "2026-01-01"),
        ("and in California last", calendar(), "America/Los_Angeles", "2024-12-31 23:30",
         "2025-01-01"),
        ("the first quarter", calendar("quarter"), "UTC", "2024-01-01", "2024-04-01"),
        ("a quarter's last day", calendar("quarter"), "UTC", "2024-06-30 23:00", "2024-07-01"),
        ("the last quarter", calendar("quarter"), "UTC", "2024-11-05", "2025-01-01"),
        ("February", calendar("month"), "UTC", "2024-02-29 23:00", "2024-03-01"),
        ("December", calendar("month"), "UTC", "2024-12-01", "2025-01-01"),
    ],
)  # fmt: skip
def test_what_counts(
    says: str, window: dict[str, Any], zone: str, happened: str, counts_until: str
) -> None:
    leaves = WINDOW.validate_python(window).leaves_at(moment(happened, zone), ZoneInfo(zone))
    assert leaves == moment(counts_until, zone), says


def test_forever() -> None:
    assert WINDOW.validate_python(EVER).leaves_at(moment("1999-01-01"), ZoneInfo("UTC")) == NEVER


@pytest.mark.parametrize(
    ("says", "period", "zone", "reached", "ends"),
    [
        ("a year and the rest of that day", rolling(12), "UTC", "2024-01-10 15:00",
         ["2025-01-11", "2026-01-11", "2027-01-11"]),
        ("reached on 29 February: to the end of each February", rolling(12), "UTC",
         "2024-02-29 10:00", ["2025-03-01", "2026-03-01", "2027-03-01"]),
        ("month by month, on the same day", rolling(1), "UTC", "2025-01-15 10:00",
         ["2025-02-16", "2025-03-16", "2025-04-16"]),
        ("half a year over both changes of the clocks", rolling(6), "America/Los_Angeles",
         "2026-01-20 18:00", ["2026-07-21", "2027-01-21", "2027-07-21"]),
        ("this year and the next; whoever keeps it, a year more", calendar(more=1), "UTC",
         "2024-03-05", ["2026-01-01", "2027-01-01", "2028-01-01"]),
        ("reached in the last moment of the year", calendar(more=1), "Asia/Shanghai",
         "2024-12-31 23:59", ["2026-01-01", "2027-01-01"]),
        ("the rest of this year only, then year by year", calendar(more=0), "UTC",
         "2024-03-05", ["2025-01-01", "2026-01-01", "2027-01-01"]),
        ("two whole years after this one, then two by two", calendar(more=2), "UTC",
         "2024-03-05", ["2027-01-01", "2029-01-01"]),
        ("this quarter and the next", calendar("quarter", more=1), "UTC", "2024-05-20",
         ["2024-10-01", "2025-01-01", "2025-04-01"]),
        ("this month and the next, in winter and summer", calendar("month", more=1),
         "America/Los_Angeles", "2026-02-28 23:00", ["2026-04-01", "2026-05-01"]),
        ("once reached, never lost", FOR_GOOD, "UTC", "2024-03-05", [None]),
    ],
)  # fmt: skip
def test_periods(
    says: str, period: dict[str, Any], zone: str, reached: str, ends: list[str | None]
) -> None:
    """The first one, and those that follow while the tier is kept."""
    known = PERIOD.validate_python(period)
    end = known.ends_at(moment(reached, zone), ZoneInfo(zone))
    found = [end]
    while end is not None and len(found) < len(ends):
        end = known.next_ends_at(end, ZoneInfo(zone))
        found.append(end)
    assert found == [moment(one, zone) if one else None for one in ends], says


def test_a_period_taken_over_from_another_calendar_ends_with_this_one() -> None:
    period = PERIOD.validate_python(calendar(more=0))
    assert period.next_ends_at(moment("2025-06-11"), ZoneInfo("UTC")) == moment("2026-01-01")


def test_grace_days_are_whole_days() -> None:
    end = moment("2026-01-01", "Asia/Shanghai")
    zone = ZoneInfo("Asia/Shanghai")
    assert days_on(end, 29, zone) == moment("2026-01-31", "Asia/Shanghai")
    assert days_on(end, 0, zone) == moment("2026-01-02", "Asia/Shanghai")


def test_a_day_that_a_country_left_out() -> None:
    # Samoa went from Thursday 29 to Saturday 31 December 2011.
    zone = ZoneInfo("Pacific/Apia")
    friday, saturday = moment("2011-12-30").date(), moment("2011-12-31").date()
    assert midnight(friday, zone) == midnight(saturday, zone)
    assert midnight(saturday, zone).astimezone(zone).day == 31


windows = st.sampled_from(
    [rolling(1), rolling(5), rolling(12), calendar("month"), calendar("quarter"), calendar(), EVER]
)
periods = st.sampled_from(
    [rolling(1), rolling(12), *(calendar(u, more=m) for u in ("month", "year") for m in range(3))]
)
moments = st.datetimes(
    min_value=moment("2010-01-01").replace(tzinfo=None),
    max_value=moment("2030-01-01").replace(tzinfo=None),
    timezones=st.just(ZoneInfo("UTC")),
)


@settings(max_examples=200)
@given(windows, st.sampled_from(ZONES), moments, moments)
def test_what_came_first_leaves_first(
    window: dict[str, Any], zone: str, first: Any, second: Any
) -> None:
    leaves_at = WINDOW.validate_python(window).leaves_at
    earlier, later = sorted([first, second])
    assert earlier < leaves_at(earlier, ZoneInfo(zone)) <= leaves_at(later, ZoneInfo(zone))


@settings(max_examples=200)
@given(periods, st.sampled_from(ZONES), moments)
def test_every_period_ends_at_the_first_moment_of_a_day_and_the_next_one_later(
    period: dict[str, Any], zone: str, reached: Any
) -> None:
    known, there = PERIOD.validate_python(period), ZoneInfo(zone)
    end = known.ends_at(reached, there)
    for _ in range(5):
        assert end > reached
        assert end.astimezone(there).date() > (end - INSTANT).astimezone(there).date()
        reached, end = end, known.next_ends_at(end, there)


@pytest.mark.parametrize(
    "wrong",
    [rolling(0), rolling(1201), {"kind": "rolling"}, {"kind": "rolling", "months": 1.5},
     calendar("week"), {"kind": "lunar"}, {**EVER, "months": 3}],
)  # fmt: skip
def test_windows_that_mean_nothing(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        WINDOW.validate_python(wrong)
