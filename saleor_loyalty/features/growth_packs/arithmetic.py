"""What pieces of a pack bring, and what of it refunds leave. Pure."""

from collections.abc import Iterable
from fractions import Fraction

from ...values.points import MAX_POINTS
from .config import PackConfig
from .models import PackPurchase


def room(config: PackConfig, bought: Iterable[PackPurchase]) -> int | None:
    """How many more pieces count in the period of these purchases. None: any number."""
    if config.limit is None:
        return None
    return max(config.limit.pieces - sum(map(_standing, bought)), 0)


def _standing(purchase: PackPurchase) -> int:
    """Pieces that count against the limit: those that came back make room again."""
    if not purchase.growth:
        return 0
    gone = purchase.counted * purchase.growth_taken_back // purchase.growth
    return purchase.counted - gone


def brought(per_piece: int, pieces: int) -> int:
    """Points or growth of so many pieces; no single write moves more than there can be."""
    return min(per_piece * pieces, MAX_POINTS)


def owed_back(purchase: PackPurchase, kept: int, share_back: Fraction) -> tuple[int, int]:
    """Growth and points to be taken back in all, while `kept` pieces are left with the member,
    for whose money a share went back. Pieces that did not count come back first.
    """
    if not purchase.counted:
        return 0, 0
    left = Fraction(min(kept, purchase.counted), purchase.counted) * (1 - share_back)
    return (
        purchase.growth - int(purchase.growth * left),
        purchase.points - int(purchase.points * left),
    )
