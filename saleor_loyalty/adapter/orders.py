"""Saleor's orders as facts."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from saleor.order import OrderGrantedRefundStatus, OrderOrigin, OrderStatus

from ..events.facts import OrderFact, OrderLine
from . import order_refunds
from .amounts import to_minor
from .categories import category_paths, collections_of
from .fingerprint import fingerprints
from .gift_cards import GIFT_CARD_GATEWAY
from .ids import IDENTIFIER, global_id
from .likeness import address_digests, phone_digests
from .line_marks import FreeShippingMark, PointsMark, is_on_sale, saved_on
from .order_refunds import Claim, Means, Paid, Piece
from .order_rows import OrderRows, read_rows
from .reward_marks import reward_on

_NEVER_TO_BE = (OrderStatus.CANCELED, OrderStatus.EXPIRED)
_RETURNED = (OrderStatus.PARTIALLY_RETURNED, OrderStatus.RETURNED)


def read_orders(ids: Sequence[UUID]) -> dict[UUID, OrderFact]:
    """By id; drafts are left out.

    The fingerprints are read first: a change in between makes the fact newer than its fingerprint,
    and so to be looked at once more, never older.
    """
    marks = fingerprints(ids)
    if not marks:
        return {}
    rows = read_rows(list(marks))
    categories, collections = _catalogue(rows)
    return {
        order.pk: _fact(order, rows, categories, collections, marks[order.pk])
        for order in rows.orders
    }


def _catalogue(
    rows: OrderRows,
) -> tuple[dict[int, tuple[str, ...]], dict[int, tuple[str, ...]]]:
    products = {
        line.variant.product_id: line.variant.product.category_id
        for lines in rows.lines.values()
        for line in lines
        if line.variant
    }
    categories = category_paths(category for category in products.values() if category)
    collections = collections_of(products)
    return {
        product: categories.get(category, ()) for product, category in products.items()
    }, collections


def _fact(
    order: Any,
    rows: OrderRows,
    categories: dict[int, tuple[str, ...]],
    collections: dict[int, tuple[str, ...]],
    mark: str,
) -> OrderFact:
    currency = order.currency
    lines = rows.lines.get(order.pk, [])
    payments = _payments(order, rows)
    total = to_minor(order.total_gross_amount, currency)
    refunds = order_refunds.settle(
        {
            str(line.pk): Piece(line.quantity, to_minor(line.total_price_gross_amount, currency))
            for line in lines
        },
        total,
        payments,
        [*_refunded_fulfillments(order, rows), *_granted_refunds(order, rows)],
    )
    return OrderFact(
        order_id=str(order.pk),
        number=str(order.number),
        channel=order.channel.slug,
        currency=currency,
        lines=tuple(
            _line(line, rows, categories, collections, refunds.pieces.get(str(line.pk), 0))
            for line in lines
        ),
        placed_at=order.created_at,
        user_id=_user_id(order, rows),
        email=(order.user_email or (order.user.email if order.user else "")).lower(),
        language_code=order.language_code,
        country=country_of(order),
        shipping_gross=to_minor(order.shipping_price_gross_amount, currency),
        shipping_net=to_minor(order.shipping_price_net_amount, currency),
        refunded_shipping=min(
            refunds.shipping, to_minor(order.shipping_price_gross_amount, currency)
        ),
        total_gross=total,
        paid_by_points=_paid_by(Means.POINTS, payments),
        paid_by_gift_card=_paid_by(Means.GIFT_CARD, payments) + _taken_off(order, lines, rows),
        paid_at=_paid_at(order, rows, payments, total),
        fulfilled_at=_fulfilled_at(order, lines, rows),
        cancelled=order.status in _NEVER_TO_BE,
        fully_refunded=refunds.full,
        refunded_total=refunds.total,
        refunded_by_amount=refunds.by_amount,
        customer_groups=customer_groups_of(order.user),
        fingerprint=mark,
        checkout_id=order.checkout_token,
        saved=_saved(order, lines),
        points_off_token=next(_points_off(lines), ""),
        used=tuple(
            ("free_shipping", mark.slug) for mark in _sent_for_nothing(order, lines) if mark.limited
        ),
        coupons=(order.voucher_code,) if order.voucher_code in rows.used_codes else (),
        address_digests=address_digests(order),
        phone_digests=phone_digests(order),
    )


def _line(
    line: Any,
    rows: OrderRows,
    categories: dict[int, tuple[str, ...]],
    collections: dict[int, tuple[str, ...]],
    refunded: int,
) -> OrderLine:
    product = line.variant.product_id if line.variant else None
    points = PointsMark.of(line.private_metadata)
    return OrderLine(
        line_id=str(line.pk),
        quantity=line.quantity,
        gross=to_minor(line.total_price_gross_amount, line.currency),
        net=to_minor(line.total_price_net_amount, line.currency),
        product_id=global_id("Product", product),
        variant_id=global_id("ProductVariant", line.variant_id) or line.product_variant_id or "",
        product_name=line.product_name,
        category_ids=categories.get(product, ()) if product else (),
        collection_ids=collections.get(product, ()) if product else (),
        on_sale=line.pk in rows.on_sale or is_on_sale(line.private_metadata),
        is_gift_card=line.is_gift_card,
        refunded_quantity=refunded,
        reward=reward_on(line.private_metadata),
        points_off=points.amount if points else 0,
        points_off_pieces=points.pieces if points else 0,
    )


def _points_off(lines: Iterable[Any]) -> Iterator[str]:
    """One is enough: an order is made with the points of one reduction."""
    marks = (PointsMark.of(line.private_metadata) for line in lines)
    return (mark.token for mark in marks if mark is not None)


def _saved(order: Any, lines: Sequence[Any]) -> tuple[tuple[str, int], ...]:
    """By who gave it, of the pieces that are in the order now."""
    saved: dict[str, int] = {}
    for line in lines:
        for holder, amount in saved_on(line.private_metadata, line.quantity):
            saved[holder] = saved.get(holder, 0) + amount
    for mark in _sent_for_nothing(order, lines):
        saved[mark.holder] = saved.get(mark.holder, 0) + mark.price
    return tuple(sorted((holder, amount) for holder, amount in saved.items() if amount))


def _sent_for_nothing(order: Any, lines: Sequence[Any]) -> list[FreeShippingMark]:
    """One at most; none where staff took another way of shipping that costs something."""
    if order.shipping_price_gross_amount:
        return []
    marks = [FreeShippingMark.of(line.private_metadata) for line in lines]
    return [mark for mark in marks if mark is not None][:1]


def _user_id(order: Any, rows: OrderRows) -> int | None:
    """Saleor ties a guest's order to whoever registered that e-mail, proven or not."""
    if order.user is not None:
        return order.user.pk if order.user.is_active and order.user.is_confirmed else None
    return rows.confirmed.get(order.user_email.lower())


def customer_groups_of(user: Any) -> tuple[str, ...]:
    """The slug of the customer's type, where Saleor has such."""
    kind = getattr(user, "customer_type", None)
    return (kind.slug,) if kind else ()


def country_of(order: Any) -> str:
    """Where the goods go: of an order, or of a checkout."""
    address = order.shipping_address or order.billing_address
    return str(address.country.code) if address and address.country else ""


def _means(app_identifier: str | None) -> Means:
    if app_identifier == IDENTIFIER:
        return Means.POINTS
    return Means.GIFT_CARD if app_identifier == GIFT_CARD_GATEWAY else Means.MONEY


def _payments(order: Any, rows: OrderRows) -> list[Paid]:
    """What every payment of the order holds and has given back, charge-backs included."""
    found = []
    for item in rows.transactions.get(order.pk, ()):
        taken_back = rows.taken_back.get(("transaction", item.pk), Decimal(0))
        means = _means(item.app_identifier)
        # A card's authorisation is a promise; points that are set aside are as good as paid.
        promised = Decimal(0) if means is Means.MONEY else item.authorized_value
        found.append(
            Paid(
                means,
                to_minor(item.charged_value + promised, order.currency),
                to_minor(item.refunded_value + taken_back, order.currency),
            )
        )
    for payment in rows.payments.get(order.pk, ()):
        kept = payment.captured_amount if payment.is_active else Decimal(0)
        back = rows.taken_back.get(("payment", payment.pk), Decimal(0))
        found.append(
            Paid(Means.MONEY, to_minor(kept, order.currency), to_minor(back, order.currency))
        )
    return found


def _paid_by(means: Means, payments: Iterable[Paid]) -> int:
    """As it was paid, whatever went back later: the money part stays what it was."""
    return sum(paid.kept + paid.refunded for paid in payments if paid.means is means)


def _taken_off(order: Any, lines: Sequence[Any], rows: OrderRows) -> int:
    """What gift cards of the old kind paid: Saleor takes it off the order's total."""
    if order.pk not in rows.with_gift_cards:
        return 0
    goods = sum((line.total_price_gross_amount for line in lines), Decimal(0))
    price = goods + order.shipping_price_gross_amount
    return max(0, to_minor(price - order.total_gross_amount, order.currency))


def _paid_at(order: Any, rows: OrderRows, payments: Sequence[Paid], total: int) -> datetime | None:
    """When what came in reached the total, refunds since then left aside."""
    if sum(paid.kept + paid.refunded for paid in payments) < total:
        return None
    placed: datetime = order.created_at
    if order.origin == OrderOrigin.BULK_CREATE:
        return placed
    sources = [("transaction", item.pk) for item in rows.transactions.get(order.pk, ())]
    sources += [("payment", payment.pk) for payment in rows.payments.get(order.pk, ())]
    charges = sorted(charge for source in sources for charge in rows.charges.get(source, ()))
    last = placed
    so_far = 0
    for at, amount in charges:
        last = max(last, at)
        so_far += to_minor(amount, order.currency)
        if so_far >= total:
            break
    return last


def _fulfilled_at(order: Any, lines: Sequence[Any], rows: OrderRows) -> datetime | None:
    """Returns do not undo that everything was handed over."""
    complete = order.status == OrderStatus.FULFILLED or (
        order.status in _RETURNED
        and all(line.quantity_fulfilled >= line.quantity for line in lines)
    )
    if not complete:
        return None
    at: datetime | None = rows.fulfilled_at.get(order.pk)
    return at or order.updated_at


def _refunded_fulfillments(order: Any, rows: OrderRows) -> list[Claim]:
    """Fulfilments that were refunded through a payment of the old kind.

    Pieces returned after their refund move to another fulfilment, their money stays with the
    first: what has lost its other half is put together.
    """
    claims, pieces, amounts = [], dict[str, int](), list[Decimal]()
    shipping = 0
    for fulfillment in rows.fulfillments.get(order.pk, ()):
        lines = _pieces(rows.fulfilled_lines.get(fulfillment.pk, ()))
        freight = to_minor(fulfillment.shipping_refund_amount, order.currency)
        amount = fulfillment.total_refund_amount
        if lines and amount is not None:
            claims.append(Claim(lines, freight, to_minor(amount, order.currency)))
            continue
        shipping += freight
        amounts += [] if amount is None else [amount]
        for line, quantity in lines.items():
            pieces[line] = pieces.get(line, 0) + quantity
    if pieces or amounts:
        total = to_minor(sum(amounts, Decimal(0)), order.currency) if amounts else None
        claims.append(Claim(pieces, shipping, total))
    return claims


def _granted_refunds(order: Any, rows: OrderRows) -> list[Claim]:
    means = {item.pk: _means(item.app_identifier) for item in rows.transactions.get(order.pk, ())}
    shipping = to_minor(order.shipping_price_gross_amount, order.currency)
    return [
        Claim(
            pieces=_pieces(rows.granted_lines.get(granted.pk, ())),
            shipping=shipping if granted.shipping_costs_included else 0,
            amount=to_minor(granted.amount_value, order.currency),
            done=granted.status == OrderGrantedRefundStatus.SUCCESS,
            means=means.get(granted.transaction_item_id, Means.MONEY),
        )
        for granted in rows.granted.get(order.pk, ())
        if granted.status in (OrderGrantedRefundStatus.SUCCESS, OrderGrantedRefundStatus.NONE)
    ]


def _pieces(lines: Iterable[tuple[UUID, int]]) -> dict[str, int]:
    pieces: dict[str, int] = {}
    for line, quantity in lines:
        pieces[str(line)] = pieces.get(str(line), 0) + quantity
    return pieces
