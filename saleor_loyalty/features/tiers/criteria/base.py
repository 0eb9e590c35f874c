"""What a criterion is. Pure: values in, values out."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from ....values.config import Config
from ..facts import Amount, Facts
from ..windows import Window


@dataclass(frozen=True, slots=True)
class Missing:
    """How far one criterion is.

    In its own unit: growth, points, a number of times; money in minor units of `currency`.
    """

    kind: str
    have: int
    need: int
    currency: str = ""
    event: str = ""

    @property
    def missing(self) -> int:
        return max(self.need - self.have, 0)


class CriterionBase(Config, ABC):
    """A tree of measures. A new kind is one small file and one line in the registry."""

    @abstractmethod
    def leaves(self) -> Iterator["Measure"]:
        """Every measure in this tree."""

    @abstractmethod
    def met(self, total: "Callable[[Measure], int]") -> bool:
        """Whether it is reached, by what counts of each measure."""

    @abstractmethod
    def ways(self, total: "Callable[[Measure], int]") -> list[list[Missing]]:
        """The ways to reach it, each a list of what all of it takes."""

    @property
    @abstractmethod
    def number_of_ways(self) -> int:
        """How many `ways` there are, without going through them."""

    @property
    def levels(self) -> int:
        """How deep the tree is."""
        return 1


class Measure(CriterionBase, ABC):
    """One thing that is counted, up to a threshold."""

    # Instead of the ladder's own.
    window: Window | None = None

    def leaves(self) -> Iterator["Measure"]:
        yield self

    def met(self, total: "Callable[[Measure], int]") -> bool:
        return total(self) >= self.threshold

    def ways(self, total: "Callable[[Measure], int]") -> list[list[Missing]]:
        return [[one] for one in self.missing(total(self))]

    @property
    def number_of_ways(self) -> int:
        return 1

    @property
    @abstractmethod
    def threshold(self) -> int:
        """What `amounts` must come to."""

    @property
    @abstractmethod
    def series(self) -> str:
        """Measures of the same name count the same amounts."""

    @abstractmethod
    def amounts(self, facts: Facts) -> Iterator[Amount]:
        """What counts, by time."""

    @abstractmethod
    def missing(self, total: int) -> list[Missing]:
        """How far it is when so much counts; one for each way of saying it."""

    # Which of the facts have to be read for it.
    reads: ClassVar[str]
