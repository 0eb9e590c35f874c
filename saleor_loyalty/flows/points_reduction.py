"""Points that make a checkout cheaper: set aside and taken off the lines, both or neither.

Locks are taken in one order everywhere: the checkout's subject, the reduction's row, then the
host's rows, then the account.
"""

import logging
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.db import DatabaseError, transaction

from ..errors import N_, Code, LoyaltyError
from ..events.host import CheckoutLine, HostCheckout, host
from ..features.members.models import Member
from ..features.spending.models import PointsReduction, ReductionStatus
from ..features.spending.reduction import Chosen, Ended, obstacle, spread
from ..features.spending.rules import points_and_worth
from ..ledger import post, read
from ..ledger.accounts import account_id
from ..values.points import Unit
from .locks import lock_subjects
from .quote import goods_of, held_for, member_of_checkout, reduction_limits, reduction_of
from .terms import Catalogue, Terms

logger = logging.getLogger(__name__)

_NO_CHECKOUT = N_("There is no such checkout.")


@transaction.atomic
def apply(user_id: int, checkout_id: str, points: int, *, now: datetime) -> PointsReduction:
    """Takes what `points` are worth off the lines of the customer's checkout and sets them aside.

    What was chosen for it before is replaced; the same again changes nothing. Points that would
    buy no further minor unit are not taken. Raises NOT_FOUND for a checkout that is not theirs,
    FORBIDDEN, PROGRAMME_NOT_ACTIVE, INVALID where points are a payment, CURRENCY_NOT_SUPPORTED,
    NOT_ENOUGH_POINTS, BELOW_MINIMUM, NOT_A_MULTIPLE, LIMIT_EXCEEDED, BUSY.
    """
    lock_subjects([f"checkout:{checkout_id}"])
    before = _held(checkout_id)
    checkout = _checkout_of(user_id, checkout_id)
    member = member_of_checkout(checkout)
    terms = Catalogue.load().in_force(checkout.channel, now)
    if held_for(checkout_id):
        raise LoyaltyError(
            Code.INVALID,
            N_("Points pay for this checkout already: take them off first."),
            field="points",
        )
    available = read.balance(member.pk, Unit.POINTS, now=now).available
    if before is not None and before.member_id == member.pk:
        available += before.points
    allowed = reduction_limits(checkout, terms, available)
    taken, worth = points_and_worth(points, allowed, available=available)
    assert terms is not None, "limits without terms allow nothing"
    if before is not None:
        if _is_same(before, taken, worth, checkout):
            return before
        _give_back(before, Ended.REPLACED, now)
    reduction = _create(member, checkout, taken, worth, terms, now)
    off = host().reduce(checkout_id)
    if off is None:
        raise LoyaltyError(Code.NOT_FOUND, _NO_CHECKOUT, field="checkoutId")
    if off != worth:
        # Its lines were changed at the same moment: no points without their discount.
        raise LoyaltyError(
            Code.BUSY, N_("The checkout has just changed. Please try again."), field="checkoutId"
        )
    return reduction


@transaction.atomic
def release(token: UUID, because: Ended, *, now: datetime) -> bool:
    """Gives the points back and puts the prices up again, both or neither.

    True where the points are with the member (again); False where an order was made with them.
    Raises NOT_FOUND for an unknown token, BUSY while the checkout is being completed.
    """
    reduction = PointsReduction.objects.select_for_update().filter(token=token).first()
    if reduction is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such reduction."))
    if reduction.status != ReductionStatus.HELD:
        return reduction.status == ReductionStatus.RELEASED
    try:
        # The shop looks at the row: so it says first that the points are gone.
        with transaction.atomic():
            _end(reduction, because)
            if host().reduce(reduction.checkout_id) is None:
                raise _OrderedError
    except _OrderedError:
        return False
    give_up_hold(reduction, because, now)
    return True


def release_checkout(checkout_id: str, because: Ended, *, now: datetime) -> int:
    """Takes points off a checkout's prices; returns how many points went back."""
    reduction = reduction_of(checkout_id)
    if reduction is None or not release(reduction.token, because, now=now):
        return 0
    return reduction.points


def review_checkout(checkout_id: str, *, now: datetime) -> None:
    """Gives points back where they cannot stay on the checkout as it is now."""
    reduction = reduction_of(checkout_id)
    if reduction is None:
        return
    checkout = host().checkout(checkout_id)
    because = Ended.GONE if checkout is None else obstacle(chosen(reduction), goods_of(checkout))
    if because is not None:
        release(reduction.token, because, now=now)


def release_due(*, now: datetime, limit: int) -> int:
    """Ends the reductions whose time is over; returns how many it could end."""
    due = PointsReduction.objects.filter(status=ReductionStatus.HELD, hold__expires_at__lte=now)
    ended = 0
    for token in due.order_by("hold__expires_at").values_list("token", flat=True)[:limit]:
        try:
            # What an order was made with waits for the order's own fact.
            ended += release(token, Ended.TIME, now=now)
        except (DatabaseError, LoyaltyError):
            logger.warning("reduction %s could not be ended", token, exc_info=True)
    return ended


def with_points_off(checkout: HostCheckout) -> HostCheckout:
    """The checkout at the prices it has with what is set aside for it; none where it cannot stay.

    For hosts that work prices out whenever they are asked.
    """
    goods = goods_of(checkout)
    reduction = reduction_of(checkout.checkout_id) if goods.prices else None
    if reduction is None or obstacle(chosen(reduction), goods) is not None:
        return checkout
    parts = iter(spread(reduction.amount, goods.prices))
    lines = tuple(_less(line, next(parts)) if line.reducible else line for line in checkout.lines)
    return replace(checkout, lines=lines, total_gross=checkout.total_gross - reduction.amount)


def chosen(reduction: PointsReduction) -> Chosen:
    return Chosen(
        user_id=reduction.member.user_id,
        amount=reduction.amount,
        currency=reduction.currency,
        max_share=reduction.max_share,
        voucher=reduction.voucher,
    )


def give_up_hold(reduction: PointsReduction, because: Ended, now: datetime) -> None:
    """The points alone: the row and the prices say so already."""
    post.release(
        reduction.hold_id,
        source=f"reduction:{reduction.token}/release",
        now=now,
        data={"reason": "released", "why": because.value},
    )


def _less(line: CheckoutLine, amount: int) -> CheckoutLine:
    return replace(line, gross=line.gross - amount, net=line.net - amount, points_off=amount)


class _OrderedError(Exception):
    """Undoes what a release has written so far."""


def _end(reduction: PointsReduction, because: Ended) -> None:
    PointsReduction.objects.filter(pk=reduction.pk).update(
        status=ReductionStatus.RELEASED, ended_because=because.value
    )


def _give_back(reduction: PointsReduction, because: Ended, now: datetime) -> None:
    """Others follow at once: the prices are put right with them."""
    _end(reduction, because)
    give_up_hold(reduction, because, now)


def _held(checkout_id: str) -> PointsReduction | None:
    rows = PointsReduction.objects.filter(checkout_id=checkout_id, status=ReductionStatus.HELD)
    return rows.select_for_update(of=("self",)).select_related("member").first()


def _checkout_of(user_id: int, checkout_id: str) -> HostCheckout:
    checkout = host().checkout(checkout_id)
    if checkout is None or checkout.user_id != user_id:
        raise LoyaltyError(Code.NOT_FOUND, _NO_CHECKOUT, field="checkoutId")
    return checkout


def _is_same(before: PointsReduction, points: int, worth: int, checkout: HostCheckout) -> bool:
    there = sum(line.points_off for line in checkout.lines)
    return (
        (before.points, before.amount) == (points, worth)
        and there == worth
        and obstacle(chosen(before), goods_of(checkout)) is None
    )


def _create(
    member: Member, checkout: HostCheckout, points: int, worth: int, terms: Terms, now: datetime
) -> PointsReduction:
    token = uuid4()
    spending = terms.config.spending
    held = post.hold(
        account_id(member.pk, Unit.POINTS),
        points,
        source=f"reduction:{token}/hold",
        subject=f"checkout:{checkout.checkout_id}",
        expires_at=now + timedelta(minutes=spending.hold_minutes),
        now=now,
        data={"reason": "checkout"},
    )
    return PointsReduction.objects.create(
        token=token,
        hold_id=held.id,
        member=member,
        programme_version_id=terms.version_id,
        checkout_id=checkout.checkout_id,
        points=points,
        amount=worth,
        currency=checkout.currency,
        max_share=spending.max_share,
        voucher=checkout.voucher,
    )
