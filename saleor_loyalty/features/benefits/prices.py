"""What a percentage off makes of a price. Pure; money in minor units of one currency."""

from dataclasses import dataclass
from enum import StrEnum

_WHOLE = 10_000


class SalePolicy(StrEnum):
    """How a member's percentage and the shop's own sale price go together."""

    BEST_OF = "best_of"
    ON_TOP = "on_top"


@dataclass(frozen=True, slots=True)
class TierPrice:
    """The price of one piece. `on_sale` says that the shop's sale price is in it."""

    unit: int
    on_sale: bool


def tier_price(
    undiscounted: int, sale: int, basis_points: int, policy: SalePolicy
) -> TierPrice | None:
    """What one piece costs a member, or None where the shop's own price stays.

    `sale` is the shop's price for everybody, `undiscounted` the one before any sale. BEST_OF is
    the lower of the sale price and the member's, ON_TOP the percentage off the sale price.
    """
    if basis_points <= 0:
        return None
    reduced = 0 <= sale < undiscounted
    base = sale if policy is SalePolicy.ON_TOP and reduced else undiscounted
    unit = percent_off(base, basis_points)
    everybodys = sale if reduced else undiscounted
    if unit >= everybodys:
        return None
    return TierPrice(unit, on_sale=base != undiscounted)


def percent_off(price: int, basis_points: int) -> int:
    """A half rounded up, piece by piece, as shops round a percentage on a price tag."""
    return (price * (_WHOLE - basis_points) * 2 + _WHOLE) // (_WHOLE * 2)
