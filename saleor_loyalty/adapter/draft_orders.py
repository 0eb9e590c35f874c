"""A member's prices on an order that staff are writing."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from saleor.discount import DiscountType
from saleor.discount.models import OrderLineDiscount
from saleor.order import OrderStatus
from saleor.order.calculations import refresh_order_base_prices_and_discounts
from saleor.order.lock_objects import order_qs_select_for_update
from saleor.order.utils import invalidate_order_prices, update_discount_for_order_line
from saleor.product.models import ProductVariantChannelListing

from ..errors import N_, Code, LoyaltyError
from ..features.benefits.items import Item
from ..flows.perks import Perks, perks_of_user
from .amounts import to_decimal
from .categories import category_paths, collections_of
from .checkout_wanted import MemberPrice, best_price
from .ids import global_id
from .line_marks import ON_SALE, REASON, SAVED, reason_of, saved_mark


@transaction.atomic
def price_draft(order_id: UUID) -> int:
    """See `events.host.Host.price_draft`. Discounts that staff gave themselves stay."""
    order = order_qs_select_for_update().filter(pk=order_id).first()
    if order is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such order."), field="orderId")
    if order.status != OrderStatus.DRAFT:
        raise LoyaltyError(Code.INVALID, N_("The order is no draft any more."), field="orderId")
    if order.user_id is None:
        raise LoyaltyError(Code.INVALID, N_("The order has no customer yet."), field="orderId")
    lines = list(
        order.lines.select_related("variant__product").prefetch_related("discounts").order_by("pk")
    )
    prices = _prices(order, lines, timezone.now())
    ended = [line for line in lines if line.pk not in prices and _is_ours(line)]
    for line in lines:
        if line.pk in prices:
            _set(order, line, prices[line.pk])
    _take_off(order, ended)
    invalidate_order_prices(order, save=True)
    return len(prices)


def _prices(order: Any, lines: list[Any], now: datetime) -> dict[UUID, MemberPrice]:
    ours = [line for line in lines if line.variant and not line.is_gift and not _of_staff(line)]
    items = _items(ours)
    bought = frozenset(item.variant_id for item in items.values())
    perks: Perks = perks_of_user(order.user_id, now=now, bought_variants=bought)
    listings = {
        listing.variant_id: listing
        for listing in ProductVariantChannelListing.objects.filter(
            channel_id=order.channel_id, variant_id__in=[line.variant_id for line in ours]
        )
    }
    found = {}
    for line in ours:
        listing = listings.get(line.variant_id)
        if listing is None or listing.price_amount != line.undiscounted_base_unit_price_amount:
            # Staff wrote a price of their own.
            continue
        offers = perks.price_off(items[line.pk])
        price = best_price(
            listing.price_amount, listing.discounted_price_amount, offers, order.currency
        )
        if price is not None:
            found[line.pk] = price
    return found


def _items(lines: list[Any]) -> dict[UUID, Item]:
    products = {line.variant.product_id: line.variant.product.category_id for line in lines}
    categories = category_paths(category for category in products.values() if category)
    collections = collections_of(products)
    return {
        line.pk: Item(
            product_id=global_id("Product", line.variant.product_id),
            variant_id=global_id("ProductVariant", line.variant_id),
            category_ids=categories.get(line.variant.product.category_id, ()),
            collection_ids=collections.get(line.variant.product_id, ()),
        )
        for line in lines
    }


def _manual(line: Any) -> Any:
    return next((row for row in line.discounts.all() if row.type == DiscountType.MANUAL), None)


def _is_ours(line: Any) -> bool:
    row = _manual(line)
    return row is not None and (row.reason or "").startswith(REASON)


def _of_staff(line: Any) -> bool:
    return _manual(line) is not None and not _is_ours(line)


def _set(order: Any, line: Any, price: MemberPrice) -> None:
    """As if staff had given the discount: so much off each piece, whatever the quantity becomes."""
    update_discount_for_order_line(
        line,
        order=order,
        reason=reason_of(price.off.holder),
        value_type="fixed",
        value=to_decimal(price.undiscounted - price.unit, order.currency),
    )
    line.private_metadata = {
        **{key: value for key, value in line.private_metadata.items() if key != ON_SALE},
        SAVED: saved_mark([(price.off.holder, price.saved, None)]),
        **({ON_SALE: "true"} if price.on_sale else {}),
    }
    line.save(update_fields=["private_metadata"])


def _take_off(order: Any, lines: list[Any]) -> None:
    """Saleor finds the sales of the lines again."""
    if not lines:
        return
    ids = [line.pk for line in lines]
    OrderLineDiscount.objects.filter(
        line__in=ids, type=DiscountType.MANUAL, reason__startswith=REASON
    ).delete()
    for line in lines:
        for key in (ON_SALE, SAVED):
            line.private_metadata.pop(key, None)
        line.save(update_fields=["private_metadata"])
    refresh_order_base_prices_and_discounts(order, ids)
