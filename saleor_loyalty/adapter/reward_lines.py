"""Rewards in an open checkout: lines with a price of their own.

Saleor gives every piece of such a line that price, and adds pieces of the same variant to it: what
is more than the points were for goes to a line at the usual price, in the same mutation's answer.
"""

from inspect import signature
from typing import Any
from uuid import UUID

from django.contrib.sites.models import Site
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from saleor.checkout import complete_checkout
from saleor.checkout.fetch import fetch_checkout_info, fetch_checkout_lines
from saleor.checkout.lock_objects import checkout_qs_select_for_update
from saleor.checkout.models import Checkout, CheckoutLine
from saleor.checkout.utils import (
    add_variants_to_checkout,
    checkout_lines_bulk_delete,
    invalidate_checkout,
)
from saleor.discount import DiscountType, DiscountValueType
from saleor.discount.models import CheckoutLineDiscount
from saleor.order.models import OrderLine
from saleor.plugins.manager import get_plugins_manager
from saleor.product.models import ProductVariant
from saleor.warehouse.reservations import get_reservation_length

from ..errors import N_, Code, LoyaltyError
from ..values.voice import voice_of
from .amounts import to_decimal
from .bounded import bounded
from .ids import pk_of
from .reward_marks import REWARD, RewardMark
from .waiting_orders import can_wait, is_for_group
from .wrapped import Function, wrap

_NO_CHECKOUT = N_("There is no such checkout.")
_NO_VARIANT = N_("There is no such product.")
_NOT_HERE = N_("This product cannot be had here at the moment.")
_BUSY = N_("The checkout is being completed.")
_TOO_MANY = N_("There are more pieces of a reward than the points were for: please look again.")

# Not the reason of a member's price: those are renewed and removed.
_REASON = "saleor.loyalty.reward"
_PRICE_REASON = "Loyalty points"


def install() -> None:
    without = "more pieces than the points were for may be ordered"
    wrap(complete_checkout, "_create_lines_for_order", _no_more_than_promised, without)


def add(checkout_id: UUID, variant_id: str, quantity: int, unit_price: int, mark: str) -> str:
    """See `events.host.Host.add_reward_line`. The price is as the channel enters prices."""
    with transaction.atomic():
        checkout = _locked(checkout_id)
        if checkout is None:
            raise LoyaltyError(Code.NOT_FOUND, _NO_CHECKOUT, field="checkoutId")
        there = _lines_of(checkout, mark)
        if there:
            return str(there[0].pk)
        variant = ProductVariant.objects.filter(pk=pk_of("ProductVariant", variant_id)).first()
        if variant is None:
            raise LoyaltyError(Code.NOT_FOUND, _NO_VARIANT, field="variantId")
        if is_for_group(mark) and not can_wait(checkout.channel):
            raise LoyaltyError(Code.INVALID, _NOT_HERE, field="checkoutId")
        try:
            _validate(checkout, variant, quantity)
        except ValidationError as refusal:
            raise LoyaltyError(Code.INVALID, _NOT_HERE, field="variantId") from refusal
        line = _new_line(checkout, variant, quantity, to_decimal(unit_price, checkout.currency))
        _mark(line, RewardMark(mark, quantity))
        _recalculate(checkout)
        return str(line.pk)


def remove(checkout_id: UUID, mark: str) -> bool:
    """See `events.host.Host.remove_reward_line`."""
    with transaction.atomic():
        checkout = _locked(checkout_id)
        lines = _lines_of(checkout, mark) if checkout is not None else []
        if lines:
            checkout_lines_bulk_delete([line.pk for line in lines])
            _recalculate(checkout)
        return not _is_ordered(checkout_id, mark)


def keep(checkout: Any) -> bool:
    """Puts what is too much to a line at the usual price; answers whether anything was."""
    rewards = CheckoutLine.objects.filter(checkout_id=checkout.pk, private_metadata__has_key=REWARD)
    if not any(map(_is_too_many, rewards)):
        return False
    with bounded():
        _split(checkout)
    return True


def _locked(checkout_id: UUID) -> Any:
    checkout = checkout_qs_select_for_update().filter(pk=checkout_id).first()
    if checkout is not None and checkout.is_checkout_locked():
        raise LoyaltyError(Code.BUSY, _BUSY)
    return checkout


def _lines_of(checkout: Any, mark: str) -> list[Any]:
    lines = CheckoutLine.objects.filter(
        checkout_id=checkout.pk, private_metadata__has_key=REWARD
    ).order_by("pk")
    marks = ((line, RewardMark.of(line.private_metadata)) for line in lines)
    return [line for line, found in marks if found is not None and found.mark == mark]


def _is_ordered(checkout_id: UUID, mark: str) -> bool:
    lines = OrderLine.objects.filter(
        order__checkout_token=str(checkout_id), private_metadata__has_key=REWARD
    )
    marks = map(RewardMark.of, lines.values_list("private_metadata", flat=True))
    return any(found is not None and found.mark == mark for found in marks)


def _validate(checkout: Any, variant: Any, quantity: int) -> None:
    """As Saleor does where a shopper adds a line. Raises ValidationError."""
    from saleor.graphql.checkout.mutations import utils
    from saleor.graphql.core.validators import validate_variants_available_in_channel

    ids = {variant.pk}
    utils.validate_variants_available_for_purchase(ids, checkout.channel_id)
    validate_variants_available_in_channel(ids, checkout.channel_id, Code.INVALID)
    utils.validate_variants_are_published(ids, checkout.channel_id)
    site = _site().settings
    lines, _ = fetch_checkout_lines(checkout)
    info = fetch_checkout_info(checkout, lines, get_plugins_manager(allow_replica=False))
    utils.check_lines_quantity(
        [variant],
        [quantity],
        checkout.get_country(),
        checkout.channel.slug,
        site.limit_quantity_per_checkout,
        delivery_method_info=info.get_delivery_method_info(),
        existing_lines=lines,
        check_reservations=True,
        **_by_shipping_zones(utils.check_lines_quantity),
    )


def _site() -> Any:
    return Site.objects.get_current()


def _by_shipping_zones(function: Function) -> dict[str, bool]:
    """From 3.23 on Saleor wants to be told which stocks count."""
    name = "calculate_stocks_with_shipping_zones"
    if name not in signature(function).parameters:
        return {}
    return {name: _site().settings.use_legacy_shipping_zone_stock_availability}


def _new_line(checkout: Any, variant: Any, quantity: int, price: Any) -> Any:
    """Saleor adds the line, and reserves the stock where the shop does that."""
    from saleor.graphql.checkout.mutations.utils import CheckoutLineData

    before = set(checkout.lines.values_list("pk", flat=True))
    data = CheckoutLineData(
        variant_id=str(variant.pk),
        quantity=quantity,
        quantity_to_update=True,
        custom_price=price,
        custom_price_to_update=price is not None,
    )
    if price is not None and hasattr(CheckoutLine, "price_override_reason"):
        data.custom_price_reason = _PRICE_REASON
        data.custom_price_reason_to_update = True
    add_variants_to_checkout(
        checkout,
        [variant],
        [data],
        checkout.channel,
        replace_reservations=True,
        reservation_length=get_reservation_length(_site(), checkout.user),
        **_by_shipping_zones(add_variants_to_checkout),
    )
    return checkout.lines.exclude(pk__in=before).get()


def _mark(line: Any, mark: RewardMark) -> None:
    """A discount of nothing keeps the shop's sales off the price."""
    line.private_metadata[REWARD] = mark.text()
    line.save(update_fields=["private_metadata"])
    CheckoutLineDiscount.objects.create(
        line=line,
        type=DiscountType.MANUAL,
        unique_type=DiscountType.MANUAL,
        value_type=DiscountValueType.FIXED,
        value=0,
        amount_value=0,
        currency=line.currency,
        reason=_REASON,
    )


def _recalculate(checkout: Any) -> None:
    manager = get_plugins_manager(allow_replica=False)
    lines, _ = fetch_checkout_lines(checkout)
    invalidate_checkout(fetch_checkout_info(checkout, lines, manager), lines, manager, save=True)
    if hasattr(checkout, "delivery_methods_stale_at"):
        Checkout.objects.filter(pk=checkout.pk).update(delivery_methods_stale_at=timezone.now())


def _split(checkout: Any) -> None:
    locked = checkout_qs_select_for_update().filter(pk=checkout.pk).first()
    if locked is None:
        return
    lines = list(CheckoutLine.objects.filter(checkout_id=checkout.pk).order_by("created_at", "pk"))
    for line in lines:
        mark = RewardMark.of(line.private_metadata)
        if mark is not None and _is_too_many(line):
            more = line.quantity - mark.quantity
            CheckoutLine.objects.filter(pk=line.pk).update(quantity=mark.quantity)
            usual = next((one for one in lines if _is_usual(one, line.variant_id)), None)
            if usual is None:
                lines.append(_new_line(locked, line.variant, more, None))
            else:
                usual.quantity += more
                usual.save(update_fields=["quantity"])
    _recalculate(locked)
    checkout.price_expiration = locked.price_expiration
    checkout.discount_expiration = locked.discount_expiration


def _is_too_many(line: Any) -> bool:
    mark = RewardMark.of(line.private_metadata)
    return mark is not None and line.quantity > mark.quantity


def _is_usual(line: Any, variant_id: int) -> bool:
    plain = line.price_override is None and not line.is_gift
    return line.variant_id == variant_id and plain and REWARD not in line.private_metadata


def _no_more_than_promised(original: Function) -> Function:
    """The lines may have changed since the hook looked at them, but not any more."""

    def create(manager: Any, checkout_info: Any, lines: Any, *args: Any, **kwargs: Any) -> Any:
        for info in lines:
            if _is_too_many(info.line):
                text = voice_of(checkout_info.checkout.language_code).say(_TOO_MANY)
                error = ValidationError(text, code="quantity_greater_than_limit")
                raise ValidationError({"lines": error})
        return original(manager, checkout_info, lines, *args, **kwargs)

    return create
