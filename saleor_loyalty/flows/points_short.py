"""How many points somebody is short, said before the ledger only says that they are."""

from datetime import datetime

from ..errors import NN_, Code, LoyaltyError
from ..features.members.models import Member
from ..ledger import read
from ..values.points import Unit


def check_enough(member: Member, points: int, *, field: str, now: datetime) -> None:
    """Raises NOT_ENOUGH_POINTS with how many are missing."""
    if not points:
        return
    missing = points - read.balance(member.pk, Unit.POINTS, now=now).available
    if missing > 0:
        raise LoyaltyError(
            Code.NOT_ENOUGH_POINTS,
            NN_("You are %(count)s point short.", "You are %(count)s points short."),
            field=field,
            count=missing,
        )
