"""Something happened that a task may count: whoever it is about is to be looked at.

Not at once, but by an effect: what is given for a task locks rows that whoever tells of an event or
an order must not wait for while holding accounts. Where no task counts it, nothing is written.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from ..events.outbox import NewEffect, emit
from ..features.member_events.models import MemberEvent
from ..features.orders.models import OrderRecord
from ..features.tasks.measures import MeasureBase, Reads
from ..values.identity import new_public_id
from .task_terms import Tasks

LOOK = "task_look"
_BY_ORDERS = frozenset({Reads.ORDERS, Reads.LINES, Reads.EARNED})


def events_changed(events: Iterable[MemberEvent]) -> None:
    """They were recorded, or taken back. In the transaction that did it."""
    tasks = Tasks.load()
    if not tasks.all:
        return
    moments: dict[int, set[datetime]] = {}
    for event in events:
        name = event.name

        def hears(measure: MeasureBase, name: str = name) -> bool:
            return measure.hears(name)

        if _counted(tasks, event.occurred_at, hears):
            moments.setdefault(event.member_id, set()).add(event.occurred_at)
    look_later(moments)


def orders_changed(records: Iterable[OrderRecord]) -> None:
    """They are not what they were. In the transaction that keeps what they are."""
    tasks = Tasks.load()
    if not tasks.all:
        return
    moments: dict[int, set[datetime]] = {}
    for record in records:
        if record.member_id is None or record.paid_at is None:
            continue
        if _counted(tasks, record.paid_at, lambda measure: measure.reads in _BY_ORDERS):
            moments.setdefault(record.member_id, set()).add(record.paid_at)
    look_later(moments)


def profile_changed(member_id: int, *, now: datetime) -> None:
    if _counted(Tasks.load(), now, lambda measure: measure.reads is Reads.PROFILE):
        look_later({member_id: [now]})


def day_made_up(member_id: int, *, now: datetime) -> None:
    if _counted(Tasks.load(), now, lambda measure: measure.reads is Reads.CHECK_INS):
        look_later({member_id: [now]})


def friend_changed(member_id: int, *, at: datetime) -> None:
    """A friend that this member brought counts since then, or did and does no more."""
    if _counted(Tasks.load(), at, lambda measure: measure.reads is Reads.FRIENDS):
        look_later({member_id: [at]})


def look_later(moments: Mapping[int, Iterable[datetime]]) -> None:
    """At what these members have, in the times that lie around these moments."""
    emit(
        NewEffect(
            kind=LOOK,
            subject=f"member:{member_id}",
            source=f"task-look/{new_public_id()}",
            payload={"at": sorted(at.isoformat() for at in found)},
        )
        for member_id, found in sorted(moments.items())
    )


def _counted(tasks: Tasks, at: datetime, hears: Callable[[MeasureBase], bool]) -> bool:
    return any(task.takes_in(at) and hears(task.config.counts) for task in tasks.all)
