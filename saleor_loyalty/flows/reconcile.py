"""Finding the orders whose hook was lost: the host's list held against what was acted on."""

from datetime import datetime

from ..events import inbox
from ..events.host import host
from ..features.orders.models import OrderRecord


def reconcile(*, since: datetime, now: datetime) -> int:
    """Feeds in every order changed since then that is not known as it is; returns how many."""
    fed = 0
    for page in host().changed_orders(since):
        known = dict(
            OrderRecord.objects.filter(order_id__in=[order_id for order_id, _ in page]).values_list(
                "order_id", "fingerprint"
            )
        )
        missed = [order_id for order_id, mark in page if known.get(order_id) != mark]
        inbox.record_many(
            inbox.NewFact("order", f"order:{order_id}", occurred_at=now) for order_id in missed
        )
        fed += len(missed)
    return fed
