"""What an account counts, and how much of it one write may move."""

from enum import IntEnum
from typing import TypeGuard

from ..errors import N_, Code, LoyaltyError

# A typing slip of a few zeros must fail, and sums of many writes must stay far inside a bigint.
MAX_POINTS = 1_000_000_000_000


class Unit(IntEnum):
    """POINTS are spent; GROWTH moves tiers and is never spent."""

    POINTS = 1
    GROWTH = 2


def positive_points(points: object, *, field: str = "points") -> int:
    """`points` as given if it is a whole number from 1 to MAX_POINTS.

    Raises LoyaltyError(INVALID) otherwise; a bool or a float is never a number of points.
    """
    if not _is_whole(points) or not 0 < points <= MAX_POINTS:
        raise LoyaltyError(
            Code.INVALID,
            N_("A whole number from %(least)s to %(most)s is needed."),
            least=1,
            field=field,
            most=MAX_POINTS,
        )
    return points


def _is_whole(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)
