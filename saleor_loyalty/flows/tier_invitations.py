"""Codes that let whoever has them into a tier.

The code's row is locked by counting a use, so that two who take the last one at once are in turn,
and the second finds none left.
"""

import re
import secrets
from datetime import datetime

from django.db import transaction
from django.db.models import F, Q

from ..errors import N_, Code, LoyaltyError
from ..features.members.models import Member
from ..features.tiers.models import GrantKind, TierGrant, TierInvitation
from ..values.identity import new_public_id
from .guesses import check_guesses, note_guess
from .ladder_terms import Ladders
from .tier_grants import known_tier, lasts_until, locked_member
from .tiers import reevaluate_many

_CODE = re.compile(r"[A-Z0-9][A-Z0-9-]{2,62}[A-Z0-9]")
# Nothing that is read for something else.
_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_LENGTH = 12
MOST_MONTHS = 1200
MOST_USES = 10_000_000

_WRONG = N_("This code is not valid, or not any more.")
_USED = N_("You have used this code already.")


def create_invitation(
    tier_slug: str,
    *,
    code: str | None = None,
    months: int | None = None,
    uses: int | None = None,
    valid_until: datetime | None = None,
    actor: str,
    now: datetime,
) -> TierInvitation:
    """Without a `code` one that cannot be guessed. `months` is how long the tier lasts from being
    taken (None: for good), `uses` how many members may take it (None: any number).

    Raises NOT_FOUND, INVALID.
    """
    code = _checked_code(code) if code else _new_code()
    _check_range(months, MOST_MONTHS, "months")
    _check_range(uses, MOST_USES, "uses")
    if valid_until is not None and valid_until <= now:
        raise LoyaltyError(Code.INVALID, N_("The end must lie in the future."), field="validUntil")
    invitation, made = TierInvitation.objects.get_or_create(
        code=code,
        defaults={
            "tier": known_tier(tier_slug),
            "months": months,
            "uses": uses,
            "valid_until": valid_until,
            "actor": actor,
        },
    )
    if not made:
        raise LoyaltyError(Code.INVALID, N_("This code is taken."), field="code")
    invitation.refresh_from_db(fields=["created_at"])
    return invitation


def deactivate_invitation(code: str) -> TierInvitation:
    """Nobody can take it any more; who has keeps the tier. Raises NOT_FOUND."""
    TierInvitation.objects.filter(code=code).update(active=False)
    invitation = TierInvitation.objects.select_related("tier").filter(code=code).first()
    if invitation is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such invitation."), field="id")
    return invitation


def redeem(member: Member, code: str, *, now: datetime) -> TierGrant:
    """Gives the member the tier of the code, once; the same again answers what was given.

    Raises INVALID for a code that is none, has ended or is used up, or was used and taken back;
    LIMIT_EXCEEDED after too many codes that were none. A wrong code is counted: whoever opens the
    transaction must commit it all the same.
    """
    with transaction.atomic():
        member = locked_member(member)
        check_guesses("invitation", member.pk, now=now)
        grant = _redeemed(member, code.strip().upper(), now)
        if grant is None:
            note_guess("invitation", member.pk, now=now)
    if grant is None:
        raise LoyaltyError(Code.INVALID, _WRONG, field="code")
    return grant


def _redeemed(member: Member, code: str, now: datetime) -> TierGrant | None:
    """None: the code is not good for anything."""
    invitation = TierInvitation.objects.select_related("tier").filter(code=code).first()
    if invitation is None:
        return None
    earlier = TierGrant.objects.filter(member=member, invitation=invitation)
    grant = earlier.select_related("tier", "member").first()
    if grant is not None:
        if grant.ended_at is not None:
            raise LoyaltyError(Code.INVALID, _USED, field="code")
        return grant
    if not invitation.tier.active or not _count_use(invitation, now):
        return None
    ladders = Ladders.load()
    grant = TierGrant.objects.create(
        public_id=new_public_id(),
        member=member,
        tier=invitation.tier,
        kind=GrantKind.INVITATION,
        invitation=invitation,
        starts_at=now,
        ends_at=lasts_until(now, invitation.months, ladders),
    )
    reevaluate_many([member.pk], now=now, ladders=ladders)
    return grant


def _count_use(invitation: TierInvitation, now: datetime) -> bool:
    """Whether there was one left. Waits for whoever is taking one."""
    good = TierInvitation.objects.filter(
        Q(valid_until__isnull=True) | Q(valid_until__gt=now),
        Q(uses__isnull=True) | Q(used__lt=F("uses")),
        pk=invitation.pk,
        active=True,
    )
    return good.update(used=F("used") + 1) == 1


def _new_code() -> str:
    return "".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH))


def _checked_code(code: str) -> str:
    code = code.strip().upper()
    if not _CODE.fullmatch(code):
        raise LoyaltyError(
            Code.INVALID,
            N_("A code has 4 to 64 letters from A to Z, digits and hyphens between them."),
            field="code",
        )
    return code


def _check_range(value: int | None, most: int, field: str) -> None:
    if value is not None and not 1 <= value <= most:
        raise LoyaltyError(
            Code.INVALID,
            N_("A whole number from %(least)s to %(most)s is needed."),
            field=field,
            least=1,
            most=most,
        )
