"""What members have of tasks is brought up to what they did: counted anew, given, taken back.

Comes out the same however often, and in whatever order facts became known. Locks: counters, the
members' tasks, places, then whatever a gift needs.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from .. import conf, rows
from ..features.member_events.models import MemberEvent
from ..features.member_events.names import Own
from ..features.members.models import Member
from ..features.tasks.config import Refunds, Step
from ..features.tasks.facts import Facts
from ..features.tasks.models import TaskRun, TaskRunState, TaskStepReached, TaskStepState
from ..features.tasks.rules import count, reached_at, total
from .gates import lets_in
from .gifts import Given, Happening, happen_many
from .locks import lock_counters
from .member_events import undo_event
from .task_facts import facts_of
from .task_goes import Go, Moments, goes_of, lock_members
from .task_notices import look_later
from .task_places import Place, move_places
from .task_terms import Tasks, Zones
from .terms import Catalogue

_CHANGES = ["state", "progress", "done_at"]


@transaction.atomic
def look_at(moments: Moments, *, now: datetime) -> int:
    """Looks at the runs these members have, and at what they could begin around these moments.

    Returns how many steps were reached or taken back.
    """
    tasks = Tasks.load()
    if not tasks.all or not moments:
        return 0
    catalogue = Catalogue.load()
    if catalogue.has_limits or tasks.takes_back:
        lock_counters()
    lock_members(moments)
    members = _open_members(moments)
    zones = Zones(catalogue, now)
    work = _Work(tasks, catalogue, goes_of(members, moments, tasks, zones), now)
    work.count(members)
    work.write()
    return len(work.reached) + len(work.lost)


def _open_members(moments: Moments) -> list[Member]:
    """Whose account is closed has nothing more; who became part of another is looked at there."""
    found = Member.objects.select_related("tier").filter(pk__in=list(moments), merged_into=None)
    return [one for one in found.order_by("pk") if one.user_id is not None or one.guest]


@dataclass(frozen=True, slots=True)
class _Reached:
    """A step that is reached now and was not before."""

    go: Go
    number: int
    at: datetime

    @property
    def said(self) -> Step:
        return self.go.config.steps[self.number]

    @property
    def place(self) -> Place:
        return _place(self.go, self.number)

    @property
    def source(self) -> str:
        run = self.go.run
        named = f"{self.go.task.slug}/{run.member.public_id}/{run.period}/{self.number}"
        again = self.go.rounds.get(self.number, 0)
        return f"{named}/{again}" if again else named


class _Work:
    """What a batch decides."""

    def __init__(self, tasks: Tasks, catalogue: Catalogue, goes: list[Go], now: datetime) -> None:
        self._tasks, self._catalogue, self._goes, self._now = tasks, catalogue, goes, now
        self.reached: list[_Reached] = []
        self.lost: list[tuple[Go, int]] = []
        self._changed: list[Go] = []
        self._done: list[Go] = []

    def count(self, members: Collection[Member]) -> None:
        if not self._goes:
            return
        facts = facts_of(
            members,
            {go.config.counts.reads for go in self._goes},
            since=min(go.run.begins_at for go in self._goes),
            seen_at=self._now,
        )
        for go in self._goes:
            self._count(go, facts[go.run.member_id])

    def write(self) -> None:
        new = [go.run for go in self._changed if go.is_new]
        rows.insert(new, returning=["id"])
        TaskRun.objects.bulk_update([go.run for go in self._changed], _CHANGES)
        late = self._too_late()
        for go, number in self.lost:
            _take_back(go.steps[number], now=self._now)
        given = [one for one in self.reached if one not in late]
        events = happen_many(list(map(self._given, given)), now=self._now) if given else []
        TaskStepReached.objects.bulk_create(
            [
                *(_step(one, event) for one, event in zip(given, events, strict=True)),
                *(_step(one, None) for one in late),
            ]
        )
        self._tell_followers()

    def _count(self, go: Go, facts: Facts) -> None:
        gains = count(go.config, facts, go.span, slug=go.task.slug)
        if go.is_new and not (gains and self._lets_in(go)):
            return
        before = [getattr(go.run, name) for name in _CHANGES]
        go.run.progress = total(gains)
        at = reached_at([step.goal for step in go.config.steps], gains)
        if self._can_give(go):
            self._compare(go, at)
        if go.is_new or before != [getattr(go.run, name) for name in _CHANGES]:
            self._changed.append(go)

    def _compare(self, go: Go, reached: Sequence[datetime | None]) -> None:
        stand: list[datetime | None] = []
        for number, at in enumerate(reached):
            known = go.steps.get(number)
            if known is None and at is not None:
                self.reached.append(_Reached(go, number, at))
            elif known is not None and at is None and go.config.refunds is Refunds.TAKE_BACK:
                self.lost.append((go, number))
                known = None
            stand.append(known.reached_at if known is not None else at)
        self._place(go, stand)

    def _place(self, go: Go, stand: Sequence[datetime | None]) -> None:
        """Where the run stands, by the steps that do."""
        run, was = go.run, go.run.state
        if None not in stand:
            run.state, run.done_at = TaskRunState.DONE, stand[-1]
        else:
            over = run.ends_at is not None and run.ends_at <= self._now
            run.state = TaskRunState.LOST if over else TaskRunState.RUNNING
            run.done_at = None
        if run.state == TaskRunState.DONE and was != TaskRunState.DONE:
            self._done.append(go)

    def _lets_in(self, go: Go) -> bool:
        return lets_in(go.config.gate, go.run.member_id, now=self._now)

    def _can_give(self, go: Go) -> bool:
        """Where no programme is in force, what is reached waits until one is."""
        return self._catalogue.in_force(go.config.channel, self._now) is not None

    def _too_late(self) -> list[_Reached]:
        """Takes places for those who were first, and answers those who have none."""
        limited = [one for one in self.reached if one.said.most_members is not None]
        asking: dict[Place, list[_Reached]] = {}
        for one in sorted(limited, key=lambda one: (one.at, one.go.run.member_id)):
            asking.setdefault(one.place, []).append(one)
        back = [
            _place(go, number)
            for go, number in self.lost
            if go.steps[number].state == TaskStepState.GIVEN
            and go.config.steps[number].most_members is not None
        ]
        wanted = {
            place: (len(found), found[0].said.most_members or 0) for place, found in asking.items()
        }
        had = move_places(back, wanted)
        return [one for place, found in asking.items() for one in found[had[place] :]]

    def _given(self, one: _Reached) -> Given:
        run, config = one.go.run, one.go.config
        name = one.go.task.config.name
        happening = Happening(
            kind=Own.TASK,
            source=one.source,
            occurred_at=self._moment(one),
            about=name.get(run.member.language_code),
            name=name,
            attributes={
                "task": one.go.task.slug,
                "period": run.period,
                "step": one.number + 1,
                "goal": one.said.goal,
            },
            channel=config.channel,
        )
        return Given(run.member, happening, one.said.gift)

    def _moment(self, one: _Reached) -> datetime:
        """When it was reached, if the books still take that in."""
        oldest = self._now - timedelta(days=conf.event_max_age_days())
        known = self._catalogue.in_force(one.go.config.channel, one.at) is not None
        return one.at if known and oldest <= one.at <= self._now else self._now

    def _tell_followers(self) -> None:
        """Tasks that were waiting for this one open, and may be reached already."""
        moments: dict[int, set[datetime]] = {}
        for go in self._done:
            if self._tasks.following(go.task) and go.run.done_at is not None:
                moments.setdefault(go.run.member_id, set()).update((go.run.done_at, self._now))
        look_later(moments)


def _place(go: Go, number: int) -> Place:
    return Place(go.task.task_id, go.run.period, number)


def _step(one: _Reached, event: MemberEvent | None) -> TaskStepReached:
    return TaskStepReached(
        run=one.go.run,
        step=one.number,
        state=TaskStepState.GIVEN if event is not None else TaskStepState.NO_PLACE,
        event=event,
        reached_at=one.at,
    )


def _take_back(step: TaskStepReached, *, now: datetime) -> None:
    if step.event is not None:
        undo_event(step.event, now=now)
    step.state, step.taken_back_at = TaskStepState.TAKEN_BACK, now
    step.save(update_fields=["state", "taken_back_at"])
