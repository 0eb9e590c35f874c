"""Bars for a picture of the months, in the units of an SVG drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sandbox.page.numbers import Month

HEIGHT, STEP, WIDTH_OF_BAR = 200, 40, 13


@dataclass(frozen=True, slots=True)
class Bar:
    """Points up, from the top left corner of the drawing."""

    x: int
    y: int
    height: int
    kind: str


@dataclass(frozen=True, slots=True)
class Column:
    month: Month
    middle: int
    bars: list[Bar]


def columns(months: Sequence[Month]) -> list[Column]:
    """Two bars a month, beside each other: what came, and what went (spent under expired)."""
    highest = max((max(one.issued, one.spent + one.expired) for one in months), default=0)
    return [_column(index, one, max(highest, 1)) for index, one in enumerate(months)]


def _column(index: int, month: Month, highest: int) -> Column:
    left = index * STEP + 6
    issued, spent, gone = (
        _height(value, highest)
        for value in (month.issued, month.spent, month.spent + month.expired)
    )
    bars = [
        Bar(left, HEIGHT - issued, issued, "issued"),
        Bar(left + WIDTH_OF_BAR + 2, HEIGHT - spent, spent, "spent"),
        Bar(left + WIDTH_OF_BAR + 2, HEIGHT - gone, gone - spent, "expired"),
    ]
    return Column(month, index * STEP + STEP // 2, [bar for bar in bars if bar.height])


def _height(value: int, highest: int) -> int:
    return max(value, 0) * HEIGHT // highest
