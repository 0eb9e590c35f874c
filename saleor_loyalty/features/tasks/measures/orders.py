"""Paid orders, and the money in them."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from ....values.config import Currency, Positive
from ..facts import Facts
from .base import Gain, MeasureBase, Reads, Span


class Orders(MeasureBase):
    """Paid orders of which something is left; with `minimum` only those over an amount.

    Where minimums are given, orders of other currencies do not count.
    """

    kind: Literal["orders"]
    minimum: dict[Currency, Positive] = Field(default={}, max_length=50)
    reads: ClassVar[Reads] = Reads.ORDERS

    def gains(self, facts: Facts, span: Span) -> Iterator[Gain]:
        for order in facts.orders:
            least = self.minimum.get(order.currency) if self.minimum else 1
            if order.at in span and least is not None and order.money >= least:
                yield Gain(order.at, 1)


class Spend(MeasureBase):
    """Money spent. `per`: so many minor units of a currency are one of the goal.

    With {"USD": 100, "CNY": 720} a goal of 100 is 100 dollars, or 720 yuan, or half of each.
    """

    kind: Literal["spend"]
    per: Annotated[dict[Currency, Positive], Field(min_length=1, max_length=50)]
    reads: ClassVar[Reads] = Reads.ORDERS

    def gains(self, facts: Facts, span: Span) -> Iterator[Gain]:
        # In whole numbers: each currency by the part of the product of all that one unit is.
        whole = 1
        for minor in self.per.values():
            whole *= minor
        weighed = 0
        for order in sorted(facts.orders, key=lambda one: (one.at, one.currency, one.money)):
            if order.at in span and order.currency in self.per and order.money > 0:
                before = weighed // whole
                weighed += order.money * (whole // self.per[order.currency])
                if weighed // whole > before:
                    yield Gain(order.at, weighed // whole - before)
