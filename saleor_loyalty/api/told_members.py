"""Whom a program tells of: by the member's id, or by e-mail."""

from django.db.models import Q

from ..errors import N_, Code, LoyaltyError
from ..features.members.models import Member
from .inputs import text
from .members import known_member

LONGEST_EMAIL = 254


def one_of(member_id: str | None, email: str | None) -> None:
    """Raises LoyaltyError(REQUIRED) for none and for both."""
    if (member_id is None) == (email is None):
        raise LoyaltyError(Code.REQUIRED, N_("Give either an id or an e-mail."), field="memberId")


def told_member(member_id: str | None, email: str | None) -> Member:
    """An account comes before a guest of the same e-mail. Raises NOT_FOUND, MEMBER_CLOSED."""
    one_of(member_id, email)
    if member_id is not None:
        return known_member(member_id)
    wanted = text(email, field="email", longest=LONGEST_EMAIL).lower()
    known = Member.objects.select_related("tier").filter(merged_into=None, email=wanted)
    found = known.filter(Q(user__isnull=False) | Q(guest=True)).order_by("guest", "pk").first()
    if found is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such member."), field="email")
    return found
