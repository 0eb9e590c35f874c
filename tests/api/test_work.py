"""What waits for workers and for staff, and trying again what was given up."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from saleor_loyalty.api.viewer import Permission
from saleor_loyalty.events.models import InboxFact, OutboxEffect, WorkStatus
from saleor_loyalty.features.rewards.models import Redemption, RedemptionState
from tests.api.client import data_of, error_of, operation
from tests.api.conftest import EFFECT, World
from tests.shop import NOON

LETTERS, REPLAY = operation("dashboard/dead_letters"), operation("dashboard/dead_letters_replay")
LINES, WAITS = operation("dashboard/lines"), operation("dashboard/todo")


def effect(number: int, **more: Any) -> None:
    given = {"kind": "mirror", "subject": f"member:{number}", "status": WorkStatus.DEAD}
    OutboxEffect.objects.create(key=UUID(int=number), created_at=NOON, **{**given, **more})


def subjects(world: World, **asked: Any) -> list[str]:
    page = data_of(LETTERS, world.as_admin, direction="OUT", first=100, **asked)
    return [edge["node"]["subject"] for edge in page["edges"]]


def test_what_was_given_up_by_kind_whom_and_why(world: World) -> None:
    effect(2, error="ValueError: no such channel")
    effect(3, kind="mark_order", subject="order:9")
    assert subjects(world) == ["order:9", "member:2", "member:1"]
    assert subjects(world, kind="mirror") == ["member:2"]
    assert subjects(world, search="member:") == ["member:2", "member:1"]
    assert subjects(world, search="NO SUCH chan") == ["member:2"]
    assert subjects(world, kind="mirror", search="order:") == []


def test_how_the_work_goes(world: World) -> None:
    before = data_of(LINES, world.as_admin)
    OutboxEffect.objects.exclude(key=EFFECT).delete()
    earlier = NOON - timedelta(hours=1)
    effect(2, status=WorkStatus.NEW)
    effect(3, status=WorkStatus.NEW, attempts=2)
    OutboxEffect.objects.filter(key=UUID(int=3)).update(created_at=earlier)
    effect(4, status=WorkStatus.DONE)
    found = data_of(LINES, world.as_admin)
    assert found["inbox"] == before["inbox"]
    assert found["inbox"]["kinds"] == [{"kind": "order", "number": 1}]
    assert found["outbox"] == {
        "waiting": 2,
        "failing": 1,
        "oldest": "2026-03-10T11:00:00Z",
        "dead": 1,
        "kinds": [{"kind": "reprice", "number": 1}],
    }


def test_all_of_one_kind_is_tried_again(world: World) -> None:
    effect(2, attempts=8)
    effect(3, kind="mark_order")
    answer = data_of(REPLAY, world.as_admin, direction="OUT", kind="mirror")
    assert (answer["number"], answer["errors"]) == (1, [])
    revived = OutboxEffect.objects.get(key=UUID(int=2))
    assert (revived.status, revived.attempts, revived.due_at) == (WorkStatus.NEW, 0, NOON)
    assert error_of(REPLAY, world.as_admin, direction="OUT", kind="mirror") == (
        "NOT_FOUND",
        "There is no dead letter of this kind.",
    )
    assert data_of(REPLAY, world.as_admin, direction="OUT")["number"] == 2
    assert data_of(REPLAY, world.as_admin, direction="OUT")["number"] == 0
    assert InboxFact.objects.filter(status=WorkStatus.DEAD).count() == 1


def test_what_waits_for_staff(world: World) -> None:
    waiting = Redemption.objects.filter(state=RedemptionState.REQUESTED).count()
    found = data_of(WAITS, world.as_admin)
    assert (found["redemptions"], found["facts"], found["effects"]) == (waiting, 1, 1)
    assert None not in found.values()


def test_each_sees_what_they_may(world: World) -> None:
    found = data_of(WAITS, world.staff(Permission.MANAGE_MEMBERS))
    assert [name for name, number in found.items() if number is None] == [
        "redemptions",
        "prizes",
        "facts",
        "effects",
    ]
