"""Checking in: once a day, the ladder, days made good, the calendar, two tabs, naive histories."""

from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

import pytest

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.features.check_ins.calendar import DayState
from saleor_loyalty.features.check_ins.models import CheckIn
from saleor_loyalty.features.member_events.models import MemberEvent
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows.check_in_days import Standing, standing, ways
from saleor_loyalty.flows.check_ins import check_in, make_up
from saleor_loyalty.flows.member_events import undo_event
from saleor_loyalty.flows.members import merge_members
from saleor_loyalty.flows.ways import WayState
from saleor_loyalty.ledger.models import Entry
from saleor_loyalty.values.gift import Gift
from saleor_loyalty.values.points import Unit
from tests.flows.balances import sums
from tests.flows.check_in import MAKE_UP, come, days_of, offer, on, short
from tests.flows.events import event_rules, everything
from tests.flows.lottery import rich
from tests.ledger.threads import together
from tests.shop import NOON


@pytest.fixture
def ada(ada: Member) -> Member:
    """Joined long ago, with what she earns usable at once."""
    event_rules(now=NOON - timedelta(days=60))
    Member.objects.update(joined_at=NOON - timedelta(days=100))
    ada.refresh_from_db()
    return ada


def stands(member: Member | None, at: datetime) -> Standing:
    found = standing(member, now=at)
    assert found is not None
    return found


def refusal(act: Any, *arguments: Any, **named: Any) -> Code:
    with pytest.raises(LoyaltyError) as refused:
        act(*arguments, **named)
    return refused.value.code


def in_zone(member: Member, zone: str) -> Member:
    member.time_zone = zone
    member.save(update_fields=["time_zone"])
    return member


def test_a_week_goes_up_and_round(ada: Member) -> None:
    offer()
    come(ada, *range(10, 19))
    points = [5, 5, 10, 10, 15, 15, 50, 5, 5]
    assert [row[1:] for row in days_of(ada)] == list(zip(range(1, 10), points, strict=True))
    assert sums(ada) == (120, 0, 0, 0)
    assert Entry.objects.latest("seq").data == {"reason": "check_in", "event": "9"}


def test_the_same_day_again_is_the_same(ada: Member) -> None:
    offer()
    first = check_in(ada, now=on(10, 0))
    again = check_in(ada, now=on(10, 23))
    assert (first.is_new, again.is_new, again.row) == (True, False, first.row)
    assert sums(ada) == (5, 0, 0, 0)
    assert MemberEvent.objects.count() == 1


def test_a_missed_day_begins_anew(ada: Member) -> None:
    offer()
    come(ada, 10, 11, 12, 14, 15)
    assert short(ada) == [(10, 1), (11, 2), (12, 3), (14, 1), (15, 2)]


def test_a_changed_zone_wins_no_second_day(ada: Member) -> None:
    offer()
    in_zone(ada, "America/New_York")
    assert check_in(ada, now=on(10, 14)).is_new
    in_zone(ada, "Asia/Tokyo")
    # In Tokyo it is the 11th; in New York, where the 10th was had, it is not over.
    assert not check_in(ada, now=on(10, 16)).is_new
    assert not check_in(ada, now=on(11, 3)).is_new
    assert check_in(ada, now=on(11, 4)).is_new
    in_zone(ada, "America/New_York")
    assert not check_in(ada, now=on(12, 3)).is_new
    assert short(ada) == [(10, 1), (11, 2)]
    assert sums(ada) == (10, 0, 0, 0)


def test_across_the_date_line_a_lost_date_breaks_nothing(ada: Member) -> None:
    offer()
    in_zone(ada, "Etc/GMT+12")
    check_in(ada, now=on(10, 13))
    in_zone(ada, "Pacific/Kiritimati")
    assert check_in(ada, now=on(11, 13)).is_new
    assert short(ada) == [(10, 1), (12, 2)]
    states = {one.day.day: one.state for one in stands(ada, on(11, 13)).month(date(2026, 3, 1))}
    assert (states[10], states[11], states[12]) == (DayState.CHECKED, DayState.NONE, "checked")
    assert refusal(make_up, ada, date(2026, 3, 11), now=on(11, 13)) is Code.INVALID


def test_a_day_made_good_makes_the_row_whole(ada: Member) -> None:
    offer()
    rich(ada, 100)
    come(ada, 10, 11, 13, 14)
    before = sums(ada)[0]
    made = make_up(ada, date(2026, 3, 12), now=on(14))
    assert (made.streak, made.points, made.made_up_for, made.event) == (3, 0, 20, None)
    assert short(ada) == [(10, 1), (11, 2), (12, 3), (13, 4), (14, 5)]
    assert sums(ada) == (before - 20, 0, 0, 0)
    assert Entry.objects.latest("seq").data == {
        "reason": "check_in_make_up",
        "event": "March 12, 2026",
    }
    # What the later days gave stays; the next one stands on the ladder as if none was missed.
    assert [row[2] for row in days_of(ada)] == [5, 5, 0, 5, 5]
    assert check_in(ada, now=on(15)).row.points == 15


def test_two_days_made_good_from_the_end(ada: Member) -> None:
    offer()
    rich(ada, 100)
    come(ada, 9, 12, 13, 15)
    make_up(ada, date(2026, 3, 11), now=on(15))
    assert short(ada) == [(9, 1), (11, 1), (12, 2), (13, 3), (15, 1)]
    make_up(ada, date(2026, 3, 10), now=on(15))
    assert short(ada) == [(9, 1), (10, 2), (11, 3), (12, 4), (13, 5), (15, 1)]


def test_making_good_gives_where_the_shop_says_so(ada: Member) -> None:
    offer(make_up={**MAKE_UP, "points": 60, "gives": True})
    rich(ada, 61)
    come(ada, 10, 12)
    made = make_up(ada, date(2026, 3, 11), now=on(12))
    assert (made.points, sums(ada)) == (5, (61 + 5 + 5 - 60 + 5, 0, 0, 0))


def test_the_gift_does_not_pay_for_making_good(ada: Member) -> None:
    offer(days=[{"points": 60}], make_up={**MAKE_UP, "points": 60, "gives": True})
    rich(ada, 59)
    before = (everything(), list(CheckIn.objects.values()))
    assert refusal(make_up, ada, date(2026, 3, 9), now=on(10)) is Code.NOT_ENOUGH_POINTS
    assert (everything(), list(CheckIn.objects.values())) == before


def test_what_cannot_be_made_good(ada: Member) -> None:
    offer()
    rich(ada, 1000)
    come(ada, 10, 15)
    before = (everything(), list(CheckIn.objects.values()))
    for day in (15, 16, 10, 7):
        assert refusal(make_up, ada, date(2026, 3, day), now=on(15)) is Code.INVALID
    offer(gate={"tiers": ["gold"]})
    assert refusal(make_up, ada, date(2026, 3, 14), now=on(15)) is Code.FORBIDDEN
    offer(make_up=None)
    assert refusal(make_up, ada, date(2026, 3, 14), now=on(15)) is Code.NOT_FOUND
    assert (everything(), list(CheckIn.objects.values())) == before


def test_so_many_days_of_a_month(ada: Member) -> None:
    offer(make_up={**MAKE_UP, "days_back": 31})
    rich(ada, 1000)
    for day in (date(2026, 2, 27), date(2026, 2, 28), date(2026, 3, 1), date(2026, 3, 2)):
        make_up(ada, day, now=on(10))
    before = sums(ada)
    assert refusal(make_up, ada, date(2026, 3, 3), now=on(10)) is Code.LIMIT_EXCEEDED
    assert refusal(make_up, ada, date(2026, 2, 26), now=on(10)) is Code.LIMIT_EXCEEDED
    assert sums(ada) == before == (920, 0, 0, 0)


def test_not_before_one_was_a_member(ada: Member) -> None:
    offer()
    rich(ada, 100)
    Member.objects.update(joined_at=on(8))
    ada.refresh_from_db()
    assert refusal(make_up, ada, date(2026, 3, 7), now=on(10)) is Code.INVALID
    assert make_up(ada, date(2026, 3, 8), now=on(10)).streak == 1


def test_switched_off_or_not_for_them(ada: Member) -> None:
    assert refusal(check_in, ada, now=NOON) is Code.NOT_FOUND
    assert standing(ada, now=NOON) is None
    offer(gate={"tiers": ["gold"]})
    assert refusal(check_in, ada, now=NOON) is Code.FORBIDDEN
    assert list(ways(ada, NOON)) == []
    offer(enabled=False)
    assert refusal(check_in, ada, now=NOON) is Code.NOT_FOUND
    offer()
    long_ago = NOON - timedelta(days=300)
    assert refusal(check_in, ada, now=long_ago) is Code.PROGRAMME_NOT_ACTIVE
    assert not CheckIn.objects.exists()
    assert sums(ada) == (0, 0, 0, 0)


def test_a_month_for_the_storefront(ada: Member) -> None:
    offer()
    Member.objects.update(joined_at=on(3))
    ada.refresh_from_db()
    rich(ada, 100)
    come(ada, 10, 12, 13)
    make_up(ada, date(2026, 3, 11), now=on(14))
    month = {one.day.day: one for one in stands(ada, on(14)).month(date(2026, 3, 1))}
    assert len(month) == 31
    assert [month[day].state for day in (2, 3, 10, 11, 12, 14, 15, 31)] == [
        DayState.NONE,
        DayState.MISSED,
        DayState.CHECKED,
        DayState.MADE_UP,
        DayState.CHECKED,
        DayState.OPEN,
        DayState.FUTURE,
        DayState.FUTURE,
    ]
    assert [month[day].price for day in (3, 6, 7, 9, 10)] == [None, None, 20, 20, None]
    assert [month[day].streak for day in (10, 11, 12, 13, 14, 17)] == [1, 2, 3, 4, 5, 8]
    given = [gift.points for day in (14, 15, 16, 17) if (gift := month[day].gift)]
    assert given == [15, 15, 50, 5]


def test_how_one_stands(ada: Member) -> None:
    offer()
    come(ada, 10, 11)
    now = stands(ada, on(11))
    assert (now.streak, now.checked_today, now.is_open) == (2, True, False)
    assert (now.opens_at, now.next_gift) == (on(12, 0), Gift(points=10))
    tomorrow, later = stands(ada, on(12)), stands(ada, on(13))
    assert (tomorrow.streak, tomorrow.is_open) == (2, True)
    assert (later.streak, later.is_open, later.next_gift) == (0, True, Gift(points=5))
    stranger = stands(None, on(13))
    assert (stranger.streak, stranger.is_open, stranger.make_ups_left) == (0, True, 2)


def test_a_way_to_earn(ada: Member) -> None:
    offer()
    come(ada, 10, 11)
    (told,) = ways(ada, on(11))
    assert (told.state, told.until, told.gift) == (WayState.NOT_YET, on(12, 0), Gift(points=10))
    (open_,) = ways(ada, on(12))
    assert (open_.state, open_.progress, open_.goal) == (WayState.OPEN, 2, 7)


def test_one_taken_back_by_staff_stays_a_day(ada: Member) -> None:
    offer()
    (done,) = come(ada, 10)
    assert done.row.event is not None
    undo_event(done.row.event, now=on(10))
    assert not check_in(ada, now=on(10, 20)).is_new
    assert sums(ada) == (0, 0, 0, 0)


def test_two_accounts_of_one_person(ada: Member, bob: Member) -> None:
    offer()
    come(ada, 10, 11, 13)
    come(bob, 11, 12, 14)
    merge_members(bob, ada, now=on(14), actor="user:9")
    assert short(ada) == [(10, 1), (11, 2), (12, 3), (13, 4), (14, 5)]
    assert short(bob) == [(11, 1)]
    assert sums(ada) == (30, 0, 0, 0)


def test_growth_is_given_as_well(ada: Member) -> None:
    offer(days=[{"points": 1, "growth": 2}])
    come(ada, 10, 11)
    assert (sums(ada), sums(ada, Unit.GROWTH)) == ((2, 0, 0, 0), (4, 0, 0, 0))


def test_a_day_without_a_gift_is_a_day(ada: Member) -> None:
    offer(days=[None, {"points": 9}])
    come(ada, 10, 11, 12)
    assert [row[2] for row in days_of(ada)] == [0, 9, 0]
    assert MemberEvent.objects.count() == 3


@pytest.mark.django_db(transaction=True)
def test_two_tabs_at_once_are_one_day(ada: Member) -> None:
    offer()
    act = partial(check_in, ada, now=on(10))
    first, second = together(act, act)
    assert first.row == second.row
    assert sorted([first.is_new, second.is_new]) == [False, True]
    assert sums(ada) == (5, 0, 0, 0)


@pytest.mark.django_db(transaction=True)
def test_two_tabs_make_a_day_good_once(ada: Member) -> None:
    offer()
    rich(ada, 100)
    act = partial(make_up, ada, date(2026, 3, 9), now=on(10))
    first, second = together(act, act)
    assert first == second
    assert sums(ada) == (80, 0, 0, 0)


@pytest.mark.django_db(transaction=True)
def test_the_last_day_of_a_month_is_made_good_once(ada: Member) -> None:
    offer(make_up={**MAKE_UP, "per_month": 1})
    rich(ada, 100)
    answers = together(*(partial(make_up, ada, date(2026, 3, day), now=on(10)) for day in (8, 9)))
    assert sorted(type(answer).__name__ for answer in answers) == ["CheckIn", "Code"]
    assert Code.LIMIT_EXCEEDED in answers
    assert sums(ada) == (80, 0, 0, 0)
