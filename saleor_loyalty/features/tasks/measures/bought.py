"""What was in the orders: different categories, different products, pieces."""

from abc import abstractmethod
from collections.abc import Iterator
from typing import ClassVar, Literal

from ....values.config import Ids
from ..facts import Bought, Facts
from .base import Gain, MeasureBase, Reads, Span


class _Different(MeasureBase):
    """Each counts once, from the first order it was bought with and kept."""

    reads: ClassVar[Reads] = Reads.LINES

    @abstractmethod
    def found(self, line: Bought) -> frozenset[str]:
        """What of it counts."""

    def gains(self, facts: Facts, span: Span) -> Iterator[Gain]:
        seen: set[str] = set()
        for order in sorted(facts.orders, key=lambda one: one.at):
            if order.at not in span:
                continue
            for line in order.lines:
                for new in (self.found(line) if line.pieces > 0 else frozenset()) - seen:
                    seen.add(new)
                    yield Gain(order.at, 1)


class Categories(_Different):
    """With `any_of`: how many of these, or of what is below them; else each product's own."""

    kind: Literal["categories"]
    any_of: Ids = frozenset()

    def found(self, line: Bought) -> frozenset[str]:
        if self.any_of:
            return self.any_of & frozenset(line.category_ids)
        return frozenset(line.category_ids[-1:])

    def most(self, _span: Span | None, /) -> int | None:
        return len(self.any_of) or None


class Products(_Different):
    """With `any_of` only these."""

    kind: Literal["products"]
    any_of: Ids = frozenset()

    def found(self, line: Bought) -> frozenset[str]:
        named = frozenset([line.product_id] if line.product_id else [])
        return named & self.any_of if self.any_of else named

    def most(self, _span: Span | None, /) -> int | None:
        return len(self.any_of) or None


class Pieces(MeasureBase):
    """Pieces that were bought and kept; of the products or the categories named, if any are."""

    kind: Literal["pieces"]
    products: Ids = frozenset()
    categories: Ids = frozenset()
    reads: ClassVar[Reads] = Reads.LINES

    def gains(self, facts: Facts, span: Span) -> Iterator[Gain]:
        for order in facts.orders:
            pieces = sum(line.pieces for line in order.lines if self._counts(line))
            if order.at in span and pieces > 0:
                yield Gain(order.at, pieces)

    def _counts(self, line: Bought) -> bool:
        if not self.products and not self.categories:
            return True
        return line.product_id in self.products or not self.categories.isdisjoint(line.category_ids)
