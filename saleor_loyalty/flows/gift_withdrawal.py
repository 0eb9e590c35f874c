"""Staff take back what a benefit gave."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from ..errors import N_, Code, LoyaltyError
from ..events.host import host
from ..features.benefits.models import BenefitGift, GiftState
from .benefit_gifts import source_of
from .points import checked_reason


@transaction.atomic
def withdraw(public_id: UUID, *, reason: str, actor: str, now: datetime) -> BenefitGift:
    """Its coupon is worth nothing any more, and the same gift is not given again.

    Withdrawn once, again changes nothing. A partner's code is not given to anybody else. Raises
    NOT_FOUND, REQUIRED, BUSY while an order is made with its coupon, and INVALID where that was
    used or it is not a benefit's to take back.
    """
    reason = checked_reason(reason)
    gift = BenefitGift.objects.select_for_update().filter(public_id=public_id).first()
    if gift is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such gift."), field="id")
    if gift.state == GiftState.WITHDRAWN:
        return gift
    _check(gift)
    if gift.amount and not host().withdraw_coupon(source_of(gift)):
        raise LoyaltyError(Code.INVALID, N_("The coupon was used already."), field="id")
    gift.state, gift.withdrawn_at = GiftState.WITHDRAWN, now
    gift.withdrawn_by, gift.withdrawn_because = actor, reason
    gift.save(update_fields=["state", "withdrawn_at", "withdrawn_by", "withdrawn_because"])
    return gift


def _check(gift: BenefitGift) -> None:
    if gift.holder.startswith("reward:"):
        raise LoyaltyError(
            Code.INVALID, N_("This was had for points: cancel the redemption."), field="id"
        )
    if gift.points:
        raise LoyaltyError(
            Code.INVALID, N_("Points are taken back by adjusting the member's points."), field="id"
        )
