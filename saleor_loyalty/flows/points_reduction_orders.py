"""Orders that points have made cheaper: the points are spent with the order, and what of it goes
back brings its part of them back.
"""

import logging
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from ..events.facts import OrderFact, OrderLine
from ..features.orders.returned import line_back
from ..features.spending.models import PointsReduction, ReductionStatus
from ..features.spending.reduction import Ended, Left, Share, points_back
from ..ledger import post
from ..ledger.models import Hold
from .give_back import give_back
from .points_reduction import give_up_hold
from .terms import Catalogue

logger = logging.getLogger(__name__)


def lock(orders: Iterable[OrderFact]) -> list[PointsReduction]:
    """Those that these orders are about, held until the transaction ends. Before any account."""
    facts = list(orders)
    wanted = Q(order_id__in=[fact.order_id for fact in facts])
    if checkouts := [fact.checkout_id for fact in facts if fact.checkout_id]:
        wanted |= Q(checkout_id__in=checkouts, status=ReductionStatus.HELD)
    if tokens := [token for fact in facts if (token := _token(fact))]:
        wanted |= Q(token__in=tokens)
    rows = PointsReduction.objects.filter(wanted).select_for_update(of=("self",))
    return list(rows.select_related("hold").order_by("pk"))


def orders_changed(
    orders: Sequence[OrderFact], reductions: Sequence[PointsReduction], *, now: datetime
) -> None:
    """Brings what `lock` has found up to what the orders are now. The last fact of one counts."""
    facts = {fact.order_id: fact for fact in orders}
    by_checkout = {fact.checkout_id: fact for fact in facts.values() if fact.checkout_id}
    # In the order of accounts, so that two batches do not wait for each other.
    for reduction in sorted(reductions, key=lambda one: (one.hold.account_id, one.pk)):
        fact = facts.get(reduction.order_id) or by_checkout.get(reduction.checkout_id)
        if fact is not None:
            _bring_up(reduction, fact, now)


def _bring_up(reduction: PointsReduction, fact: OrderFact, now: datetime) -> None:
    if reduction.status == ReductionStatus.HELD:
        if _token(fact) == reduction.token and not fact.cancelled:
            _capture(reduction, fact, now)
        else:
            because = Ended.CANCELLED if fact.cancelled else Ended.ORDER
            _release(reduction, fact, because, now)
    if reduction.status == ReductionStatus.CAPTURED:
        _refund(reduction, fact, now)
    elif _token(fact) == reduction.token and not reduction.order_id:
        logger.error(
            "order %s is cheaper by reduction %s, whose points were given back",
            fact.order_id,
            reduction.token,
        )


def _capture(reduction: PointsReduction, fact: OrderFact, now: datetime) -> None:
    held = post.capture(
        reduction.hold_id,
        reduction.points,
        source=f"reduction:{reduction.token}/capture",
        now=now,
        data={"reason": "order_paid_with_points", "order": fact.number},
    )
    reduction.hold = Hold.objects.get(pk=held.id)
    reduction.shares = {
        line.line_id: [line.points_off, line.points_off_pieces]
        for line in fact.lines
        if line.points_off
    }
    reduction.status = ReductionStatus.CAPTURED
    reduction.order_id = fact.order_id
    reduction.save(update_fields=["shares", "status", "order_id"])


def _release(reduction: PointsReduction, fact: OrderFact, because: Ended, now: datetime) -> None:
    """The order was made without it, or is none any more."""
    give_up_hold(reduction, because, now)
    reduction.status = ReductionStatus.RELEASED
    reduction.order_id = fact.order_id
    reduction.ended_because = because.value
    reduction.save(update_fields=["status", "order_id", "ended_because"])


def _refund(reduction: PointsReduction, fact: OrderFact, now: datetime) -> None:
    """Never less than before: a late fact about an earlier state takes nothing again."""
    due = points_back(reduction.points, _shares(reduction.shares), _left(fact))
    more = due - reduction.refunded_points
    if more <= 0:
        return
    assert reduction.hold.capture_seq is not None, "captured points have their capture"
    give_back(
        reduction.hold.account_id,
        reduction.hold.capture_seq,
        more,
        source=f"reduction:{reduction.token}/back/{due}",
        data={"reason": "payment_refunded", "order": fact.number},
        now=now,
        terms=Catalogue.load().version(reduction.programme_version_id),
    )
    reduction.refunded_points = due
    reduction.save(update_fields=["refunded_points"])


def _shares(kept: Mapping[str, Sequence[int]]) -> dict[str, Share]:
    return {line: Share(amount, pieces) for line, (amount, pieces) in kept.items()}


def _left(fact: OrderFact) -> dict[str, Left]:
    return {line.line_id: _left_of(fact, line) for line in fact.lines}


def _left_of(fact: OrderFact, line: OrderLine) -> Left:
    back = line_back(fact, line)
    return Left(line.quantity - back.pieces, 1 - back.share)


def _token(fact: OrderFact) -> UUID | None:
    """Others may write on lines too."""
    try:
        return UUID(fact.points_off_token)
    except ValueError:
        return None
