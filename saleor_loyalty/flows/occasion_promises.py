"""What is promised in the moment something happens: a welcome to who joins.

The promise is kept by a worker right afterwards, so that no registration waits for it.
"""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef

from ..events import wake
from ..events.outbox import NewEffect, emit
from ..features.engagement.models import Subject
from ..features.members.models import Member
from ..features.occasions.config import OccasionConfig, OccasionsConfig
from ..features.occasions.models import OccasionGift
from .engagement import running

EFFECT = "occasion"


def soon(gift_ids: Sequence[int], what: str) -> None:
    """Has a worker look at these once the transaction is committed; `what` is the reason, once."""
    emit(
        NewEffect(EFFECT, f"occasion:{gift_id}", f"occasion:{gift_id}/{what}", {"gift": gift_id})
        for gift_id in gift_ids
    )
    if gift_ids:
        wake.soon()


def welcome(member_ids: Collection[int], *, now: datetime) -> None:
    """Those of them who have just joined with an account of the shop are to have theirs."""
    setting = running(Subject.OCCASIONS, OccasionsConfig) if member_ids else None
    if setting is None or setting.config.welcome is None:
        return
    # Who joins by an order of long ago that is read in today is no newcomer.
    since = late(setting.config.welcome, now)
    new = Member.objects.filter(pk__in=member_ids, user_id__isnull=False, joined_at__gte=since)
    promised = [
        OccasionGift(member_id=pk, occasion="welcome", version=setting.number, due_at=now)
        for pk in new.order_by("pk").values_list("pk", flat=True)
    ]
    OccasionGift.objects.bulk_create(promised, ignore_conflicts=True)
    due = OccasionGift.objects.filter(member__in=member_ids, occasion="welcome", given_at=None)
    soon(list(due.order_by("pk").values_list("pk", flat=True)), "welcome")


def late(kept: OccasionConfig, now: datetime) -> datetime:
    """What happened before then is made up for no more."""
    return now - timedelta(days=kept.late_days + 1)


def move(from_member: int, to_member: int) -> None:
    """What one person was given under two accounts is theirs; what waits twice waits once."""
    same = OccasionGift.objects.filter(
        member=to_member, occasion=OuterRef("occasion"), period=OuterRef("period")
    )
    mine = OccasionGift.objects.filter(member=from_member)
    mine.exclude(Exists(same)).update(member=to_member)
    mine.filter(given_at=None).delete()
