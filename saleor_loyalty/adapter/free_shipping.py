"""Shipping that costs a member nothing, without a voucher.

Saleor asks plugins for shipping prices only where a plugin calculates the taxes, and for methods of
their own only up to 3.22. Everything that has to do with the price of shipping (totals, taxes, tax
apps, vouchers, the order) goes through one function of Saleor's, the same in all versions: it is
wrapped. It answers zero where the checkout hook has put our mark on a line for this customer, and
the lines have been loaded before anybody asks for a price.
"""

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from saleor.checkout import base_calculations

from .line_marks import FreeShippingMark

logger = logging.getLogger(__name__)

_FUNCTION = "calculate_base_price_for_shipping_method"

Price = Callable[..., Any]


def install() -> bool:
    """Wraps Saleor's function, once; False where this Saleor has no such function any more."""
    original = getattr(base_calculations, _FUNCTION, None)
    if original is None:
        logger.error("this Saleor has no %s: there is no free shipping", _FUNCTION)
        return False
    if not hasattr(original, "saleor_loyalty"):
        wrapped = _free_for_members(original)
        wrapped.saleor_loyalty = True  # type: ignore[attr-defined]
        setattr(base_calculations, _FUNCTION, wrapped)
    return True


def _free_for_members(original: Price) -> Price:
    @wraps(original)
    def price(checkout_info: Any, *args: Any, **kwargs: Any) -> Any:
        found = original(checkout_info, *args, **kwargs)
        try:
            return found * 0 if found.amount and is_free(checkout_info) else found
        except Exception:
            logger.exception("shipping is charged as if there were no members")
            return found

    return price


def is_free(checkout_info: Any) -> bool:
    marks = (FreeShippingMark.of(info.line.private_metadata) for info in checkout_info.lines)
    user_id = checkout_info.checkout.user_id
    return user_id is not None and any(mark and mark.user_id == user_id for mark in marks)
