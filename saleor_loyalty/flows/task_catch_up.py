"""A task that was just shown: who has done something for it already is looked at, page by page.

Afterwards whatever happens has its notice. Who has done nothing has no row.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from ..events.outbox import NewEffect, emit
from ..features.check_ins.models import CheckIn
from ..features.earning.models import Award
from ..features.member_events.models import MemberEvent
from ..features.members.models import Member
from ..features.orders.models import OrderRecord
from ..features.referrals.models import Referral
from ..features.tasks.config import Start
from ..features.tasks.measures import Reads
from ..features.tasks.models import LeaderboardName, Task, TaskState
from ..values.identity import new_public_id
from ..values.points import Unit
from .task_terms import terms_of
from .tasks import look_at

_PAGE = 500


def begin(slug: str, *, after: int = 0) -> None:
    """In the transaction that shows the task."""
    effect = NewEffect(
        kind="task_catch_up",
        subject=f"task:{slug}",
        source=f"task-catch-up/{new_public_id()}",
        payload={"after": after},
    )
    emit([effect])


@transaction.atomic
def page(slug: str, after: int, *, now: datetime) -> int:
    """Looks at some members, and leaves the next to another effect; how many there were."""
    task = Task.objects.filter(slug=slug, state=TaskState.ACTIVE).first()
    if task is None:
        return 0
    terms = terms_of(task)
    if terms.config.start is not Start.BY_ITSELF or not terms.takes_in(now):
        return 0
    members = Member.objects.filter(pk__gt=after, merged_into=None).order_by("pk")
    members = members.filter(_DID[terms.config.counts.reads](terms.starts_at))
    ids = list(members.values_list("pk", flat=True)[:_PAGE])
    if ids:
        look_at({member_id: [now] for member_id in ids}, now=now)
        begin(slug, after=ids[-1])
    return len(ids)


def _of(rows: "QuerySet[Any]") -> Exists:
    return Exists(rows.filter(member=OuterRef("pk")))


def _orders(since: datetime) -> Exists:
    return _of(OrderRecord.objects.filter(paid_at__gte=since))


def _events(since: datetime) -> Exists:
    return _of(MemberEvent.objects.filter(occurred_at__gte=since))


def _check_ins(since: datetime) -> Exists:
    return _of(CheckIn.objects.filter(at__gte=since))


def _earned(since: datetime) -> Exists:
    return _of(Award.objects.filter(unit=Unit.POINTS, occurred_at__gte=since))


def _friends(since: datetime) -> Exists:
    brought = Referral.objects.filter(counted=True, decided_at__gte=since)
    return Exists(brought.filter(referrer=OuterRef("pk")))


def _profile(_since: datetime) -> Q:
    """Whoever has told anything; being known in a language is no reason to look at everybody."""
    named = Q(_of(LeaderboardName.objects.all()))
    return Q(birthday__isnull=False) | ~Q(time_zone="") | Q(user__isnull=False) | named


_DID: Mapping[Reads, Callable[[datetime], Q | Exists]] = {
    Reads.ORDERS: _orders,
    Reads.LINES: _orders,
    Reads.EVENTS: _events,
    Reads.CHECK_INS: _check_ins,
    Reads.EARNED: _earned,
    Reads.FRIENDS: _friends,
    Reads.PROFILE: _profile,
}
