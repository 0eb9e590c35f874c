"""Coupons with every month, quarter or year."""

from typing import Annotated, Literal

from pydantic import Field

from ..periods import Per
from .base import BenefitBase, ValidDays
from .coupon import Coupon


class CouponOfPeriod(Coupon):
    """`count` of them; valid so many days from being given, or to the end of the period."""

    count: Annotated[int, Field(strict=True, ge=1, le=50)] = 1
    valid_days: ValidDays | None = None


class Coupons(BenefitBase):
    kind: Literal["coupons"]
    each: Per = Per.MONTH
    coupons: Annotated[tuple[CouponOfPeriod, ...], Field(min_length=1, max_length=20)]

    def numbered(self) -> list[CouponOfPeriod]:
        """Each coupon of a period; its place is its number."""
        return [coupon for coupon in self.coupons for _ in range(coupon.count)]
