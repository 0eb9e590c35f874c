"""Effects that must come to an end: given up by the worker, they are tried again every night.

Staff see them as dead letters meanwhile. All of these can be done twice without harm.
"""

from datetime import datetime
from typing import Final

from ..events.models import OutboxEffect, WorkStatus

_KINDS: Final = ("lottery_refund", "group_seat")


def try_again(*, now: datetime) -> int:
    """How many were put back in line, with all their tries."""
    dead = OutboxEffect.objects.filter(status=WorkStatus.DEAD, kind__in=_KINDS)
    return dead.update(status=WorkStatus.NEW, attempts=0, due_at=now)
