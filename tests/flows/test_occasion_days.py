"""Tables of days: whose day it is where, through leap years, changed clocks and late runs."""

from datetime import timedelta
from typing import Any

import pytest

from saleor_loyalty.features.earning.models import Award
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.occasions.models import OccasionGift
from saleor_loyalty.flows.order_changed import act_on
from saleor_loyalty.ledger.models import Lot
from tests.flows.occasions import BIRTHDAY, at, born, gifts, keep, night
from tests.shop import line, paid_order

# born, zone, run at (UTC), how the birthday is kept, whether it is given
DAYS: dict[str, tuple[str, str, str, dict[str, Any], bool]] = {
    "on the day": ("1990-03-10", "", "2026-03-10T00:00", {}, True),
    "the day before": ("1990-03-10", "", "2026-03-09T23:59", {}, False),
    "the last moment of the day": ("1990-03-10", "", "2026-03-10T23:59", {"late_days": 0}, True),
    "a day late, and not made up": ("1990-03-10", "", "2026-03-11T00:00", {"late_days": 0}, False),
    "seven days late": ("1990-03-10", "", "2026-03-17T23:59", {}, True),
    "eight days late": ("1990-03-10", "", "2026-03-18T00:00", {}, False),
    "late over the new year": ("1990-12-30", "", "2027-01-02T09:00", {}, True),
    "three days before": ("1990-03-10", "", "2026-03-07T00:00", {"days_before": 3}, True),
    "four days before": ("1990-03-10", "", "2026-03-06T23:59", {"days_before": 3}, False),
    "before the new year": ("1990-01-02", "", "2026-12-30T00:00", {"days_before": 3}, True),
    "the first of the month": ("1990-03-31", "", "2026-03-01T00:00", {"on": "month"}, True),
    "before the month": ("1990-03-31", "", "2026-02-28T23:59", {"on": "month"}, False),
    "the end of the month": ("1990-03-01", "", "2026-03-31T23:59", {"on": "month"}, True),
    "seven days after the month": ("1990-03-01", "", "2026-04-07T12:00", {"on": "month"}, True),
    "eight days after the month": ("1990-03-01", "", "2026-04-08T00:00", {"on": "month"}, False),
    "sixty days after January": (
        *("1990-01-01", "", "2026-03-31T12:00"),
        {"on": "month", "late_days": 60},
        True,
    ),
    "on leap day": ("1992-02-29", "", "2028-02-29T00:00", {"late_days": 0}, True),
    "leap day before its day": ("1992-02-29", "", "2028-02-28T23:59", {}, False),
    "leap day in other years": ("1992-02-29", "", "2026-03-01T00:00", {"late_days": 0}, True),
    "leap day not on the 28th": ("1992-02-29", "", "2026-02-28T12:00", {"late_days": 0}, False),
    "leap day not twice in a leap year": (
        *("1992-02-29", "", "2028-03-01T00:00"),
        {"late_days": 0},
        False,
    ),
    "leap day in its month": ("1992-02-29", "", "2026-02-01T00:00", {"on": "month"}, True),
    "Auckland is ahead": ("1990-03-10", "Pacific/Auckland", "2026-03-09T11:00", {}, True),
    "Auckland, a moment before": ("1990-03-10", "Pacific/Auckland", "2026-03-09T10:59", {}, False),
    "Kiritimati is first": ("1990-03-10", "Pacific/Kiritimati", "2026-03-09T10:00", {}, True),
    "Honolulu is behind": ("1990-03-10", "Pacific/Honolulu", "2026-03-10T09:59", {}, False),
    "Honolulu has it": (
        *("1990-03-10", "Pacific/Honolulu", "2026-03-11T09:59"),
        {"late_days": 0},
        True,
    ),
    # Berlin leaves 02:00 out on 29 March and has it twice on 25 October.
    "the short day begins": ("1990-03-29", "Europe/Berlin", "2026-03-28T23:00", {}, True),
    "the short day's last moment": (
        *("1990-03-29", "Europe/Berlin", "2026-03-29T21:59"),
        {"late_days": 0},
        True,
    ),
    "the short day is over": (
        *("1990-03-29", "Europe/Berlin", "2026-03-29T22:00"),
        {"late_days": 0},
        False,
    ),
    "the long day's last moment": (
        *("1990-10-25", "Europe/Berlin", "2026-10-25T22:59"),
        {"late_days": 0},
        True,
    ),
    # Beirut has no midnight on 29 March: the day begins at one.
    "a day without its midnight": ("1990-03-29", "Asia/Beirut", "2026-03-28T22:00", {}, True),
    "and a moment before": ("1990-03-29", "Asia/Beirut", "2026-03-28T21:59", {}, False),
    # Samoa never had 30 December 2011; 2012 is as other years are.
    "a year after the day that was none": (
        *("1990-12-30", "Pacific/Apia", "2026-12-29T11:00"),
        {},
        True,
    ),
    "a zone nobody knows is the programme's": (
        "1990-03-10",
        "Mars/Base",
        "2026-03-10T00:00",
        {},
        True,
    ),
}


@pytest.mark.parametrize("name", DAYS)
def test_whose_birthday_it_is(ada: Member, name: str) -> None:
    birthday, zone, now, how, is_due = DAYS[name]
    keep(birthday={**BIRTHDAY, **how})
    born(ada, birthday, zone=zone)
    assert night(at(now)) == is_due
    assert night(at(now)) == 0
    assert len(gifts(ada)) == is_due


def test_each_year_once_whenever_the_runs_come(ada: Member) -> None:
    keep(birthday={**BIRTHDAY, "days_before": 3})
    born(ada, "1990-01-02", zone="America/New_York")
    begins = [at(f"{year}-12-28T00:30") for year in (2026, 2027)]
    given = [night(day + timedelta(hours=9 * run)) for day in begins for run in range(36)]
    assert sum(given) == 2
    assert gifts(ada) == [("birthday", "2027", 37), ("birthday", "2028", 38)]


# joined, run at, which years have a gift, the points that come
ANNIVERSARIES = {
    "the day itself": ("2026-03-10", "2026-03-10T12:00", {"gift": {"points": 1}}, []),
    "a year": ("2025-03-10", "2026-03-10T12:00", {"gift": {"points": 1}}, [1]),
    "a year, another gift": (
        *("2025-03-10", "2026-03-10T12:00"),
        {"gift": {"points": 1}, "years": {"1": {"points": 7}}},
        [7],
    ),
    "five years, nothing else": (
        *("2021-03-10", "2026-03-10T12:00"),
        {"years": {"5": {"points": 5}}},
        [5],
    ),
    "four years, nothing": ("2022-03-10", "2026-03-10T12:00", {"years": {"5": {"points": 5}}}, []),
    "joined on leap day": ("2024-02-29", "2026-03-01T12:00", {"gift": {"points": 1}}, [1]),
    "a month too early": ("2025-04-10", "2026-03-10T12:00", {"gift": {"points": 1}}, []),
}


@pytest.mark.parametrize("name", ANNIVERSARIES)
def test_the_anniversary_of_joining(ada: Member, name: str) -> None:
    joined, now, how, points = ANNIVERSARIES[name]
    keep(joined=how)
    Member.objects.update(joined_at=at(f"{joined}T09:00"))
    night(at(now))
    assert list(Award.objects.values_list("points", flat=True)) == points


def test_the_day_of_joining_is_that_of_the_member(ada: Member) -> None:
    keep(joined={"gift": {"points": 1}, "late_days": 0})
    # At ten in the evening in New York, which is the next day in UTC.
    Member.objects.update(joined_at=at("2025-03-10T02:00"), time_zone="America/New_York")
    assert [night(at(f"2026-03-{day}T12:00")) for day in ("08", "09", "10")] == [0, 1, 0]


def test_the_anniversary_of_the_first_purchase_that_was_kept(ada: Member) -> None:
    keep(first_purchase={"gift": {"points": 1}, "late_days": 0})
    for order_id, day, back in (("o1", "2025-03-08", True), ("o2", "2025-03-10", False)):
        bought = at(f"{day}T09:00")
        order = paid_order(
            line("l1", 1000, refunded_quantity=int(back)),
            order_id=order_id,
            user_id=ada.user_id,
            placed_at=bought,
            paid_at=bought,
            fully_refunded=back,
            refunded_total=1000 * back,
        )
        act_on([order], now=bought)
    assert [night(at(f"2026-03-{day}T12:00")) for day in ("08", "10")] == [0, 1]
    assert gifts(ada) == [("first_purchase", "2026", 1)]


def test_a_changed_birthday_brings_no_second_gift_within_a_year(ada: Member) -> None:
    keep(birthday=BIRTHDAY)
    born(ada, "1990-12-01")
    assert night(at("2026-12-01T01:00")) == 1
    born(ada, "1990-02-01")
    assert [night(at(f"202{year}-02-01T01:00")) for year in (7, 8)] == [0, 1]
    born(ada, "1990-01-02")
    assert night(at("2028-01-02T01:00")) == 0


@pytest.mark.parametrize(
    ("joined", "given"), [("2026-03-10T23:59", 1), ("2026-03-11T00:00", 0), ("2026-03-10T09:00", 1)]
)
def test_who_joins_on_their_birthday_has_it(ada: Member, joined: str, given: int) -> None:
    keep(birthday=BIRTHDAY)
    born(ada, "1990-03-10", joined=joined)
    assert night(at("2026-03-11T06:00")) == given
    assert OccasionGift.objects.filter(due_at__lt=at(joined)).count() == 0


def test_points_of_an_occasion_end_when_it_says(ada: Member) -> None:
    keep(birthday={**BIRTHDAY, "valid_days": 10})
    born(ada, "1990-03-10", zone="America/New_York")
    night(at("2026-03-10T12:00"))
    assert Lot.objects.get().expires_at == at("2026-03-21T04:00")
