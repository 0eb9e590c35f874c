"""Keeping what is known of the host's orders."""

from collections.abc import Mapping, Sequence

from ... import rows
from ...events.facts import OrderFact
from .models import OrderRecord

_CHANGES = [
    "number",
    "total",
    "refunded",
    "qualifying",
    "qualified",
    "paid_at",
    "fingerprint",
    "snapshot",
    "updated_at",
]


def save_orders(
    orders: Sequence[OrderFact],
    *,
    members: Mapping[str, int | None],
    qualifying: Mapping[str, tuple[int, int]],
) -> dict[str, OrderRecord]:
    """The record of each order, by order id, as the order is now.

    An order keeps the member it was first known to belong to (`members`, by order id), also when
    the host moves it to another customer: points do not wander with it. `qualifying` is what
    counts of each towards tiers, now and before any refund.
    """
    records = [
        _record(order, members.get(order.order_id), *qualifying[order.order_id]) for order in orders
    ]
    rows.insert(records, unique="order_id", update=_CHANGES, returning=["id", "member_id"])
    late = [
        record
        for record in records
        if record.member_id is None and members.get(record.order_id) is not None
    ]
    for record in late:
        record.member_id = members[record.order_id]
    OrderRecord.objects.bulk_update(late, ["member"])
    return {record.order_id: record for record in records}


def _record(
    order: OrderFact, member_id: int | None, qualifying: int, qualified: int
) -> OrderRecord:
    return OrderRecord(
        order_id=order.order_id,
        number=order.number,
        member_id=member_id,
        channel=order.channel,
        currency=order.currency,
        total=order.total_gross,
        refunded=order.refunded_total,
        qualifying=qualifying,
        qualified=qualified,
        placed_at=order.placed_at,
        paid_at=order.paid_at,
        fingerprint=order.fingerprint,
        snapshot=order.kept().to_json(),
    )
