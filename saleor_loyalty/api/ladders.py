"""Ids of versions of the ladder, as clients see them."""

from ..errors import Code, LoyaltyError
from ..features.tiers.models import LadderVersion
from .ids import public_of, to_global

VERSION, TRIAL, INVITATION = "LoyaltyLadderVersion", "LoyaltyLadderTrial", "LoyaltyTierInvitation"


def version_id(version: LadderVersion) -> str:
    return to_global(VERSION, version.number)


def version_number(global_id: str, *, field: str = "id") -> int:
    number = public_of(global_id, VERSION, field=field)
    # There are never a million versions, and a longer number is none of ours.
    if not (number.isascii() and number.isdigit() and len(number) <= 6):
        raise LoyaltyError(Code.INVALID, f"This is not the id of a {VERSION}.", field=field)
    return int(number)
