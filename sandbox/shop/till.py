"""Selling, sending and refunding. Each step tells the plugin by a fact, as a hook would.

Money in US cents. Raises TillError for what this shop does not do.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Sum

from saleor_loyalty.events import inbox
from saleor_loyalty.events.facts import OrderFact, OrderLine
from saleor_loyalty.events.host import CheckoutLine, HostCheckout
from saleor_loyalty.features.spending.models import PointsPayment
from saleor_loyalty.flows import points_at_checkout
from saleor_loyalty.flows.points_reduction import with_points_off
from saleor_loyalty.flows.quote import reduction_of
from saleor_loyalty.values.money import Money
from sandbox.shop.models import Checkout, Order, Payment
from sandbox.shop.products import PRODUCTS, categories_of

CHANNEL, CURRENCY = "records", "USD"
_FIRST_NUMBER = 100_001


class TillError(Exception):
    """What the caller asked for cannot be done; nothing was changed."""


def open_checkout(user: User, quantities: Mapping[str, int]) -> Checkout:
    """A basket of products by their slugs."""
    for slug, quantity in quantities.items():
        if slug not in PRODUCTS:
            raise TillError(f"There is no product {slug!r}; there are {', '.join(PRODUCTS)}.")
        if not isinstance(quantity, int) or not 0 < quantity <= 100:
            raise TillError("A quantity is a whole number from 1 to 100.")
    if not quantities:
        raise TillError("A checkout needs at least one product.")
    return Checkout.objects.create(user_id=user.pk, lines=dict(quantities))


def as_host_checkout(checkout: Checkout) -> HostCheckout:
    lines = tuple(
        CheckoutLine(
            line_id=slug,
            quantity=quantity,
            gross=PRODUCTS[slug].price * quantity,
            net=PRODUCTS[slug].price * quantity,
            product_id=slug,
            variant_id=slug,
            category_ids=categories_of(PRODUCTS[slug]),
            collection_ids=PRODUCTS[slug].collections,
            reducible=PRODUCTS[slug].price * quantity,
        )
        for slug, quantity in checkout.lines.items()
    ) + tuple(
        CheckoutLine(
            line_id=mark,
            quantity=quantity,
            gross=unit * quantity,
            net=unit * quantity,
            product_id=slug,
            variant_id=slug,
            reward=mark,
        )
        for mark, (slug, quantity, unit) in checkout.rewards.items()
    )
    return with_points_off(
        HostCheckout(
            checkout_id=str(checkout.pk),
            channel=CHANNEL,
            currency=CURRENCY,
            user_id=checkout.user_id,
            lines=lines,
            shipping_gross=0,
            total_gross=sum(line.gross for line in lines),
        )
    )


@transaction.atomic
def pay_with_points(checkout_id: UUID, amount: int, *, token: UUID, now: datetime) -> PointsPayment:
    """Sets points aside for `amount` cents of a checkout. Raises LoyaltyError."""
    checkout = _open_and_locked(checkout_id)
    payment = points_at_checkout.hold(
        as_host_checkout(checkout), Money(amount, CURRENCY), token=token, now=now
    )
    Payment.objects.get_or_create(token=token, defaults={"checkout": checkout, "amount": amount})
    return payment


@transaction.atomic
def complete(checkout_id: UUID, *, now: datetime) -> Order:
    """The rest is paid by card, which always works here."""
    checkout = _open_and_locked(checkout_id)
    by_points = _paid_by_points(checkout)
    reduction = reduction_of(str(checkout.pk))
    order_id = uuid.uuid4()
    fact = OrderFact(
        order_id=str(order_id),
        number=str(_FIRST_NUMBER + Order.objects.count()),
        channel=CHANNEL,
        currency=CURRENCY,
        lines=tuple(_order_line(line) for line in as_host_checkout(checkout).lines),
        placed_at=now,
        paid_at=now,
        user_id=checkout.user_id,
        email=User.objects.get(pk=checkout.user_id).email,
        total_gross=as_host_checkout(checkout).total_gross,
        paid_by_points=by_points,
        checkout_id=str(checkout.pk),
        points_off_token=str(reduction.token) if reduction else "",
    )
    checkout.order_id = str(order_id)
    checkout.save()
    order = Order.objects.create(pk=order_id, user_id=checkout.user_id, fact=fact.to_json())
    _tell(fact, now)
    return order


@transaction.atomic
def fulfil(order_id: UUID, *, now: datetime) -> OrderFact:
    """The parcel leaves."""
    order, fact = _locked(order_id)
    return save(order, replace(fact, fulfilled_at=fact.fulfilled_at or now), now)


@transaction.atomic
def refund(
    order_id: UUID, quantities: Mapping[str, int], *, to_points: int, reference: str, now: datetime
) -> OrderFact:
    """Takes pieces back: `to_points` cents of their price go back as points, the rest by card."""
    order, fact = _locked(order_id)
    lines = tuple(_take_back(line, quantities.get(line.line_id, 0)) for line in fact.lines)
    worth = sum(
        after.gross * (after.refunded_quantity - before.refunded_quantity) // after.quantity
        for before, after in zip(fact.lines, lines, strict=True)
    )
    if not 0 <= to_points <= worth:
        raise TillError(f"What comes back is worth {worth} cents; that much can be refunded.")
    if to_points:
        refund_points(fact, to_points, reference, now)
    total = fact.refunded_total + worth
    return save(
        order,
        replace(fact, lines=lines, refunded_total=total, fully_refunded=total == fact.total_gross),
        now,
    )


def _order_line(line: CheckoutLine) -> OrderLine:
    return OrderLine(
        line_id=line.line_id,
        quantity=line.quantity,
        gross=line.gross,
        net=line.net,
        product_id=line.product_id,
        variant_id=line.variant_id,
        category_ids=line.category_ids,
        collection_ids=line.collection_ids,
        product_name=PRODUCTS[line.product_id].name,
        reward=line.reward,
        points_off=line.points_off,
        points_off_pieces=line.quantity if line.points_off else 0,
    )


def _take_back(line: OrderLine, pieces: int) -> OrderLine:
    refunded = line.refunded_quantity + pieces
    if pieces < 0 or refunded > line.quantity:
        raise TillError(f"{line.quantity - line.refunded_quantity} of {line.line_id} can go back.")
    return replace(line, refunded_quantity=refunded)


def refund_points(fact: OrderFact, amount: int, reference: str, now: datetime) -> None:
    payments = Payment.objects.filter(checkout_id=fact.checkout_id, void=False)
    for payment in payments:
        if payment.amount - payment.refunded >= amount:
            inbox.record(
                inbox.NewFact(
                    "payment_refund",
                    f"order:{fact.order_id}",
                    occurred_at=now,
                    source=f"refund:{payment.token}/{reference}",
                    payload={
                        "token": str(payment.token),
                        "amount": amount,
                        "reference": reference,
                    },
                )
            )
            return
    raise TillError(f"No payment by points has {amount} cents left.")


def _paid_by_points(checkout: Checkout) -> int:
    return checkout.payments.filter(void=False).aggregate(sum=Sum("amount"))["sum"] or 0


def _open_and_locked(checkout_id: UUID) -> Checkout:
    checkout = Checkout.objects.select_for_update().filter(pk=checkout_id, order_id="").first()
    if checkout is None:
        raise TillError("There is no such open checkout.")
    return checkout


def _locked(order_id: UUID) -> tuple[Order, OrderFact]:
    order = Order.objects.select_for_update().filter(pk=order_id).first()
    if order is None:
        raise TillError("There is no such order.")
    return order, OrderFact.from_json(order.fact)


def save(order: Order, fact: OrderFact, now: datetime) -> OrderFact:
    order.fact = fact.to_json()
    order.save()
    _tell(fact, now)
    return fact


def _tell(fact: OrderFact, now: datetime) -> None:
    inbox.record(inbox.NewFact("order", f"order:{fact.order_id}", occurred_at=now))
