"""What becomes of seats. Every change is made with the group's row locked; what it means for points
and orders follows from the outbox, as often as it takes, from the state the seat is in then.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction

from ..events import wake
from ..events.host import host
from ..events.outbox import NewEffect, emit
from ..features.group_buys.models import Group, GroupState, Seat, SeatState
from ..ledger import post
from ..ledger.models import Hold, HoldStatus
from ..values.identity import new_public_id
from .give_back import give_back

LEFT: Final = "left"
TOO_LATE: Final = "time limit"
NOT_FULL: Final = "not full in time"
STOPPED: Final = "ended by the shop"
# The shop cancelled the order or gave all its money back: nothing is left to ask for.
ORDER_ENDED: Final = "order cancelled"

MARK = "group:"
# A checkout that is gone may have become an order whose fact is on its way.
_ORDER_MAY_COME = timedelta(minutes=10)


def mark_of(seat: Seat) -> str:
    """What its line carries in checkout and order."""
    return f"{MARK}{seat.public_id}"


def return_seat(seat: Seat, reason: str, *, now: datetime) -> None:
    """The seat is free for others. `seat.group` is the locked row."""
    group = seat.group
    if seat.state == SeatState.PAID:
        group.paid -= 1
    if seat.state != SeatState.CONFIRMED:
        group.taken -= 1
        group.save(update_fields=["taken", "paid"])
    seat.state, seat.reason, seat.ended_at = SeatState.RETURNED, reason, now
    seat.save(update_fields=["state", "reason", "ended_at", "order_id"])


def lapse(group: Group, *, now: datetime) -> int:
    """Ends seats that were kept too long without an order; how many. The row is locked."""
    late = group.seats.filter(state=SeatState.RESERVED, expires_at__lte=now, order_id="")
    ended = []
    for seat in late.order_by("pk"):
        if _may_be_ordered(seat, now):
            continue
        seat.group = group
        return_seat(seat, TOO_LATE, now=now)
        ended.append(seat)
    settle_later(ended)
    return len(ended)


def fill(group: Group, *, now: datetime) -> None:
    """All seats are paid: the orders are confirmed."""
    group.state, group.ended_at = GroupState.FULL, now
    group.save(update_fields=["state", "ended_at"])
    paid = list(group.seats.filter(state=SeatState.PAID).order_by("pk"))
    Seat.objects.filter(pk__in=[seat.pk for seat in paid]).update(
        state=SeatState.CONFIRMED, ended_at=now
    )
    settle_later(paid)


def fail(group: Group, *, now: datetime, reason: str = NOT_FULL) -> None:
    """It was not full in time, or was stopped: everything goes back."""
    group.state, group.ended_at = GroupState.FAILED, now
    group.save(update_fields=["state", "ended_at"])
    waiting = group.seats.filter(state__in=(SeatState.RESERVED, SeatState.PAID)).order_by("pk")
    returned = list(waiting)
    for seat in returned:
        seat.group = group
        return_seat(seat, reason, now=now)
    settle_later(returned)


def settle_later(seats: Iterable[Seat]) -> None:
    """Each change is told of once, by the transaction that makes it."""
    emit(
        NewEffect(
            kind="group_seat",
            subject=f"seat:{seat.public_id}",
            source=f"seat:{seat.public_id}/{new_public_id()}",
            payload={"seat": seat.pk},
        )
        for seat in seats
    )
    wake.soon()


@transaction.atomic
def settle(seat_id: int, *, now: datetime) -> None:
    """Makes the order and the stake what the seat is: confirmed and spent, or cancelled and back.

    Raises what the host does; done again, it changes nothing.
    """
    seat = Seat.objects.select_for_update(no_key=True).get(pk=seat_id)
    if seat.state == SeatState.CONFIRMED:
        host().order_confirm(seat.order_id)
        _spend_stake(seat, now)
    elif seat.state == SeatState.RETURNED:
        _end_order(seat)
        _return_stake(seat, now)


def _end_order(seat: Seat) -> None:
    if seat.order_id:
        if seat.reason != ORDER_ENDED:
            host().order_cancel(seat.order_id, f"group buy: {seat.reason}")
            host().request_refund(seat.order_id, f"group buy: {seat.reason}")
    elif seat.checkout_id:
        # False where it is an order by now: its fact is acted on when it comes.
        host().remove_reward_line(seat.checkout_id, mark_of(seat))


def _spend_stake(seat: Seat, now: datetime) -> None:
    hold = _hold_of(seat)
    if hold is not None and hold.status == HoldStatus.OPEN:
        post.capture(
            hold.pk,
            hold.amount,
            source=f"seat:{seat.public_id}/stake/spent",
            now=now,
            data={"reason": "group_stake"},
        )


def _return_stake(seat: Seat, now: datetime) -> None:
    hold = _hold_of(seat)
    data = {"reason": "group_stake_returned", "why": seat.reason}
    source = f"seat:{seat.public_id}/stake/back"
    if hold is not None and hold.status == HoldStatus.OPEN:
        post.release(hold.pk, source=source, now=now, data=data)
    elif hold is not None and hold.capture_seq is not None:
        give_back(
            hold.account_id, hold.capture_seq, hold.captured, source=source, data=data, now=now
        )


def _hold_of(seat: Seat) -> Hold | None:
    return Hold.objects.get(pk=seat.hold_id) if seat.hold_id is not None else None


def _may_be_ordered(seat: Seat, now: datetime) -> bool:
    if not seat.checkout_id or seat.expires_at is None:
        return False
    return seat.expires_at + _ORDER_MAY_COME > now and host().checkout(seat.checkout_id) is None
