"""Cases: what two members have in common, looked at by staff, who let it pass or end it."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from ..errors import N_, Code, LoyaltyError
from ..features.referrals.models import Referral, ReferralState
from ..values.sentences import TOO_LONG
from . import referral_gifts, referral_terms
from .referral_locks import locked
from .referral_steps import advance, end

LONGEST_REASON = 500


@transaction.atomic
def approve(public_id: UUID, reason: str, *, actor: str, now: datetime) -> Referral:
    """Goes on where it stood, with all that waited. Again changes nothing.

    Raises NOT_FOUND, REQUIRED without a reason, INVALID for one that is no case.
    """
    referral = _known(public_id)
    _check_reason(reason)
    if referral.cleared and referral.state != ReferralState.HELD:
        return referral
    if referral.state != ReferralState.HELD:
        raise LoyaltyError(Code.INVALID, N_("This waits for nobody."), field="id")
    referral.state, referral.cleared = ReferralState.REGISTERED, True
    referral.reason, referral.actor = reason, actor
    advance(referral, referral_terms.promised(referral.version), now)
    return referral


@transaction.atomic
def refuse(public_id: UUID, reason: str, *, actor: str, now: datetime) -> Referral:
    """Ends it, and takes back all it gave to anybody, also where it was rewarded already.

    Again changes nothing. Raises NOT_FOUND, REQUIRED without a reason.
    """
    referral = _known(public_id)
    _check_reason(reason)
    if referral.state != ReferralState.REFUSED:
        end(referral, reason, actor=actor, now=now)
    referral_gifts.take_back(referral, now=now)
    return referral


def _known(public_id: UUID) -> Referral:
    pk = Referral.objects.filter(public_id=public_id).values_list("pk", flat=True).first()
    if pk is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such referral."), field="id")
    return locked(pk)


def _check_reason(reason: str) -> None:
    if not reason.strip():
        raise LoyaltyError(Code.REQUIRED, N_("A reason is needed."), field="reason")
    if len(reason) > LONGEST_REASON:
        raise LoyaltyError(
            Code.INVALID,
            TOO_LONG,
            field="reason",
            count=LONGEST_REASON,
        )
