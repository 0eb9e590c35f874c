"""A file of events: looked at first, done line by line, undone as one.

Each line is a transaction of its own under a key of its own, so that a batch that was killed goes
on where it was: what is done already answers as it did. Every line's transaction holds the batch's
row, so that nothing is done any more once undoing has begun.
"""

import logging
from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from ..errors import N_, Code, LoyaltyError, Message
from ..features.member_events.models import BatchState, EventBatch, MemberEvent
from ..features.member_events.read_lines import read_lines
from ..features.member_events.refusals import kept as kept_refusal
from ..features.member_events.report import report_csv
from ..features.member_events.rules import check_text
from ..features.members.models import Member
from ..values.identity import new_public_id
from ..values.points import Unit
from .event_check import Line, fact_of, look_at
from .member_events import awards_of, record_event, undo_event

logger = logging.getLogger(__name__)

_STEP = 100
_LONGEST_NAME = 200

_AT_WORK = (BatchState.RUNNING, BatchState.UNDOING)


def check(content: str, *, name: str, actor: str, now: datetime) -> EventBatch:
    """Keeps what each line would do; nothing is done. Raises REQUIRED, INVALID, LIMIT_EXCEEDED."""
    check_text(name, "name", _LONGEST_NAME)
    lines = look_at(read_lines(content), now=now)
    batch = EventBatch.objects.create(
        public_id=new_public_id(), name=name, actor=actor, lines=len(lines), content=lines
    )
    batch.refresh_from_db(fields=["created_at"])
    return batch


def start(public_id: UUID) -> EventBatch:
    """Has the batch done. Lines that were at fault stay undone. Raises NOT_FOUND, INVALID."""
    return _change(public_id, _to_running)


def start_undo(public_id: UUID) -> EventBatch:
    """Has everything taken back that the batch brought. Raises NOT_FOUND."""
    return _change(public_id, _to_undoing)


def known(public_id: UUID) -> EventBatch:
    """Raises NOT_FOUND."""
    batch = EventBatch.objects.filter(public_id=public_id).first()
    if batch is None:
        raise _unknown()
    return batch


def work(*, now: datetime, limit: int = _STEP) -> bool:
    """One step of every batch that is at work; whether there is more to do."""
    batches = EventBatch.objects.filter(state__in=_AT_WORK).order_by("pk")
    more = [_try_step(pk, now, limit) for pk in batches.values_list("pk", flat=True)]
    return any(more)


def step(batch_id: int, *, now: datetime, limit: int = _STEP) -> bool:
    """Up to `limit` lines of one batch; whether it has more to do. Two at once do no harm."""
    batch = EventBatch.objects.get(pk=batch_id)
    if batch.state == BatchState.RUNNING:
        _run(batch, now, limit)
    elif batch.state == BatchState.UNDOING:
        _undo(batch, now, limit)
    else:
        return False
    return EventBatch.objects.filter(pk=batch_id, state__in=_AT_WORK).exists()


def _try_step(batch_id: int, now: datetime, limit: int) -> bool:
    """One batch that fails does not keep the others waiting; the beat tries it again."""
    try:
        return step(batch_id, now=now, limit=limit)
    except Exception:
        logger.exception("a step of event batch %s failed", batch_id)
        return False


def report(batch: EventBatch, say: Callable[[Message], str] = str) -> str:
    """What became of each line, as CSV for a spreadsheet."""
    return report_csv(batch.content, say)


@transaction.atomic
def _change(public_id: UUID, change: Callable[[EventBatch], None]) -> EventBatch:
    batch = EventBatch.objects.select_for_update(no_key=True).filter(public_id=public_id).first()
    if batch is None:
        raise _unknown()
    change(batch)
    batch.save(update_fields=["state"])
    return batch


def _unknown() -> LoyaltyError:
    return LoyaltyError(Code.NOT_FOUND, N_("There is no such batch."), field="id")


def _to_running(batch: EventBatch) -> None:
    if batch.state in (BatchState.UNDOING, BatchState.UNDONE):
        raise LoyaltyError(Code.INVALID, N_("This batch was undone."), field="id")
    if batch.state == BatchState.CHECKED:
        batch.state = BatchState.RUNNING


def _to_undoing(batch: EventBatch) -> None:
    if batch.state == BatchState.CHECKED:
        batch.state = BatchState.UNDONE
    elif batch.state != BatchState.UNDONE:
        batch.state = BatchState.UNDOING


def _run(batch: EventBatch, now: datetime, limit: int) -> None:
    position = batch.done + batch.refused
    answers = []
    for line in batch.content[position : position + limit]:
        answer = _done(batch, line, now)
        if answer is None:
            return
        answers.append(answer)
    _keep(batch.pk, position, answers)


def _done(batch: EventBatch, line: Line, now: datetime) -> Line | None:
    """The line with what came of it; None where the batch is not running any more."""
    if line["error"] is not None:
        return {**line, "state": "refused"}
    try:
        with transaction.atomic():
            if not _still(batch.pk, BatchState.RUNNING):
                return None
            event = _record(batch, line, now)
    except LoyaltyError as error:
        return {**line, "state": "refused", "points": 0, "growth": 0, "error": kept_refusal(error)}
    brought = awards_of([event])[event.pk]
    points = {unit.name.lower(): brought[unit].points if unit in brought else 0 for unit in Unit}
    return {**line, **points, "state": "done"}


def _record(batch: EventBatch, line: Line, now: datetime) -> MemberEvent:
    fact = fact_of(line)
    return record_event(
        _member(line),
        fact.name,
        source=f"batch:{batch.public_id}/{line['key']}",
        occurred_at=fact.occurred_at,
        attributes=fact.attributes,
        channel=fact.channel,
        now=now,
        batch=batch,
    )


def _member(line: Line) -> Member:
    """Who was a guest when the file was looked at may have an account by now."""
    member = Member.objects.select_related("tier", "merged_into").get(public_id=line["member"])
    while member.merged_into is not None:
        member = member.merged_into
    return member


def _keep(batch_id: int, position: int, answers: list[Line]) -> None:
    with transaction.atomic():
        batch = EventBatch.objects.select_for_update(no_key=True).get(pk=batch_id)
        if batch.state != BatchState.RUNNING or batch.done + batch.refused != position:
            # Somebody else did the same lines, or they are being undone.
            return
        batch.content[position : position + len(answers)] = answers
        batch.done += sum(answer["state"] == "done" for answer in answers)
        batch.refused = position + len(answers) - batch.done
        if position + len(answers) >= batch.lines:
            batch.state = BatchState.DONE
        batch.save(update_fields=["content", "done", "refused", "state"])


def _undo(batch: EventBatch, now: datetime, limit: int) -> None:
    left = batch.events.filter(undone_at=None).order_by("pk")
    events = list(left[:limit])
    for event in events:
        undo_event(event, now=now)
    with transaction.atomic():
        if _still(batch.pk, BatchState.UNDOING) and not left.exists():
            EventBatch.objects.filter(pk=batch.pk).update(state=BatchState.UNDONE)


def _still(batch_id: int, state: BatchState) -> bool:
    """Held until the transaction ends."""
    rows: Any = EventBatch.objects.filter(pk=batch_id, state=state).select_for_update(no_key=True)
    return bool(rows.values_list("pk", flat=True))
