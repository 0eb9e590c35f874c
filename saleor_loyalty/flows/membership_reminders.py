"""Telling members that a membership will end soon, in time for them to renew it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files
from uuid import UUID

from django.db import connection, transaction

from .. import conf
from ..features.memberships.models import MembershipReminder
from .membership_terms import Plans, terms_of

_REMIND = files("saleor_loyalty.features.memberships").joinpath("reminders.sql")


@dataclass(frozen=True, slots=True)
class RenewalReminder:
    """What SALEOR_LOYALTY_ON_RENEWAL_REMINDER is called with. `id` is the same if it is told again.

    `plan_name` is in the member's language.
    """

    id: int
    member: UUID
    user_id: int | None
    email: str
    language_code: str
    plan: str
    plan_name: str
    ends_at: datetime
    days_before: int
    renewal_url: str


@transaction.atomic
def due_reminders(*, now: datetime) -> int:
    """Writes down who is to be reminded, once for each day there is; returns how many are new.

    Where a run was missed the nearest of the days stands for those before it.
    """
    rules = [
        (plan.plan_id, days, over)
        for plan in Plans.load().active
        for days, over in _steps(plan.config.remind_days_before)
    ]
    if not rules:
        return 0
    plans, days, over = map(list, zip(*rules, strict=True))
    with connection.cursor() as cursor:
        cursor.execute(
            _REMIND.read_text(),
            {"plans": plans, "days": days, "over": over, "furthest": max(days), "now": now},
        )
        return int(cursor.rowcount)


def deliver(reminder_id: int) -> None:
    """Hands it to the merchant's function; without one it can be read through the API.

    Who has renewed or cancelled meanwhile is not told.
    """
    tell = conf.on_renewal_reminder()
    if tell is None:
        return
    found = MembershipReminder.objects.select_related("membership__member", "membership__plan")
    reminder = found.get(pk=reminder_id)
    membership = reminder.membership
    if membership.ends_at != reminder.ends_at or membership.cancelled_at is not None:
        return
    member, plan = membership.member, terms_of(membership.plan)
    tell(
        RenewalReminder(
            id=reminder.pk,
            member=member.public_id,
            user_id=member.user_id,
            email=member.email,
            language_code=member.language_code,
            plan=plan.slug,
            plan_name=plan.config.name.get(member.language_code),
            ends_at=reminder.ends_at,
            days_before=reminder.days_before,
            renewal_url=plan.config.renewal_url,
        )
    )


def _steps(days_before: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    """Each number of days with the next smaller one, below which it says nothing."""
    over = 0
    for days in sorted(set(days_before)):
        yield days, over
        over = days
