"""Killed before any statement: nothing is given by halves, and the next one gives it once."""

from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.tasks.models import TaskPlaces, TaskRun, TaskStepReached
from saleor_loyalty.flows.member_events import undo_event
from saleor_loyalty.flows.task_members import accept
from saleor_loyalty.flows.task_setup import activate_task, create_task
from saleor_loyalty.flows.tasks import look_at
from tests.flows.balances import sums
from tests.flows.dying import each_death
from tests.flows.tasks import run_of, step, task, work
from tests.flows.test_task_races import look, seen
from tests.shop import NOON

TWO_STEPS = [step(1, 5), step(2, 10, most_members=1)]


def test_a_look(ada: Member) -> None:
    task(steps=TWO_STEPS)
    for key in "12":
        seen(ada, key)
    deaths = 0
    for _ in each_death(lambda: look(ada)):
        deaths += 1
        assert sums(ada)[0] == 0
        assert not TaskRun.objects.exists()
        assert not TaskPlaces.objects.exists()
    assert deaths > 10
    assert look(ada) == 2
    assert (run_of(ada), sums(ada)[0]) == (("done", 2), 15)


def test_taking_back(ada: Member) -> None:
    task(steps=TWO_STEPS, refunds="take_back")
    events = [seen(ada, key) for key in "12"]
    look(ada)
    undo_event(events[1], now=NOON)
    for _ in each_death(lambda: look(ada)):
        assert (run_of(ada), sums(ada)[0]) == (("done", 2), 15)
        assert TaskPlaces.objects.get().taken == 1
    assert look(ada) == 1
    assert (run_of(ada), sums(ada)[0]) == (("running", 1), 5)
    assert TaskPlaces.objects.get().taken == 0
    assert sorted(TaskStepReached.objects.values_list("state", flat=True)) == [
        "given",
        "taken_back",
    ]


def test_telling_of_what_counts(ada: Member) -> None:
    task(steps=[step(1)])
    for number in each_death(lambda: seen(ada, "1")):
        work()
        assert run_of(ada) is None, number
    seen(ada, "1")
    work()
    assert (run_of(ada), sums(ada)[0]) == (("done", 1), 10)


def test_showing_and_accepting(ada: Member) -> None:
    config = task("other").config
    seen(ada, "1")
    create_task("mine", {**config, "start": "by_hand"})
    for _ in each_death(lambda: activate_task("mine", now=NOON)):
        assert look_at({ada.pk: [NOON]}, now=NOON) == 0
    activate_task("mine", now=NOON)
    for _ in each_death(lambda: accept(ada, "mine", now=NOON)):
        assert run_of(ada, "mine") is None
    accept(ada, "mine", now=NOON)
    assert run_of(ada, "mine") == ("running", 0)
