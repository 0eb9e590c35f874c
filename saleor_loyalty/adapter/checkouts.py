"""Saleor's open checkouts."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from inspect import signature
from typing import Any
from uuid import UUID

from saleor.checkout.calculations import calculate_checkout_total_with_gift_cards
from saleor.checkout.fetch import fetch_checkout_info, fetch_checkout_lines
from saleor.checkout.models import Checkout
from saleor.payment.models import TransactionItem
from saleor.plugins.manager import get_plugins_manager

from ..events.host import CheckoutLine, HostCheckout
from .amounts import to_minor
from .categories import category_paths, collections_of
from .checkout_read import Line, read
from .gift_cards import GIFT_CARD_GATEWAY
from .ids import global_id
from .line_marks import PointsMark, is_on_sale
from .orders import country_of, customer_groups_of
from .points_shares import reducible_now
from .reward_marks import reward_on


def read_checkout(pk: UUID) -> HostCheckout | None:
    """With totals as of now: Saleor calculates them anew where they are out of date."""
    related = ("channel", "user", "shipping_address", "billing_address")
    checkout = Checkout.objects.select_related(*related).filter(pk=pk).first()
    if checkout is None:
        return None
    manager = get_plugins_manager(allow_replica=False)
    lines, _ = fetch_checkout_lines(checkout)
    info = fetch_checkout_info(checkout, lines, manager)
    total = _total(manager, info, lines)
    currency = checkout.currency
    basket = read(checkout.pk)
    ours = {line.id: line for line in basket.lines} if basket else {}
    return HostCheckout(
        checkout_id=str(checkout.pk),
        channel=checkout.channel.slug,
        currency=currency,
        user_id=checkout.user_id,
        lines=tuple(_lines(lines, ours)),
        shipping_gross=to_minor(checkout.shipping_price_gross_amount, currency),
        shipping_net=to_minor(checkout.shipping_price_net_amount, currency),
        total_gross=to_minor(total.gross.amount, currency),
        paid_by_gift_card=to_minor(_by_gift_card(checkout.pk), currency),
        country=country_of(checkout),
        customer_groups=customer_groups_of(checkout.user),
        voucher=checkout.voucher_code or "",
        fixed_discount=basket.fixed_discount if basket else 0,
    )


def _total(manager: Any, info: Any, lines: list[Any]) -> Any:
    """Up to 3.22 Saleor wants to be told the address that is in `info` anyway."""
    calculate = calculate_checkout_total_with_gift_cards
    if "address" in signature(calculate).parameters:
        address = info.shipping_address or info.billing_address
        return calculate(manager, info, lines, address)
    return calculate(manager, info, lines)


def _by_gift_card(pk: UUID) -> Decimal:
    """What gift cards pay as a gateway, which leaves the total as it is."""
    cards = TransactionItem.objects.filter(checkout_id=pk, app_identifier=GIFT_CARD_GATEWAY)
    amounts = cards.values_list("authorized_value", "charged_value")
    return sum((authorized + charged for authorized, charged in amounts), Decimal(0))


def _lines(infos: Iterable[Any], ours: Mapping[UUID, Line]) -> Iterable[CheckoutLine]:
    infos = list(infos)
    categories = category_paths(
        info.product.category_id for info in infos if info.product.category_id
    )
    collections = collections_of(info.product.pk for info in infos)
    for info in infos:
        line = info.line
        mark = PointsMark.of(line.private_metadata)
        own = ours.get(line.pk)
        yield CheckoutLine(
            line_id=str(line.pk),
            quantity=line.quantity,
            gross=to_minor(line.total_price_gross_amount, line.currency),
            net=to_minor(line.total_price_net_amount, line.currency),
            product_id=global_id("Product", info.product.pk),
            variant_id=global_id("ProductVariant", info.variant.pk),
            product_name=info.product.name,
            category_ids=categories.get(info.product.category_id, ()),
            collection_ids=collections.get(info.product.pk, ()),
            on_sale=bool(info.get_catalogue_discounts()) or is_on_sale(line.private_metadata),
            is_gift_card=info.product_type.kind == "gift_card",
            reward=reward_on(line.private_metadata),
            reducible=reducible_now(own, line.currency) if own is not None else 0,
            points_off=mark.amount if mark else 0,
        )
