"""Which days of the year are due, beside counting them out."""

from calendar import isleap
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_loyalty.features.occasions.slots import (
    day_slots,
    month_slots,
    months_from,
    own_day,
    slots_from,
)

ZONES = ("UTC", "Europe/Berlin", "Pacific/Apia", "America/St_Johns", "Asia/Kathmandu")
MOMENTS = st.integers(0, 60 * 365 * 24 * 60).map(
    lambda minutes: datetime(2000, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
BIRTHDAYS = st.dates(date(1920, 1, 1), date(1999, 12, 31))


@given(MOMENTS, st.sampled_from(ZONES), BIRTHDAYS, st.integers(0, 60), st.integers(0, 60))
def test_a_birthday_is_due_from_so_many_days_before_to_so_many_after(
    now: datetime, name: str, born: date, before: int, late: int
) -> None:
    zone = ZoneInfo(name)
    today = now.astimezone(zone).date()
    naive = {
        year
        for year in range(today.year - 1, today.year + 2)
        if -late <= (_kept(born, year) - today).days <= before
    }
    found = [
        slot
        for slot in day_slots(now, zone, before=before, late=late)
        if (slot.month, slot.day) == (born.month, born.day)
    ]
    assert sorted(slot.year for slot in found) == sorted(naive)
    for slot in found:
        day = _kept(born, slot.year)
        assert slot.begins.astimezone(zone).date() == day - timedelta(days=before)
        assert slot.over.astimezone(zone).date() == day + timedelta(days=1)
        assert slot.begins <= now


@given(MOMENTS, st.sampled_from(ZONES), st.integers(1, 12), st.integers(0, 60))
def test_a_month_is_due_until_so_many_days_after_it(
    now: datetime, name: str, month: int, late: int
) -> None:
    zone = ZoneInfo(name)
    today = now.astimezone(zone).date()
    days = [today - timedelta(days=back) for back in range(late + 1)]
    naive = sorted({day.year for day in days if day.month == month})
    found = [slot for slot in month_slots(now, zone, late=late) if slot.month == month]
    assert [(slot.year, slot.day) for slot in found] == [(year, 0) for year in naive]
    for slot in found:
        assert slot.begins.astimezone(zone).date() == date(slot.year, month, 1)
        assert slot.over.astimezone(zone).date() == date(slot.year + month // 12, month % 12 + 1, 1)


@given(BIRTHDAYS, st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(0, 60))
def test_ahead_each_birthday_stands_on_its_day_once_a_year(
    born: date, first: date, before: int
) -> None:
    found = [
        (due, slot.year)
        for due, slot in slots_from(first, 365, ZoneInfo("UTC"), before=before)
        if (slot.month, slot.day) == (born.month, born.day)
    ]
    years = range(first.year - 1, first.year + 3)
    naive = [(_kept(born, year) - timedelta(days=before), year) for year in years]
    assert found == [one for one in naive if 0 <= (one[0] - first).days < 365]


def test_months_ahead_stand_on_their_first_day() -> None:
    found = list(months_from(date(2026, 11, 2), 61, ZoneInfo("UTC")))
    assert [(due, slot.month, slot.year) for due, slot in found] == [
        (date(2026, 12, 1), 12, 2026),
        (date(2027, 1, 1), 1, 2027),
    ]


@pytest.mark.parametrize(
    ("year", "day"), [(2027, date(2027, 3, 1)), (2028, date(2028, 2, 29)), (2100, date(2100, 3, 1))]
)
def test_leap_day_in_each_year(year: int, day: date) -> None:
    assert own_day(date(1992, 2, 29), year) == day


def _kept(born: date, year: int) -> date:
    if (born.month, born.day) == (2, 29) and not isleap(year):
        return date(year, 3, 1)
    return date(year, born.month, born.day)
