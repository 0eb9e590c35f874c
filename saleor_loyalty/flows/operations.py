"""What waits: for the workers, and for staff."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Min, Q, QuerySet

from ..events import work
from ..events.models import InboxFact, OutboxEffect, WorkStatus
from ..features.benefits.models import BenefitGift, GiftState
from ..features.lottery.models import LotteryWin, WinState
from ..features.referrals.models import Referral, ReferralState
from ..features.reviews.models import Review, ReviewState
from ..features.rewards.models import Redemption, RedemptionState

# What is counted further is said to be "more".
MOST_COUNTED = 1_000
MOST_REPLAYED = 1_000


@dataclass(frozen=True, slots=True)
class Line:
    """`waiting` for a worker, of these `failing` were tried in vain; `dead` wait for staff."""

    waiting: int
    failing: int
    dead: int
    oldest: datetime | None
    kinds: tuple[tuple[str, int], ...] = ()


def line(model: type[InboxFact] | type[OutboxEffect]) -> Line:
    """`kinds` are those of dead ones, each with how many."""
    rows: QuerySet[Any] = model._default_manager.all()
    new = rows.filter(status=WorkStatus.NEW).aggregate(
        waiting=Count("pk"), failing=Count("pk", filter=Q(attempts__gt=0)), oldest=Min("created_at")
    )
    dead = rows.filter(status=WorkStatus.DEAD).values_list("kind")
    kinds = tuple(dead.annotate(number=Count("pk")).order_by("kind"))
    return Line(**new, dead=sum(number for _, number in kinds), kinds=kinds)


def replay_all(
    model: type[InboxFact] | type[OutboxEffect], *, kind: str | None, now: datetime
) -> int:
    """Puts up to a thousand dead ones back in line, the oldest first; returns how many."""
    if model is InboxFact:
        return work.replay_all(InboxFact, kind=kind, now=now, limit=MOST_REPLAYED)
    return work.replay_all(OutboxEffect, kind=kind, now=now, limit=MOST_REPLAYED)


_WAITING: Mapping[str, QuerySet[Any]] = {
    "redemptions": Redemption.objects.filter(state=RedemptionState.REQUESTED),
    "prizes": LotteryWin.objects.filter(state=WinState.DUE),
    "codes": BenefitGift.objects.filter(state=GiftState.NOTHING_LEFT),
    "reviews": Review.objects.filter(state=ReviewState.PENDING),
    "referrals": Referral.objects.filter(state=ReferralState.HELD),
    "facts": InboxFact.objects.filter(status=WorkStatus.DEAD),
    "effects": OutboxEffect.objects.filter(status=WorkStatus.DEAD),
}


def todo(what: str) -> int:
    """How many of them wait for staff, up to a thousand."""
    return _WAITING[what].all()[:MOST_COUNTED].count()
