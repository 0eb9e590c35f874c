"""Whether a member is one of those something is for."""

from datetime import datetime

from ..errors import N_, Code, LoyaltyError
from ..features.members.models import Member
from ..values.gate import Gate
from .perks import perks_of_members


def lets_in(gate: Gate, member_id: int, *, now: datetime) -> bool:
    """Asks the database only where the gate is not open to every member."""
    if gate.is_open:
        return True
    perks = perks_of_members([member_id], now=now).get(member_id)
    return gate.lets_in(held.holder for held in perks.holders) if perks is not None else False


def check_member(member: Member, gate: Gate, *, now: datetime) -> None:
    """Raises MEMBER_CLOSED, FORBIDDEN."""
    if member.merged_into_id is not None:
        raise LoyaltyError(Code.MEMBER_CLOSED, N_("This member was merged into another."))
    if not lets_in(gate, member.pk, now=now):
        raise LoyaltyError(Code.FORBIDDEN, N_("This is for members of another tier or plan."))
