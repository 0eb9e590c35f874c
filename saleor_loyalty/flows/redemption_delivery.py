"""What the shop must make for a redemption: by the outbox, once, or the points go back.

The shop knows each thing by its source: asked again it answers the same one. What could not be made
however often it was tried is swept at night: the shop is asked to take it back, and the points and
the stock return unless the member has used it after all.
"""

import logging
from datetime import datetime

from django.db import DatabaseError, transaction
from django.db.models import BigIntegerField, Exists, OuterRef
from django.db.models.fields.json import KT
from django.db.models.functions import Cast

from ..errors import N_, LoyaltyError
from ..events.models import OutboxEffect, WorkStatus
from ..features.members.service import holder_of
from ..features.rewards.models import Redemption, RedemptionState
from .redemption_ends import give_up
from .redemption_steps import locked, locked_row, promise_of
from .redemptions import EFFECT
from .reward_givers import Errand, giver_of, hand_over

logger = logging.getLogger(__name__)


def deliver(redemption_id: int, *, now: datetime) -> None:
    """Has the shop make it. Nobody is left to have it where the account was deleted."""
    redemption = locked_row(redemption_id)
    if redemption.state != RedemptionState.REQUESTED:
        return
    member = holder_of(redemption.member_id)
    if member.user_id is None:
        give_up(redemption, note=N_("The account was deleted."), now=now)
        return
    kind = promise_of(redemption).gives
    given = giver_of(kind).give(Errand(redemption, member, kind, now))
    hand_over(redemption, given, now=now)


def sweep(*, now: datetime) -> int:
    """Ends what could not be made; returns how many were ended."""
    ended = 0
    for redemption in _never_made():
        try:
            ended += _end(redemption, now)
        except (DatabaseError, LoyaltyError, OSError, RuntimeError):
            # The shop is not there, say: the next night looks again.
            logger.warning("redemption %s could not be ended", redemption.public_id, exc_info=True)
    return ended


def _never_made() -> list[Redemption]:
    dead = OutboxEffect.objects.filter(kind=EFFECT, status=WorkStatus.DEAD).annotate(
        redemption=Cast(KT("payload__redemption"), BigIntegerField())
    )
    waiting = Redemption.objects.filter(state=RedemptionState.REQUESTED)
    return list(waiting.filter(Exists(dead.filter(redemption=OuterRef("pk")))).order_by("pk"))


@transaction.atomic
def _end(found: Redemption, now: datetime) -> int:
    redemption = locked(found.public_id)
    if redemption.state != RedemptionState.REQUESTED:
        return 0
    member = holder_of(redemption.member_id)
    kind = promise_of(redemption).gives
    errand = Errand(redemption, member, kind, now)
    if giver_of(kind).take_back(errand):
        give_up(redemption, note=N_("The shop could not make this."), now=now)
    else:
        # It was made, and the answer lost: the shop knows its code.
        hand_over(redemption, giver_of(kind).give(errand), now=now)
    return 1
