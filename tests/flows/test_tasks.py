"""Tasks: counted from what happened, given once, taken back if the merchant says so."""

from dataclasses import replace
from datetime import timedelta

import pytest

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.tasks.models import TaskRun, TaskStepReached
from saleor_loyalty.flows import daily
from saleor_loyalty.flows.member_events import undo_event
from saleor_loyalty.flows.order_changed import act_on
from saleor_loyalty.flows.task_setup import end_due, end_task
from saleor_loyalty.ledger.models import Entry
from tests.flows.balances import sums
from tests.flows.tasks import ORDERS, order, run_of, step, task, visit, work
from tests.shop import NOON

DAY = timedelta(days=1)


def test_the_third_visit_is_given_for_once(ada: Member) -> None:
    task()
    visit(ada, "1")
    assert (run_of(ada), sums(ada)) == (("running", 1), (0, 0, 0, 0))
    visit(ada, "2")
    visit(ada, "3")
    assert (run_of(ada), sums(ada)) == (("done", 3), (10, 0, 0, 0))
    visit(ada, "4")
    visit(ada, "4")
    assert (run_of(ada), sums(ada)) == (("done", 4), (10, 0, 0, 0))
    entry = Entry.objects.get(available=10)
    assert entry.data == {"reason": "task", "event": "Visits"}


def test_who_has_done_nothing_has_no_row(ada: Member, bob: Member) -> None:
    task()
    visit(ada, "1", name="other")
    assert TaskRun.objects.count() == 0
    visit(ada, "2")
    assert list(TaskRun.objects.values_list("member", flat=True)) == [ada.pk]


def test_what_is_undone_before_counts_no_more(ada: Member) -> None:
    task()
    first = visit(ada, "1")
    visit(ada, "2")
    undo_event(first, now=NOON)
    work()
    visit(ada, "3")
    assert (run_of(ada), sums(ada)) == (("running", 2), (0, 0, 0, 0))


@pytest.mark.parametrize(
    ("refunds", "left", "state"), [("keep", 10, "done"), ("take_back", 0, "running")]
)
def test_what_is_undone_afterwards_is_as_the_merchant_says(
    ada: Member, refunds: str, left: int, state: str
) -> None:
    task(refunds=refunds)
    first = visit(ada, "1")
    visit(ada, "2")
    visit(ada, "3")
    undo_event(first, now=NOON)
    work()
    assert (run_of(ada), sums(ada)) == ((state, 2), (left, 0, 0, 0))
    visit(ada, "4")
    assert (run_of(ada), sums(ada)) == (("done", 3), (10, 0, 0, 0))


def test_a_ladder_of_steps_in_one_task(ada: Member) -> None:
    task(steps=[step(1, 5), step(2, 7), step(4, 9)])
    had = []
    for key in "1234":
        visit(ada, key)
        had.append(sums(ada)[0])
    assert had == [5, 12, 12, 21]
    assert run_of(ada) == ("done", 4)


def test_one_leap_reaches_several_steps(ada: Member) -> None:
    task(counts={"kind": "spend", "per": {"USD": 100}}, steps=[step(10, 5), step(20, 7)])
    order(ada, "o1", 2500)
    assert list(TaskStepReached.objects.values_list("step", "state")) == [
        (0, "given"),
        (1, "given"),
    ]


def test_an_order_that_goes_back_before_counts_no_more(ada: Member) -> None:
    task("orders", counts=ORDERS, steps=[step(2)])
    first = order(ada, "o1")
    act_on([replace(first, fully_refunded=True)], now=NOON)
    work()
    order(ada, "o2")
    assert run_of(ada, "orders") == ("running", 1)
    order(ada, "o3")
    assert run_of(ada, "orders") == ("done", 2)


def test_an_order_that_is_cancelled_afterwards(ada: Member) -> None:
    task("orders", counts=ORDERS, steps=[step(1, 50)], refunds="take_back")
    first = order(ada, "o1")
    assert sums(ada)[0] == 50
    act_on([replace(first, cancelled=True)], now=NOON + 40 * DAY)
    work(NOON + 40 * DAY)
    assert (run_of(ada, "orders"), sums(ada)[0]) == (("lost", 0), 0)
    act_on([replace(first, cancelled=True)], now=NOON + 41 * DAY)
    work(NOON + 41 * DAY)
    assert sums(ada)[0] == 0


def test_a_fact_that_comes_late_still_counts_where_it_happened(ada: Member) -> None:
    task(counts=ORDERS, steps=[step(2)])
    order(ada, "o1")
    after = NOON + 30 * DAY
    assert end_due(now=after, limit=100) == 1
    assert run_of(ada) == ("lost", 1)
    order(ada, "o2", at=NOON + 19 * DAY, now=after)
    assert run_of(ada) == ("done", 2)
    order(ada, "o3", at=NOON + 21 * DAY, now=after)
    assert run_of(ada) == ("done", 2)


def test_the_daily_run_ends_what_is_over(ada: Member) -> None:
    task()
    visit(ada, "1")
    assert daily.run(now=NOON + 19 * DAY).task_runs_ended == 0
    assert daily.run(now=NOON + 20 * DAY).task_runs_ended == 1
    assert daily.run(now=NOON + 20 * DAY).task_runs_ended == 0
    assert run_of(ada) == ("lost", 1)


def test_staff_end_a_task(ada: Member) -> None:
    task()
    visit(ada, "1")
    end_task("visits", now=NOON + DAY)
    visit(ada, "2", NOON + 2 * DAY)
    visit(ada, "3", NOON + 3 * DAY)
    assert run_of(ada) == ("running", 1)
    assert end_due(now=NOON + 2 * DAY, limit=9) == 1


def test_each_day_anew(ada: Member) -> None:
    task(window={"kind": "each", "unit": "day"}, steps=[step(1)])
    visit(ada, "1")
    visit(ada, "2")
    visit(ada, "3", NOON + DAY)
    assert sums(ada)[0] == 20
    assert list(TaskRun.objects.order_by("pk").values_list("period", "progress")) == [
        ("2026-03-10", 2),
        ("2026-03-11", 1),
    ]


def test_a_series_opens_one_by_one(ada: Member) -> None:
    task("first", steps=[step(1)])
    task("second", steps=[step(2)], after="first")
    visit(ada, "1")
    assert (run_of(ada, "first"), run_of(ada, "second")) == (("done", 1), ("running", 1))
    visit(ada, "2", NOON + timedelta(hours=1))
    assert run_of(ada, "second") == ("done", 2)


def test_a_task_of_tasks_does_not_count_itself(ada: Member) -> None:
    counts = {"kind": "events", "name": "loyalty.task"}
    task("all", counts=counts, steps=[step(1, 1), step(2, 1), step(3, 1)])
    task("one", steps=[step(1, 5)])
    visit(ada, "1")
    assert (run_of(ada, "all"), sums(ada)[0]) == (("running", 1), 6)


def test_points_from_tasks_do_not_count_as_earned(ada: Member) -> None:
    task("points", counts={"kind": "points"}, steps=[step(10, 100)])
    order(ada, "o1", 900)
    assert run_of(ada, "points") == ("running", 9)
    order(ada, "o2", 100)
    assert run_of(ada, "points") == ("done", 10)


def test_only_the_first_have_it(ada: Member, bob: Member) -> None:
    task(steps=[step(1, 10, most_members=1)])
    visit(bob, "1")
    visit(ada, "1")
    assert (sums(bob)[0], sums(ada)[0]) == (10, 0)
    states = TaskStepReached.objects.order_by("pk").values_list("state", flat=True)
    assert list(states) == ["given", "no_place"]


def test_a_place_that_is_taken_back_is_free_again(ada: Member, bob: Member) -> None:
    task(steps=[step(1, 10, most_members=1)], refunds="take_back")
    event = visit(bob, "1")
    undo_event(event, now=NOON)
    work()
    visit(ada, "1")
    assert (sums(bob)[0], sums(ada)[0]) == (0, 10)


def test_what_happened_before_it_was_shown_counts_from_its_beginning(ada: Member) -> None:
    visit(ada, "0", NOON - 10 * DAY)
    visit(ada, "1", NOON - 2 * DAY)
    visit(ada, "2", NOON - DAY)
    visit(ada, "3", NOON)
    task()
    assert (run_of(ada), sums(ada)[0]) == (("done", 3), 10)


def test_the_promise_of_a_shown_task_stays(ada: Member) -> None:
    from saleor_loyalty.flows.task_setup import update_task

    shown = task()
    given = {"position": 0, "starts_at": None, "ends_at": shown.ends_at}
    with pytest.raises(LoyaltyError) as refusal:
        update_task("visits", {**shown.config, "steps": [step(4)]}, **given)
    assert (refusal.value.code, refusal.value.field) == (Code.INVALID, "config")
    update_task("visits", {**shown.config, "name": {"en": "New"}}, **given)
    shown.refresh_from_db()
    assert (shown.config["name"], shown.config["steps"][0]["goal"]) == ({"en": "New"}, 3)
