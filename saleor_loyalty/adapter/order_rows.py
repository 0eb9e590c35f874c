"""What Saleor has written about some orders, in the same number of queries for any number."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Max, QuerySet
from saleor.account.models import User
from saleor.discount import DiscountType
from saleor.discount.models import OrderLineDiscount, VoucherCode
from saleor.order import FulfillmentStatus, OrderEvents, OrderStatus
from saleor.order.models import (
    Fulfillment,
    FulfillmentLine,
    Order,
    OrderEvent,
    OrderGrantedRefund,
    OrderGrantedRefundLine,
    OrderLine,
)
from saleor.payment import TransactionEventType, TransactionKind
from saleor.payment.models import Payment, Transaction, TransactionEvent, TransactionItem

from .coupon_codes import is_ours

K = TypeVar("K", bound=Hashable)
# "transaction" or "payment", and its id.
Source = tuple[str, int]

# From 3.23 on customers have a type.
_CUSTOMER = "user__customer_type" if hasattr(User, "customer_type") else "user"
_REFUNDED = (FulfillmentStatus.REFUNDED, FulfillmentStatus.REFUNDED_AND_RETURNED)
# Money that came in on a payment of the old kind.
_CHARGES = (TransactionKind.CAPTURE, TransactionKind.CONFIRM, TransactionKind.EXTERNAL)


@dataclass(slots=True)
class OrderRows:
    """Everything by order id, but where the name says otherwise."""

    orders: list[Order]
    lines: dict[UUID, list[OrderLine]]
    # Ids of lines that got a price of a promotion of the catalogue's.
    on_sale: set[UUID]
    transactions: dict[UUID, list[TransactionItem]]
    # By transaction item or payment: when how much came in.
    charges: dict[Source, list[tuple[datetime, Decimal]]]
    # By transaction item or payment: what went back without being called a refund there.
    taken_back: dict[Source, Decimal]
    payments: dict[UUID, list[Payment]]
    fulfillments: dict[UUID, list[Fulfillment]]
    fulfilled_at: dict[UUID, datetime]
    # By fulfilment and by granted refund: order line and quantity.
    fulfilled_lines: dict[int, list[tuple[UUID, int]]]
    granted: dict[UUID, list[OrderGrantedRefund]]
    granted_lines: dict[int, list[tuple[UUID, int]]]
    # Legacy gift cards took their part off the order's total.
    with_gift_cards: set[UUID]
    # By lower-case e-mail of a guest order: the customer who has proven that it is theirs.
    confirmed: dict[str, int]
    # Of coupons of ours; Saleor gives some back, to be used again.
    used_codes: set[str]


def read_rows(ids: Sequence[UUID]) -> OrderRows:
    orders = list(
        Order.objects.filter(pk__in=ids)
        .exclude(status=OrderStatus.DRAFT)
        .select_related("channel", "shipping_address", "billing_address", _CUSTOMER)
        .defer("search_document", "search_vector")
    )
    lines = list(
        OrderLine.objects.filter(order_id__in=ids).select_related("variant__product").order_by("pk")
    )
    transactions = list(TransactionItem.objects.filter(order_id__in=ids).order_by("pk"))
    payments = list(Payment.objects.filter(order_id__in=ids).order_by("pk"))
    fulfillments = list(Fulfillment.objects.filter(order_id__in=ids, status__in=_REFUNDED))
    granted = list(OrderGrantedRefund.objects.filter(order_id__in=ids).order_by("created_at", "pk"))
    charges, taken_back = _money(transactions, payments)
    return OrderRows(
        orders=orders,
        lines=_by_order(lines),
        on_sale=_on_sale(ids),
        transactions=_by_order(transactions),
        charges=charges,
        taken_back=taken_back,
        payments=_by_order(payments),
        fulfillments=_by_order(fulfillments),
        fulfilled_at=_fulfilled_at(ids),
        fulfilled_lines=_pieces(
            FulfillmentLine.objects.filter(fulfillment__in=fulfillments), "fulfillment_id"
        ),
        granted=_by_order(granted),
        granted_lines=_pieces(
            OrderGrantedRefundLine.objects.filter(granted_refund__in=granted), "granted_refund_id"
        ),
        with_gift_cards=set(
            Order.gift_cards.through.objects.filter(order_id__in=ids).values_list(
                "order_id", flat=True
            )
        ),
        confirmed=_confirmed(orders),
        used_codes=_used_codes(orders),
    )


def _by_order(rows: Iterable[Any]) -> dict[UUID, list[Any]]:
    return _grouped((row.order_id, row) for row in rows)


def _grouped(pairs: Iterable[tuple[K, Any]]) -> dict[K, list[Any]]:
    groups: dict[K, list[Any]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return groups


def _on_sale(ids: Sequence[UUID]) -> set[UUID]:
    rows = OrderLineDiscount.objects.filter(line__order_id__in=ids, type=DiscountType.PROMOTION)
    return set(rows.values_list("line_id", flat=True))


def _pieces(rows: "QuerySet[Any]", owner: str) -> dict[int, list[tuple[UUID, int]]]:
    return _grouped(
        (key, (line, quantity))
        for key, line, quantity in rows.values_list(owner, "order_line_id", "quantity")
    )


def _money(
    transactions: list[TransactionItem], payments: list[Payment]
) -> tuple[dict[Source, list[tuple[datetime, Decimal]]], dict[Source, Decimal]]:
    charges: dict[Source, list[tuple[datetime, Decimal]]] = defaultdict(list)
    taken_back: dict[Source, Decimal] = defaultdict(Decimal)
    events = TransactionEvent.objects.filter(
        transaction__in=transactions,
        include_in_calculations=True,
        type__in=(TransactionEventType.CHARGE_SUCCESS, TransactionEventType.CHARGE_BACK),
    )
    for item, kind, amount, at in events.values_list(
        "transaction_id", "type", "amount_value", "created_at"
    ):
        if kind == TransactionEventType.CHARGE_SUCCESS:
            charges["transaction", item].append((at, amount))
        else:
            taken_back["transaction", item] += amount
    for payment, kind, amount, at in Transaction.objects.filter(
        payment__in=payments, is_success=True, kind__in=(*_CHARGES, TransactionKind.REFUND)
    ).values_list("payment_id", "kind", "amount", "created_at"):
        if kind == TransactionKind.REFUND:
            taken_back["payment", payment] += amount
        else:
            charges["payment", payment].append((at, amount))
    return charges, taken_back


def _fulfilled_at(ids: Sequence[UUID]) -> dict[UUID, datetime]:
    """When something of the order was last handed over; approval counts, not packing."""
    events = (
        OrderEvent.objects.filter(order_id__in=ids, type=OrderEvents.FULFILLMENT_FULFILLED_ITEMS)
        .order_by()
        .values_list("order_id")
        .annotate(at=Max("date"))
    )
    return dict(events)


def _confirmed(orders: list[Order]) -> dict[str, int]:
    emails = {order.user_email.lower() for order in orders if order.user_id is None}
    emails.discard("")
    if not emails:
        return {}
    return dict(
        User.objects.filter(email__in=emails, is_active=True, is_confirmed=True).values_list(
            "email", "pk"
        )
    )


def _used_codes(orders: list[Order]) -> set[str]:
    codes = {order.voucher_code for order in orders if order.voucher_code}
    if not codes:
        return set()
    used = VoucherCode.objects.filter(code__in=codes, is_active=False).select_related("voucher")
    return {code.code for code in used if is_ours(code.voucher)}
