"""A gift card of the shop."""

from typing import Annotated, Literal

from pydantic import Field

from ....values.config import Currency, Positive
from .base import Ending, Way


class GiftCard(Ending):
    """`amount` by currency, in minor units."""

    kind: Literal["gift_card"]
    amount: Annotated[dict[Currency, Positive], Field(min_length=1)]

    @property
    def way(self) -> Way:
        return Way.BY_HOST

    @property
    def in_currencies(self) -> frozenset[str]:
        return frozenset(self.amount)

    def value(self, currency: str, /) -> int:
        return self.amount.get(currency, 0)
