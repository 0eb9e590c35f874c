"""One referral at a time, and one friend of a member at a time.

Members are kept from being merged, then the referral's row, then who brought them; accounts last.
"""

from collections.abc import Iterable

from django.db import connection

from ..errors import N_, Code, LoyaltyError
from ..features.members.models import Member
from ..features.referrals.models import Referral
from .locks import lock_subjects

_TRIES = 5


def keep_members(ids: Iterable[int]) -> None:
    """Until the transaction ends none of them is merged; everything else about them may change."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id FROM saleor_loyalty_member WHERE id = ANY(%s) ORDER BY id FOR KEY SHARE",
            [sorted(ids)],
        )


def in_turn(*members: Member) -> None:
    lock_subjects(f"referrals:{member.pk}" for member in members)


def locked(pk: int) -> Referral:
    """With its two members. Raises BUSY where they are being merged over and over."""
    for _ in range(_TRIES):
        people = Referral.objects.values_list("referrer_id", "friend_id").get(pk=pk)
        keep_members(people)
        rows = Referral.objects.select_related("referrer__merged_into", "friend__merged_into")
        referral = rows.select_for_update(of=("self",)).get(pk=pk)
        if (referral.referrer_id, referral.friend_id) == people:
            in_turn(referral.referrer)
            return referral
    raise LoyaltyError(Code.BUSY, N_("Somebody else is changing this. Try again."))
