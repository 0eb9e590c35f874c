"""Which rows are to be acted on next, and what became of them. The same for facts and effects."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import TypeVar

from django.db import transaction

from .. import conf
from ..errors import N_, Code, LoyaltyError
from .models import InboxFact, OutboxEffect, WorkStatus

Row = TypeVar("Row", InboxFact, OutboxEffect)

_LONGEST_WAIT = timedelta(hours=1)
_LONGEST_ERROR = 2_000


def work_batch(
    model: type[Row],
    act: Callable[[Sequence[Row]], None],
    *,
    now: datetime,
    limit: int,
) -> int:
    """Acts on up to `limit` due rows in one transaction; returns how many it looked at.

    Where the batch fails, its rows are tried one by one, so that one bad row holds nobody up: it
    waits 2, 4, 8 … seconds between tries and is dead after `conf.max_attempts()`.
    """
    failed: list[int] = []
    with transaction.atomic():
        rows = _claim(model, now=now, limit=limit)
        try:
            with transaction.atomic():
                act(rows)
                _done(model, rows, now)
        except Exception as error:
            if len(rows) == 1:
                _failed(rows[0], error, now)
            else:
                failed = [row.pk for row in rows]
    for pk in failed:
        _work_one(model, act, pk, now)
    return len(rows)


def _work_one(
    model: type[Row], act: Callable[[Sequence[Row]], None], pk: int, now: datetime
) -> None:
    with transaction.atomic():
        rows = _claim(model, now=now, limit=1, pk=pk)
        for row in rows:
            try:
                with transaction.atomic():
                    act([row])
                    _done(model, [row], now)
            except Exception as error:
                _failed(row, error, now)


def _claim(model: type[Row], *, now: datetime, limit: int, pk: int | None = None) -> list[Row]:
    """Locked for this transaction and passed over by other workers."""
    due = model.objects.filter(status=WorkStatus.NEW, due_at__lte=now).order_by("due_at", "id")
    if pk is not None:
        due = due.filter(pk=pk)
    return list(due.select_for_update(skip_locked=True)[:limit])


def _done(model: type[Row], rows: Iterable[Row], now: datetime) -> None:
    model.objects.filter(pk__in=[row.pk for row in rows]).update(
        status=WorkStatus.DONE, done_at=now, error=""
    )


def _failed(row: Row, error: Exception, now: datetime) -> None:
    row.attempts += 1
    row.error = f"{type(error).__name__}: {error}"[:_LONGEST_ERROR].replace("\x00", "")
    row.due_at = now + min(timedelta(seconds=2**row.attempts), _LONGEST_WAIT)
    if row.attempts >= conf.max_attempts():
        row.status = WorkStatus.DEAD
    row.save(update_fields=["attempts", "error", "due_at", "status"])


def replay(model: type[Row], pk: int, *, now: datetime) -> Row:
    """Puts a dead row back in line with all its tries. Raises NOT_FOUND where it is not dead."""
    revived = model.objects.filter(pk=pk, status=WorkStatus.DEAD).update(
        status=WorkStatus.NEW, attempts=0, due_at=now
    )
    if not revived:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such dead letter."), field="id")
    return model.objects.get(pk=pk)


def replay_all(model: type[Row], *, kind: str | None, now: datetime, limit: int) -> int:
    """The same with up to `limit` of them, the oldest first; returns how many."""
    dead = model.objects.filter(status=WorkStatus.DEAD).order_by("id")
    if kind is not None:
        dead = dead.filter(kind=kind)
    chosen = dead.values("pk")[:limit]
    return model.objects.filter(pk__in=chosen).update(status=WorkStatus.NEW, attempts=0, due_at=now)


def prune(model: type[Row], *, before: datetime, limit: int) -> int:
    """Deletes rows done before then, up to `limit` of them; returns how many."""
    old = model.objects.filter(status=WorkStatus.DONE, done_at__lt=before).order_by("pk")
    deleted, _ = model.objects.filter(
        pk__in=list(old.values_list("pk", flat=True)[:limit])
    ).delete()
    return deleted
