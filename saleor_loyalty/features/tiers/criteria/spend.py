"""Money spent, in one currency or several."""

from collections.abc import Iterator
from functools import cached_property
from math import lcm
from typing import ClassVar, Literal

from pydantic import Field

from ....values.config import Currency, Positive
from ..facts import Amount, Facts
from .base import Measure, Missing


class Spend(Measure):
    """The money that could earn, after refunds, in minor units.

    Several currencies fill one measure together: half of the dollars and half of the yuan are all
    of it. So each is weighed by the part of its own threshold that one minor unit is, in whole
    numbers: `weight * threshold` is the same for all.
    """

    kind: Literal["spend"]
    from_: dict[Currency, Positive] = Field(alias="from", min_length=1, max_length=50)
    reads: ClassVar[str] = "orders"

    @cached_property
    def _whole(self) -> int:
        return lcm(*self.from_.values())

    def weight(self, currency: str) -> int:
        """What one minor unit counts; 0 for a currency that does not count."""
        return self._whole // self.from_[currency] if currency in self.from_ else 0

    @property
    def threshold(self) -> int:
        return self._whole

    @property
    def number_of_ways(self) -> int:
        return len(self.from_)

    @property
    def series(self) -> str:
        weights = ((code, self.weight(code)) for code in sorted(self.from_))
        return "spend" + "".join(f"/{code}{weight}" for code, weight in weights)

    def amounts(self, facts: Facts) -> Iterator[Amount]:
        for order in facts.orders:
            weight = self.weight(order.currency)
            if weight:
                yield Amount(order.at, order.now * weight, order.before * weight)

    def missing(self, total: int) -> list[Missing]:
        """In each currency: what is there, as far as that currency would have brought it."""
        return [
            Missing("spend", total // self.weight(code), need, currency=code)
            for code, need in sorted(self.from_.items())
        ]
