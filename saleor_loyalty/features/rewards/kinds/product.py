"""A product of the shop, for points or for points and money."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from ....values.config import Currency, Id, Positive
from .base import KindBase, Way


class Product(KindBase):
    """`variant_id` is the shop's own id. `cash` is what a piece costs besides, by currency in minor
    units; without any it costs points alone.

    The points are set aside for `hold_minutes`, or until the order is paid once there is one.
    """

    most: ClassVar[int] = 100

    kind: Literal["product"]
    variant_id: Id
    cash: dict[Currency, Positive] = Field(default_factory=dict)
    hold_minutes: Annotated[int, Field(strict=True, ge=1, le=10_080)] = 60

    @property
    def way(self) -> Way:
        return Way.BY_ORDER

    @property
    def in_currencies(self) -> frozenset[str]:
        return frozenset(self.cash)

    def value(self, currency: str, /) -> int:
        return self.cash.get(currency, 0)
