"""The gift for the first order: promised when it is paid, or kept; taken back with it.

Who has had theirs and gives the order back does not have it again with the next one.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from django.db.models import F, Q

from ..events.facts import OrderFact
from ..features.engagement.models import EngagementVersion, Subject
from ..features.occasions.config import FirstOrder, OccasionsConfig, When
from ..features.occasions.models import OccasionGift
from ..features.orders.models import OrderRecord
from .engagement import Setting, running
from .occasion_promises import late, soon

_OCCASION = "first_order"


def lock(orders: Iterable[OrderFact]) -> list[OccasionGift]:
    """Those that these orders have brought, held until the transaction ends. Before accounts."""
    of = OccasionGift.objects.filter(order_id__in=[order.order_id for order in orders])
    return list(of.exclude(order_id="").order_by("pk").select_for_update(of=("self",)))


def orders_changed(
    orders: Sequence[OrderFact],
    records: Mapping[str, OrderRecord],
    gifts: Sequence[OccasionGift],
    *,
    now: datetime,
) -> None:
    """Brings what `lock` has found up to what the orders are now, and promises what is new."""
    facts = {fact.order_id: fact for fact in orders}
    _take_back([one for one in gifts if not _stands(facts[one.order_id], _config(one))], now)
    setting = running(Subject.OCCASIONS, OccasionsConfig)
    if setting is None or setting.config.first_order is None:
        return
    known = {one.order_id for one in gifts}
    due = {
        order_id: at
        for order_id, fact in facts.items()
        if order_id not in known and (at := _due_at(fact, setting.config.first_order, now))
    }
    _promise(due, records, setting)


def _take_back(gifts: Sequence[OccasionGift], now: datetime) -> None:
    gone = [one for one in gifts if one.taken_back_at is None]
    for one in gone:
        one.taken_back_at = now
    OccasionGift.objects.bulk_update(gone, ["taken_back_at"])
    # By a worker: what was given has locks of its own.
    soon([one.pk for one in gone if one.given_at is not None], "back")


def _config(gift: OccasionGift) -> FirstOrder | None:
    version = EngagementVersion.objects.get(subject=Subject.OCCASIONS, number=gift.version)
    return OccasionsConfig.of_document(version.config).first_order


def _stands(fact: OrderFact, kept: FirstOrder | None) -> bool:
    if fact.paid_at is None or fact.cancelled or fact.fully_refunded:
        return False
    return kept is not None and kept.counts(fact.total_gross - fact.refunded_total, fact.currency)


def _due_at(fact: OrderFact, kept: FirstOrder, now: datetime) -> datetime | None:
    """None: not (yet), or too long ago."""
    if not _stands(fact, kept):
        return None
    at = fact.paid_at
    if kept.when is When.KEPT:
        if fact.fulfilled_at is None:
            return None
        at = fact.fulfilled_at + timedelta(days=kept.return_days)
    return at if at is not None and at >= late(kept, now) else None


def _promise(
    due: Mapping[str, datetime],
    records: Mapping[str, OrderRecord],
    setting: Setting[OccasionsConfig],
) -> None:
    members = {
        order_id: member_id
        for order_id in due
        if (member_id := records[order_id].member_id) is not None
    }
    firsts = _first_orders(members.values()) if members else {}
    promised = [
        OccasionGift(
            member_id=member_id,
            occasion=_OCCASION,
            version=setting.number,
            order_id=order_id,
            due_at=due[order_id],
        )
        for order_id, member_id in sorted(members.items(), key=lambda one: one[1])
        if firsts.get(member_id) == order_id
    ]
    if not promised:
        return
    # What was taken back before it was given waits for the next order.
    again = OccasionGift.objects.filter(
        member__in=[one.member_id for one in promised],
        occasion=_OCCASION,
        given_at=None,
        taken_back_at__isnull=False,
    )
    again.delete()
    OccasionGift.objects.bulk_create(promised, ignore_conflicts=True)
    made = OccasionGift.objects.filter(order_id__in=[one.order_id for one in promised])
    soon(list(made.order_by("pk").values_list("pk", flat=True)), "paid")


def _first_orders(member_ids: Iterable[int]) -> dict[int, str]:
    """By member: the first that is paid and not given back."""
    kept = Q(total=0) | Q(refunded__lt=F("total"))
    paid = OrderRecord.objects.filter(kept, member__in=set(member_ids), paid_at__isnull=False)
    first = paid.order_by("member", "paid_at", "pk").distinct("member")
    found: dict[int, str] = {}
    for member_id, order_id in first.values_list("member", "order_id"):
        assert member_id is not None, "found by their members"
        found[member_id] = order_id
    return found
