"""Memberships as members and staff handle them: a trial, cancelling, giving and ending."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, OuterRef, Q, Subquery, Sum

from .. import conf
from ..errors import N_, Code, LoyaltyError
from ..features.members.models import Member
from ..features.memberships.config import Term
from ..features.memberships.models import Membership, MembershipPurchase, MembershipSaving
from .membership_spans import Pair, lock_members, shop_zone, tell, work_out
from .membership_terms import Plans, PlanTerms
from .points import checked_reason


def running(now: datetime) -> Q:
    """Memberships that cover this moment."""
    return Q(starts_at__lte=now) & (Q(ends_at__isnull=True) | Q(ends_at__gt=now))


def memberships_of_many(member_ids: Iterable[int]) -> dict[int, list[Membership]]:
    """By member: those that cover or did cover some time, the one that lasts longest first."""
    found = Membership.objects.filter(member__in=list(member_ids)).exclude(ends_at=F("starts_at"))
    by_member: dict[int, list[Membership]] = {}
    for one in found.select_related("plan").order_by(F("ends_at").desc(nulls_first=True), "pk"):
        by_member.setdefault(one.member_id, []).append(one)
    return by_member


def trials_among(memberships: Sequence[Membership]) -> set[int]:
    """The ids of those that a trial has brought so far, and nothing else that still counts."""
    bought = MembershipPurchase.objects.filter(
        _of(memberships), refunded_quantity__lt=F("quantity")
    ).values_list("member_id", "plan_id", "trial")
    found = set(bought.distinct())
    return {
        one.pk
        for one in memberships
        if (*_pair(one), True) in found and (*_pair(one), False) not in found
    }


@transaction.atomic
def begin_trial(member: Member, plan_slug: str, *, now: datetime) -> Membership:
    """Once a member and plan, for those who never had it.

    Raises NOT_FOUND for a plan that is not on sale, INVALID for one without trial, LIMIT_EXCEEDED
    for a member who had it before, MEMBER_CLOSED.
    """
    _check_open(member)
    plan = _plan(plan_slug, on_sale=True)
    days = plan.config.trial_days
    if days is None:
        raise LoyaltyError(
            Code.INVALID, N_("This membership cannot be tried for free."), field="planId"
        )
    lock_members([member.pk])
    if MembershipPurchase.objects.filter(member=member, plan=plan.plan_id).exists():
        raise LoyaltyError(
            Code.LIMIT_EXCEEDED, N_("You have had this membership before."), field="planId"
        )
    MembershipPurchase.objects.create(
        source=f"trial:{member.pk}/{plan.slug}",
        plan_id=plan.plan_id,
        member=member,
        trial=True,
        days=days,
        paid_at=now,
    )
    return _worked_out(member, plan, now)


@transaction.atomic
def cancel(membership: Membership, *, now: datetime) -> Membership:
    """The member wants no reminders any more; what is paid runs on to its end.

    Again changes nothing. Raises INVALID where it is over.
    """
    return _set_cancelled(membership, now, now=now)


@transaction.atomic
def resume(membership: Membership, *, now: datetime) -> Membership:
    """Takes cancelling back. Raises INVALID where it is over."""
    return _set_cancelled(membership, None, now=now)


@transaction.atomic
def give(
    member: Member,
    plan_slug: str,
    term: Term,
    *,
    reason: str,
    source: str,
    actor: str,
    now: datetime,
) -> Membership:
    """Staff give or prolong a membership; `source` names the gift, so that it is given once.

    Raises NOT_FOUND, REQUIRED without a reason, SOURCE_KEY_CONFLICT, MEMBER_CLOSED.
    """
    _check_open(member)
    plan = _plan(plan_slug)
    wanted = MembershipPurchase(
        source=source,
        plan_id=plan.plan_id,
        member=member,
        months=term.months,
        days=term.days,
        reason=checked_reason(reason),
        actor=actor,
        paid_at=now,
    )
    lock_members([member.pk])
    known = MembershipPurchase.objects.filter(source=source).first()
    if known is None:
        wanted.save()
    elif _what(known) != _what(wanted):
        raise LoyaltyError(
            Code.SOURCE_KEY_CONFLICT,
            N_("This key was used before, for something else."),
            field="sourceKey",
        )
    return _worked_out(member, plan, now)


@transaction.atomic
def end(membership: Membership, *, reason: str, actor: str, now: datetime) -> Membership:
    """Staff end it now, whatever was paid: money that is to go back is refunded in the shop.

    Raises REQUIRED without a reason, INVALID where it is over.
    """
    reason = checked_reason(reason)
    lock_members([membership.member_id])
    membership = _running(membership, now)
    bought = MembershipPurchase.objects.filter(
        member=membership.member_id, plan=membership.plan_id, ended_at=None
    )
    bought.update(ended_at=now, ended_reason=reason, ended_by=actor)
    work_out([(membership.member_id, membership.plan_id)], zone=shop_zone(now=now))
    return _again(membership)


@dataclass(frozen=True, slots=True)
class Saved:
    """Since the membership began without a gap, in minor units of `currency`."""

    currency: str
    saved: int
    fee: int


def savings_of(memberships: Sequence[Membership]) -> dict[int, list[Saved]]:
    """By the membership's id: what it saved against what it cost, by currency."""
    savings = MembershipSaving.objects.filter(_of(memberships), at__gte=_BEGUN)
    bought = MembershipPurchase.objects.filter(_of(memberships), paid_at__gte=_BEGUN)
    saved = _sums(savings.values_list(*_KEY).annotate(sum=Sum("amount")))
    left = Sum(F("fee") - F("refunded_amount"))
    fees = _sums(bought.exclude(currency="").values_list(*_KEY).annotate(sum=left))
    return {
        one.pk: _beside(saved.get(_pair(one), {}), fees.get(_pair(one), {})) for one in memberships
    }


def _beside(saved: dict[str, int], fees: dict[str, int]) -> list[Saved]:
    return [
        Saved(currency, saved.get(currency, 0), fees.get(currency, 0))
        for currency in sorted({*saved, *fees})
        if saved.get(currency) or fees.get(currency)
    ]


_KEY = ("member_id", "plan_id", "currency")
# Of the membership that a row of savings or purchases belongs to.
_BEGUN = Subquery(
    Membership.objects.filter(member=OuterRef("member"), plan=OuterRef("plan")).values("starts_at")
)


def _sums(found: Iterable[tuple[int, int, str, int]]) -> dict[Pair, dict[str, int]]:
    sums: dict[Pair, dict[str, int]] = {}
    for member_id, plan_id, currency, amount in found:
        sums.setdefault((member_id, plan_id), {})[currency] = amount
    return sums


def _of(memberships: Sequence[Membership]) -> Q:
    return Q(
        member__in={one.member_id for one in memberships},
        plan__in={one.plan_id for one in memberships},
    )


def _pair(membership: Membership) -> Pair:
    return membership.member_id, membership.plan_id


def tell_of_ends(*, now: datetime) -> int:
    """Whoever's membership has ended by time alone has other prices; each end is told once."""
    since = now - timedelta(days=conf.keep_done_days())
    over = Membership.objects.filter(ends_at__gt=since, ends_at__lte=now)
    found = list(over.values_list("public_id", "ends_at", "member_id"))
    for public_id, ends_at, member_id in found:
        assert ends_at is not None, "filtered above"
        tell([member_id], f"membership-over:{public_id}/{ends_at.isoformat()}")
    return len(found)


def merge(source_id: int, target_id: int, *, now: datetime) -> None:
    """What one person bought under two accounts covers them under one. Inside a transaction."""
    lock_members([source_id, target_id])
    mine = MembershipPurchase.objects.filter(member=source_id)
    plans = set(mine.values_list("plan_id", flat=True))
    mine.update(member=target_id)
    MembershipSaving.objects.filter(member=source_id).update(member=target_id)
    kept = Membership.objects.filter(member=target_id).values("plan")
    Membership.objects.filter(member=source_id).exclude(plan__in=kept).update(member=target_id)
    # What is left behind covers nothing.
    Membership.objects.filter(member=source_id).update(ends_at=F("starts_at"))
    work_out([(target_id, plan) for plan in plans], zone=shop_zone(now=now))
    if plans:
        tell([target_id])


def _check_open(member: Member) -> None:
    if member.merged_into_id is not None:
        raise LoyaltyError(Code.MEMBER_CLOSED, N_("This member was merged into another."))


def _plan(slug: str, *, on_sale: bool = False) -> PlanTerms:
    plan = Plans.load().by_slug.get(slug)
    if plan is None or (on_sale and not plan.active):
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such membership."), field="planId")
    return plan


def _what(purchase: MembershipPurchase) -> tuple[object, ...]:
    return purchase.member_id, purchase.plan_id, purchase.months, purchase.days, purchase.reason


def _worked_out(member: Member, plan: PlanTerms, now: datetime) -> Membership:
    work_out([(member.pk, plan.plan_id)], zone=shop_zone(now=now))
    return Membership.objects.select_related("plan").get(member=member, plan=plan.plan_id)


def _set_cancelled(
    membership: Membership, cancelled_at: datetime | None, *, now: datetime
) -> Membership:
    lock_members([membership.member_id])
    membership = _running(membership, now)
    if (membership.cancelled_at is None) != (cancelled_at is None):
        membership.cancelled_at = cancelled_at
        membership.save(update_fields=["cancelled_at"])
    return membership


def _running(membership: Membership, now: datetime) -> Membership:
    found = Membership.objects.select_related("plan").filter(running(now), pk=membership.pk)
    membership_now = found.first()
    if membership_now is None:
        raise LoyaltyError(Code.INVALID, N_("This membership is over."), field="id")
    return membership_now


def _again(membership: Membership) -> Membership:
    return Membership.objects.select_related("plan").get(pk=membership.pk)
