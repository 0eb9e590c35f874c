"""What becomes of the points of a review when what it is about goes back.

The order's fact only writes down what is to be done: the points go in a transaction of their own,
so that the orders of a batch lock nothing but what is theirs.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from ..events import outbox
from ..events.facts import OrderFact
from ..features.member_events.models import MemberEvent
from ..features.reviews.models import Review
from ..ledger.accounts import account_ids, lock_accounts
from .locks import lock_counters, lock_subjects
from .review_lines import is_kept
from .review_steps import setting, take_points_back, write_step

EFFECT = "review_back"


def orders_changed(orders: Sequence[OrderFact]) -> None:
    """The orders' subjects are locked, and with them whoever approves a review of theirs."""
    gone = {
        (order.order_id, line.line_id)
        for order in orders
        if not order.untouched
        for line in order.lines
        if not is_kept(order, line)
    }
    if gone and setting().take_back_on_refund:
        outbox.emit(_effects(gone))


def take_back(review_ids: Iterable[int], *, now: datetime) -> None:
    """All rows first, in their order, then counters, then accounts in theirs."""
    rows = Review.objects.filter(pk__in=list(review_ids), event__undone_at=None)
    found = rows.exclude(event=None).order_by("pk").select_for_update(of=("self",))
    reviews = [review for review in found.select_related("event") if review.event is not None]
    if not reviews:
        return
    events = [review.event for review in reviews if review.event is not None]
    lock_subjects(f"event:{event.source}" for event in events)
    lock_counters()
    lock_accounts(account_ids(_owners(events)).values())
    for review in reviews:
        if take_points_back(review, now=now):
            write_step(review, "points_taken_back", now=now)


def _effects(gone: set[tuple[str, str]]) -> Iterator[outbox.NewEffect]:
    found = Review.objects.filter(order_id__in={order_id for order_id, _ in gone})
    for review in found.filter(event__isnull=False, event__undone_at=None).order_by("pk"):
        if (review.order_id, review.line_id) in gone:
            yield outbox.NewEffect(
                kind=EFFECT,
                subject=f"review:{review.pk}",
                source=f"review:{review.pk}/back/{review.event_id}",
                payload={"review": review.pk},
            )


def _owners(events: Sequence[MemberEvent]) -> set[int]:
    return {event.member_id for event in events}
