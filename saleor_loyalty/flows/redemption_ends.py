"""A redemption that is taken back, runs out, or is done: by staff, by the member, by time."""

import logging
from datetime import datetime
from uuid import UUID

from django.db import DatabaseError, transaction
from django.db.models import QuerySet

from ..errors import N_, Code, LoyaltyError
from ..events.host import host
from ..features.members.models import Member
from ..features.members.service import holder_of
from ..features.rewards.kinds import Returnable, Way
from ..features.rewards.models import Redemption, RedemptionState
from ..ledger import post
from ..ledger.models import HoldStatus
from .points import checked_reason
from .redemption_steps import (
    WAITING,
    locked,
    points_back,
    promise_of,
    source_of,
    stock_back,
    way_of,
    write_step,
)
from .reward_givers import Errand, giver_of, hand_over

logger = logging.getLogger(__name__)

LONGEST_TRACKING = 200
_DONE = (RedemptionState.CANCELLED, RedemptionState.EXPIRED)


@transaction.atomic
def cancel(public_id: UUID, *, reason: str, actor: str, now: datetime) -> Redemption:
    """By staff: what was given is worth nothing any more, points and stock are back.

    Cancelled once, again changes nothing. Raises NOT_FOUND, REQUIRED, and INVALID for what was
    used or is not given back.
    """
    reason = checked_reason(reason)
    redemption = locked(public_id)
    if redemption.state == RedemptionState.CANCELLED:
        return redemption
    kept = promise_of(redemption).gives.returnable is Returnable.NEVER
    if kept and WAITING not in redemption.details:
        raise LoyaltyError(Code.INVALID, N_("This is not given back."), field="id")
    _cancel(redemption, actor=actor, note=reason, now=now)
    return redemption


@transaction.atomic
def cancel_own(member: Member, public_id: UUID, *, now: datetime) -> Redemption:
    """By the member: what is set aside always, the rest where the reward lets them.

    Raises NOT_FOUND, FORBIDDEN, INVALID.
    """
    if not Redemption.objects.filter(public_id=public_id, member=member).exists():
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such redemption."), field="id")
    redemption = locked(public_id)
    if redemption.state == RedemptionState.CANCELLED:
        return redemption
    promise = promise_of(redemption)
    allowed = promise.members_may_cancel and promise.gives.returnable is Returnable.FREELY
    if redemption.state != RedemptionState.RESERVED and not allowed:
        raise LoyaltyError(Code.FORBIDDEN, N_("This is not given back."), field="id")
    if redemption.state == RedemptionState.ISSUED and promise.gives.way is Way.BY_ORDER:
        raise LoyaltyError(Code.FORBIDDEN, N_("This is not given back."), field="id")
    _cancel(redemption, actor="", note="", now=now)
    return redemption


@transaction.atomic
def issue(
    public_id: UUID, *, code: str, tracking: str, note: str, actor: str, now: datetime
) -> Redemption:
    """Staff have prepared it: the member has the code (none given: one is made) and the tracking.

    Raises NOT_FOUND, and INVALID for what is not theirs to give.
    """
    redemption = locked(public_id)
    to_do = redemption.state == RedemptionState.REQUESTED and WAITING not in redemption.details
    if not to_do or way_of(redemption) is not Way.BY_STAFF:
        raise LoyaltyError(
            Code.INVALID, N_("There is nothing to be prepared by staff."), field="id"
        )
    redemption.code, redemption.tracking = code, tracking
    kind = promise_of(redemption).gives
    errand = Errand(redemption, holder_of(redemption.member_id), kind, now, actor)
    hand_over(redemption, giver_of(kind).give(errand), now=now, actor=actor, note=note)
    return redemption


@transaction.atomic
def fulfil(public_id: UUID, *, tracking: str, note: str, actor: str, now: datetime) -> Redemption:
    """Used, sent or honoured. Said again it changes nothing but the tracking.

    Raises NOT_FOUND, and INVALID for what the member does not have.
    """
    redemption = locked(public_id)
    if redemption.state not in (RedemptionState.ISSUED, RedemptionState.FULFILLED):
        raise LoyaltyError(Code.INVALID, N_("The member does not have it (any more)."), field="id")
    changed = bool(tracking) and tracking != redemption.tracking
    if redemption.state == RedemptionState.FULFILLED and not changed:
        return redemption
    write_step(
        redemption,
        RedemptionState.FULFILLED,
        now=now,
        actor=actor,
        note=note,
        tracking=tracking or redemption.tracking,
    )
    return redemption


@transaction.atomic
def take_back(public_id: UUID, *, note: str, now: datetime) -> bool:
    """What it was given for is no more. False: it was used already, and stays."""
    redemption = locked(public_id)
    if redemption.state in _DONE or not _taken_back(redemption, "", now):
        return False
    _back(redemption, RedemptionState.CANCELLED, note=note, now=now)
    return True


def give_up(redemption: Redemption, *, note: str, now: datetime) -> None:
    """The shop has not made it, and will not: points and stock are back. The row is locked."""
    _back(redemption, RedemptionState.CANCELLED, note=note, now=now)


def release_due(*, now: datetime) -> int:
    """Ends what is set aside longer than it should be; returns how many it could end."""
    due = Redemption.objects.filter(
        state=RedemptionState.RESERVED, order_id="", valid_until__lte=now
    )
    return _each(due, now)


def expire_due(*, now: datetime) -> int:
    """Ends what has run out; returns how many it could end."""
    due = Redemption.objects.filter(state=RedemptionState.ISSUED, valid_until__lte=now)
    return _each(due, now)


@transaction.atomic
def end(public_id: UUID, *, now: datetime, note: str = "") -> bool:
    """Its time is over, or its line has gone from the checkout. False: it cannot end (yet).

    The row is locked before anything is decided; what an order was made with stays.
    """
    redemption = locked(public_id)
    over = redemption.valid_until is not None and redemption.valid_until <= now
    match redemption.state:
        case RedemptionState.RESERVED if not redemption.order_id and (over or note):
            if not _off_the_checkout(redemption):
                return False
            state = RedemptionState.EXPIRED if over and not note else RedemptionState.CANCELLED
            release(redemption, state, note=note, now=now)
        case RedemptionState.ISSUED if over:
            _run_out(redemption, now)
        case _:
            return False
    return True


def release(redemption: Redemption, state: RedemptionState, *, note: str, now: datetime) -> None:
    """Points that were set aside are free again, and the pieces in stock. The row is locked."""
    stock_back(redemption, redemption.quantity)
    if redemption.hold is not None and redemption.hold.status == HoldStatus.OPEN:
        post.release(
            redemption.hold.pk,
            source=source_of(redemption, "release"),
            now=now,
            data={"reason": "released", "reward": redemption.reward.slug},
        )
    write_step(redemption, state, note=note, now=now)


def _each(due: "QuerySet[Redemption]", now: datetime) -> int:
    ended = 0
    for public_id in list(due.order_by("pk").values_list("public_id", flat=True)):
        try:
            ended += end(public_id, now=now)
        except (DatabaseError, LoyaltyError, OSError, RuntimeError):
            # Its checkout is being completed, or the shop is not there: the next run looks again.
            logger.warning("redemption %s could not be ended", public_id, exc_info=True)
    return ended


def _cancel(redemption: Redemption, *, actor: str, note: str, now: datetime) -> None:
    if redemption.state == RedemptionState.RESERVED:
        if redemption.order_id or not _off_the_checkout(redemption):
            raise LoyaltyError(
                Code.INVALID, N_("An order was made with this. Cancel the order."), field="id"
            )
        release(redemption, RedemptionState.CANCELLED, note=note, now=now)
        return
    if redemption.state in _DONE or not _taken_back(redemption, actor, now):
        raise LoyaltyError(Code.INVALID, N_("This was used already, or has ended."), field="id")
    _back(redemption, RedemptionState.CANCELLED, note=note, now=now, actor=actor)


def _taken_back(redemption: Redemption, actor: str, now: datetime) -> bool:
    if WAITING in redemption.details:
        return True
    kind = promise_of(redemption).gives
    if kind.way is Way.BY_ORDER:
        # A favour: the order is the shop's own business.
        return redemption.state == RedemptionState.ISSUED
    if redemption.state == RedemptionState.FULFILLED and kind.kind != "tier_upgrade":
        return False
    member = Member.objects.get(pk=redemption.member_id)
    return giver_of(kind).take_back(Errand(redemption, member, kind, now, actor))


def _run_out(redemption: Redemption, now: datetime) -> None:
    promise = promise_of(redemption)
    if not _taken_back(redemption, "", now):
        write_step(redemption, RedemptionState.FULFILLED, now=now)
        return
    given_back = promise.back_when_expired and promise.gives.returnable is Returnable.FREELY
    if given_back:
        _back(redemption, RedemptionState.EXPIRED, note="", now=now)
    else:
        write_step(redemption, RedemptionState.EXPIRED, now=now)


def _back(
    redemption: Redemption, state: RedemptionState, *, note: str, now: datetime, actor: str = ""
) -> None:
    stock_back(redemption, redemption.quantity)
    points_back(redemption, redemption.points, now=now)
    write_step(redemption, state, note=note, now=now, actor=actor)


def _off_the_checkout(redemption: Redemption) -> bool:
    return host().remove_reward_line(redemption.checkout_id, str(redemption.public_id))
