"""The kinds of criterion there are, and the tree they form.

A new kind is one small class in one of the files here and one line in `KINDS`.
"""

from abc import ABC
from collections.abc import Callable, Iterator
from functools import reduce
from itertools import product
from math import prod
from operator import or_
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from .base import CriterionBase, Measure, Missing
from .counts import Activity, Growth, Orders, Points
from .spend import Spend

__all__ = ["KINDS", "Criterion", "CriterionBase", "Measure", "Missing"]

_MOST_BRANCHES = 10


class _Branches(CriterionBase, ABC):
    of: "tuple[Criterion, ...]" = Field(min_length=1, max_length=_MOST_BRANCHES)

    def leaves(self) -> Iterator[Measure]:
        for one in self.of:
            yield from one.leaves()

    @property
    def levels(self) -> int:
        return 1 + max(one.levels for one in self.of)


class All(_Branches):
    kind: Literal["all"]

    def met(self, total: Callable[[Measure], int]) -> bool:
        return all(one.met(total) for one in self.of)

    def ways(self, total: Callable[[Measure], int]) -> list[list[Missing]]:
        combined = product(*(one.ways(total) for one in self.of))
        return [[missing for way in ways for missing in way] for ways in combined]

    @property
    def number_of_ways(self) -> int:
        return prod(one.number_of_ways for one in self.of)


class AnyOf(_Branches):
    kind: Literal["any"]

    def met(self, total: Callable[[Measure], int]) -> bool:
        return any(one.met(total) for one in self.of)

    def ways(self, total: Callable[[Measure], int]) -> list[list[Missing]]:
        return [way for one in self.of for way in one.ways(total)]

    @property
    def number_of_ways(self) -> int:
        return sum(one.number_of_ways for one in self.of)


KINDS: tuple[type[CriterionBase], ...] = (Activity, All, AnyOf, Growth, Orders, Points, Spend)

if TYPE_CHECKING:
    Criterion = CriterionBase
else:
    Criterion = Annotated[reduce(or_, KINDS), Field(discriminator="kind")]

for _tree in (All, AnyOf):
    _tree.model_rebuild(_types_namespace={"Criterion": Criterion})
