"""Which day it is, which can be had, and what it gives, across zones and clocks that change."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.features.check_ins.config import CheckInConfig
from saleor_loyalty.features.check_ins.rules import (
    Lived,
    follows,
    gift_of,
    opens_at,
    over_at,
    step_of,
    streak_on,
    today_in,
)

HONOLULU, NEW_YORK, TOKYO = "Pacific/Honolulu", "America/New_York", "Asia/Tokyo"
APIA, LORD_HOWE, SANTIAGO = "Pacific/Apia", "Australia/Lord_Howe", "America/Santiago"
LINE_WEST, LINE_EAST = "Etc/GMT+12", "Pacific/Kiritimati"


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def had(day: str, zone: str, streak: int = 3) -> Lived:
    on = date.fromisoformat(day)
    return Lived(on, over_at(on, ZoneInfo(zone)), streak)


def ladder(*points: int, **more: Any) -> CheckInConfig:
    days = [{"points": one} if one else None for one in points]
    return CheckInConfig.parse({"days": days, **more})


DAYS = [
    # The moment, the zone, its date, the moment the day is over there.
    ("2026-03-10T12:00:00Z", "UTC", "2026-03-10", "2026-03-11T00:00:00Z"),
    ("2026-03-10T12:00:00Z", TOKYO, "2026-03-10", "2026-03-10T15:00:00Z"),
    ("2026-03-10T15:00:00Z", TOKYO, "2026-03-11", "2026-03-11T15:00:00Z"),
    ("2026-03-10T03:59:59Z", NEW_YORK, "2026-03-09", "2026-03-10T04:00:00Z"),
    # The clocks of New York go forward on the 8th: 23 hours; back on 1 November: 25.
    ("2026-03-08T05:00:00Z", NEW_YORK, "2026-03-08", "2026-03-09T04:00:00Z"),
    ("2026-11-01T04:00:00Z", NEW_YORK, "2026-11-01", "2026-11-02T05:00:00Z"),
    # Lord Howe changes by half an hour: from 11:00 to 10:30 hours before UTC.
    ("2026-04-04T13:00:00Z", LORD_HOWE, "2026-04-05", "2026-04-05T13:30:00Z"),
    ("2026-10-03T13:29:59Z", LORD_HOWE, "2026-10-03", "2026-10-03T13:30:00Z"),
    ("2026-10-03T13:30:00Z", LORD_HOWE, "2026-10-04", "2026-10-04T13:00:00Z"),
    # Santiago has no midnight on 6 September: its clocks go from 24:00 to 1:00.
    ("2026-09-06T03:59:59Z", SANTIAGO, "2026-09-05", "2026-09-06T04:00:00Z"),
    ("2026-09-06T04:00:00Z", SANTIAGO, "2026-09-06", "2026-09-07T03:00:00Z"),
    # Samoa left out 30 December 2011.
    ("2011-12-30T09:59:59Z", APIA, "2011-12-29", "2011-12-30T10:00:00Z"),
    ("2011-12-30T10:00:00Z", APIA, "2011-12-31", "2011-12-31T10:00:00Z"),
    ("2028-02-29T23:59:59Z", "UTC", "2028-02-29", "2028-03-01T00:00:00Z"),
    ("2026-12-31T23:30:00Z", "Europe/Berlin", "2027-01-01", "2027-01-01T23:00:00Z"),
]


@pytest.mark.parametrize(("at", "zone", "day", "over"), DAYS)
def test_days_of_zones(at: str, zone: str, day: str, over: str) -> None:
    place = ZoneInfo(zone)
    found = today_in(place, moment(at))
    assert (found.isoformat(), over_at(found, place)) == (day, moment(over))


OPENS = [
    # The last day and its zone; the zone of now; from when on the next can be had.
    ("2026-03-10", "UTC", "UTC", "2026-03-11T00:00:00Z"),
    # To the east: the day must be over where it was lived.
    ("2026-03-10", NEW_YORK, TOKYO, "2026-03-11T04:00:00Z"),
    # To the west: the date must be over here as well.
    ("2026-03-11", TOKYO, NEW_YORK, "2026-03-12T04:00:00Z"),
    ("2026-03-10", LINE_WEST, LINE_EAST, "2026-03-11T12:00:00Z"),
    ("2026-03-10", LINE_EAST, LINE_WEST, "2026-03-11T12:00:00Z"),
    ("2011-12-29", APIA, APIA, "2011-12-30T10:00:00Z"),
    ("2028-02-29", "UTC", "UTC", "2028-03-01T00:00:00Z"),
    ("2026-04-05", LORD_HOWE, LORD_HOWE, "2026-04-05T13:30:00Z"),
]


@pytest.mark.parametrize(("last", "lived_in", "zone", "expected"), OPENS)
def test_when_the_next_day_can_be_had(last: str, lived_in: str, zone: str, expected: str) -> None:
    before = moment(expected) - timedelta(seconds=1)
    assert opens_at(had(last, lived_in), ZoneInfo(zone), before) == moment(expected)
    assert opens_at(had(last, lived_in), ZoneInfo(zone), moment(expected)) == moment(expected)


FOLLOWS = [
    # The last day and its zone; the day now and its zone; whether one was missed between.
    ("2026-03-10", "UTC", "2026-03-11", "UTC", True),
    ("2026-03-10", "UTC", "2026-03-12", "UTC", False),
    ("2028-02-28", "UTC", "2028-02-29", "UTC", True),
    ("2028-02-28", "UTC", "2028-03-01", "UTC", False),
    ("2026-02-28", "UTC", "2026-03-01", "UTC", True),
    ("2026-12-31", TOKYO, "2027-01-01", TOKYO, True),
    # There was no 30th.
    ("2011-12-29", APIA, "2011-12-31", APIA, True),
    ("2011-12-28", APIA, "2011-12-31", APIA, False),
    # The 11th of the east was over before the 10th of the west: it was lost on the way.
    ("2026-03-10", LINE_WEST, "2026-03-12", LINE_EAST, True),
    # From Honolulu to Tokyo there were five hours of the 11th left: it could have been had.
    ("2026-03-10", HONOLULU, "2026-03-12", TOKYO, False),
    ("2026-03-11", TOKYO, "2026-03-12", NEW_YORK, True),
    ("2026-03-07", NEW_YORK, "2026-03-09", NEW_YORK, False),
]


@pytest.mark.parametrize(("last", "lived_in", "day", "zone", "expected"), FOLLOWS)
def test_what_breaks_a_row(last: str, lived_in: str, day: str, zone: str, expected: bool) -> None:
    now, place = date.fromisoformat(day), ZoneInfo(zone)
    assert follows(had(last, lived_in), now, place) is expected
    assert streak_on(now, had(last, lived_in), place) == (4 if expected else 1)


LADDERS = [
    (ladder(5, 10, 15), [5, 10, 15, 5, 10, 15, 5]),
    (ladder(5, 10, 15, after="stay"), [5, 10, 15, 15, 15, 15, 15]),
    (ladder(5, 10, after="climb", climb={"points": 3}), [5, 10, 13, 16, 19, 22, 25]),
    (
        ladder(5, 10, after="climb", climb={"points": 3, "at_most": 17}),
        [5, 10, 13, 16, 17, 17, 17],
    ),
    (ladder(0, 0, 20), [None, None, 20, None, None, 20, None]),
    (ladder(7), [7, 7, 7, 7, 7, 7, 7]),
]


@pytest.mark.parametrize(("config", "expected"), LADDERS)
def test_what_a_day_gives(config: CheckInConfig, expected: list[int | None]) -> None:
    gifts = [gift_of(streak, config) for streak in range(1, 8)]
    assert [gift.points if gift is not None else None for gift in gifts] == expected


def test_the_step_of_the_ladder() -> None:
    round_and_round, stays = ladder(1, 2, 3), ladder(1, 2, 3, after="stay")
    assert [step_of(streak, round_and_round) for streak in range(1, 8)] == [1, 2, 3, 1, 2, 3, 1]
    assert [step_of(streak, stays) for streak in range(1, 8)] == [1, 2, 3, 3, 3, 3, 3]


@pytest.mark.parametrize("days", [30, 300])
def test_nobody_wins_days_by_saying_where_they_are(days: int) -> None:
    """The zones of the earth are 26 hours apart, so a moment has up to three dates. Whoever says
    another zone each hour has each date once, and never one before the last is over.
    """
    zones = [ZoneInfo(name) for name in (LINE_WEST, LINE_EAST, "UTC", TOKYO, NEW_YORK)]
    start, had = moment("2026-03-01T00:00:00Z"), list[Lived]()
    for hour in range(24 * days):
        now, zone = start + timedelta(hours=hour), zones[hour % len(zones)]
        last = had[-1] if had else None
        if opens_at(last, zone, now) == now:
            assert last is None or now >= last.over_at
            day = today_in(zone, now)
            had.append(Lived(day, over_at(day, zone), 1))
    # One who stays has a date more than there are days, where midnight lies within.
    assert len(had) <= days + 2
    assert len({one.day for one in had}) == len(had)


NONSENSE: list[tuple[dict[str, Any], str]] = [
    ({}, "days: "),
    ({"days": []}, "days: "),
    ({"days": [None]}, "No day gives anything"),
    ({"days": [{}]}, "Give something"),
    ({"days": [{"points": 0}]}, "days.0.points"),
    ({"days": [{"points": 1.5}]}, "days.0.points"),
    ({"days": [{"points": 1}] * 367}, "days: "),
    ({"days": [{"points": 1}], "after": "climb"}, "climb"),
    ({"days": [{"points": 1}], "climb": {"points": 1}}, "climb"),
    (
        {"days": [{"points": 5}], "after": "climb", "climb": {"points": 1, "at_most": 5}},
        "climb.at_most",
    ),
    ({"days": [{"points": 5}], "make_up": {"points": 4, "gives": True}}, "more points than"),
    ({"days": [{"points": 5}], "make_up": {"points": -1}}, "make_up.points"),
    ({"days": [{"points": 5}], "make_up": {"points": 1, "days_back": 32}}, "make_up.days_back"),
    ({"days": [{"points": 5}], "weekly": True}, "weekly"),
]


@pytest.mark.parametrize(("config", "place"), NONSENSE)
def test_what_cannot_be_meant_is_refused(config: dict[str, Any], place: str) -> None:
    with pytest.raises(LoyaltyError) as refusal:
        CheckInConfig.parse(config)
    assert refusal.value.code is Code.INVALID
    assert place in refusal.value.message
