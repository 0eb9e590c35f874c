"""Steps of the daily run that are enough once for a day or an hour, however often it is started.

A mark is a row of the outbox that is done already: it is forgotten with the others.
"""

from collections.abc import Callable
from datetime import datetime

from ..events.models import OutboxEffect, WorkStatus
from ..values.source_key import key_of


def once(name: str, step: Callable[[], int], *, now: datetime) -> int:
    """What the step answers, or 0 where it has come to its end before under that name."""
    key = key_of(f"done:{name}")
    if OutboxEffect.objects.filter(key=key).exists():
        return 0
    answer = step()
    mark = OutboxEffect(
        key=key, kind="mark", subject=f"daily:{name}", status=WorkStatus.DONE, done_at=now
    )
    OutboxEffect.objects.bulk_create([mark], ignore_conflicts=True)
    return answer
