"""Tasks as a member sees them: what there is, how far they are, accepting one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db import transaction

from ..errors import N_, Code, LoyaltyError
from ..features.members.models import Member
from ..features.tasks.config import Start, Step
from ..features.tasks.models import (
    LeaderboardName,
    TaskPlaces,
    TaskRun,
    TaskRunState,
    TaskStepReached,
    TaskStepState,
)
from ..features.tasks.rules import count, total
from .gates import check_member, lets_in
from .task_facts import facts_of
from .task_goes import Go, begun, done_before, goes_of, lock_members, opened_at
from .task_notices import look_later
from .task_terms import Tasks, TaskTerms, Zones
from .terms import Catalogue
from .ways import Way, WayKind, WayState


class Standing(StrEnum):
    """How a member stands to a task."""

    NOT_YET = "not_yet"
    OPEN = "open"
    RUNNING = "running"
    DONE = "done"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class StepView:
    """`state` None: not reached. `places_left` None: as many as reach it."""

    said: Step
    state: TaskStepState | None
    reached_at: datetime | None
    places_left: int | None


@dataclass(frozen=True, slots=True)
class MemberTask:
    """`progress` is counted now, also where no look has been taken at it yet. `after` is what is to
    be done first. `begins_at` and `ends_at` are those of the member's own time for it.
    """

    task: TaskTerms
    standing: Standing
    period: str
    progress: int
    begins_at: datetime | None
    ends_at: datetime | None
    done_at: datetime | None
    steps: tuple[StepView, ...]
    after: TaskTerms | None

    @property
    def next_step(self) -> StepView:
        """The first that is not reached, or the last."""
        return next((step for step in self.steps if step.state is None), self.steps[-1])


def tasks_of(member: Member, *, now: datetime) -> list[MemberTask]:
    """All that are shown to the member, as they are placed. Reads only."""
    tasks = Tasks.load()
    shown = [task for task in tasks.all if task.active and now < task.ends_at]
    if not shown:
        return []
    zones = Zones(Catalogue.load(), now)
    found = _newest(goes_of([member], {member.pk: [now]}, tasks, zones))
    done = done_before([member], tasks)
    progress = _progress(member, found, now)
    places = _places(shown)
    views = []
    for task in shown:
        go = found.get(task.task_id)
        if (go is None or go.is_new) and not lets_in(task.config.gate, member.pk, now=now):
            continue
        opened = opened_at(task, member, tasks, done)
        standing = _standing(task, go, opened, now)
        views.append(
            MemberTask(
                task=task,
                standing=standing,
                period=go.run.period if go is not None else "",
                progress=progress.get(task.task_id, 0),
                begins_at=go.run.begins_at if go is not None else task.starts_at,
                ends_at=go.run.ends_at if go is not None else task.end,
                done_at=go.run.done_at if go is not None else None,
                steps=tuple(_steps(task, go, places)),
                after=tasks.before(task) if opened is None else None,
            )
        )
    return views


@transaction.atomic
def accept(member: Member, slug: str, *, now: datetime) -> TaskRun:
    """Begins a task that starts by hand; what happens from now on counts. Again: the same run.

    Raises NOT_FOUND, INVALID, PROGRAMME_NOT_ACTIVE where it is over or not there yet, FORBIDDEN,
    MEMBER_CLOSED.
    """
    lock_members([member.pk])
    tasks = Tasks.load()
    task = next((one for one in tasks.all if one.slug == slug), None)
    if task is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such task."), field="taskId")
    if task.config.start is not Start.BY_HAND:
        raise LoyaltyError(Code.INVALID, N_("This task begins by itself."), field="taskId")
    known = _run_now(member, task, now)
    if known is not None:
        return known
    if not (task.active and task.takes_in(now)):
        raise LoyaltyError(
            Code.PROGRAMME_NOT_ACTIVE, N_("This task cannot be accepted now."), field="taskId"
        )
    check_member(member, task.config.gate, now=now)
    if opened_at(task, member, tasks, done_before([member], tasks)) is None:
        raise LoyaltyError(Code.FORBIDDEN, N_("Another task is to be done first."), field="taskId")
    zones = Zones(Catalogue.load(), now)
    others = list(TaskRun.objects.filter(task=task.task_id, member=member))
    run = begun(task, member, now, now, others, zones)
    assert run is not None, "its time was checked"
    same = next((one for one in others if one.period == run.period), None)
    if same is not None:
        return same
    run.save()
    look_later({member.pk: [now]})
    return run


def ways(member: Member, now: datetime) -> Iterator[Way]:
    for mine in tasks_of(member, now=now):
        state = _WAY_STATES.get(mine.standing)
        if state is None:
            continue
        step = mine.next_step
        waits = mine.standing is Standing.NOT_YET
        yield Way(
            kind=WayKind.TASK,
            slug=mine.task.slug,
            name=mine.task.config.name,
            text=mine.task.config.description,
            gift=step.said.gift,
            progress=min(mine.progress, step.said.goal),
            goal=step.said.goal,
            state=state,
            until=(mine.begins_at if mine.after is None else None) if waits else mine.ends_at,
        )


_WAY_STATES = {
    Standing.NOT_YET: WayState.NOT_YET,
    Standing.OPEN: WayState.OPEN,
    Standing.RUNNING: WayState.OPEN,
    Standing.DONE: WayState.DONE,
}


def move(from_member: int, to_member: int, *, now: datetime) -> None:
    """One person's two accounts: what was had for a step under either was had.

    Inside a transaction that has both locked by `task_goes.lock_members`.
    """
    theirs = {(run.task_id, run.period): run for run in TaskRun.objects.filter(member=to_member)}
    for run in TaskRun.objects.filter(member=from_member).order_by("pk"):
        other = theirs.get((run.task_id, run.period))
        if other is None:
            TaskRun.objects.filter(pk=run.pk).update(member=to_member)
        else:
            _join(run, other)
    names = LeaderboardName.objects.filter(member=from_member)
    if LeaderboardName.objects.filter(member=to_member).exists():
        names.delete()
    names.update(member=to_member)
    look_later({to_member: [now]})


def _join(run: TaskRun, other: TaskRun) -> None:
    standing = other.steps.exclude(state=TaskStepState.TAKEN_BACK)
    reached = set(standing.values_list("step", flat=True))
    stay = run.steps.exclude(state=TaskStepState.TAKEN_BACK).exclude(step__in=reached)
    stay.update(run=other)
    if run.state == TaskRunState.DONE and other.state != TaskRunState.DONE:
        other.state, other.done_at = run.state, run.done_at
    other.begins_at = min(other.begins_at, run.begins_at)
    other.save(update_fields=["state", "done_at", "begins_at"])
    # Nothing of it is looked at any more.
    if run.state == TaskRunState.RUNNING:
        TaskRun.objects.filter(pk=run.pk).update(state=TaskRunState.LOST)


def _run_now(member: Member, task: TaskTerms, now: datetime) -> TaskRun | None:
    """The run that the member has already: of the present period, where the task repeats."""
    runs = TaskRun.objects.filter(task=task.task_id, member=member)
    if not task.config.window.repeats:
        return runs.first()
    return runs.filter(begins_at__lte=now, ends_at__gt=now).order_by("-begins_at").first()


def _newest(goes: list[Go]) -> dict[int, Go]:
    """By task the go of now."""
    ordered = sorted(goes, key=lambda go: go.run.begins_at)
    return {go.task.task_id: go for go in ordered}


def _progress(member: Member, goes: dict[int, Go], now: datetime) -> dict[int, int]:
    if not goes:
        return {}
    facts = facts_of(
        [member],
        {go.config.counts.reads for go in goes.values()},
        since=min(go.run.begins_at for go in goes.values()),
        seen_at=now,
    )[member.pk]
    return {
        task_id: total(count(go.config, facts, go.span, slug=go.task.slug))
        for task_id, go in goes.items()
    }


def _standing(task: TaskTerms, go: Go | None, opened: datetime | None, now: datetime) -> Standing:
    if go is not None and not go.is_new:
        over = go.run.ends_at is not None and go.run.ends_at <= now
        if go.run.state == TaskRunState.RUNNING and over:
            return Standing.LOST
        return Standing(go.run.state)
    if opened is None or now < opened:
        return Standing.NOT_YET
    if task.config.start is Start.BY_HAND:
        return Standing.OPEN
    return Standing.RUNNING if go is not None else Standing.LOST


def _steps(
    task: TaskTerms, go: Go | None, places: dict[tuple[int, str, int], int]
) -> Iterator[StepView]:
    config = go.config if go is not None else task.config
    reached: dict[int, TaskStepReached] = go.steps if go is not None else {}
    period = go.run.period if go is not None else ""
    for number, step in enumerate(config.steps):
        taken = places.get((task.task_id, period, number), 0)
        known = reached.get(number)
        yield StepView(
            said=step,
            state=TaskStepState(known.state) if known is not None else None,
            reached_at=known.reached_at if known is not None else None,
            places_left=max(step.most_members - taken, 0)
            if step.most_members is not None
            else None,
        )


def _places(tasks: list[TaskTerms]) -> dict[tuple[int, str, int], int]:
    limited = [
        task.task_id
        for task in tasks
        if any(step.most_members is not None for step in task.config.steps)
    ]
    if not limited:
        return {}
    taken = TaskPlaces.objects.filter(task__in=limited)
    found = taken.values_list("task_id", "period", "step", "taken")
    return {(task_id, period, step): many for task_id, period, step, many in found}
