"""Who bought it: tier, segment, customer group, which of their orders, birthday."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from ....errors import N_, FaultError
from .base import ConditionBase, Item, Occasion


class Tier(ConditionBase):
    kind: Literal["tier"]
    any_of: frozenset[str] = Field(min_length=1)

    def holds(self, occasion: Occasion, item: Item | None) -> bool:
        return occasion.tier in self.any_of


class Segment(ConditionBase):
    kind: Literal["segment"]
    any_of: frozenset[str] = Field(min_length=1)

    def holds(self, occasion: Occasion, item: Item | None) -> bool:
        return not self.any_of.isdisjoint(occasion.segments)


class CustomerGroup(ConditionBase):
    kind: Literal["customer_group"]
    any_of: frozenset[str] = Field(min_length=1)

    def holds(self, occasion: Occasion, item: Item | None) -> bool:
        return not self.any_of.isdisjoint(occasion.customer_groups)


OrderCount = Annotated[int, Field(strict=True, ge=1, le=1_000_000)]


class OrderNumber(ConditionBase):
    """The member's n-th paid order (`is`), or each n-th (`every`)."""

    kind: Literal["order_number"]
    is_: OrderCount | None = Field(default=None, alias="is")
    every: OrderCount | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.is_ is None) == (self.every is None):
            raise FaultError(N_("Give either one order or every how many."), missing=True)
        return self

    def holds(self, occasion: Occasion, item: Item | None) -> bool:
        if not occasion.order_number:
            return False
        if self.is_ is not None:
            return occasion.order_number == self.is_
        return occasion.order_number % (self.every or 1) == 0


class Birthday(ConditionBase):
    """The member's birthday, or its month, on the member's calendar.

    Who was born on 29 February has their day on 1 March in other years.
    """

    kind: Literal["birthday"]
    within: Literal["day", "month"] = "month"

    def holds(self, occasion: Occasion, item: Item | None) -> bool:
        born = occasion.birthday
        if born is None:
            return False
        today = occasion.local("member").date()
        if self.within == "month":
            return today.month == born.month
        if (born.month, born.day) == (2, 29) and not _leap(today.year):
            return (today.month, today.day) == (3, 1)
        return (today.month, today.day) == (born.month, born.day)


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
