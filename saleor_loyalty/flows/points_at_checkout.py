"""Points as money: set aside when chosen, spent when the order is made, given back otherwise.

Locks are taken in one order everywhere: the payment's row, then the host's rows, then the account.
"""

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db import DatabaseError, transaction

from ..errors import N_, Code, LoyaltyError
from ..events.facts import OrderFact
from ..events.host import HostCheckout, host
from ..features.orders.models import OrderRecord
from ..features.spending.config import PointsMode
from ..features.spending.models import PaymentStatus, PointsPayment
from ..features.spending.rules import points_for, refund_share
from ..ledger import post, read
from ..ledger.accounts import account_id
from ..ledger.models import Hold
from ..values.money import Money
from ..values.points import Unit
from .give_back import give_back
from .locks import lock_subjects
from .quote import held_for, limits_of, member_of_checkout, reduction_of
from .terms import Catalogue, Terms

logger = logging.getLogger(__name__)


@transaction.atomic
def hold(checkout: HostCheckout, amount: Money, *, token: UUID, now: datetime) -> PointsPayment:
    """Sets aside the points that pay `amount` of the checkout; `token` names the payment.

    The same token again gives the same payment. Raises FORBIDDEN, PROGRAMME_NOT_ACTIVE,
    INVALID where points reduce prices, CURRENCY_NOT_SUPPORTED, NOT_ENOUGH_POINTS, BELOW_MINIMUM,
    NOT_A_MULTIPLE, LIMIT_EXCEEDED, SOURCE_KEY_CONFLICT.
    """
    # Two choices for one checkout come one after the other, or both would meet the limit alone.
    lock_subjects([f"checkout:{checkout.checkout_id}"])
    known = PointsPayment.objects.filter(token=token).first()
    if known is not None:
        return _same(known, checkout, amount)
    if amount.currency != checkout.currency:
        raise LoyaltyError(
            Code.CURRENCY_NOT_SUPPORTED,
            N_("The checkout is in %(currency)s, not in %(other)s."),
            field="amount",
            currency=checkout.currency,
            other=amount.currency,
        )
    member = member_of_checkout(checkout)
    terms = Catalogue.load().in_force(checkout.channel, now)
    _refuse_where_prices_are_reduced(checkout, terms)
    available = read.balance(member.pk, Unit.POINTS, now=now).available
    allowed = limits_of(checkout, terms, available, held_for(checkout.checkout_id))
    points = points_for(amount.minor, allowed, available=available)
    assert terms is not None, "limits without terms allow nothing"
    held = post.hold(
        account_id(member.pk, Unit.POINTS),
        points,
        source=f"payment:{token}/hold",
        subject=f"checkout:{checkout.checkout_id}",
        expires_at=now + timedelta(minutes=terms.config.spending.hold_minutes),
        now=now,
        data={"reason": "checkout"},
    )
    return PointsPayment.objects.create(
        token=token,
        hold_id=held.id,
        member=member,
        programme_version_id=terms.version_id,
        checkout_id=checkout.checkout_id,
        points=points,
        amount=amount.minor,
        currency=amount.currency,
        checkout_total=checkout.total_gross,
    )


@transaction.atomic
def release(token: UUID, reason: str, *, now: datetime) -> bool:
    """Gives the points back and tells the host, both or neither.

    True where the points are with the member (again); False where the payment belongs to an
    order and stays. Raises NOT_FOUND for an unknown token.
    """
    payment = _locked(token)
    if payment.status != PaymentStatus.HELD:
        return payment.status == PaymentStatus.RELEASED
    if not host().release_payment(str(token), reason):
        return False
    post.release(
        payment.hold_id,
        source=f"payment:{token}/release",
        now=now,
        data={"reason": "released", "why": reason},
    )
    payment.status = PaymentStatus.RELEASED
    payment.save(update_fields=["status"])
    return True


@transaction.atomic(savepoint=False)
def capture_for_orders(orders: Iterable[OrderFact], *, now: datetime) -> None:
    """The orders are made: what was set aside for their checkouts is spent."""
    by_checkout = {order.checkout_id: order for order in orders if order.checkout_id}
    held = PointsPayment.objects.filter(
        checkout_id__in=list(by_checkout), status=PaymentStatus.HELD
    )
    for payment in held.order_by("pk").select_for_update():
        order = by_checkout[payment.checkout_id]
        _capture(payment, order.order_id, order.number, now)


@transaction.atomic
def capture(token: UUID, *, order_id: str, now: datetime) -> PointsPayment:
    """Spends what was set aside. Once spent, the same again changes nothing.

    Raises NOT_FOUND, and HOLD_NOT_OPEN where the points were given back meanwhile.
    """
    payment = _locked(token)
    if payment.status != PaymentStatus.CAPTURED:
        payment.order_id = order_id
        _capture(payment, order_id, _number_of(payment), now)
    return payment


@transaction.atomic
def refund(token: UUID, amount_minor: int, *, reference: str, now: datetime) -> PointsPayment:
    """Puts the points of a refunded part back into their lots and tells the host.

    `reference` names the refund: the same one again changes nothing. Raises NOT_FOUND, INVALID
    for more than is left of the payment, HOLD_NOT_OPEN where it was given back before.
    """
    payment = _locked(token)
    if payment.refunds.filter(reference=reference).exists():
        return payment
    if payment.status == PaymentStatus.HELD:
        _capture(payment, payment.order_id, _number_of(payment), now)
    refunded = payment.refunded_amount + amount_minor
    if amount_minor <= 0 or refunded > payment.amount:
        left = payment.amount - payment.refunded_amount
        raise LoyaltyError(
            Code.INVALID,
            N_("Of this payment %(left)s minor units are left to refund."),
            field="amount",
            left=left,
        )
    owed = refund_share(payment.points, payment.amount, refunded)
    points = owed - payment.refunded_points
    host().refund_payment(str(token), amount_minor, reference)
    if points:
        _restore(payment, points, reference, now)
    payment.refunds.create(reference=reference, amount=amount_minor, points=points)
    payment.refunded_amount = refunded
    payment.refunded_points = owed
    payment.save(update_fields=["refunded_amount", "refunded_points"])
    return payment


def review_checkout(checkout_id: str, *, now: datetime) -> None:
    """Gives points back where the checkout is not the one they were chosen for any more."""
    held = held_for(checkout_id)
    if not held:
        return
    checkout = host().checkout(checkout_id)
    for payment in held:
        if checkout is None:
            _end(payment, "checkout gone", now)
        elif _changed(payment, checkout):
            _end(payment, "checkout changed", now)


def release_due(*, now: datetime, limit: int) -> int:
    """Ends the holds whose time is over; returns how many it could end."""
    due = PointsPayment.objects.filter(status=PaymentStatus.HELD, hold__expires_at__lte=now)
    ended = 0
    for payment in due.select_related("member").order_by("hold__expires_at")[:limit]:
        try:
            _end(payment, "time limit", now)
        except (DatabaseError, LoyaltyError):
            # Its checkout is being completed right now, say: the next run looks again.
            logger.warning("payment %s could not be ended", payment.token, exc_info=True)
        else:
            ended += 1
    return ended


def release_checkout(checkout_id: str, reason: str, *, now: datetime) -> int:
    """Takes points off a checkout; returns how many points went back."""
    return sum(
        payment.points
        for payment in held_for(checkout_id)
        if release(payment.token, reason, now=now)
    )


def _refuse_where_prices_are_reduced(checkout: HostCheckout, terms: Terms | None) -> None:
    """One way for a checkout, also where the merchant has changed it meanwhile."""
    if reduction_of(checkout.checkout_id) is not None:
        text = N_("Points make this checkout cheaper already: take them off first.")
        raise LoyaltyError(Code.INVALID, text, field="amount")
    mode = terms.config.spending.mode_in(checkout.channel) if terms else PointsMode.PAYMENT
    if mode is PointsMode.PRICE_REDUCTION:
        text = N_("Points make prices lower here: they are no payment.")
        raise LoyaltyError(Code.INVALID, text, field="amount")


def _end(payment: PointsPayment, reason: str, now: datetime) -> None:
    """What belongs to an order by now is spent instead, should the order's own fact be late."""
    with transaction.atomic():
        if not release(payment.token, reason, now=now):
            capture(payment.token, order_id=payment.order_id, now=now)


def _changed(payment: PointsPayment, checkout: HostCheckout) -> bool:
    return (
        checkout.total_gross != payment.checkout_total
        or checkout.currency != payment.currency
        or checkout.user_id != payment.member.user_id
    )


def _same(payment: PointsPayment, checkout: HostCheckout, amount: Money) -> PointsPayment:
    asked = (checkout.checkout_id, amount.minor, amount.currency)
    if asked != (payment.checkout_id, payment.amount, payment.currency):
        raise LoyaltyError(
            Code.SOURCE_KEY_CONFLICT, N_("This payment exists already, for something else.")
        )
    return payment


def _locked(token: UUID) -> PointsPayment:
    payment = (
        PointsPayment.objects.select_related("hold", "member")
        .select_for_update(of=("self",))
        .filter(token=token)
        .first()
    )
    if payment is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such payment."))
    return payment


def _capture(payment: PointsPayment, order_id: str, number: str, now: datetime) -> None:
    post.capture(
        payment.hold_id,
        payment.points,
        source=f"payment:{payment.token}/capture",
        now=now,
        data={"reason": "order_paid_with_points", "order": number},
    )
    payment.status = PaymentStatus.CAPTURED
    payment.order_id = order_id
    payment.save(update_fields=["status", "order_id"])


def _number_of(payment: PointsPayment) -> str:
    """What people call the order, once it is known here."""
    numbers = OrderRecord.objects.filter(order_id=payment.order_id).values_list("number", flat=True)
    return numbers.first() or ""


def _restore(payment: PointsPayment, points: int, reference: str, now: datetime) -> None:
    hold = Hold.objects.get(pk=payment.hold_id)
    assert hold.capture_seq is not None, "a captured payment has its capture"
    give_back(
        hold.account_id,
        hold.capture_seq,
        points,
        source=f"payment:{payment.token}/refund/{reference}",
        data={"reason": "payment_refunded", "order": _number_of(payment)},
        now=now,
        terms=Catalogue.load().version(payment.programme_version_id),
    )
