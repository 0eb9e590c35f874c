"""Tasks as the flows use them: what is written down, and which time of it a moment lies in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Self
from zoneinfo import ZoneInfo

from ..features.members.models import Member
from ..features.tasks.config import Refunds, Start, TaskConfig
from ..features.tasks.models import Task, TaskRun, TaskState
from ..features.tasks.windows import Clock, DaysFromStart, Period
from .terms import Catalogue, Terms
from .zones import zone_of

_NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class TaskTerms:
    """One task that is not a draft any more."""

    task_id: int
    slug: str
    active: bool
    config: TaskConfig
    starts_at: datetime
    # Null in the row: `datetime.max`.
    ends_at: datetime

    @property
    def end(self) -> datetime | None:
        return self.ends_at if self.ends_at != _NEVER else None

    def takes_in(self, at: datetime) -> bool:
        """Whether what happens then may count. One that has ended still takes in late facts."""
        return self.starts_at <= at < self.ends_at

    def opens_at(self, member: Member, before_done_at: datetime | None) -> datetime:
        """From when on it can count for a member: days from the start begin with the joining."""
        moments = [self.starts_at, before_done_at or self.starts_at]
        if isinstance(self.config.window, DaysFromStart):
            moments.append(member.joined_at)
        return max(moments)

    def period(self, at: datetime, opened: datetime, zone: ZoneInfo) -> Period | None:
        """The one that `at` lies in, for who could begin at `opened`. None: none."""
        if at < opened or not self.takes_in(at):
            return None
        found = self.config.window.period(at, opened, zone)
        ends = min(found.ends or _NEVER, self.ends_at)
        if at >= ends:
            return None
        return replace(found, ends=None if ends == _NEVER else ends)


class Tasks:
    """All that were ever shown: few rows, read once for a batch of work."""

    def __init__(self, tasks: Iterable[TaskTerms]) -> None:
        self.all = list(tasks)
        self.by_id = {task.task_id: task for task in self.all}
        self._by_slug = {task.slug: task for task in self.all}

    @classmethod
    def load(cls) -> Self:
        shown = Task.objects.exclude(state=TaskState.DRAFT)
        return cls(terms_of(task) for task in shown.order_by("position", "slug"))

    def by_itself(self) -> Iterator[TaskTerms]:
        return (task for task in self.all if task.config.start is Start.BY_ITSELF)

    def before(self, task: TaskTerms) -> TaskTerms | None:
        """The one that has to be done first; also None where it was never shown."""
        return self._by_slug.get(task.config.after) if task.config.after is not None else None

    def following(self, task: TaskTerms) -> list[TaskTerms]:
        return [one for one in self.all if one.config.after == task.slug]

    @property
    def takes_back(self) -> bool:
        return any(one.config.refunds is Refunds.TAKE_BACK for one in self.all)


class Zones:
    """Whose midnights a task goes by, at a moment."""

    def __init__(self, catalogue: Catalogue, now: datetime) -> None:
        self._catalogue, self._now = catalogue, now

    def of(self, config: TaskConfig, member: Member) -> ZoneInfo:
        terms = self._terms(config)
        if terms is None or config.window.clock is Clock.PROGRAMME:
            return self.of_programme(config)
        return zone_of(member, terms)

    def of_programme(self, config: TaskConfig) -> ZoneInfo:
        terms = self._terms(config)
        return terms.config.zone if terms is not None else ZoneInfo("UTC")

    def _terms(self, config: TaskConfig) -> Terms | None:
        return self._catalogue.in_force(config.channel, self._now)


def terms_of(task: Task) -> TaskTerms:
    return TaskTerms(
        task_id=task.pk,
        slug=task.slug,
        active=task.state == TaskState.ACTIVE,
        config=TaskConfig.of_document(task.config),
        starts_at=task.starts_at or task.created_at,
        ends_at=task.ends_at or _NEVER,
    )


def apart(period: Period, runs: Iterable[TaskRun]) -> Period:
    """Who has moved to another zone may have lived some hours of it in another period already:
    what counted there counts here no more.
    """
    begins, ends = period.begins, period.ends
    for run in runs:
        if run.period < period.name and run.ends_at is not None:
            begins = max(begins, run.ends_at)
        if run.period > period.name and ends is not None:
            ends = min(ends, run.begins_at)
    return replace(period, begins=begins, ends=ends)
