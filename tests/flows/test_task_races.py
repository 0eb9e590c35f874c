"""Two at once: a task is done once, a last place is taken once, nobody waits for ever."""

from datetime import timedelta
from functools import partial

import pytest

from saleor_loyalty.events.models import OutboxEffect, WorkStatus
from saleor_loyalty.features.member_events.models import MemberEvent
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.tasks.models import TaskPlaces, TaskRun, TaskStepReached
from saleor_loyalty.flows.member_events import record_event, undo_event
from saleor_loyalty.flows.members import find_or_join, merge_members
from saleor_loyalty.flows.task_members import accept
from saleor_loyalty.flows.tasks import look_at
from tests.conftest import customer
from tests.flows.balances import sums
from tests.flows.tasks import run_of, step, task, visit, work
from tests.ledger.book import differences
from tests.ledger.threads import together
from tests.shop import NOON, Shop

pytestmark = pytest.mark.django_db(transaction=True)


def seen(member: Member, key: str) -> MemberEvent:
    """A visit that no worker has looked at yet."""
    return record_event(
        member,
        "visit",
        source=f"api:{member.pk}/{key}",
        occurred_at=NOON,
        attributes={},
        channel="web",
        now=NOON,
    )


def look(*members: Member) -> int:
    return look_at({member.pk: [NOON] for member in members}, now=NOON)


def test_two_workers_complete_a_task_once(ada: Member) -> None:
    task(steps=[step(2)])
    seen(ada, "1")
    seen(ada, "2")
    answers = together(*[partial(look, ada)] * 4)
    assert sorted(answers) == [0, 0, 0, 1]
    assert (run_of(ada), sums(ada)[0]) == (("done", 2), 10)
    assert TaskStepReached.objects.count() == 1
    assert differences() == []


def test_two_events_at_once_complete_a_task_once(ada: Member) -> None:
    task(steps=[step(2)])

    def tell(key: str) -> None:
        seen(ada, key)
        look(ada)

    together(*[partial(tell, key) for key in "123"])
    work()
    assert (run_of(ada), sums(ada)[0]) == (("done", 3), 10)


def test_the_last_of_the_places_is_taken_once(shop: Shop, ada: Member, bob: Member) -> None:
    members = [ada, bob, *(find_or_join(customer(shop, name), now=NOON) for name in "cdef")]
    task(steps=[step(1, 10, most_members=3)])
    for member in members:
        seen(member, "1")
    together(*[partial(look, member) for member in members])
    assert TaskPlaces.objects.get().taken == 3
    assert sorted(sums(member)[0] for member in members) == [0, 0, 0, 10, 10, 10]
    states = sorted(TaskStepReached.objects.values_list("state", flat=True))
    assert states == ["given"] * 3 + ["no_place"] * 3
    assert TaskRun.objects.filter(state="done").count() == 6


def test_batches_in_any_order_do_not_wait_for_each_other(ada: Member, bob: Member) -> None:
    for slug in ("a", "b"):
        task(slug, steps=[step(1, 10, most_members=1)], refunds="take_back")
    events = [visit(member, "0") for member in (bob, ada)]
    together(
        partial(undo_event, events[0], now=NOON),
        partial(look, ada, bob),
        partial(look, bob, ada),
        partial(undo_event, events[1], now=NOON),
        partial(seen, ada, "1"),
        partial(seen, bob, "1"),
    )
    work()
    assert sum(sums(member)[0] for member in (ada, bob)) == 20
    assert list(TaskPlaces.objects.values_list("taken", flat=True)) == [1, 1]
    assert not OutboxEffect.objects.exclude(status=WorkStatus.DONE).exists()
    assert differences() == []


def test_accepting_twice_at_once_is_one_run(ada: Member) -> None:
    task(start="by_hand")
    answers = together(*[partial(accept, ada, "visits", now=NOON)] * 4)
    assert len({run.pk for run in answers}) == 1
    assert TaskRun.objects.count() == 1


def test_a_look_while_two_accounts_become_one(ada: Member, bob: Member) -> None:
    task(steps=[step(2)])
    for member in (ada, bob):
        seen(member, "1")
    together(
        partial(look, bob),
        partial(merge_members, bob, ada, now=NOON + timedelta(seconds=1), actor="staff"),
        partial(look, ada, bob),
    )
    work()
    assert (run_of(ada), sums(ada)[0]) == (("done", 2), 10)
    assert differences() == []
