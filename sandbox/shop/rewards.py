"""What this shop makes of rewards: codes, gift cards, lines at a price of their own."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from saleor_loyalty.errors import N_, Code, LoyaltyError
from saleor_loyalty.events import host
from saleor_loyalty.events.facts import OrderFact
from sandbox.shop import till
from sandbox.shop.models import Checkout, Coupon, GiftCard, Order, Payment
from sandbox.shop.products import PRODUCTS


def make_coupon(user_id: int, coupon: host.Coupon, source: str) -> str:
    end = coupon.valid_until
    made, _ = Coupon.objects.get_or_create(
        source=source,
        defaults={
            "code": f"LUM-{secrets.token_hex(4).upper()}",
            "user_id": user_id,
            "amount": coupon.value,
            "currency": coupon.currency,
            "valid_until": end,
            "terms": {
                **asdict(coupon),
                "name": dict(coupon.name),
                "valid_until": end.isoformat() if end else None,
            },
        },
    )
    return made.code


@transaction.atomic
def withdraw_coupon(source: str) -> bool:
    made = Coupon.objects.select_for_update().filter(source=source).first()
    if made is None:
        return True
    if not made.used:
        made.active = False
        made.save()
    return not made.used


def make_gift_card(
    user_id: int, amount: int, currency: str, valid_until: datetime | None, source: str
) -> str:
    card, _ = GiftCard.objects.get_or_create(
        source=source,
        defaults={
            "code": f"CARD-{secrets.token_hex(4).upper()}",
            "user_id": user_id,
            "amount": amount,
            "balance": amount,
            "currency": currency,
            "valid_until": valid_until,
        },
    )
    return card.code


@transaction.atomic
def withdraw_gift_card(source: str) -> int | None:
    card = GiftCard.objects.select_for_update().filter(source=source).first()
    if card is None:
        return None
    if card.balance < card.amount:
        return 0
    taken, card.balance = card.balance, 0
    card.save()
    return taken


@transaction.atomic
def add_line(checkout_id: str, variant_id: str, quantity: int, unit_price: int, mark: str) -> str:
    checkout = _locked(checkout_id)
    if checkout is None or checkout.order_id:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such checkout."), field="checkoutId")
    if variant_id not in PRODUCTS:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such product."), field="variantId")
    checkout.rewards.setdefault(mark, [variant_id, quantity, unit_price])
    checkout.save()
    return mark


@transaction.atomic
def remove_line(checkout_id: str, mark: str) -> bool:
    checkout = _locked(checkout_id)
    if checkout is None or mark not in checkout.rewards:
        return True
    if checkout.order_id:
        return False
    del checkout.rewards[mark]
    checkout.save()
    return True


@transaction.atomic
def confirm(order_id: str) -> None:
    """Orders of this shop never wait."""
    if _order(order_id)[1].cancelled:
        raise LoyaltyError(Code.INVALID, N_("The order is cancelled."))


@transaction.atomic
def cancel(order_id: str) -> None:
    order, fact = _order(order_id)
    if fact.cancelled:
        return
    if fact.fulfilled_at is not None:
        raise LoyaltyError(Code.INVALID, N_("The parcel has left."))
    till.save(order, replace(fact, cancelled=True), timezone.now())


@transaction.atomic
def refund_all(order_id: str) -> bool:
    """The card terminal pays back at once."""
    order, fact = _order(order_id)
    if fact.paid_at is None or fact.fully_refunded:
        return False
    left = sum(one.amount - one.refunded for one in _payments(fact))
    if left:
        till.refund_points(fact, left, f"all/{order_id}", timezone.now())
    money = fact.total_gross - fact.paid_by_points
    refunded = replace(fact, refunded_total=money, fully_refunded=True)
    till.save(order, refunded, timezone.now())
    return True


def _payments(fact: OrderFact) -> Iterable[Payment]:
    """By points; there is one at most for an order of this shop."""
    return Payment.objects.filter(checkout_id=fact.checkout_id, void=False)


def _locked(checkout_id: str) -> Checkout | None:
    try:
        return Checkout.objects.select_for_update().filter(pk=checkout_id).first()
    except ValidationError:
        return None


def _order(order_id: str) -> tuple[Order, OrderFact]:
    try:
        order = Order.objects.select_for_update().filter(pk=UUID(order_id)).first()
    except ValueError:
        order = None
    if order is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such order."), field="orderId")
    return order, OrderFact.from_json(order.fact)
