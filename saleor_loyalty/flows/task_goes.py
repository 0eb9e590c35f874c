"""The runs that members have, and those that they could begin, around some moments."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Min, Q

from ..features.members.models import Member
from ..features.tasks.config import TaskConfig
from ..features.tasks.measures import Span
from ..features.tasks.models import TaskRun, TaskRunState, TaskStepReached, TaskStepState
from .locks import lock_subjects
from .task_terms import Tasks, TaskTerms, Zones, apart

Moments = Mapping[int, Collection[datetime]]
# Midnights of one date are no further from each other.
_ZONES_APART = timedelta(days=2)


@dataclass(slots=True)
class Go:
    """A run, kept or only possible: then it has no number yet."""

    run: TaskRun
    task: TaskTerms
    config: TaskConfig
    span: Span
    # Steps that stand, by their place; and how often each was taken back before.
    steps: dict[int, TaskStepReached] = field(default_factory=dict)
    rounds: dict[int, int] = field(default_factory=dict)

    @property
    def is_new(self) -> bool:
        return self.run.pk is None


def lock_members(member_ids: Iterable[int]) -> None:
    """One look at a member's tasks at a time; also before two members become one."""
    lock_subjects(f"tasks:{member_id}" for member_id in member_ids)


def goes_of(members: Collection[Member], moments: Moments, tasks: Tasks, zones: Zones) -> list[Go]:
    """Runs on their way or around a moment; and what begins by itself around one."""
    runs = _runs(members, moments)
    known = [run for run in runs if _concerns(run, moments[run.member_id])]
    return [*_known(known, tasks, zones), *_possible(members, moments, runs, tasks, zones)]


def done_before(members: Collection[Member], tasks: Tasks) -> dict[tuple[int, int], datetime]:
    """When each was first done, by task and member: of those that others wait for."""
    awaited = {before.task_id for task in tasks.all if (before := tasks.before(task)) is not None}
    if not awaited:
        return {}
    done = TaskRun.objects.filter(task__in=awaited, member__in=members, state=TaskRunState.DONE)
    found = done.values_list("task_id", "member_id").annotate(first=Min("done_at"))
    return {(task_id, member_id): at for task_id, member_id, at in found if at is not None}


def opened_at(
    task: TaskTerms, member: Member, tasks: Tasks, done: Mapping[tuple[int, int], datetime]
) -> datetime | None:
    """From when on it can count for the member. None: another one is to be done first."""
    if task.config.after is None:
        return task.opens_at(member, None)
    before = tasks.before(task)
    done_at = done.get((before.task_id, member.pk)) if before is not None else None
    return task.opens_at(member, done_at) if done_at is not None else None


def new_run(
    task: TaskTerms, member: Member, name: str, begins: datetime, ends: datetime | None
) -> TaskRun:
    return TaskRun(
        task_id=task.task_id,
        member=member,
        period=name,
        promised=task.config.to_json(),
        begins_at=begins,
        ends_at=ends,
    )


def _runs(members: Collection[Member], moments: Moments) -> list[TaskRun]:
    """On their way, for once and for all, or near a moment: also those of the day before in
    another zone.
    """
    every = [at for found in moments.values() for at in found]
    wanted = Q(state=TaskRunState.RUNNING) | Q(period="")
    if every:
        near = Q(ends_at__isnull=True) | Q(ends_at__gte=min(every) - _ZONES_APART)
        wanted |= Q(begins_at__lte=max(every) + _ZONES_APART) & near
    by_id = {member.pk: member for member in members}
    runs = list(TaskRun.objects.filter(wanted, member__in=list(by_id)).order_by("pk"))
    for run in runs:
        run.member = by_id[run.member_id]
    return runs


def _concerns(run: TaskRun, moments: Collection[datetime]) -> bool:
    if run.state == TaskRunState.RUNNING:
        return True
    return any(run.begins_at <= at and (run.ends_at is None or at < run.ends_at) for at in moments)


def _known(runs: list[TaskRun], tasks: Tasks, zones: Zones) -> Iterator[Go]:
    steps: dict[int, list[TaskStepReached]] = {run.pk: [] for run in runs}
    found = TaskStepReached.objects.filter(run__in=list(steps)).select_related("event")
    for step in found.order_by("pk"):
        steps[step.run_id].append(step)
    for run in runs:
        go = _go(run, tasks.by_id[run.task_id], TaskConfig.of_document(run.promised), zones)
        for step in steps[run.pk]:
            if step.state == TaskStepState.TAKEN_BACK:
                go.rounds[step.step] = go.rounds.get(step.step, 0) + 1
            else:
                go.steps[step.step] = step
        yield go


def _possible(
    members: Collection[Member],
    moments: Moments,
    runs: list[TaskRun],
    tasks: Tasks,
    zones: Zones,
) -> list[Go]:
    done = done_before(members, tasks)
    known: dict[tuple[int, int], dict[str, TaskRun]] = {}
    for run in runs:
        known.setdefault((run.task_id, run.member_id), {})[run.period] = run
    found: list[Go] = []
    for member in members:
        for task in tasks.by_itself():
            opened = opened_at(task, member, tasks, done)
            theirs = known.setdefault((task.task_id, member.pk), {})
            for at in sorted(moments[member.pk]):
                new = begun(task, member, at, opened, list(theirs.values()), zones)
                if new is not None and new.period not in theirs:
                    theirs[new.period] = new
                    found.append(_go(new, task, task.config, zones))
    return _without_known(found)


def _without_known(goes: list[Go]) -> list[Go]:
    """A run of that name may lie elsewhere, where the member has moved to another zone since."""
    if not goes:
        return goes
    runs = TaskRun.objects.filter(
        task__in={go.run.task_id for go in goes},
        member__in={go.run.member_id for go in goes},
        period__in={go.run.period for go in goes},
    )
    known = set(runs.values_list("task_id", "member_id", "period"))
    return [go for go in goes if (go.run.task_id, go.run.member_id, go.run.period) not in known]


def begun(
    task: TaskTerms,
    member: Member,
    at: datetime,
    opened: datetime | None,
    others: Collection[TaskRun],
    zones: Zones,
) -> TaskRun | None:
    """The run of the period that `at` lies in, not written yet. None: it lies in none."""
    if opened is None:
        return None
    period = task.period(at, opened, zones.of(task.config, member))
    if period is None:
        return None
    period = apart(period, others)
    return new_run(task, member, period.name, period.begins, period.ends)


def _go(run: TaskRun, task: TaskTerms, config: TaskConfig, zones: Zones) -> Go:
    return Go(run, task, config, Span(run.begins_at, run.ends_at, zones.of(config, run.member)))
