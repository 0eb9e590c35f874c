"""One person's two accounts: friends of both are theirs, and nobody was brought by themselves."""

from datetime import datetime

from django.db.models import Q

from ..events.outbox import NewEffect, emit
from ..features.referrals.models import (
    Referral,
    ReferralCheckout,
    ReferralCode,
    ReferralGift,
    ReferralState,
)
from . import referral_orders, traces
from .referral_steps import SELF, TWICE


def merge(source: int, target: int, *, now: datetime) -> None:
    """Inside the transaction that merges them. What is to be taken back, and who waited for an
    account, is done by the outbox: other members' accounts are touched there.
    """
    traces.move(source, target)
    if not ReferralCode.objects.filter(member=target).exists():
        ReferralCode.objects.filter(member=source).update(member=target)
    _end(Q(referrer=source, friend=target) | Q(referrer=target, friend=source), SELF, now)
    Referral.objects.filter(referrer=source).exclude(friend=target).update(referrer=target)
    if Referral.objects.filter(friend=target).exists():
        # Who was brought twice was brought by whom the account they keep says.
        _end(Q(friend=source), TWICE, now)
    else:
        Referral.objects.filter(friend=source).exclude(referrer=target).update(friend=target)
    _move_gifts(source, target)
    _tell(source, target)


def _end(which: Q, reason: str, now: datetime) -> None:
    going_on = Referral.objects.filter(which).exclude(state=ReferralState.REFUSED)
    ended = list(going_on.order_by("pk"))
    going_on.update(state=ReferralState.REFUSED, reason=reason, counted=False, decided_at=now)
    emit(_effect(one, f"{reason}:{one.pk}") for one in ended)


def _move_gifts(source: int, target: int) -> None:
    """A milestone that both have reached stays with each."""
    reached = ReferralGift.objects.filter(member=target, role__startswith="milestone:")
    theirs = ReferralGift.objects.filter(member=source)
    theirs.exclude(role__in=list(reached.values_list("role", flat=True))).update(member=target)


def _tell(source: int, target: int) -> None:
    """Orders have moved, and who was a guest may have an account now."""
    emit(
        _effect(one, f"merged:{source}")
        for one in Referral.objects.filter(friend=target).exclude(state=ReferralState.REFUSED)
    )
    waiting = ReferralCheckout.objects.filter(member=source)
    waiting.update(member=target)
    moved = ReferralCheckout.objects.filter(member=target, settled_at=None)
    emit(
        NewEffect(
            kind=referral_orders.KIND,
            subject=f"checkout:{checkout_id}",
            source=f"referral/checkout:{checkout_id}/merged:{source}",
            payload={"checkout": checkout_id},
        )
        for checkout_id in moved.values_list("checkout_id", flat=True)
    )


def _effect(referral: Referral, why: str) -> NewEffect:
    return NewEffect(
        kind=referral_orders.KIND,
        subject=f"referral:{referral.public_id}",
        source=f"referral:{referral.public_id}/{why}",
        payload={"referral": referral.pk},
    )
