"""More points and growth for the same order."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from ....errors import N_, FaultError
from ....values.config import Id
from .base import BenefitBase

Percent = Annotated[int, Field(strict=True, ge=100, le=10_000)]


class Multiplier(BenefitBase):
    """In percent of what everybody gets: 150 is half as much again, 1000 ten times."""

    kind: Literal["multiplier"]
    points_percent: Percent = 100
    growth_percent: Percent = 100
    # Slugs of channels; none: in all.
    channels: frozenset[Id] = frozenset()

    @model_validator(mode="after")
    def _more_of_something(self) -> Self:
        if self.points_percent == self.growth_percent == 100:
            raise FaultError(
                N_("Give more than 100 percent, for points or for growth."), missing=True
            )
        return self
