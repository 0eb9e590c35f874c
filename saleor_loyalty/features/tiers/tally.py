"""How much of each measure counts at a moment: sums over spans of a member's facts. Pure."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from itertools import accumulate
from typing import Self
from zoneinfo import ZoneInfo

from .config import LadderConfig, Refunds
from .criteria import Measure
from .facts import Amount, Facts
from .windows import NEVER, Window

LONG_AGO = datetime.min.replace(tzinfo=UTC)


class _Line:
    """One series in one window. Facts enter and leave it in the same order, so what counts at a
    moment is a slice, and two prefix sums give its total.
    """

    def __init__(self, amounts: Iterable[Amount], window: Window, zone: ZoneInfo) -> None:
        ordered = sorted(amounts)
        self._window = window
        self.enter = [one.at for one in ordered]
        self.leave = [window.leaves_at(at, zone) for at in self.enter]
        self._now = list(accumulate((one.now for one in ordered), initial=0))
        self._before = list(accumulate((one.before for one in ordered), initial=0))

    def total(self, moment: "Moment", forgiven_from: datetime | None) -> int:
        looked_at = moment.at
        if moment.ended_at is not None:
            looked_at = self._window.looked_at(moment.ended_at)
        entered = bisect_left if moment.closing else bisect_right
        first = bisect_right(self.leave, looked_at)
        last = max(entered(self.enter, moment.at), first)
        if forgiven_from is None:
            return self._now[last] - self._now[first]
        middle = min(max(bisect_left(self.enter, forgiven_from), first), last)
        settled = self._now[middle] - self._now[first]
        return settled + self._before[last] - self._before[middle]


@dataclass(frozen=True, slots=True)
class Moment:
    """A way to count at one moment.

    `closing`: for the time that comes to its end just now; what happens at that very moment is
    after it. `ended_at` is the end of the period that is looked at: what counted then counts.
    `reviewed_at`: where refunds wait for the end of the period, what was paid since the last one
    counts as if nothing had gone back.
    """

    at: datetime
    closing: bool = False
    ended_at: datetime | None = None
    reviewed_at: datetime | None = None

    @classmethod
    def end_of_period(cls, at: datetime) -> Self:
        return cls(at, closing=True, ended_at=at)

    @classmethod
    def in_grace(cls, at: datetime, ended_at: datetime | None, *, closing: bool = False) -> Self:
        """What counted when the period ended, and what came since."""
        return cls(at, closing, ended_at, ended_at)


class Tally:
    """The facts of one member, counted by the measures of one ladder."""

    def __init__(self, config: LadderConfig, facts: Facts) -> None:
        self.config = config
        self._facts = facts
        self._lines: dict[tuple[str, str], _Line] = {}
        self._line_of: dict[int, _Line] = {}

    def total(self, measure: Measure, moment: Moment) -> int:
        return self._line(measure).total(moment, self._forgiven_from(moment))

    def moments(self) -> Iterator[datetime]:
        """When something enters, for every measure."""
        for line in self._all_lines:
            yield from line.enter

    def next_leave(self, after: datetime) -> datetime | None:
        """When the next of what counts leaves its window."""
        found = []
        for line in self._all_lines:
            index = bisect_right(line.leave, after)
            if index < len(line.leave) and line.enter[index] <= after:
                found.append(line.leave[index])
        return min((at for at in found if at != NEVER), default=None)

    def _forgiven_from(self, moment: Moment) -> datetime | None:
        if self.config.refunds is Refunds.AT_ONCE or moment.closing:
            return None
        return moment.reviewed_at or LONG_AGO

    @cached_property
    def _all_lines(self) -> Collection[_Line]:
        for measure in self.config.measures:
            self._line(measure)
        return self._lines.values()

    def _line(self, measure: Measure) -> _Line:
        # By identity: measures belong to the ladder, and to compare their texts takes long.
        line = self._line_of.get(id(measure))
        if line is None:
            line = self._line_of[id(measure)] = self._shared_line(measure)
        return line

    def _shared_line(self, measure: Measure) -> _Line:
        window = self.config.window_of(measure)
        key = measure.series, window.model_dump_json()
        if key not in self._lines:
            amounts = measure.amounts(self._facts)
            self._lines[key] = _Line(amounts, window, self.config.zone)
        return self._lines[key]
