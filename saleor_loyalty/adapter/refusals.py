"""Products that only some members may buy: the order of anybody else is not made.

The one place where a shopper is refused something on purpose. Saleor asks before it makes an order
of a checkout, whoever asks for it, and answers what is raised here as an error of the checkout.
Orders that staff write are never asked about.
"""

import logging
from typing import Any

from django.core.exceptions import ValidationError

from ..api.voice import voice_of
from ..errors import N_
from . import checkout_prices
from .ids import global_id

logger = logging.getLogger(__name__)

_REFUSED = N_("Some of these products are on sale only to certain members so far.")
# One of Saleor's, for storefronts know them: the checkout and its lines must be changed.
_CODE = "unavailable_variant_in_channel"


def before_order(
    plugin: Any, checkout_info: Any, *_: Any, previous_value: Any = None, **__: Any
) -> Any:
    """Raises ValidationError; where we do not know, the shopper may buy."""
    if not plugin.active:
        return previous_value
    try:
        lines = checkout_prices.refused(checkout_info.checkout)
    except Exception:
        logger.exception("whether everything may be bought is not known: it may")
        return previous_value
    if lines:
        variants = sorted({global_id("ProductVariant", line.variant) for line in lines})
        message = voice_of(checkout_info.checkout.language_code).say(_REFUSED)
        raise ValidationError(
            {"lines": ValidationError(message, code=_CODE, params={"variants": variants})}
        )
    return previous_value
