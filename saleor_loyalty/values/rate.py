"""How points and money exchange: whole points for whole minor units, rounding named at each use."""

from dataclasses import dataclass

from ..errors import N_, Code, LoyaltyError


@dataclass(frozen=True, slots=True)
class Rate:
    """`points` for each `minor` minor units.

    Earning "10 points per 2 dollars" is Rate(10, 200); spending "100 points = 1.00 USD" is
    Rate(100, 100). The pair is kept as given: "10 per 2 dollars" pays only for whole 2 dollars
    when `whole_steps` is set, else in proportion.
    """

    points: int
    minor: int
    whole_steps: bool = False

    def __post_init__(self) -> None:
        if self.points <= 0 or self.minor <= 0:
            raise LoyaltyError(
                Code.INVALID, N_("A rate needs a positive number of points and of minor units.")
            )

    def points_floor(self, minor: int) -> int:
        """Points for an amount that earns: floor, never more than the rate gives."""
        if self.whole_steps:
            return minor // self.minor * self.points
        return minor * self.points // self.minor

    def points_ceil(self, minor: int) -> int:
        """Points a shopper pays for an amount: ceil, never less than it is worth."""
        return -(-minor * self.points // self.minor)

    def worth_floor(self, points: int) -> int:
        """Minor units that many points pay for: floor."""
        return points * self.minor // self.points
