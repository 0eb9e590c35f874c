"""Points that make a checkout cheaper, at the moments that count: when they are chosen or given
back, and when the checkout becomes an order.
"""

import logging
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from saleor.checkout import complete_checkout
from saleor.checkout.lock_objects import checkout_qs_select_for_update
from saleor.checkout.models import CheckoutLine
from saleor.order.models import Order

from ..errors import N_, Code, LoyaltyError
from ..features.spending.models import PointsReduction, ReductionStatus
from ..values.voice import voice_of
from . import checkout_prices
from .checkout_read import Basket
from .line_marks import POINTS, PointsMark
from .points_shares import is_kept
from .wrapped import Function, wrap

logger = logging.getLogger(__name__)

_CHANGED = N_("Your points cannot be used as you chose them: please look at the total again.")
_BUSY = N_("The checkout is being completed.")


def install() -> None:
    without = "an order may be cheaper by points that were given back meanwhile"
    wrap(complete_checkout, "_create_lines_for_order", _no_discount_without_points, without)


def reduce(checkout_id: UUID) -> int | None:
    """See `events.host.Host.reduce`."""
    with transaction.atomic():
        checkout = checkout_qs_select_for_update().filter(pk=checkout_id).first()
        if checkout is None:
            ordered = Order.objects.filter(checkout_token=str(checkout_id)).exists()
            return None if ordered else 0
        if checkout.is_checkout_locked():
            raise LoyaltyError(Code.BUSY, _BUSY)
        checkout_prices.price(checkout, shopper=False)
        lines = CheckoutLine.objects.filter(
            checkout_id=checkout_id, private_metadata__has_key=POINTS
        )
        marks = map(PointsMark.of, lines.values_list("private_metadata", flat=True))
        return sum(mark.amount for mark in marks if mark is not None)


def keep(checkout: Any, basket: Basket) -> bool:
    """Whether the checkout may become an order with what points take off it.

    False where they are not set aside for it any more: by now it says what it costs without.
    """
    if is_kept(basket):
        return True
    try:
        checkout_prices.price(checkout)
    except Exception:
        checkout_prices.forget(checkout)
        logger.exception("checkout %s has lost its members' prices", checkout.pk)
    return False


def refusal(language_code: str) -> ValidationError:
    error = ValidationError(voice_of(language_code).say(_CHANGED), code="invalid")
    return ValidationError({"lines": error})


def _no_discount_without_points(original: Function) -> Function:
    """The row of the checkout is locked by now, and whoever gives points back locks it first: what
    is set aside here stays so until the order is there.
    """

    def create(manager: Any, checkout_info: Any, lines: Any, *args: Any, **kwargs: Any) -> Any:
        marked = [
            (info.line, mark)
            for info in lines
            if (mark := PointsMark.of(info.line.private_metadata)) is not None
        ]
        checkout = checkout_info.checkout
        if marked and not _are_set_aside(checkout, marked):
            raise refusal(checkout.language_code)
        return original(manager, checkout_info, lines, *args, **kwargs)

    return create


def _are_set_aside(checkout: Any, marked: list[tuple[Any, PointsMark]]) -> bool:
    held = PointsReduction.objects.filter(
        checkout_id=str(checkout.pk), status=ReductionStatus.HELD
    ).values_list("token", "amount", "member__user_id")
    return [(str(token), amount, user_id) for token, amount, user_id in held] == [
        (marked[0][1].token, sum(mark.amount for _, mark in marked), checkout.user_id)
    ] and all(
        mark.token == marked[0][1].token and mark.pieces == line.quantity for line, mark in marked
    )
