"""Whose birthday a night keeps."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saleor_loyalty.features.benefits.birthdays import LATE_DAYS, Birthday, birthdays_due

BERLIN = ZoneInfo("Europe/Berlin")


def of(born: date, now: datetime, before: int, zone: ZoneInfo) -> list[Birthday]:
    due = birthdays_due(now, before, zone)
    return [one for one in due if (one.month, one.day) == (born.month, born.day)]


@pytest.mark.parametrize(
    ("born", "now", "before", "due"),
    [
        # Midnight of Berlin, in summer time and out of it.
        (date(1990, 7, 1), "2026-06-30T21:59:59+00:00", 0, False),
        (date(1990, 7, 1), "2026-06-30T22:00:00+00:00", 0, True),
        (date(1990, 1, 1), "2026-12-31T22:59:59+00:00", 0, False),
        (date(1990, 1, 1), "2026-12-31T23:00:00+00:00", 0, True),
        # On the days the clocks are changed.
        (date(1990, 3, 29), "2026-03-28T23:00:00+00:00", 0, True),
        (date(1990, 10, 25), "2026-10-24T22:00:00+00:00", 0, True),
        (date(1990, 7, 8), "2026-06-30T22:00:00+00:00", 7, True),
        (date(1990, 7, 9), "2026-06-30T22:00:00+00:00", 7, False),
        (date(2000, 2, 29), "2027-02-28T12:00:00+00:00", 0, False),
        (date(2000, 2, 29), "2027-03-01T12:00:00+00:00", 0, True),
        (date(2000, 2, 29), "2028-02-29T12:00:00+00:00", 0, True),
        (date(2000, 3, 1), "2027-03-01T12:00:00+00:00", 0, True),
    ],
)
def test_whose_day_it_is(born: date, now: str, before: int, due: bool) -> None:
    assert bool(of(born, datetime.fromisoformat(now), before, BERLIN)) is due


@settings(deadline=None)
@given(
    born=st.dates(date(1920, 1, 1), date(2015, 12, 31)),
    start=st.dates(date(2024, 1, 1), date(2060, 1, 1)),
    before=st.integers(0, 60),
    zone=st.sampled_from(["UTC", "Europe/Berlin", "Pacific/Apia", "America/Sao_Paulo"]),
)
def test_every_year_has_one_birthday_of_everybody(
    born: date, start: date, before: int, zone: str
) -> None:
    where = ZoneInfo(zone)
    noon = datetime(start.year, start.month, start.day, 12, tzinfo=UTC)
    found: dict[int, set[Birthday]] = {}
    for day in range(0, 366, 7):
        for one in of(born, noon + timedelta(days=day), before, where):
            found.setdefault(one.year, set()).add(one)
    assert all(len(days) == 1 for days in found.values())
    assert len(found) in (1, 2)
    for year, (one,) in found.items():
        local = one.begins.astimezone(where)
        assert (local.year, one.over - one.begins > timedelta(hours=22)) == (year, True)
        if (born.month, born.day) != (2, 29):
            assert (local.month, local.day) == (born.month, born.day)


@given(st.integers(0, 40 * 365 * 24))
def test_a_night_that_was_missed_is_made_up_for(hours: int) -> None:
    now = datetime(2024, 1, 1, tzinfo=UTC) + timedelta(hours=hours)
    days = [one.begins for one in birthdays_due(now, 0, ZoneInfo("UTC"))]
    assert min(days) <= now - timedelta(days=LATE_DAYS)
    assert max(days) <= now
