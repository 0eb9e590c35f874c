"""Measures that are plain numbers: growth, points earned, orders, events."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from ....values.config import Currency, Positive
from ..facts import Amount, Facts
from .base import Measure, Missing


class Growth(Measure):
    kind: Literal["growth"]
    from_: Positive = Field(alias="from")
    reads: ClassVar[str] = "growth"

    @property
    def threshold(self) -> int:
        return self.from_

    @property
    def series(self) -> str:
        return "growth"

    def amounts(self, facts: Facts) -> Iterator[Amount]:
        yield from facts.growth

    def missing(self, total: int) -> list[Missing]:
        return [Missing("growth", total, self.from_)]


class Points(Measure):
    """Points earned, whatever became of them: never what can be spent now."""

    kind: Literal["points"]
    from_: Positive = Field(alias="from")
    reads: ClassVar[str] = "points"

    @property
    def threshold(self) -> int:
        return self.from_

    @property
    def series(self) -> str:
        return "points"

    def amounts(self, facts: Facts) -> Iterator[Amount]:
        yield from facts.points

    def missing(self, total: int) -> list[Missing]:
        return [Missing("points", total, self.from_)]


Count = Annotated[int, Field(strict=True, ge=1, le=100_000)]


class Orders(Measure):
    """Paid orders of which something is left; with `minimum` only those over an amount.

    Where minimums are given, orders of other currencies do not count.
    """

    kind: Literal["orders"]
    from_: Count = Field(alias="from")
    minimum: dict[Currency, Positive] = Field(default={}, max_length=50)
    reads: ClassVar[str] = "orders"

    @property
    def threshold(self) -> int:
        return self.from_

    @property
    def series(self) -> str:
        return "orders" + "".join(f"/{code}{least}" for code, least in sorted(self.minimum.items()))

    def amounts(self, facts: Facts) -> Iterator[Amount]:
        for order in facts.orders:
            least = self.minimum.get(order.currency) if self.minimum else 1
            if least is not None:
                yield Amount(order.at, int(order.now >= least), int(order.before >= least))

    def missing(self, total: int) -> list[Missing]:
        return [Missing("orders", total, self.from_)]


class Activity(Measure):
    """How often an event that the merchant names has happened."""

    kind: Literal["activity"]
    event: Annotated[str, Field(min_length=1, max_length=100)]
    from_: Count = Field(alias="from")
    reads: ClassVar[str] = "activity"

    @property
    def threshold(self) -> int:
        return self.from_

    @property
    def series(self) -> str:
        return f"activity/{self.event}"

    def amounts(self, facts: Facts) -> Iterator[Amount]:
        yield from facts.activity.get(self.event, ())

    def missing(self, total: int) -> list[Missing]:
        return [Missing("activity", total, self.from_, event=self.event)]
