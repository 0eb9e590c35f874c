"""Codes that people type in: who tries many wrong ones has to wait.

A wrong one is a row of the outbox that is done already: it is forgotten with the others.
"""

from datetime import datetime
from uuid import UUID

from ..errors import N_, Code, LoyaltyError
from ..events.models import OutboxEffect, WorkStatus
from ..values.source_key import key_of

MOST_AN_HOUR = 10


def check_guesses(what: str, member_id: int, *, now: datetime) -> None:
    """Raises LIMIT_EXCEEDED where the member has tried enough in this hour.

    The caller has locked the member.
    """
    if _count(what, member_id, now) >= MOST_AN_HOUR:
        raise LoyaltyError(
            Code.LIMIT_EXCEEDED, N_("Too many wrong codes. Try again in an hour."), field="code"
        )


def note_guess(what: str, member_id: int, *, now: datetime) -> None:
    number = _count(what, member_id, now)
    OutboxEffect.objects.create(
        key=_keys(what, member_id, now)[number],
        kind="mark",
        subject=f"guess:{what}:{member_id}",
        status=WorkStatus.DONE,
        done_at=now,
    )


def _count(what: str, member_id: int, now: datetime) -> int:
    return OutboxEffect.objects.filter(key__in=_keys(what, member_id, now)).count()


def _keys(what: str, member_id: int, now: datetime) -> list[UUID]:
    hour = f"{now:%Y-%m-%dT%H}"
    return [key_of(f"guess:{what}/{member_id}/{hour}/{n}") for n in range(MOST_AN_HOUR)]
