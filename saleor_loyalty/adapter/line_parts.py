"""What comes off a line of a checkout, part by part: Saleor is told the sum of them in one row.

Saleor knows one MANUAL discount row a line, with an amount for all of the line's pieces, and the
line loses the shop's sale for it. The amount is exact: every piece has a price in minor units, and
nothing is rounded but the price of one piece that Saleor shows, and the value of the row, which
counts only where staff change the order later.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from .amounts import to_decimal
from .line_marks import reason_of, saved_mark

# As long as Saleor's column.
_LONGEST_NAME = 255


@dataclass(frozen=True, slots=True)
class Part:
    """`amount` comes off `pieces` pieces together, in minor units.

    `holder` is who gives it ("tier:gold"); empty: the shop's own sale. `saved` is how much less one
    of the pieces costs than for everybody.
    """

    amount: int
    pieces: int
    holder: str = ""
    name: str = ""
    saved: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """The parts of a line of `pieces` pieces. `percent` in basis points, where that is all."""

    parts: tuple[Part, ...]
    pieces: int
    percent: int | None = None

    @property
    def amount(self) -> int:
        return sum(part.amount for part in self.parts)

    @property
    def reason(self) -> str:
        return reason_of("+".join(_each(part.holder for part in self._given)))

    @property
    def name(self) -> str:
        return ", ".join(_each(part.name for part in self._given))[:_LONGEST_NAME]

    @property
    def saved(self) -> str:
        """The mark of who saved the customer how much; empty: nobody anything."""
        return saved_mark(
            (part.holder, part.saved, part.pieces if part.pieces < self.pieces else None)
            for part in self._given
            if part.saved
        )

    def value(self, currency: str) -> tuple[str, Decimal]:
        """Saleor's type of it and what comes off one piece, half a minor unit rounded up."""
        if self.percent is not None:
            return "percentage", Decimal(self.percent) / 100
        each = (Decimal(self.amount) / self.pieces).quantize(Decimal(1), ROUND_HALF_UP)
        return "fixed", to_decimal(int(each), currency)

    def plus(self, *parts: Part) -> "Row":
        return replace(self, parts=(*self.parts, *parts), percent=None)

    @property
    def _given(self) -> list[Part]:
        return [part for part in self.parts if part.holder]


def shops_own(full: int, everybodys: int, pieces: int) -> tuple[Part, ...]:
    """The shop's sale, for pieces that nobody gives a lower price; prices of one piece."""
    off = (full - everybodys) * pieces
    return (Part(off, pieces),) if off else ()


def _each(texts: Iterable[str]) -> list[str]:
    """Once, in their order."""
    return [text for text in dict.fromkeys(texts) if text]
