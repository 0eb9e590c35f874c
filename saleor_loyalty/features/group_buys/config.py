"""What can be bought together, as a merchant writes it down."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from ...errors import N_, FaultError
from ...values.config import Config, Currency, Points
from ...values.gate import Gate
from ...values.texts import GIVE_A_NAME, Texts

Minutes = Annotated[int, Field(strict=True, ge=5, le=10_080)]
Hours = Annotated[int, Field(strict=True, ge=1, le=2_160)]


class OfferConfig(Config):
    """`prices` in minor units of one piece; each seat is `pieces` of the variant.

    A group of `size` must have paid within `hours`; a seat is kept `seat_minutes` for who has not
    paid yet. `stake_points` are set aside with each seat and spent once the group is full.
    """

    name: Texts
    description: Texts = Texts({})
    variant_id: Annotated[str, Field(min_length=1, max_length=100)]
    prices: Annotated[dict[Currency, Points], Field(min_length=1)]
    size: Annotated[int, Field(strict=True, ge=2, le=1_000)]
    hours: Hours = 24
    seat_minutes: Minutes = 30
    stake_points: Points = 0
    pieces: Annotated[int, Field(strict=True, ge=1, le=1_000)] = 1
    # Groups of this offer that one member may be in at a time.
    most_open: Annotated[int, Field(strict=True, ge=1, le=100)] = 1
    gate: Gate = Gate()

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if not self.name.root:
            raise FaultError(GIVE_A_NAME, at="name", missing=True)
        if self.seat_minutes > self.hours * 60:
            raise FaultError(N_("No longer than the group's own time."), at="seat_minutes")
        return self
