"""Which flow acts on which kind of fact."""

from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from ..events import work
from ..events.facts import OrderFact
from ..events.host import host
from ..events.models import InboxFact, WorkStatus
from . import members, order_changed, points_at_checkout, points_reduction, redemption_orders
from .locks import lock_subjects

Facts = Sequence[InboxFact]


def work_inbox(*, now: datetime, limit: int = 500) -> int:
    """Acts on up to `limit` facts; returns how many it looked at, so that 0 says all is done."""
    return work.work_batch(InboxFact, lambda facts: _act(facts, now), now=now, limit=limit)


def replay(fact_id: int, *, now: datetime) -> InboxFact:
    """Puts a dead fact back in line. Raises NOT_FOUND."""
    return work.replay(InboxFact, fact_id, now=now)


def dead_facts() -> QuerySet[InboxFact]:
    return InboxFact.objects.filter(status=WorkStatus.DEAD).order_by("-id")


def _act(facts: Facts, now: datetime) -> None:
    lock_subjects(fact.subject for fact in facts)
    by_kind: dict[str, list[InboxFact]] = {}
    for fact in facts:
        by_kind.setdefault(fact.kind, []).append(fact)
    for kind, of_kind in by_kind.items():
        _KINDS[kind](of_kind, now)


def _orders(facts: Facts, now: datetime) -> None:
    """The subject's lock is held, so what the host says now is not older than what is known."""
    orders: dict[str, OrderFact] = {}
    for fact in facts:
        order_id = _id_of(fact)
        if fact.payload is not None:
            orders[order_id] = OrderFact.from_json(fact.payload)
        elif order_id not in orders:
            order = host().order(order_id)
            if order is not None:
                orders[order_id] = order
    order_changed.act_on(list(orders.values()), now=now)


def _checkouts(facts: Facts, now: datetime) -> None:
    for checkout_id in {_id_of(fact): None for fact in facts}:
        points_at_checkout.review_checkout(checkout_id, now=now)
        points_reduction.review_checkout(checkout_id, now=now)
        redemption_orders.review_checkout(checkout_id, now=now)


def _customers(facts: Facts, now: datetime) -> None:
    """Only members follow their account, and guests whose e-mail an account has confirmed."""
    for user_id in {int(_id_of(fact)): None for fact in facts}:
        customer = host().customer(user_id)
        if customer is not None and (
            members.member_of_user(user_id) is not None
            or (customer.confirmed and members.has_guest(customer.email))
        ):
            members.find_or_join(user_id, now=now)


def _payment_refunds(facts: Facts, now: datetime) -> None:
    for fact in facts:
        data = fact.payload or {}
        points_at_checkout.refund(
            UUID(data["token"]), data["amount"], reference=data["reference"], now=now
        )


def _payment_cancels(facts: Facts, now: datetime) -> None:
    for fact in facts:
        data = fact.payload or {}
        points_at_checkout.release(UUID(data["token"]), "cancelled by staff", now=now)


def _id_of(fact: InboxFact) -> str:
    return fact.subject.partition(":")[2]


_KINDS: dict[str, Callable[[Facts, datetime], None]] = {
    "order": _orders,
    "checkout": _checkouts,
    "customer": _customers,
    "payment_refund": _payment_refunds,
    "payment_cancel": _payment_cancels,
}
