"""A price of the members' own."""

from typing import Annotated, Literal

from pydantic import Field

from ..prices import SalePolicy
from .base import BenefitBase, Goods


class PriceOff(BenefitBase, Goods):
    """`basis_points` are hundredths of a percent: 500 is 5 % off."""

    kind: Literal["price_off"]
    basis_points: Annotated[int, Field(strict=True, ge=1, le=10_000)]
    sale_policy: SalePolicy = SalePolicy.BEST_OF
