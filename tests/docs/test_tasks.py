"""docs/tasks.md, step by step."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from saleor_loyalty.features.member_events.models import MemberEvent
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.tasks.config import TaskConfig
from saleor_loyalty.features.tasks.measures import KINDS
from saleor_loyalty.flows.member_events import undo_event
from saleor_loyalty.flows.task_members import tasks_of
from saleor_loyalty.flows.task_setup import activate_task, create_task, end_task
from tests.docs.play import block, page, story
from tests.flows.balances import sums
from tests.flows.tasks import run_of, visit, work
from tests.shop import NOON

TEXT = page("tasks.md")


class Told:
    """The people of the page and their clock."""

    def __init__(self, ada: Member, bob: Member) -> None:
        self.ada, self.bob, self.now = ada, bob, NOON
        self.visits = 0

    def _visit(self, member: Member) -> None:
        self.visits += 1
        visit(member, str(self.visits), self.now)

    def ada_visits(self) -> None:
        self._visit(self.ada)

    def the_same_is_told_again(self) -> None:
        visit(self.ada, str(self.visits), self.now)

    def bob_visits(self) -> None:
        self._visit(self.bob)

    def bob_visits_three_times(self) -> None:
        for _ in range(3):
            self._visit(self.bob)

    def a_day_passes(self) -> None:
        self.now += timedelta(days=1)

    def a_visit_of_bob_is_undone(self) -> None:
        undo_event(MemberEvent.objects.filter(member=self.bob, name="visit")[0], now=self.now)

    def staff_end_both(self) -> None:
        for slug in ("daily", "first"):
            end_task(slug, now=self.now)

    def row(self) -> list[str]:
        day = run_of(self.ada, "daily", f"{self.now:%Y-%m-%d}")
        whole = [run_of(member, "first") for member in (self.ada, self.bob)]
        return [
            *(str(sums(member)[0]) for member in (self.ada, self.bob)),
            *(str(found[1] if found is not None else 0) for found in (day, *whole)),
        ]


def test_the_story(ada: Member, bob: Member) -> None:
    for slug in ("daily", "first"):
        create_task(slug, written(slug), ends_at=datetime.fromisoformat("2026-04-01T00:00:00Z"))
        activate_task(slug, now=NOON)
    people = Told(ada, bob)
    for step, *expected in story(TEXT, "The story"):
        act: Callable[[], None] = getattr(people, step.replace(" ", "_"))
        act()
        work(people.now)
        assert people.row() == expected, step


def test_what_is_written_can_be_shown(ada: Member) -> None:
    for slug in ("profile", "november", "categories", "days", "month"):
        create_task(slug, written(slug))
        activate_task(slug, now=NOON)
    assert {one.task.slug for one in tasks_of(ada, now=NOON)} == {
        "profile",
        "november",
        "categories",
        "days",
        "month",
    }


def test_every_part_and_every_kind_is_explained() -> None:
    for name in TaskConfig.model_fields:
        assert f"`{name}`" in TEXT or name in ("name", "description"), name
    for kind in KINDS:
        (named,) = kind.model_fields["kind"].annotation.__args__  # type: ignore[union-attr]
        assert f"`{named}`" in TEXT, named


def written(slug: str) -> Any:
    return json.loads(block(TEXT, f"json {slug}"))
