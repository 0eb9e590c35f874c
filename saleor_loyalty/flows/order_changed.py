"""An order is not what it was: award, mature, take back, spend what was held.

Every fact is the order's whole present state, so this compares what is with what was acted on.
It comes out the same in whatever order the facts arrive, and however often.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction

from ..events.facts import OrderFact
from . import (
    benefit_uses,
    growth_packs,
    membership_orders,
    occasion_orders,
    order_awards,
    play_orders,
    points_at_checkout,
    points_reduction_orders,
    redemption_orders,
    referral_orders,
    review_orders,
    share_orders,
    task_notices,
    tiers,
)
from .locks import lock_counters
from .on_sale import OnSale
from .order_awards import OrderAwards
from .terms import Catalogue


@transaction.atomic(savepoint=False)
def act_on(orders: Sequence[OrderFact], *, now: datetime) -> None:
    """Brings all that these orders brought and cost up to what the orders are now.

    The caller has locked the orders' subjects. The last fact of an order counts.
    """
    latest = list({order.order_id: order for order in orders}.values())
    catalogue = Catalogue.load()
    if catalogue.has_limits:
        lock_counters()
    play_orders.orders_changed(latest, now=now)
    redemptions = redemption_orders.lock(latest)
    reductions = points_reduction_orders.lock(latest)
    occasions = occasion_orders.lock(latest)
    work = order_awards.gather(latest, catalogue, now)
    sold = OnSale.load()
    for order in latest:
        order_awards.decide(order, work)
    order_awards.write(work, growth_packs.accounts_of_buyers(latest, work.records, sold.packs))
    points_at_checkout.capture_for_orders(latest, now=now)
    points_reduction_orders.orders_changed(latest, reductions, now=now)
    redemption_orders.orders_changed(latest, redemptions, now=now)
    _tell_others(latest, work, sold)
    occasion_orders.orders_changed(latest, work.records, occasions, now=now)
    review_orders.orders_changed(latest)
    share_orders.orders_changed(latest, work.records, now=now)
    tiers.reevaluate_many(_moved(work), now=now, ladders=work.ladders)
    task_notices.orders_changed(work.records.values())


def _tell_others(orders: list[OrderFact], work: OrderAwards, sold: OnSale) -> None:
    """What orders mean beside points: benefits used, plans and growth bought."""
    members = {
        order_id: work.members_by_id[record.member_id]
        for order_id, record in work.records.items()
        if record.member_id in work.members_by_id
    }
    benefit_uses.orders_changed(
        orders, work.records, members, now=work.now, entitlements=work.entitlements
    )
    membership_orders.orders_changed(orders, work.records, plans=sold.plans, now=work.now)
    work.growth_moved |= growth_packs.orders_changed(
        orders, work.records, packs=sold.packs, now=work.now
    )
    referral_orders.orders_changed(orders, work.records, now=work.now)


def _moved(work: OrderAwards) -> Iterable[int]:
    """Those of whom something changed that the ladder looks at."""
    moved = work.growth_moved | work.joined
    if work.ladders.reads <= {"growth"}:
        return moved
    records = work.records.values()
    return moved | {one.member_id for one in records if one.member_id is not None}
