"""Telling members what will end soon, in time for them to use it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files
from uuid import UUID

from django.db import connection, transaction

from .. import conf
from ..features.expiry.models import ExpiryReminder
from .expiry_terms import begun_versions, default_terms

_REMIND = files("saleor_loyalty.features.expiry").joinpath("reminders.sql")


@dataclass(frozen=True, slots=True)
class Reminder:
    """What SALEOR_LOYALTY_ON_REMINDER is called with. `id` is the same if it is told again."""

    id: int
    member: UUID
    user_id: int | None
    email: str
    language_code: str
    points: int
    expires_at: datetime
    days_before: int


@transaction.atomic
def due_reminders(*, now: datetime) -> int:
    """Writes down who is to be reminded, once for each day there is; returns how many are new.

    Where a run was missed the nearest of the days stands for those before it.
    """
    rules = [
        (terms.version_id, days, over)
        for terms in begun_versions()
        for days, over in _steps(terms.config.earning.expiry.reminders_days_before)
    ]
    if not rules:
        return 0
    versions, days, over = map(list, zip(*rules, strict=True))
    default = default_terms(now=now)
    with connection.cursor() as cursor:
        cursor.execute(
            _REMIND.read_text(),
            {
                "versions": versions,
                "days": days,
                "over": over,
                "furthest": max(days),
                "default": default.version_id if default else None,
                "now": now,
            },
        )
        return int(cursor.rowcount)


def deliver(reminder_id: int) -> None:
    """Hands it to the merchant's function; without one it can be read through the API."""
    tell = conf.on_reminder()
    if tell is None:
        return
    found = ExpiryReminder.objects.select_related("member").get(pk=reminder_id)
    tell(
        Reminder(
            id=found.pk,
            member=found.member.public_id,
            user_id=found.member.user_id,
            email=found.member.email,
            language_code=found.member.language_code,
            points=found.points,
            expires_at=found.expires_at,
            days_before=found.days_before,
        )
    )


def _steps(days_before: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    """Each number of days with the next smaller one, below which it says nothing."""
    over = 0
    for days in sorted(days_before):
        yield days, over
        over = days
