"""What of the points of a redemption goes back. Pure."""

from fractions import Fraction


def owed_back(points: int, quantity: int, kept: int, share: Fraction) -> int:
    """Points owed back in all: `kept` of the pieces stay, of whose money `share` went back.

    Floor, so that nobody gets a point for less than it took; all of them at the end.
    """
    if not quantity:
        return points
    staying = Fraction(max(min(kept, quantity), 0), quantity) * (1 - share)
    return int(points * (1 - staying))
