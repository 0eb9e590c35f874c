"""Coupons that were had for points, used by orders and at times given back by the shop."""

import logging
from datetime import datetime

from ..events.facts import OrderFact
from ..features.rewards.models import Redemption, RedemptionState
from .redemption_steps import write_step

logger = logging.getLogger(__name__)

KINDS = ("coupon", "free_shipping")


def follow(
    redemption: Redemption, used_by: OrderFact | None, known: OrderFact | None, *, now: datetime
) -> None:
    """`used_by` is an order that has its code now, `known` how the order stands that had it.

    The row is locked. What staff have said by hand stays.
    """
    if used_by is not None:
        _used(redemption, used_by, now)
    elif known is not None and redemption.state == RedemptionState.FULFILLED:
        # In the member's hand again; what has run out meanwhile the daily run ends.
        write_step(redemption, RedemptionState.ISSUED, now=now, order_id="", ended_at=None)


def _used(redemption: Redemption, order: OrderFact, now: datetime) -> None:
    match redemption.state:
        case RedemptionState.ISSUED:
            write_step(redemption, RedemptionState.FULFILLED, now=now, order_id=order.order_id)
        case RedemptionState.FULFILLED if redemption.order_id not in ("", order.order_id):
            redemption.order_id = order.order_id
            redemption.save(update_fields=["order_id"])
        case RedemptionState.CANCELLED | RedemptionState.EXPIRED:
            logger.error(
                "order %s used the coupon of redemption %s, which had ended",
                order.order_id,
                redemption.public_id,
            )
