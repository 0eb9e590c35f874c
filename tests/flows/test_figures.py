"""Figures of days: each point in one measure, and all of them are what members have."""

from datetime import date, timedelta

import pytest
from django.db.models import F, Sum

from saleor_loyalty.features.figures.models import DayFigure, FigureMark, Measure
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows.figures import By, Span, spans, sum_up
from saleor_loyalty.flows.members import merge_members
from saleor_loyalty.flows.order_changed import act_on
from saleor_loyalty.flows.points import adjust_points
from saleor_loyalty.flows.points_at_checkout import hold, refund
from saleor_loyalty.flows.setup import set_up
from saleor_loyalty.ledger import post
from saleor_loyalty.ledger.models import Account, Entry
from saleor_loyalty.values.money import Money
from saleor_loyalty.values.points import Unit
from tests.conftest import PROGRAMME
from tests.flows.test_points_at_checkout import TOKEN
from tests.shop import NOON, line, open_checkout, paid_order

DAY = NOON.date()
# After all that the tests book, whatever the clock says.
LATER = NOON + timedelta(days=36_500)


@pytest.fixture
def story(ada: Member, bob: Member) -> Member:
    """An order, points paid with and given back in part, a refund that makes debt, staff, a merge
    and what expired; on three days."""
    adjust_points(bob, 700, reason="welcome", source="w", actor="staff", now=NOON)
    adjust_points(bob, -30, reason="mistake", source="m", actor="staff", now=NOON)
    first = paid_order(line("a", 9000), user_id=bob.user_id, fulfilled_at=NOON)
    act_on([first], now=NOON)
    checkout = open_checkout(9000, checkout_id="c2", user_id=bob.user_id)
    hold(checkout, Money(740, "USD"), token=TOKEN, now=NOON)
    second = paid_order(
        line("b", 9000),
        order_id="o2",
        user_id=bob.user_id,
        checkout_id="c2",
        paid_by_points=740,
        paid_at=NOON + timedelta(days=1),
    )
    act_on([second], now=NOON + timedelta(days=1))
    act_on([paid_order(line("a", 9000), user_id=bob.user_id, cancelled=True)], now=NOON)
    refund(TOKEN, 100, reference="r", now=NOON + timedelta(days=1))
    merge_members(bob, ada, now=NOON + timedelta(days=2), actor="staff")
    post.settle_due(now=NOON + timedelta(days=800), limit=100)
    return ada


def test_each_point_is_in_one_measure(story: Member) -> None:
    found = _total(_year())
    assert found == {
        Measure.ISSUED: 700 + 90 + 82,
        Measure.SPENT: -640,
        Measure.TAKEN_BACK: -90,
        Measure.ADJUSTED: -30,
    }
    assert sum(found.values()) == _outstanding()


def test_they_are_counted_on_the_day_they_happened(story: Member) -> None:
    days = spans(DAY, DAY + timedelta(days=2), By.DAY, now=LATER)
    assert [(day.first_day, day.points) for day in days] == [
        (DAY, {1: 790, 4: -90, 5: -30}),
        (DAY + timedelta(days=1), {1: 82, 2: -640}),
        (DAY + timedelta(days=2), {}),
    ]


def test_money_is_what_points_were_worth_when_they_were_earned(story: Member) -> None:
    (span,) = spans(DAY.replace(day=1), DAY, By.MONTH, channel="web", now=LATER)
    assert span.points == {Measure.ISSUED: 90, Measure.TAKEN_BACK: -90}
    assert span.worth_of(Measure.ISSUED) == [Money(90, "USD")]
    # They were spent by then: what was claimed back became debt, which is worth nothing to anybody.
    assert span.worth_of(Measure.TAKEN_BACK) == []
    (span,) = spans(DAY, DAY + timedelta(days=1), By.MONTH, now=LATER)
    # Soonest expiry first: the 90 of the order before those that staff gave, which say no worth.
    assert span.worth_of(Measure.SPENT) == [Money(-90, "USD")]


def test_by_channel_and_currency(story: Member) -> None:
    assert _total(_year(channel="shop")) == {}
    assert _total(_year(currency="EUR")) == {}
    web = _total(_year(channel="web"))
    assert (web[Measure.ISSUED], web[Measure.SPENT]) == (172, -640)
    assert Measure.ADJUSTED not in web


@pytest.mark.parametrize("by", list(By))
def test_summed_up_or_not_they_are_the_same(story: Member, by: By) -> None:
    before = _year(by)
    assert sum_up(now=LATER) == DayFigure.objects.count() > 0
    assert _year(by) == before
    assert sum_up(now=LATER) == 0
    assert _year(by) == before


def test_what_is_booked_afterwards_is_added_to_the_day_it_happened_on(story: Member) -> None:
    # Only what was booked before an hour ago is summed up: nothing yet.
    sum_up(now=Entry.objects.latest("created_at").created_at)
    assert DayFigure.objects.count() == 0
    before = _year()
    adjust_points(story, 5, reason="late", source="late", actor="staff", now=NOON)
    after = _year()
    assert after[0].points[Measure.ISSUED] == before[0].points[Measure.ISSUED] + 5
    assert sum_up(now=LATER) > 0
    assert _year() == after


def test_sums_that_do_not_add_up_are_made_anew(story: Member) -> None:
    sum_up(now=LATER)
    right = _year()
    DayFigure.objects.filter(measure=Measure.SPENT).update(points=F("points") + 7)
    assert _year() != right
    sum_up(now=LATER)
    assert _year() == right


def test_another_time_zone_makes_other_days(story: Member) -> None:
    sum_up(now=LATER)
    config = {**PROGRAMME["config"], "time_zone": "Pacific/Auckland"}
    begins = (NOON + timedelta(days=5)).isoformat()
    set_up({"programmes": [{**PROGRAMME, "valid_from": begins, "config": config}]}, now=NOON)
    sum_up(now=LATER)
    assert FigureMark.objects.get().zone == "Pacific/Auckland"
    days = spans(DAY, DAY + timedelta(days=1), By.DAY, now=LATER)
    # Noon in UTC is the next day's first hour in Auckland's summer.
    assert [day.first_day for day in days if day.points] == [DAY + timedelta(days=1)]


def test_weeks_begin_on_monday_and_months_on_the_first() -> None:
    assert By.WEEK.first_day(date(2026, 11, 22)) == date(2026, 11, 16)
    assert By.MONTH.first_day(date(2026, 11, 22)) == date(2026, 11, 1)


@pytest.mark.django_db
def test_nothing_ever_happened() -> None:
    (span,) = spans(DAY, DAY, By.DAY, now=NOON)
    assert span == Span(DAY)
    assert (sum_up(now=NOON), sum_up(now=NOON)) == (0, 0)


def _year(by: By = By.DAY, **only: str) -> list[Span]:
    found = spans(DAY, DAY + timedelta(days=400), by, now=LATER, **only)
    return [span for span in found if any(span.points.values())]


def _total(found: list[Span]) -> dict[Measure, int]:
    total: dict[Measure, int] = {}
    for span in found:
        for measure, points in span.points.items():
            total[measure] = total.get(measure, 0) + points
    return total


def _outstanding() -> int:
    there = F("available") + F("pending") + F("held") - F("debt")
    accounts = Account.objects.filter(unit=Unit.POINTS)
    found: int = accounts.aggregate(sum=Sum(there, default=0))["sum"]
    return found
