"""What a merchant may write that members would find odd."""

from datetime import timedelta
from typing import Any

import pytest

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.tasks.models import Task
from saleor_loyalty.flows.task_lint import lint_tasks
from saleor_loyalty.flows.task_setup import activate_task, create_task, end_task, update_task
from tests.flows.mall import WORKSHOP, reward
from tests.flows.tasks import VISITS, step, task, visit
from tests.shop import NOON

DAY = timedelta(days=1)
PLAIN: dict[str, Any] = {
    "name": {"en": "T"},
    "counts": {"kind": "orders"},
    "steps": [step(2)],
    "channel": "web",
}


def found() -> list[tuple[str, str]]:
    return [(one.code, one.place) for one in lint_tasks(now=NOON)]


@pytest.mark.parametrize(
    ("config", "finding"),
    [
        ({"counts": VISITS}, ("UNKNOWN_EVENT", "tasks.t.counts.name")),
        (
            {"counts": {"kind": "events", "name": "loyalty.nothing"}},
            ("UNKNOWN_EVENT", "tasks.t.counts.name"),
        ),
        ({"counts": {"kind": "check_ins"}}, ("SWITCHED_OFF", "tasks.t.counts")),
        ({"counts": {"kind": "friends"}}, ("SWITCHED_OFF", "tasks.t.counts")),
        (
            {"counts": {"kind": "events", "name": "loyalty.review"}},
            ("SWITCHED_OFF", "tasks.t.counts"),
        ),
        ({"gate": {"tiers": ["gold", "tin"]}}, ("NOBODY", "tasks.t.gate.tiers")),
        ({"gate": {"plans": ["plus"]}}, ("NOBODY", "tasks.t.gate.plans")),
        ({"after": "draft"}, ("WAITS_FOR_DRAFT", "tasks.t.after")),
    ],
)
def test_findings(ada: Member, config: dict[str, Any], finding: tuple[str, str]) -> None:
    create_task("draft", PLAIN)
    create_task("t", {**PLAIN, **config})
    assert found() == [finding]


def test_nothing_is_odd_about_what_happens(ada: Member) -> None:
    task()
    visit(ada, "1")
    assert found() == []


def test_a_channel_without_a_programme_and_a_goal_out_of_reach(ada: Member) -> None:
    Task.objects.create(
        slug="t",
        starts_at=NOON,
        ends_at=NOON + 3 * DAY,
        config={**PLAIN, "channel": "web", "counts": {"kind": "check_ins"}, "steps": [step(9)]},
    )
    assert ("NEVER_REACHED", "tasks.t.steps") in found()
    with pytest.raises(LoyaltyError) as refusal:
        activate_task("t", now=NOON)
    assert (refusal.value.code, refusal.value.field) == (Code.INVALID, "config")


def test_one_that_waits_for_what_has_ended(ada: Member) -> None:
    create_task("first", PLAIN)
    create_task("second", {**PLAIN, "after": "first"})
    end_task("first", now=NOON)
    assert found() == [("WAITS_FOR_ENDED", "tasks.second.after")]


def test_a_reward_that_is_not_offered(ada: Member) -> None:
    made = reward("tea", WORKSHOP)
    given = [{"goal": 1, "gift": {"reward": "tea"}}]
    create_task("t", {**PLAIN, "steps": given})
    assert found() == []
    type(made).objects.filter(pk=made.pk).update(active=False)
    assert found() == [("NO_REWARD", "tasks.t.steps")]


@pytest.mark.parametrize(
    ("config", "place"),
    [
        ({"after": "nothing"}, "There is no task nothing"),
        ({"after": "a"}, "wait for itself"),
        ({"after": "c"}, "wait for itself"),
        ({"steps": [{"goal": 1, "gift": {"reward": "none"}}]}, "There is no reward none"),
    ],
)
def test_a_series_in_a_circle_and_gifts_that_are_not_there(
    ada: Member, config: dict[str, Any], place: str
) -> None:
    create_task("a", PLAIN)
    create_task("b", {**PLAIN, "after": "a"})
    create_task("c", {**PLAIN, "after": "b"})
    before = list(Task.objects.order_by("pk").values())
    with pytest.raises(LoyaltyError) as refusal:
        update_task("a", {**PLAIN, **config}, position=0, starts_at=None, ends_at=None)
    assert (refusal.value.code, refusal.value.field) == (Code.INVALID, "config")
    assert place in refusal.value.message
    assert list(Task.objects.order_by("pk").values()) == before


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"starts_at": NOON + DAY}, "startsAt"),
        ({"ends_at": NOON + DAY}, "endsAt"),
        ({"ends_at": NOON - 20 * DAY}, "endsAt"),
    ],
)
def test_dates_of_a_shown_task_are_only_put_off(
    ada: Member, change: dict[str, Any], field: str
) -> None:
    shown = task()
    visit(ada, "1")
    given = {"position": 0, "starts_at": None, "ends_at": NOON + 40 * DAY}
    with pytest.raises(LoyaltyError) as refusal:
        update_task("visits", shown.config, **{**given, **change})
    assert refusal.value.field == field
    update_task("visits", shown.config, **given)
    assert shown.runs.get().ends_at == NOON + 40 * DAY


def test_what_is_over_is_not_shown(ada: Member) -> None:
    create_task("t", PLAIN, ends_at=NOON)
    with pytest.raises(LoyaltyError) as refusal:
        activate_task("t", now=NOON)
    assert refusal.value.field == "endsAt"
    end_task("t", now=NOON)
    with pytest.raises(LoyaltyError) as refusal:
        activate_task("t", now=NOON)
    assert refusal.value.field == "id"
