"""What somebody is given for something, as a merchant writes it down."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from ..errors import N_, FaultError
from ..values.patterns import NAME_OF_HOST
from .config import Config, Positive


class GiftBoost(Config):
    """`percent` of the base award of points in all (200: double), from when it is given until the
    end of the day so many days later.
    """

    percent: Annotated[int, Field(strict=True, ge=101, le=10_000)]
    days: Annotated[int, Field(strict=True, ge=1, le=366)]


class Gift(Config):
    """Points and growth, each whole; a reward of the mall by its slug; more points for a time."""

    points: Positive | None = None
    growth: Positive | None = None
    reward: Annotated[str, Field(pattern=NAME_OF_HOST, max_length=50)] | None = None
    boost: GiftBoost | None = None

    @model_validator(mode="after")
    def _something(self) -> Self:
        if not any(getattr(self, name) for name in type(self).model_fields):
            raise FaultError(N_("Give something."), missing=True)
        return self
