"""From when to when what was bought covers a member: timelines, and a slow model beside it."""

from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saleor_loyalty.features.memberships.coverage import (
    NEVER,
    Purchase,
    Span,
    coverage,
    ends_of,
)
from tests.features.naive_membership import Bought, Naive

UTC_ZONE = ZoneInfo("UTC")


def at(text: str, zone: ZoneInfo = UTC_ZONE) -> datetime:
    """ "2026-01-31", noon of that day, or with its time."""
    moment = datetime.fromisoformat(text if "T" in text else f"{text}T12:00")
    return moment.replace(tzinfo=zone).astimezone(UTC)


def buy(paid: str, zone: ZoneInfo = UTC_ZONE, **more: Any) -> Purchase:
    for name in ("known_at", "ended_at"):
        if name in more:
            more[name] = at(more[name], zone)
    more.setdefault("key", paid)
    if "pieces" in more:
        more.setdefault("kept", more["pieces"])
    return Purchase(paid_at=at(paid, zone), **more)


def spans(*purchases: Purchase, zone: ZoneInfo = UTC_ZONE) -> list[str]:
    """ "2026-01-31T12:00/2026-03-01T00:00" by the clocks of the zone; no end: for life."""

    def local(moment: datetime) -> str:
        return moment.astimezone(zone).strftime("%Y-%m-%dT%H:%M")

    return [
        f"{local(span.starts_at)}/{local(span.ends_at) if span.ends_at else ''}"
        for span in coverage(purchases, zone)
    ]


@pytest.mark.parametrize(
    ("zone", "paid", "term", "ends"),
    [
        # The last day of a shorter month stands for those it lacks; leap days are days.
        ("UTC", "2026-01-31", {"months": 1}, "2026-03-01T00:00"),
        ("UTC", "2024-01-31", {"months": 1}, "2024-03-01T00:00"),
        ("UTC", "2024-02-29", {"months": 12}, "2025-03-01T00:00"),
        ("UTC", "2024-02-29", {"months": 48}, "2028-03-01T00:00"),
        ("UTC", "2024-02-28", {"days": 1}, "2024-03-01T00:00"),
        ("UTC", "2026-02-28", {"days": 1}, "2026-03-02T00:00"),
        ("UTC", "2026-03-10T00:00", {"months": 1}, "2026-04-11T00:00"),
        ("UTC", "2026-03-10T23:59", {"months": 1}, "2026-04-11T00:00"),
        # Paid in winter, gone in summer, and the other way round: at the midnight of then.
        ("Europe/Berlin", "2026-01-15", {"months": 6}, "2026-07-16T00:00"),
        ("Europe/Berlin", "2026-07-15", {"months": 6}, "2027-01-16T00:00"),
        ("Europe/Berlin", "2026-03-28", {"days": 1}, "2026-03-30T00:00"),
        # The day after the last one begins at one o'clock: the clocks were put forward.
        ("Africa/Cairo", "2026-03-23", {"months": 1}, "2026-04-24T01:00"),
        ("America/Los_Angeles", "2026-10-31T23:59", {"days": 1}, "2026-11-02T00:00"),
    ],
)
def test_it_ends_at_midnight(zone: str, paid: str, term: dict[str, int], ends: str) -> None:
    clock = ZoneInfo(zone)
    start = paid if "T" in paid else f"{paid}T12:00"
    assert spans(buy(paid, clock, **term), zone=clock) == [f"{start}/{ends}"]


def test_it_is_tomorrow_already_or_yesterday_still() -> None:
    moment = datetime(2026, 3, 31, 20, tzinfo=UTC)
    bought = Purchase(key="a", paid_at=moment, months=1)
    ends = {
        zone: coverage([bought], ZoneInfo(zone))[0].ends_at
        for zone in ("Asia/Tokyo", "UTC", "America/Los_Angeles")
    }
    assert ends == {
        "Asia/Tokyo": datetime(2026, 5, 1, 15, tzinfo=UTC),
        "UTC": datetime(2026, 5, 1, tzinfo=UTC),
        "America/Los_Angeles": datetime(2026, 5, 1, 7, tzinfo=UTC),
    }


TIMELINES = {
    "nothing": ([], []),
    "pieces_add_up": (
        [buy("2026-01-31", months=1, pieces=3)],
        ["2026-01-31T12:00/2026-05-01T00:00"],
    ),
    "renewed_early_no_day_is_lost": (
        [buy("2026-01-31", months=1), buy("2026-02-20", months=1)],
        ["2026-01-31T12:00/2026-04-01T00:00"],
    ),
    "renewed_on_the_last_day": (
        [buy("2026-01-31", months=1), buy("2026-02-28T23:59", months=1)],
        ["2026-01-31T12:00/2026-04-01T00:00"],
    ),
    "renewed_in_the_last_moment": (
        [buy("2026-01-31", months=1), buy("2026-03-01T00:00", months=1)],
        ["2026-01-31T12:00/2026-04-01T00:00"],
    ),
    "renewed_late": (
        [buy("2026-01-31", months=1), buy("2026-03-01T00:01", months=1)],
        ["2026-01-31T12:00/2026-03-01T00:00", "2026-03-01T00:01/2026-04-02T00:00"],
    ),
    "days_and_months": (
        [buy("2026-01-01", months=1), buy("2026-01-02", days=10), buy("2026-01-03", months=1)],
        ["2026-01-01T12:00/2026-03-12T00:00"],
    ),
    "for_life": (
        [buy("2026-01-01", months=1), buy("2026-01-02"), buy("2026-01-03", months=1)],
        ["2026-01-01T12:00/"],
    ),
    "a_lifetime_refunded": (
        [buy("2026-01-01"), buy("2026-02-01", months=1)],
        ["2026-01-01T12:00/"],
    ),
    "for_life_until_refunded": (
        [
            buy("2026-01-01", kept=0, known_at="2026-03-10"),
            buy("2026-02-01", months=1),
        ],
        ["2026-01-01T12:00/2026-04-11T00:00"],
    ),
    "for_life_refunded_in_part": (
        [buy("2026-01-01", share_back=Fraction(1, 2), known_at="2026-03-10")],
        ["2026-01-01T12:00/"],
    ),
    "refunded_in_full_at_once": (
        [buy("2026-01-01", months=12, kept=0, known_at="2026-03-10")],
        ["2026-01-01T12:00/2026-03-10T12:00"],
    ),
    "refunded_in_the_moment_it_was_bought": (
        [buy("2026-01-01", months=12, kept=0, known_at="2026-01-01")],
        [],
    ),
    "refunded_when_it_was_over": (
        [buy("2026-01-01", months=1, kept=0, known_at="2026-03-10")],
        ["2026-01-01T12:00/2026-02-02T00:00"],
    ),
    # 365 days and the one it was bought on: half of them is 183.
    "half_of_a_year_refunded": (
        [buy("2026-01-01", months=12, share_back=Fraction(1, 2), known_at="2026-03-10")],
        ["2026-01-01T12:00/2026-07-03T00:00"],
    ),
    "half_of_a_year_refunded_when_more_was_used": (
        [buy("2026-01-01", months=12, share_back=Fraction(1, 2), known_at="2026-09-10")],
        ["2026-01-01T12:00/2026-09-10T12:00"],
    ),
    "a_cent_refunded": (
        [buy("2026-01-01", months=12, share_back=Fraction(1, 9900), known_at="2026-03-10")],
        ["2026-01-01T12:00/2027-01-02T00:00"],
    ),
    "all_but_a_cent_refunded_at_once": (
        [buy("2026-01-01", months=1, share_back=Fraction(9899, 9900), known_at="2026-01-01")],
        ["2026-01-01T12:00/2026-01-02T00:00"],
    ),
    "one_of_three_pieces_back": (
        [buy("2026-01-01", months=1, pieces=3, kept=2, known_at="2026-01-10")],
        ["2026-01-01T12:00/2026-03-02T00:00"],
    ),
    "one_of_three_pieces_back_in_the_third_month": (
        [buy("2026-01-01", months=1, pieces=3, kept=2, known_at="2026-03-20")],
        ["2026-01-01T12:00/2026-03-20T12:00"],
    ),
    "what_waits_begins_when_the_first_is_refunded": (
        [buy("2026-01-01", months=12, kept=0, known_at="2026-03-10"), buy("2026-02-01", months=1)],
        ["2026-01-01T12:00/2026-04-11T00:00"],
    ),
    "what_waits_is_refunded": (
        [buy("2026-01-01", months=12), buy("2026-02-01", months=1, kept=0, known_at="2026-03-10")],
        ["2026-01-01T12:00/2027-01-02T00:00"],
    ),
    "a_refund_makes_a_gap": (
        [buy("2026-01-01", months=12, kept=0, known_at="2026-02-10"), buy("2026-03-01", months=1)],
        ["2026-01-01T12:00/2026-02-10T12:00", "2026-03-01T12:00/2026-04-02T00:00"],
    ),
    "ended_by_staff": (
        [buy("2026-01-01", months=12, ended_at="2026-02-10")],
        ["2026-01-01T12:00/2026-02-10T12:00"],
    ),
    "ended_by_staff_and_refunded_later": (
        [buy("2026-01-01", months=12, ended_at="2026-02-10", kept=0, known_at="2026-03-10")],
        ["2026-01-01T12:00/2026-02-10T12:00"],
    ),
    "both_ended_by_staff": (
        [
            buy("2026-01-01", months=12, ended_at="2026-02-10"),
            buy("2026-01-02", months=12, ended_at="2026-02-10"),
        ],
        ["2026-01-01T12:00/2026-02-10T12:00"],
    ),
    "as_long_as_the_calendar": (
        [buy("2026-01-01", months=1200, pieces=1000)],
        ["2026-01-01T12:00/"],
    ),
}


@pytest.mark.parametrize("name", TIMELINES)
def test_timelines(name: str) -> None:
    purchases, expected = TIMELINES[name]
    assert spans(*purchases) == expected
    assert spans(*reversed(purchases)) == expected


def test_each_purchase_has_an_end_of_its_own() -> None:
    found = ends_of(
        [
            buy("2026-01-01", months=1),
            buy("2026-01-02", months=1, kept=0, known_at="2026-01-03"),
            buy("2026-01-04", months=1),
            buy("2026-01-05"),
        ],
        UTC_ZONE,
    )
    assert found == {
        "2026-01-01": at("2026-02-02T00:00"),
        "2026-01-02": at("2026-02-02T00:00"),
        "2026-01-04": at("2026-03-02T00:00"),
        "2026-01-05": NEVER,
    }


def test_a_span_covers_its_first_moment_and_not_its_end() -> None:
    span = Span(at("2026-01-01"), at("2026-02-02T00:00"))
    second = timedelta(microseconds=1)
    assert [span.covers(moment) for moment in (span.starts_at, span.starts_at - second)] == [
        True,
        False,
    ]
    assert span.ends_at is not None
    assert [span.covers(moment) for moment in (span.ends_at - second, span.ends_at)] == [
        True,
        False,
    ]
    assert Span(at("2026-01-01"), None).covers(NEVER)


FIRST = date(2023, 12, 20)
days = st.integers(0, 150).map(lambda number: FIRST + timedelta(days=number))
shares = st.sampled_from([Fraction(0), Fraction(1, 9), Fraction(1, 2), Fraction(8, 9), Fraction(1)])


@st.composite
def bought(draw: st.DrawFn) -> Bought:
    day = draw(days)
    pieces = draw(st.integers(1, 3))
    one = Bought(draw(st.text("abcdef", min_size=8, max_size=8)), day, pieces=pieces)
    if draw(st.booleans()):
        one.months = draw(st.integers(1, 3))
    else:
        one.days = draw(st.integers(1, 20))
    if draw(st.booleans()):
        one.back = draw(st.integers(0, pieces))
        one.share = draw(shares)
        one.back_day = day + timedelta(days=draw(st.integers(0, 120)))
    if draw(st.integers(0, 5)) == 0:
        one.ended_day = day + timedelta(days=draw(st.integers(0, 120)))
    return one


def noon(day: date | None, zone: ZoneInfo) -> datetime | None:
    return datetime.combine(day, time(12), zone).astimezone(UTC) if day is not None else None


def of(one: Bought, zone: ZoneInfo) -> Purchase:
    paid_at = noon(one.day, zone)
    assert paid_at is not None
    return Purchase(
        key=one.name,
        paid_at=paid_at,
        months=one.months or None,
        days=one.days or None,
        pieces=one.pieces,
        kept=one.pieces - one.back,
        share_back=one.share,
        known_at=noon(one.back_day, zone),
        ended_at=noon(one.ended_day, zone),
    )


@pytest.mark.parametrize("zone", ["UTC", "Europe/Berlin", "Pacific/Auckland", "America/New_York"])
@settings(max_examples=80, deadline=None)
@given(st.lists(bought(), min_size=1, max_size=5, unique_by=lambda one: one.name), st.randoms())
def test_day_by_day_it_is_the_same(zone: str, story: list[Bought], chance: Any) -> None:
    clock = ZoneInfo(zone)
    purchases = [of(one, clock) for one in story]
    chance.shuffle(purchases)
    found = coverage(purchases, clock)
    slow = Naive(story)
    for number in range(-1, 1000):
        day = FIRST + timedelta(days=number)
        for half, hour in (("before", 6), ("after", 18)):
            moment = datetime.combine(day, time(hour), clock).astimezone(UTC)
            covered = any(span.covers(moment) for span in found)
            assert covered == ((day, half) in slow.halves), (day, half)
    ends = [span.ends_at for span in found if span.ends_at is not None]
    assert all(end < later.starts_at for end, later in zip(ends, found[1:], strict=False))
