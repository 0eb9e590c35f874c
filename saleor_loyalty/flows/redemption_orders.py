"""What orders mean for redemptions: coupons that they use, and products for points, from the
checkout to the last refund.

The points of a product are set aside while the checkout is open and until its order is paid; then
they are spent. What goes back to the shopper brings its share of them back.
"""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from uuid import UUID

from django.db.models import Q

from ..errors import N_
from ..events.facts import OrderFact, OrderLine
from ..events.host import host
from ..features.orders.returned import line_back
from ..features.rewards.models import Redemption, RedemptionState
from ..features.rewards.shares import owed_back
from ..ledger import post
from ..ledger.models import Hold, HoldStatus
from . import coupon_orders
from .redemption_ends import end, release
from .redemption_steps import (
    PIECES_BACK,
    points_back,
    source_of,
    stock_back,
    write_step,
)

logger = logging.getLogger(__name__)


def lock(orders: Iterable[OrderFact]) -> list[Redemption]:
    """Those that these orders are about, held until the transaction ends. Before any account."""
    facts = list(orders)
    marks = {mark for fact in facts for mark in _marks(fact)}
    about = Q(order_id__in=[fact.order_id for fact in facts])
    if marks:
        about |= Q(public_id__in=marks)
    codes = {code for fact in facts for code in fact.coupons}
    if codes:
        about |= Q(code__in=codes, kind__in=coupon_orders.KINDS)
    found = Redemption.objects.filter(about)
    rows = found.select_for_update(of=("self",)).select_related("reward", "hold")
    return list(rows.order_by("pk"))


def orders_changed(
    orders: Sequence[OrderFact], redemptions: Sequence[Redemption], *, now: datetime
) -> None:
    """Brings what `lock` has found up to what the orders are now. The last fact of one counts."""
    facts = {fact.order_id: fact for fact in orders}
    by_mark = {mark: fact for fact in facts.values() for mark in _marks(fact)}
    by_code = {code: fact for fact in facts.values() for code in fact.coupons}
    # In the order of accounts, so that two batches do not wait for each other.
    for redemption in sorted(redemptions, key=lambda one: (one.account_id, one.pk)):
        known = facts.get(redemption.order_id)
        if redemption.kind in coupon_orders.KINDS:
            coupon_orders.follow(redemption, by_code.get(redemption.code), known, now=now)
            continue
        fact = known or by_mark.get(redemption.public_id)
        if fact is not None:
            _bring_up(redemption, fact, now)


def review_checkout(checkout_id: str, *, now: datetime) -> None:
    """Gives points back where their line or the checkout has gone, or it is another's now; takes
    lines away that no points are set aside for.
    """
    held = Redemption.objects.select_related("member").filter(
        checkout_id=checkout_id, state=RedemptionState.RESERVED, order_id=""
    )
    checkout = host().checkout(checkout_id)
    lines = {line.reward for line in checkout.lines if line.reward} if checkout else set()
    for redemption in held.order_by("pk"):
        mark = str(redemption.public_id)
        if checkout is None:
            end(redemption.public_id, now=now, note=N_("There is no such checkout any more."))
        elif mark not in lines:
            end(redemption.public_id, now=now, note=N_("Taken out of the checkout."))
        elif checkout.user_id is None or checkout.user_id != redemption.member.user_id:
            end(redemption.public_id, now=now, note=N_("The checkout is another's now."))
        else:
            lines.discard(mark)
    for mark in sorted(lines):
        if _is_nobodys(mark):
            host().remove_reward_line(checkout_id, mark)


def _is_nobodys(mark: str) -> bool:
    """A line of ours whose redemption never came to be, or has ended."""
    public_id = _uuid(mark)
    if public_id is None:
        return False
    states = Redemption.objects.filter(public_id=public_id).values_list("state", flat=True)
    return states.first() in (None, RedemptionState.CANCELLED, RedemptionState.EXPIRED)


@dataclass(frozen=True, slots=True)
class _Stand:
    """How a redemption stands on its order: pieces bought, pieces kept, and of their money the
    share that went back.
    """

    bought: int
    kept: int
    share: Fraction

    @classmethod
    def of(cls, redemption: Redemption, fact: OrderFact) -> "_Stand":
        mark = str(redemption.public_id)
        line = next((line for line in fact.lines if line.reward == mark), None)
        if line is None:
            return cls(0, 0, Fraction(1))
        back = line_back(fact, line)
        return cls(line.quantity, line.quantity - back.pieces, back.share)

    @property
    def nothing_left(self) -> bool:
        return not self.kept or self.share >= 1


def _bring_up(redemption: Redemption, fact: OrderFact, now: datetime) -> None:
    stand = _Stand.of(redemption, fact)
    if redemption.state == RedemptionState.RESERVED:
        _ordered(redemption, fact, stand, now)
    if redemption.state in (RedemptionState.ISSUED, RedemptionState.FULFILLED):
        _refunded(redemption, fact, stand, now)
    elif redemption.state != RedemptionState.RESERVED and stand.kept and not redemption.order_id:
        logger.error(
            "order %s has the line of redemption %s, whose points were given back",
            fact.order_id,
            redemption.public_id,
        )


def _ordered(redemption: Redemption, fact: OrderFact, stand: _Stand, now: datetime) -> None:
    if stand.nothing_left:
        redemption.order_id = redemption.order_id or fact.order_id
        release(redemption, RedemptionState.CANCELLED, note=_note(fact), now=now)
    elif fact.paid_at is not None:
        redemption.order_id = fact.order_id
        _capture(redemption, stand, now)
    elif not redemption.order_id:
        # Its time limit counts no more: the order is there, and waits for its money.
        redemption.order_id = fact.order_id
        redemption.save(update_fields=["order_id"])


def _capture(redemption: Redemption, stand: _Stand, now: datetime) -> None:
    """For the pieces that were bought; what was set aside for others is free again."""
    pieces = min(stand.bought, redemption.quantity)
    if pieces < redemption.quantity:
        stock_back(redemption, redemption.quantity - pieces)
        redemption.points = redemption.points // redemption.quantity * pieces
        redemption.amount = redemption.amount // redemption.quantity * pieces
        redemption.details = {**redemption.details, PIECES_BACK: 0}
        redemption.quantity = pieces
    if redemption.hold is not None and redemption.hold.status == HoldStatus.OPEN:
        held = post.capture(
            redemption.hold.pk,
            redemption.points,
            source=source_of(redemption, "capture"),
            now=now,
            data={"reason": "reward", "reward": redemption.reward.slug},
        )
        redemption.spend_seq = held.capture_seq
        redemption.hold = Hold.objects.get(pk=held.id)
    write_step(redemption, RedemptionState.ISSUED, now=now, valid_until=None)


def _refunded(redemption: Redemption, fact: OrderFact, stand: _Stand, now: datetime) -> None:
    due = owed_back(redemption.points, redemption.quantity, stand.kept, stand.share)
    before = dict(redemption.details)
    points_back(redemption, due, now=now)
    pieces = redemption.quantity if stand.nothing_left else redemption.quantity - stand.kept
    stock_back(redemption, pieces)
    if stand.nothing_left:
        write_step(redemption, RedemptionState.CANCELLED, now=now, note=_note(fact))
        return
    if fact.fulfilled_at is not None and redemption.state == RedemptionState.ISSUED:
        write_step(redemption, RedemptionState.FULFILLED, now=now)
    elif redemption.details != before:
        redemption.save(update_fields=["details"])


def _note(fact: OrderFact) -> str:
    return N_("The order was cancelled.") if fact.cancelled else N_("The order was refunded.")


def _marks(fact: OrderFact) -> list[UUID]:
    return [mark for mark in map(_mark_of, fact.lines) if mark is not None]


def _mark_of(line: OrderLine) -> UUID | None:
    return _uuid(line.reward) if line.reward else None


def _uuid(mark: str) -> UUID | None:
    """Marks of group prices are no redemptions."""
    try:
        return UUID(mark)
    except ValueError:
        return None
