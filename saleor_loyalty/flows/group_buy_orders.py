"""Orders that have a seat in a group, and groups and seats whose time is over."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from ..events.facts import OrderFact
from ..events.host import host
from ..features.group_buys.models import Group, GroupState, Seat, SeatState
from .group_buys import promised_to
from .group_seats import (
    MARK,
    NOT_FULL,
    ORDER_ENDED,
    TOO_LATE,
    fail,
    fill,
    lapse,
    return_seat,
    settle_later,
)

# The fact of a payment in the last minute may take a while.
_FACTS_MAY_COME = timedelta(minutes=15)


_MARK = re.compile(MARK + r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@transaction.atomic(savepoint=False)
def orders_changed(facts: Sequence[OrderFact], *, now: datetime) -> None:
    """Brings seats and groups up to what these orders are now.

    Takes no account locks; call it before any are held. In whatever order facts come, and however
    often: a seat is paid by an order that was paid in the group's time, and given back for good
    with an order that was cancelled.
    """
    by_seat = {seat_id: fact for fact in facts for seat_id in _marks(fact)}
    by_order = {fact.order_id: fact for fact in facts}
    if not by_order:
        return
    found = Seat.objects.filter(public_id__in=list(by_seat)) if by_seat else Seat.objects.none()
    known = Seat.objects.filter(order_id__in=list(by_order)).exclude(order_id="")
    pairs = {*found.values_list("group_id", "pk"), *known.values_list("group_id", "pk")}
    groups = locked_groups(group_id for group_id, _ in pairs)
    for group_id, pk in sorted(pairs):
        seat = Seat.objects.get(pk=pk)
        seat.group = groups[group_id]
        fact = by_seat.get(seat.public_id)
        if fact is not None:
            _follow(seat, fact, now)
        elif seat.order_id in by_order:
            _line_is_gone(seat, now)
    for group in groups.values():
        if group.state == GroupState.OPEN and group.paid == group.size:
            fill(group, now=now)


def end_due(*, now: datetime, limit: int) -> int:
    """Ends groups that are not full in time, and seats kept too long; returns how many.

    The host is asked once more about orders that were known but not paid.
    """
    over = Group.objects.filter(state=GroupState.OPEN, closes_at__lte=now - _FACTS_MAY_COME)
    ended = 0
    for pk in list(over.order_by("closes_at").values_list("pk", flat=True)[:limit]):
        ended += _end_group(pk, now)
    late = Seat.objects.filter(
        state=SeatState.RESERVED, expires_at__lte=now, group__state=GroupState.OPEN
    )
    for group_id in list(late.values_list("group_id", flat=True).distinct()[:limit]):
        ended += _end_seats(group_id, now)
    return ended


@transaction.atomic
def _end_group(group_id: int, now: datetime) -> int:
    ask_host(group_id, now)
    group = locked_groups([group_id])[group_id]
    if group.state != GroupState.OPEN:
        return 0
    fail(group, now=now)
    return 1


@transaction.atomic
def _end_seats(group_id: int, now: datetime) -> int:
    ask_host(group_id, now)
    group = locked_groups([group_id])[group_id]
    if group.state != GroupState.OPEN:
        return 0
    unpaid = group.seats.filter(state=SeatState.RESERVED, expires_at__lte=now)
    ordered = list(unpaid.exclude(order_id="").order_by("pk"))
    for seat in ordered:
        seat.group = group
        return_seat(seat, TOO_LATE, now=now)
    settle_later(ordered)
    return len(ordered) + lapse(group, now=now)


def ask_host(group_id: int, now: datetime) -> None:
    """Its orders are read before the group is locked: what an older reading says is true still."""
    waiting = Seat.objects.filter(group=group_id, state=SeatState.RESERVED).exclude(order_id="")
    orders = [host().order(order_id) for order_id in waiting.values_list("order_id", flat=True)]
    orders_changed([order for order in orders if order is not None], now=now)


def _follow(seat: Seat, order: OrderFact, now: datetime) -> None:
    known = bool(seat.order_id)
    if known and seat.order_id != order.order_id:
        return
    if not known:
        seat.order_id = order.order_id
        seat.save(update_fields=["order_id"])
    if order.cancelled or order.fully_refunded:
        _order_ended(seat, order, now)
        return
    if seat.state == SeatState.RETURNED and not (not known and _take_again(seat, now)):
        settle_later([seat])
    elif seat.state == SeatState.RESERVED and order.paid_at is not None:
        _paid(seat, order.paid_at, now)


def _paid(seat: Seat, paid_at: datetime, now: datetime) -> None:
    group = seat.group
    if group.state != GroupState.OPEN or paid_at >= group.closes_at:
        return_seat(seat, NOT_FULL, now=now)
        settle_later([seat])
        return
    seat.state, seat.expires_at = SeatState.PAID, None
    seat.save(update_fields=["state", "expires_at"])
    group.paid += 1
    group.save(update_fields=["paid"])


def _order_ended(seat: Seat, order: OrderFact, now: datetime) -> None:
    if seat.state != SeatState.RETURNED:
        return_seat(seat, ORDER_ENDED, now=now)
        settle_later([seat])
    elif order.paid_at is not None and not order.fully_refunded and seat.reason != ORDER_ENDED:
        # Paid after it was cancelled: the money goes back all the same.
        settle_later([seat])


def _take_again(seat: Seat, now: datetime) -> bool:
    """The order was made when the seat's time was just over: it has it again if there is room.

    Not with a stake, which went back to the member.
    """
    group = seat.group
    if seat.reason != TOO_LATE or seat.hold_id is not None:
        return False
    if group.state != GroupState.OPEN or group.closes_at <= now or group.taken >= group.size:
        return False
    if group.seats.filter(member=seat.member_id).exclude(state=SeatState.RETURNED).exists():
        return False
    minutes = promised_to(group).seat_minutes
    seat.state, seat.reason, seat.ended_at = SeatState.RESERVED, "", None
    seat.expires_at = min(now + timedelta(minutes=minutes), group.closes_at)
    seat.save(update_fields=["state", "reason", "ended_at", "expires_at"])
    group.taken += 1
    group.save(update_fields=["taken"])
    return True


def _line_is_gone(seat: Seat, now: datetime) -> None:
    """Staff took the line off the order: what is left of it is an order like any other."""
    if seat.state in (SeatState.RESERVED, SeatState.PAID):
        seat.order_id = ""
        seat.checkout_id = ""
        seat.save(update_fields=["checkout_id"])
        return_seat(seat, ORDER_ENDED, now=now)
        settle_later([seat])


def locked_groups(group_ids: Iterable[int]) -> Mapping[int, Group]:
    found = Group.objects.filter(pk__in=set(group_ids)).order_by("pk")
    return {group.pk: group for group in found.select_for_update(no_key=True)}


def _marks(fact: OrderFact) -> list[UUID]:
    marks = [line.reward for line in fact.lines if line.reward.startswith(MARK)]
    return [UUID(mark.removeprefix(MARK)) for mark in marks if _MARK.fullmatch(mark)]
