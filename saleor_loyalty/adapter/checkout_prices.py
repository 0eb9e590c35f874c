"""A member's price, prices of flash sales and free shipping, on the lines of an open checkout.

Saleor takes a MANUAL discount row off a line before everything else, shows it in the answer of the
mutation that is running, and leaves the voucher slot free. There is one such row a line, and the
line loses its sale for it: so the row's amount leads from the undiscounted price down to the price
the member is due, and where the sale is better there is no row.
"""

import logging
from datetime import datetime
from typing import Any

from django.utils import timezone

from ..flows.benefit_uses import take_at_checkout
from ..flows.perks import Perks
from . import flash_prices, reward_lines
from .bounded import bounded
from .checkout_read import Basket, Line, read
from .checkout_wanted import Flash, decide, perks_of, refused_lines, units_of
from .checkout_write import expire, remove, write
from .line_marks import FreeShippingMark
from .vouchers import renew_voucher

logger = logging.getLogger(__name__)


def price(checkout: Any, *, shopper: bool = True) -> bool:
    """Brings the checkout up to what its customer is entitled to; answers whether something was
    reserved for it that may have to be given back.

    `shopper` False: nobody is there who wants pieces of a flash sale kept for them. Nothing is
    written where nothing changed. Raises nothing but what the database raises.
    """
    basket = read(checkout.pk)
    if basket is None:
        flash_prices.let_go(checkout.pk)
        # A reward may have been its last line.
        return checkout.user_id is not None
    if any(line.override is not None for line in basket.lines) and reward_lines.keep(checkout):
        basket = read(checkout.pk) or basket
    now = timezone.now()
    perks = perks_of(basket, now)
    flash = flash_prices.take(
        checkout.pk, basket, units_of(basket, perks), perks.member_id, now, grows=shopper
    )
    if _apply(checkout, basket, perks, flash, now) and checkout.voucher_code:
        with bounded():
            renew_voucher(checkout)
        _after_the_voucher(checkout, perks, flash, now)
    return basket.reserved


def forget(checkout: Any) -> None:
    """Takes every benefit off a checkout: in doubt, the price that everybody pays.

    An amount that was right for ten pieces must not stay on a line of one.
    """
    if remove(checkout.pk):
        expire(checkout)


def refused(basket: Basket) -> list[Line]:
    """Lines of products that the checkout's customer may not buy."""
    now = timezone.now()
    return refused_lines(basket, perks_of(basket, now), now)


def take_quotas(checkout: Any, basket: Basket) -> bool:
    """Takes what the checkout was promised from quotas, now that it becomes an order.

    False where another order was faster: the checkout says by now what it costs without.
    """
    marks = (FreeShippingMark.read(line.free_shipping) for line in basket.lines)
    mark = next((one for one in marks if one and one.user_id == basket.user_id), None)
    member_id = (basket.perks or {}).get("member")
    if mark is None or not mark.limited or member_id is None:
        return True
    with bounded():
        taken = take_at_checkout(
            member_id,
            "free_shipping",
            mark.slug,
            str(checkout.pk),
            bought_variants=frozenset(line.item.variant_id for line in basket.lines),
            now=timezone.now(),
        )
    if not taken:
        price(checkout)
    return taken


def keep_flash_prices(checkout: Any, basket: Basket) -> bool:
    """Whether the checkout may become an order at the prices of flash sales that it shows.

    False where pieces are not kept any more: by now it says what it costs without.
    """
    if flash_prices.are_kept(checkout.pk, basket, timezone.now()):
        return True
    try:
        price(checkout)
    except Exception:
        forget(checkout)
        logger.exception("checkout %s has lost its members' prices", checkout.pk)
    return False


def _apply(checkout: Any, basket: Basket, perks: Perks, flash: Flash, now: datetime) -> bool:
    """Whether prices changed."""
    wanted = decide(basket, perks, now=now, discount=basket.discount, flash=flash)
    changed = [one for one in wanted if not one.is_there]
    if not changed:
        return False
    write(changed, basket.currency)
    if not any(one.changes_prices for one in changed):
        return False
    expire(checkout)
    return True


def _after_the_voucher(checkout: Any, perks: Perks, flash: Flash, now: datetime) -> None:
    """Other prices make another voucher: whether shipping is free is asked once more."""
    basket = read(checkout.pk)
    if basket is not None:
        _apply(checkout, basket, perks, flash, now)
