"""Whom purchases cover, the slow way: a clock that goes from noon to noon and to each midnight.

A queue of what was paid; the first of it is used up day by day. Days are numbers of the calendar.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction


@dataclass
class Bought:
    """Paid at noon of `day`. On the noon of `back_day` `back` pieces and `share` come back."""

    name: str
    day: date
    months: int = 0
    days: int = 0
    pieces: int = 1
    back: int = 0
    share: Fraction = Fraction(0)
    back_day: date | None = None
    # Staff end it on that noon.
    ended_day: date | None = None


@dataclass
class _Running:
    bought: Bought
    first: date
    last: date


class Naive:
    """`halves` are the halves of days that are covered: (day, "before" or "after" noon)."""

    def __init__(self, purchases: list[Bought]) -> None:
        self.halves: set[tuple[date, str]] = set()
        self._waiting: list[Bought] = []
        self._running: _Running | None = None
        # Where months are counted from, and how many months and days were used of the span.
        self._anchor = date.min
        self._months = self._days = 0
        self._known: set[str] = set()
        self._ended: set[str] = set()
        in_order = sorted(purchases, key=lambda one: (one.day, one.name))
        day = min(one.day for one in purchases)
        while day < date(2040, 1, 1):
            if self._running is not None:
                self.halves.add((day, "before"))
            self._noon(day, in_order)
            if self._running is not None:
                self.halves.add((day, "after"))
            self._midnight(day)
            day += timedelta(days=1)
            if day > max(one.day for one in purchases) and not (self._running or self._waiting):
                break

    def _noon(self, today: date, purchases: list[Bought]) -> None:
        for one in purchases:
            if one.day == today:
                self._waiting.append(one)
        for one in purchases:
            if one.back_day == today:
                self._known.add(one.name)
            if one.ended_day == today:
                self._ended.add(one.name)
        if self._running is not None:
            self._cut(today)
        if self._running is None:
            self._anchor, self._months, self._days = today, 0, 0
            self._next(today)

    def _cut(self, today: date) -> None:
        """What came back is taken from the end of what runs, but not from what is used."""
        running = self._running
        assert running is not None
        one = running.bought
        touched = today in (one.back_day, one.ended_day)
        if not touched:
            return
        before = self._months, self._days
        self._months, self._days = self._at_begin
        running.last = self._lay(one, running.first)
        if one.name in self._ended or running.last < today:
            self._running = None
            self._months, self._days = before
            self._anchor, self._months, self._days = today, 0, 0
            self._next(today)

    def _midnight(self, today: date) -> None:
        if self._running is not None and self._running.last == today:
            self._running = None
            self._next(today + timedelta(days=1))

    def _next(self, first: date) -> None:
        """`first` is the first day, of which a half may be over."""
        while self._waiting and self._running is None:
            one = self._waiting.pop(0)
            if one.name in self._ended:
                continue
            self._at_begin = self._months, self._days
            last = self._lay(one, first)
            if last >= first:
                self._running = _Running(one, first, last)

    def _lay(self, one: Bought, first: date) -> date:
        """The last day of what is left of it, if it begins on that day."""
        begin = self._months, self._days
        pieces = one.pieces - (one.back if one.name in self._known else 0)
        if pieces == 0:
            return first - timedelta(days=1)
        self._months += pieces * one.months
        self._days += pieces * one.days
        last = same_day(self._anchor, self._months) + timedelta(days=self._days)
        if one.name in self._known and one.share:
            if one.share == 1:
                self._months, self._days = begin
                return first - timedelta(days=1)
            length = (last - first).days + 1
            gone = length * one.share.numerator // one.share.denominator
            self._days -= gone
            last -= timedelta(days=gone)
        return last


def same_day(anchor: date, months: int) -> date:
    """So many months later, month by month; the last day of the month where it has no such day."""
    year, month = anchor.year, anchor.month
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return date(year, month, min(anchor.day, monthrange(year, month)[1]))
