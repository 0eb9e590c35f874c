"""Which effect is delivered how."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from uuid import UUID

from django.db.models import QuerySet

from ..events import work
from ..events.host import host
from ..events.models import OutboxEffect, WorkStatus
from ..features.members.models import Member
from . import (
    benefit_gifts,
    expiry_coupons,
    expiry_reminders,
    group_seats,
    lotteries,
    lottery_draw,
    membership_reminders,
    mirror,
    occasion_gifts,
    redemption_delivery,
    referral_orders,
    review_orders,
    share_orders,
    task_catch_up,
    tasks,
    tier_warnings,
)

Effects = Sequence[OutboxEffect]


def work_outbox(*, now: datetime, limit: int = 500) -> int:
    """Delivers up to `limit` effects; returns how many it looked at, so that 0 says all is done."""
    return work.work_batch(OutboxEffect, partial(_deliver, now=now), now=now, limit=limit)


def replay(effect_id: int, *, now: datetime) -> OutboxEffect:
    """Puts a dead effect back in line. Raises NOT_FOUND."""
    return work.replay(OutboxEffect, effect_id, now=now)


def dead_effects() -> QuerySet[OutboxEffect]:
    return OutboxEffect.objects.filter(status=WorkStatus.DEAD).order_by("-id")


def _deliver(effects: Effects, now: datetime) -> None:
    by_kind: dict[str, list[OutboxEffect]] = {}
    for effect in effects:
        by_kind.setdefault(effect.kind, []).append(effect)
    for kind, of_kind in by_kind.items():
        _KINDS[kind](of_kind, now)


def _reprice(effects: Effects, _now: datetime) -> None:
    ids = {int(effect.subject.partition(":")[2]) for effect in effects}
    members = Member.objects.filter(pk__in=ids, user_id__isnull=False).order_by("pk")
    for user_id in members.values_list("user_id", flat=True):
        assert user_id is not None, "filtered above"
        host().reprice(user_id)


def _mirror(effects: Effects, now: datetime) -> None:
    mirror.show((int(effect.subject.partition(":")[2]) for effect in effects), now=now)


def _mark_orders(effects: Effects, _now: datetime) -> None:
    with host().writing():
        for effect in effects:
            marks = (effect.payload or {})["marks"]
            named = {f"loyalty.{name}": value for name, value in marks.items()}
            host().mark_order(effect.subject.partition(":")[2], named)


def _expiry_reminders(effects: Effects, _now: datetime) -> None:
    for effect in effects:
        expiry_reminders.deliver((effect.payload or {})["reminder"])


def _expiry_coupons(effects: Effects, _now: datetime) -> None:
    for effect in effects:
        expiry_coupons.issue((effect.payload or {})["conversion"])


def _membership_reminders(effects: Effects, _now: datetime) -> None:
    for effect in effects:
        membership_reminders.deliver((effect.payload or {})["reminder"])


def _tier_warnings(effects: Effects, now: datetime) -> None:
    for effect in effects:
        told = effect.payload or {}
        tier_warnings.deliver(
            int(effect.subject.partition(":")[2]),
            datetime.fromisoformat(told["ends_at"]),
            told["days_before"],
            now=now,
        )


def _benefit_coupons(effects: Effects, now: datetime) -> None:
    for effect in effects:
        payload = effect.payload or {}
        benefit_gifts.issue(payload["gift"], payload["minimum"], now=now)


def _lottery_refunds(effects: Effects, now: datetime) -> None:
    for effect in effects:
        lotteries.refund(UUID((effect.payload or {})["purchase"]), now=now)


def _lottery_prizes(effects: Effects, now: datetime) -> None:
    for effect in effects:
        lottery_draw.give_prize((effect.payload or {})["win"], now=now)


def _redemptions(effects: Effects, now: datetime) -> None:
    for effect in effects:
        redemption_delivery.deliver((effect.payload or {})["redemption"], now=now)


def _reviews_back(effects: Effects, now: datetime) -> None:
    review_orders.take_back(((effect.payload or {})["review"] for effect in effects), now=now)


def _group_seats(effects: Effects, now: datetime) -> None:
    for effect in effects:
        with host().writing():
            group_seats.settle((effect.payload or {})["seat"], now=now)


def _task_looks(effects: Effects, now: datetime) -> None:
    moments: dict[int, set[datetime]] = {}
    for effect in effects:
        found = map(datetime.fromisoformat, (effect.payload or {})["at"])
        moments.setdefault(int(effect.subject.partition(":")[2]), set()).update(found)
    tasks.look_at(moments, now=now)


def _task_catch_ups(effects: Effects, now: datetime) -> None:
    for effect in effects:
        payload = effect.payload or {}
        task_catch_up.page(effect.subject.partition(":")[2], payload["after"], now=now)


def _occasions(effects: Effects, now: datetime) -> None:
    for effect in effects:
        occasion_gifts.give_one((effect.payload or {})["gift"], now=now)


def _referrals(effects: Effects, now: datetime) -> None:
    for effect in effects:
        referral_orders.act(effect.payload or {}, now=now)


def _share_orders(effects: Effects, now: datetime) -> None:
    for effect in effects:
        share_orders.settle((effect.payload or {})["share_order"], now=now)


_KINDS: dict[str, Callable[[Effects, datetime], None]] = {
    "referral": _referrals,
    "reprice": _reprice,
    "mirror": _mirror,
    "occasion": _occasions,
    "mark_order": _mark_orders,
    "benefit_coupon": _benefit_coupons,
    "expiry_reminder": _expiry_reminders,
    "expiry_coupon": _expiry_coupons,
    "membership_reminder": _membership_reminders,
    "redemption": _redemptions,
    "review_back": _reviews_back,
    "lottery_refund": _lottery_refunds,
    "lottery_prize": _lottery_prizes,
    "group_seat": _group_seats,
    "share_order": _share_orders,
    "tier_warning": _tier_warnings,
    "task_look": _task_looks,
    "task_catch_up": _task_catch_ups,
}
