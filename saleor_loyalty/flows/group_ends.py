"""Staff end a group by hand: as if it were full, or as if it had not become so."""

from datetime import datetime

from django.db import transaction

from ..errors import N_, Code, LoyaltyError
from ..features.group_buys.models import Group, GroupState, SeatState
from .group_buy_orders import ask_host, locked_groups
from .group_seats import STOPPED, fail, fill, return_seat, settle_later
from .points import checked_reason


@transaction.atomic
def end_group(code: str, *, confirm: bool, reason: str, actor: str, now: datetime) -> Group:
    """Confirms what is paid, whoever is missing, or cancels everything.

    Seats that are not paid go back either way. Ended so once, again changes nothing. Raises
    NOT_FOUND, REQUIRED, and INVALID where it has ended otherwise or nobody has paid.
    """
    reason = checked_reason(reason)
    found = Group.objects.filter(code=code).values_list("pk", flat=True).first()
    if found is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such group."), field="id")
    ask_host(found, now)
    group = locked_groups([found])[found]
    if group.state == (GroupState.FULL if confirm else GroupState.FAILED):
        return group
    if group.state != GroupState.OPEN:
        raise LoyaltyError(Code.INVALID, N_("It has ended already."), field="id")
    if confirm:
        _confirm(group, now)
    else:
        fail(group, now=now, reason=STOPPED)
    group.ended_by, group.ended_because = actor, reason
    group.save(update_fields=["ended_by", "ended_because"])
    return group


def _confirm(group: Group, now: datetime) -> None:
    if not group.paid:
        raise LoyaltyError(Code.INVALID, N_("Nobody has paid yet: cancel it."), field="confirm")
    unpaid = list(group.seats.filter(state=SeatState.RESERVED).order_by("pk"))
    for seat in unpaid:
        seat.group = group
        return_seat(seat, STOPPED, now=now)
    settle_later(unpaid)
    fill(group, now=now)
