"""Orders that are not made: products for certain members, prices of flash sales that were not kept
any longer, points that are not set aside for it, and free shipping that is used up.

The one place where a shopper is refused something on purpose. Saleor asks before it makes an order
of a checkout, whoever asks for it, and answers what is raised here as an error of the checkout.
Orders that staff write are never asked about.
"""

import logging
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from ..errors import N_
from ..values.voice import voice_of
from . import checkout_prices, flash_prices, points_off
from .checkout_read import Line, read
from .ids import global_id

logger = logging.getLogger(__name__)

_REFUSED = N_("Some of these products are on sale only to certain members so far.")
_USED_UP = N_("Your free shipping has been used by another order: please look at the total again.")

# Codes of Saleor's, for storefronts know them.
_CHANGE_THE_LINES = "unavailable_variant_in_channel"
_CHANGE_THE_SHIPPING = "invalid_shipping_method"


def before_order(
    plugin: Any, checkout_info: Any, *_: Any, previous_value: Any = None, **__: Any
) -> Any:
    """Raises ValidationError; where we do not know, the shopper may buy, but nothing at the price
    of a flash sale that may be another's by now.
    """
    if not plugin.active:
        return previous_value
    checkout = checkout_info.checkout
    try:
        refusal = _refusal(checkout)
    except Exception:
        logger.exception("whether everything may be bought is not known: it may")
        refusal = _refusal_in_doubt(checkout_info)
    if refusal is not None:
        raise refusal
    return previous_value


def _refusal(checkout: Any) -> ValidationError | None:
    basket = read(checkout.pk)
    if basket is None:
        return None
    lines = checkout_prices.refused(basket)
    say = voice_of(checkout.language_code).say
    if lines:
        return _change_lines(say(_REFUSED), lines)
    if not checkout_prices.keep_flash_prices(checkout, basket):
        return flash_prices.refusal(checkout.language_code)
    if not points_off.keep(checkout, basket):
        return points_off.refusal(checkout.language_code)
    if not checkout_prices.take_quotas(checkout, basket):
        error = ValidationError(say(_USED_UP), code=_CHANGE_THE_SHIPPING)
        return ValidationError({"shipping_method": error})
    return None


def _refusal_in_doubt(checkout_info: Any) -> ValidationError | None:
    if flash_prices.last_by_their_marks(checkout_info.lines, timezone.now()):
        return None
    checkout_prices.forget(checkout_info.checkout)
    return flash_prices.refusal(checkout_info.checkout.language_code)


def _change_lines(message: str, lines: list[Line]) -> ValidationError:
    variants = sorted({global_id("ProductVariant", line.variant) for line in lines})
    error = ValidationError(message, code=_CHANGE_THE_LINES, params={"variants": variants})
    return ValidationError({"lines": error})
