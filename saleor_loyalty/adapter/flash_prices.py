"""Prices of flash sales in an open checkout, and at the moment it becomes an order.

The pieces are kept by `flows.flash_sale_claims` before a row of Saleor's is locked; the mark on the
line says for whom, how many and until when, and is the last thing that is looked at.
"""

import logging
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils import timezone
from saleor.checkout import complete_checkout

from .. import conf
from ..errors import N_
from ..features.members.models import Member
from ..flows import flash_sale_claims
from ..values.voice import voice_of
from .bounded import bounded
from .checkout_read import Basket, Line
from .checkout_wanted import Flash, Unit
from .line_marks import FlashMark
from .wrapped import Function, wrap

logger = logging.getLogger(__name__)

RAN_OUT = N_("A sale price could not be kept for you any longer: please look at the total again.")

# From the moment it was asked whether pieces are kept to the order.
_COMPLETING = timedelta(minutes=10)
_NEARLY = timedelta(minutes=1)


def install() -> None:
    without = "pieces of a flash sale may be ordered in another number than was kept"
    wrap(complete_checkout, "_create_lines_for_order", _as_they_were_kept, without)


def take(
    checkout_id: UUID,
    basket: Basket,
    units: Sequence[Unit | None],
    member_id: int | None,
    now: datetime,
    *,
    grows: bool,
) -> Flash:
    """Keeps pieces for the checkout and lets go of what it needs no more.

    `units` are the prices without flash sales; only lower ones count. Shops without a flash sale
    pay nothing for it. Raises nothing: in doubt everybody's price.
    """
    offered = member_id is not None and any(line.in_flash_sale for line in basket.lines)
    if not (offered or basket.has_claims):
        return {}
    try:
        with bounded(patience_ms=conf.flash_sale_patience_ms()):
            wanted = _basket(checkout_id, basket, units, member_id, grows=grows)
            return flash_sale_claims.prices_for(wanted, now=now)
    except Exception:
        logger.exception("checkout %s has no flash prices", checkout_id)
        return {}


def let_go(checkout_id: UUID) -> None:
    """Of a checkout without lines."""
    with bounded():
        flash_sale_claims.release(str(checkout_id))


def are_kept(checkout_id: UUID, basket: Basket, now: datetime) -> bool:
    """Whether all that the lines promise is kept still, for the time an order takes to be made.

    Nobody but the shopper can end what is kept before its time: where our tables cannot be asked,
    the marks are enough until shortly before then.
    """
    marks = [(line, FlashMark.read(line.flash)) for line in basket.lines if line.is_ours]
    promised = [(line, mark) for line, mark in marks if mark is not None]
    if not promised:
        return True
    if not all(_is_for(mark, line.quantity, basket.user_id) for line, mark in promised):
        return False
    pieces: dict[int, int] = {}
    for _, mark in promised:
        for item_id, number in mark.pieces:
            pieces[item_id] = pieces.get(item_id, 0) + number
    try:
        with bounded(patience_ms=conf.flash_sale_patience_ms()):
            return flash_sale_claims.kept(str(checkout_id), pieces, now=now)
    except Exception:
        logger.exception("what is kept for checkout %s is not known", checkout_id)
        return all(mark.until > now + _NEARLY for _, mark in promised)


def last_by_their_marks(lines: Iterable[Any], now: datetime) -> bool:
    """Of lines as Saleor has them, without asking anybody."""
    marks = (FlashMark.of(info.line.private_metadata) for info in lines)
    return all(mark is None or mark.until > now for mark in marks)


def _basket(
    checkout_id: UUID,
    basket: Basket,
    units: Sequence[Unit | None],
    member_id: int | None,
    *,
    grows: bool,
) -> flash_sale_claims.Basket:
    pieces: dict[str, int] = {}
    below: dict[str, int] = {}
    for line, unit in _priced(basket, units):
        variant_id = line.item.variant_id
        pieces[variant_id] = pieces.get(variant_id, 0) + line.quantity
        below[variant_id] = min(unit.due, below.get(variant_id, unit.due))
    return flash_sale_claims.Basket(
        str(checkout_id), _member(basket, member_id), basket.currency, pieces, below, grows
    )


def _priced(basket: Basket, units: Sequence[Unit | None]) -> list[tuple[Line, Unit]]:
    together = zip(basket.lines, units, strict=True)
    return [(line, unit) for line, unit in together if unit is not None]


def _member(basket: Basket, member_id: int | None) -> Member | None:
    if basket.user_id is None or member_id is None:
        return None
    return Member.objects.filter(pk=member_id).first()


def _is_for(mark: FlashMark, quantity: int, user_id: int | None) -> bool:
    return (mark.quantity, mark.user_id) == (quantity, user_id)


def _as_they_were_kept(original: Function) -> Function:
    """The lines may have changed since it was asked whether all is kept, but not any more."""

    def create(manager: Any, checkout_info: Any, lines: Any, *args: Any, **kwargs: Any) -> Any:
        checkout = checkout_info.checkout
        latest = timezone.now() - _COMPLETING
        for info in lines:
            mark = FlashMark.of(info.line.private_metadata)
            if mark is None:
                continue
            if mark.until < latest or not _is_for(mark, info.line.quantity, checkout.user_id):
                raise refusal(checkout.language_code)
        return original(manager, checkout_info, lines, *args, **kwargs)

    return create


def refusal(language_code: str) -> ValidationError:
    error = ValidationError(voice_of(language_code).say(RAN_OUT), code="invalid")
    return ValidationError({"lines": error})
