"""A gift for the birthday, once a year."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from ....errors import N_, FaultError
from ....values.config import Positive
from .base import BenefitBase, ValidDays
from .coupon import Coupon


class BirthdayGift(BenefitBase):
    """Points or a coupon, on the day or `days_before`. Without `valid_days` points never expire."""

    kind: Literal["birthday_gift"]
    points: Positive | None = None
    coupon: Coupon | None = None
    days_before: Annotated[int, Field(strict=True, ge=0, le=60)] = 0
    valid_days: ValidDays | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.points is None) == (self.coupon is None):
            raise FaultError(N_("Give points or a coupon."), missing=True)
        return self
