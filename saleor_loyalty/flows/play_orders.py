"""What orders mean for flash sales and group buys."""

from collections.abc import Sequence
from datetime import datetime

from ..events.facts import OrderFact
from . import flash_sale_claims, group_buy_orders


def orders_changed(facts: Sequence[OrderFact], *, now: datetime) -> None:
    """Locks rows of sales and groups: before any account is locked."""
    flash_sale_claims.orders_changed(facts)
    group_buy_orders.orders_changed(facts, now=now)
