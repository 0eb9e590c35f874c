"""The kinds of condition there are, and the tree they form.

A new kind is one small class in one of the files here and one line in `KINDS`.
"""

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from ....errors import Message
from .base import ConditionBase, Item, Occasion
from .event import Attribute, Event
from .how_much import BasisMinimum
from .what import Category, Collection, OnSale, Product, Variant
from .when import Dates, Hours, MonthDay, Weekday
from .where import Channel, Country, InCurrency
from .who import Birthday, CustomerGroup, OrderNumber, Segment, Tier

__all__ = ["KINDS", "Condition", "ConditionBase", "Item", "Occasion"]

_MOST_BRANCHES = 50


class All(ConditionBase):
    kind: Literal["all"]
    of: "tuple[Condition, ...]" = Field(min_length=1, max_length=_MOST_BRANCHES)

    def holds(self, occasion: Occasion, item: Item | None) -> bool:
        return all(one.holds(occasion, item) for one in self.of)

    def first_failure(self, occasion: Occasion, item: Item | None) -> ConditionBase | None:
        failures = (one.first_failure(occasion, item) for one in self.of)
        return next((failure for failure in failures if failure is not None), None)

    def kinds(self) -> frozenset[str]:
        return frozenset().union(*(one.kinds() for one in self.of))

    def contradiction(self) -> Message | None:
        return next((why for one in self.of if (why := one.contradiction())), None)


class AnyOf(ConditionBase):
    kind: Literal["any"]
    of: "tuple[Condition, ...]" = Field(min_length=1, max_length=_MOST_BRANCHES)

    def holds(self, occasion: Occasion, item: Item | None) -> bool:
        return any(one.holds(occasion, item) for one in self.of)

    def kinds(self) -> frozenset[str]:
        return frozenset().union(*(one.kinds() for one in self.of))

    def contradiction(self) -> Message | None:
        reasons = [one.contradiction() for one in self.of]
        return reasons[0] if all(reasons) else None


class Not(ConditionBase):
    kind: Literal["not"]
    of: "Condition"

    def holds(self, occasion: Occasion, item: Item | None) -> bool:
        return not self.of.holds(occasion, item)

    def kinds(self) -> frozenset[str]:
        return self.of.kinds()


KINDS: tuple[type[ConditionBase], ...] = (
    All,
    AnyOf,
    Attribute,
    BasisMinimum,
    Birthday,
    Category,
    Channel,
    Collection,
    Country,
    CustomerGroup,
    Dates,
    Event,
    Hours,
    InCurrency,
    MonthDay,
    Not,
    OnSale,
    OrderNumber,
    Product,
    Segment,
    Tier,
    Variant,
    Weekday,
)

if TYPE_CHECKING:
    Condition = ConditionBase
else:
    Condition = Annotated[reduce(or_, KINDS), Field(discriminator="kind")]

for _tree in (All, AnyOf, Not):
    _tree.model_rebuild(_types_namespace={"Condition": Condition})
