"""Tasks as an answer: to members with how far they are, to staff with how many are where."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import graphene
from django.db.models import Count

from ...features.tasks.config import Step, TaskConfig
from ...features.tasks.models import Task, TaskRun, TaskRunState, TaskState, TaskStepState
from ...flows.leaderboards import Leaderboard, Place
from ...flows.task_members import MemberTask, Standing, StepView
from ...values.gift import Gift
from ..context import viewer_of
from ..ids import to_global
from ..loaders import Loader, loader
from ..members import TYPE as MEMBER
from ..members import MemberView, view_of
from ..play import may_see_config
from ..scalars import LoyaltyDateTime, LoyaltyInteger, LoyaltyJSON
from ..task_ids import TASK
from ..viewer import Permission
from .gift import LoyaltyGift

_STANDINGS = {
    Standing.NOT_YET: "It has not begun, or another task is to be done first.",
    Standing.OPEN: "It can be accepted.",
    Standing.RUNNING: "On the way.",
    Standing.DONE: "Reached.",
    Standing.LOST: "The time was over.",
}

LoyaltyTaskState = graphene.Enum(
    "LoyaltyTaskState",
    [(state.name, state.value) for state in TaskState],
    description="How far a task is.",
)
LoyaltyTaskRunState = graphene.Enum(
    "LoyaltyTaskRunState",
    [(state.name, state.value) for state in TaskRunState],
    description="How far a member is with a task.",
)
LoyaltyTaskStepState = graphene.Enum(
    "LoyaltyTaskStepState",
    [(state.name, state.value) for state in TaskStepState],
    description="What became of a step that was reached.",
)
LoyaltyTaskStanding = graphene.Enum(
    "LoyaltyTaskStanding",
    [(one.name, one.value) for one in Standing],
    description=lambda value: None if value is None else _STANDINGS[Standing(value.value)],
)


class RunsOfTask(Loader):
    """By task id: how many runs are in each state."""

    def find(self, keys: list[int]) -> dict[int, dict[str, int]]:
        found: dict[int, dict[str, int]] = {key: {} for key in keys}
        counted = TaskRun.objects.filter(task__in=keys).values_list("task_id", "state")
        for task_id, state, count in counted.annotate(count=Count("pk")).order_by():
            found[task_id][state] = count
        return found


@dataclass(frozen=True, slots=True)
class TaskView:
    """What there is of a task beside any member; `number` is that of its row."""

    number: int
    slug: str
    config: TaskConfig
    language: str
    task: Task | None = None

    @property
    def id(self) -> str:
        return to_global(TASK, self.slug)

    @property
    def name(self) -> str:
        return self.config.name.get(self.language)

    @property
    def description(self) -> str:
        return self.config.description.get(self.language)

    @property
    def steps(self) -> Sequence[Step]:
        return self.config.steps

    @property
    def leaderboard(self) -> bool:
        return self.config.leaderboard


def task_view(task: Task, language: str) -> TaskView:
    return TaskView(task.pk, task.slug, TaskConfig.of_document(task.config), language, task)


@dataclass(frozen=True, slots=True)
class MemberTaskView:
    mine: MemberTask
    language: str

    @property
    def task(self) -> TaskView:
        terms = self.mine.task
        return TaskView(terms.task_id, terms.slug, terms.config, self.language)

    @property
    def after(self) -> TaskView | None:
        terms = self.mine.after
        if terms is None:
            return None
        return TaskView(terms.task_id, terms.slug, terms.config, self.language)

    @property
    def standing(self) -> str:
        return self.mine.standing.value

    @property
    def goal(self) -> int:
        return self.mine.next_step.said.goal

    def __getattr__(self, name: str) -> Any:
        """What is said of the member under the same name."""
        return getattr(object.__getattribute__(self, "mine"), name)


class LoyaltyTaskStep(graphene.ObjectType):
    """A goal, and what it gives."""

    goal = LoyaltyInteger(required=True)
    gift = graphene.Field(LoyaltyGift, description="Null: nothing but having done it.")
    most_members = LoyaltyInteger(description="Only the first so many have it. Null: everybody.")


class LoyaltyTaskCounts(graphene.ObjectType):
    """How many are where, over all periods."""

    running = LoyaltyInteger(required=True)
    done = LoyaltyInteger(required=True)
    lost = LoyaltyInteger(required=True)


class LoyaltyTask(graphene.ObjectType):
    """Something to do so often in a time."""

    id = graphene.ID(required=True)
    slug = graphene.String(required=True)
    name = graphene.String(required=True, description="In the language asked for, if there is one.")
    description = graphene.String(required=True)
    steps = graphene.List(graphene.NonNull(LoyaltyTaskStep), required=True)
    leaderboard = graphene.Boolean(required=True, description="Whether there is one to be shown.")
    state = LoyaltyTaskState(description="Null without MANAGE_PROGRAMMES, as all that follows.")
    position = LoyaltyInteger()
    starts_at = LoyaltyDateTime()
    ends_at = LoyaltyDateTime()
    config = LoyaltyJSON(description="As the merchant wrote it.")
    counts = graphene.Field(LoyaltyTaskCounts)

    @staticmethod
    def resolve_state(view: TaskView, info: Any) -> str | None:
        return view.task.state if view.task is not None and may_see_config(info) else None

    @staticmethod
    def resolve_position(view: TaskView, info: Any) -> int | None:
        return view.task.position if view.task is not None and may_see_config(info) else None

    @staticmethod
    def resolve_starts_at(view: TaskView, info: Any) -> datetime | None:
        return view.task.starts_at if view.task is not None and may_see_config(info) else None

    @staticmethod
    def resolve_ends_at(view: TaskView, info: Any) -> datetime | None:
        return view.task.ends_at if view.task is not None and may_see_config(info) else None

    @staticmethod
    def resolve_config(view: TaskView, info: Any) -> Any:
        return view.config.to_json() if may_see_config(info) else None

    @staticmethod
    def resolve_counts(view: TaskView, info: Any) -> Any:
        if not may_see_config(info):
            return None
        return (
            loader(info, RunsOfTask)
            .load(view.number)
            .then(lambda found: {state.value: found.get(state, 0) for state in TaskRunState})
        )


class LoyaltyMemberTaskStep(graphene.ObjectType):
    """A step of a task, as the member stands to it."""

    goal = LoyaltyInteger(required=True)
    gift = graphene.Field(LoyaltyGift, description="Null: nothing but having done it.")
    state = LoyaltyTaskStepState(description="Null: not reached.")
    reached_at = LoyaltyDateTime()
    places_left = LoyaltyInteger(
        description="How many more can have its gift. Null: as many as reach it."
    )

    @staticmethod
    def resolve_goal(view: StepView, _info: Any) -> int:
        return view.said.goal

    @staticmethod
    def resolve_gift(view: StepView, _info: Any) -> Gift | None:
        return view.said.gift


class LoyaltyMemberTask(graphene.ObjectType):
    """A task, and how far the member is with it: counted at the moment of the question."""

    task = graphene.Field(LoyaltyTask, required=True)
    standing = LoyaltyTaskStanding(required=True)
    period = graphene.String(
        required=True, description="2026-11-22, 2026-W47, 2026-11, 2026; empty: it does not repeat."
    )
    progress = LoyaltyInteger(required=True, description="May be more than the goal.")
    goal = LoyaltyInteger(required=True, description="Of the next step.")
    begins_at = LoyaltyDateTime(description="From when on it counts for the member.")
    ends_at = LoyaltyDateTime(description="Until when it counts. Null: it has no end.")
    done_at = LoyaltyDateTime()
    steps = graphene.List(graphene.NonNull(LoyaltyMemberTaskStep), required=True)
    after = graphene.Field(LoyaltyTask, description="What is to be done first, and is not.")


@dataclass(frozen=True, slots=True)
class RunView:
    run: TaskRun

    @property
    def member(self) -> MemberView:
        return view_of(self.run.member)

    def __getattr__(self, name: str) -> Any:
        return getattr(object.__getattribute__(self, "run"), name)


class LoyaltyLeaderboardPlace(graphene.ObjectType):
    """A line of a leaderboard."""

    rank = LoyaltyInteger(required=True, description="Whoever is equally far has the same one.")
    tied = graphene.Boolean(required=True, description="Whether somebody else is equally far.")
    name = graphene.String(
        description="As the member chose. Null: your own place, where you have not agreed to be "
        "seen: nobody else sees it."
    )
    progress = LoyaltyInteger(required=True)
    mine = graphene.Boolean(required=True, description="Whether it is the caller's.")
    member_id = graphene.ID(description="Null without MANAGE_MEMBERS.")

    @staticmethod
    def resolve_member_id(place: Place, info: Any) -> str | None:
        seen = viewer_of(info).may(Permission.MANAGE_MEMBERS)
        return to_global(MEMBER, place.member) if seen else None


class LoyaltyLeaderboard(graphene.ObjectType):
    """How far those are who agreed to be seen, as last looked at."""

    task = graphene.Field(LoyaltyTask, required=True)
    period = graphene.String(required=True)
    places = graphene.List(graphene.NonNull(LoyaltyLeaderboardPlace), required=True)
    mine = graphene.Field(
        LoyaltyLeaderboardPlace,
        description="The caller's own place, however far down. Null: nothing done yet.",
    )


@dataclass(frozen=True, slots=True)
class LeaderboardView:
    board: Leaderboard
    language: str

    @property
    def task(self) -> TaskView:
        terms = self.board.task
        return TaskView(terms.task_id, terms.slug, terms.config, self.language)

    @property
    def period(self) -> str:
        return self.board.period

    @property
    def places(self) -> Sequence[Place]:
        return self.board.places

    @property
    def mine(self) -> Place | None:
        return self.board.mine
