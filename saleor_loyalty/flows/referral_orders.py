"""What orders and time mean for friends that were brought.

An order only leaves word: what follows is given by the outbox, a referral at a time, so that
nobody waits for another member's account while an order is acted on.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q

from ..errors import Code, LoyaltyError
from ..events.facts import OrderFact
from ..events.outbox import NewEffect, emit
from ..features.orders.models import OrderRecord
from ..features.referrals.models import Referral, ReferralCheckout, ReferralState
from . import referral_steps, referral_terms, referrals, traces
from .referral_locks import keep_members

KIND = "referral"
_OPEN = (ReferralState.REGISTERED, ReferralState.ORDERED, ReferralState.HELD)
_PAGE = 1_000
# Checkouts that were left, and guests who never opened an account.
_LEFT_DAYS, _GUEST_DAYS = 90, 365
# What does not get better by trying again.
_FINAL = frozenset(
    {Code.NOT_FOUND, Code.INVALID, Code.FORBIDDEN, Code.LIMIT_EXCEEDED, Code.MEMBER_CLOSED}
)


def orders_changed(
    orders: Sequence[OrderFact], records: Mapping[str, OrderRecord], *, now: datetime
) -> None:
    """Leaves word of those that are about a friend."""
    if referral_terms.newest() is None:
        return
    if referral_terms.running() is not None:
        traces.orders_changed(orders, records, now=now)
    concerned = _by_friend(records) | _by_reward(orders) | _by_checkout(orders)
    emit(
        NewEffect(
            kind=KIND,
            subject=f"order:{one.order_id}",
            source=f"referral/order:{one.order_id}/{one.fingerprint}/{now.isoformat()}",
            payload={"order": one.order_id},
        )
        for one in orders
        if one.order_id in concerned
    )


def due(*, now: datetime) -> int:
    """Leaves word of every friend whose order can go back no more; returns how many there are."""
    waiting = Referral.objects.filter(state=ReferralState.ORDERED, due_at__lte=now).order_by("pk")
    last, total = 0, 0
    while True:
        with transaction.atomic():
            page = list(waiting.filter(pk__gt=last)[:_PAGE])
            emit(
                NewEffect(
                    kind=KIND,
                    subject=f"referral:{one.public_id}",
                    source=f"referral:{one.public_id}/due:{one.due_at}",
                    payload={"referral": one.pk},
                )
                for one in page
            )
        total += len(page)
        if len(page) < _PAGE:
            return total
        last = page[-1].pk


def forget(*, now: datetime) -> int:
    """Deletes what is kept for comparing no longer, and codes of checkouts that came to nothing."""
    config = referral_terms.newest()
    if config is None:
        return 0
    left = Q(order_id="", created_at__lt=now - timedelta(days=_LEFT_DAYS))
    guests = Q(created_at__lt=now - timedelta(days=_GUEST_DAYS))
    deleted, _ = ReferralCheckout.objects.filter(left | guests, settled_at=None).delete()
    return deleted + traces.forget(before=now - timedelta(days=config.trace_days))


def act(payload: Mapping[str, Any], *, now: datetime) -> None:
    """What word was left for: of an order, a checkout or a referral."""
    if "order" in payload:
        _order(payload["order"], now)
    elif "checkout" in payload:
        _checkout(payload["checkout"], now)
    else:
        referral_steps.settle(payload["referral"], now=now)


def _by_friend(records: Mapping[str, OrderRecord]) -> set[str]:
    members = {one.member_id for one in records.values()} - {None}
    friends = Referral.objects.filter(friend__in=members, state__in=_OPEN)
    found = set(friends.values_list("friend", flat=True))
    return {one.order_id for one in records.values() if one.member_id in found}


def _by_reward(orders: Iterable[OrderFact]) -> set[str]:
    """Those of which something went back."""
    ids = [order.order_id for order in orders if not order.untouched]
    if not ids:
        return set()
    rewarded = Referral.objects.filter(order_id__in=ids, state=ReferralState.REWARDED)
    return set(rewarded.values_list("order_id", flat=True))


def _by_checkout(orders: Iterable[OrderFact]) -> set[str]:
    paid = {one.checkout_id: one.order_id for one in orders if one.checkout_id and one.paid_at}
    if not paid:
        return set()
    waiting = ReferralCheckout.objects.filter(checkout_id__in=list(paid), settled_at=None)
    return {paid[one] for one in waiting.values_list("checkout_id", flat=True)}


def _order(order_id: str, now: datetime) -> None:
    record = OrderRecord.objects.filter(order_id=order_id).first()
    if record is None:
        return
    if record.snapshot["checkout_id"]:
        _checkout(record.snapshot["checkout_id"], now, record)
    about = Q(order_id=order_id)
    if record.member_id is not None:
        about |= Q(friend=record.member_id)
    for pk in Referral.objects.filter(about).order_by("pk").values_list("pk", flat=True):
        referral_steps.settle(pk, now=now)


@transaction.atomic
def _checkout(checkout_id: str, now: datetime, record: OrderRecord | None = None) -> None:
    """A guest's order waits until there is an account: points are not for an e-mail nobody has
    proven.
    """
    found = ReferralCheckout.objects.filter(checkout_id=checkout_id, settled_at=None)
    row = found.first()
    if row is None:
        return
    record = record or OrderRecord.objects.filter(order_id=row.order_id).first()
    if record is None or record.member_id is None or record.paid_at is None:
        return
    keep_members([record.member_id])
    row = found.select_for_update(of=("self",)).select_related("code__member__merged_into").first()
    record = OrderRecord.objects.select_related("member").get(pk=record.pk)
    if row is None or record.member is None:
        return
    row.order_id, row.member = record.order_id, record.member
    if record.member.user_id is not None:
        row.why_not, row.settled_at = _join(row, record, now), now
    row.save()


def _join(row: ReferralCheckout, record: OrderRecord, now: datetime) -> str:
    """Why not, or nothing where it was done."""
    assert record.member is not None, "the caller has looked"
    try:
        referrals.join_by_order(record.member, row.code, record, now=now)
    except LoyaltyError as refusal:
        if refusal.code not in _FINAL:
            raise
        return refusal.message[:200]
    return ""
