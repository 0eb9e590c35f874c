"""How much of each measure counts at a moment: sums over spans of a member's facts. Pure."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import accumulate
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

    def total(self, at: datetime, *, closing: bool, forgiven_from: datetime | None) -> int:
        looked_at = self._window.looked_at(at) if closing else at
        first = bisect_right(self.leave, looked_at)
        last = max(bisect_right(self.enter, looked_at), first)
        if forgiven_from is None:
            return self._now[last] - self._now[first]
        middle = min(max(bisect_left(self.enter, forgiven_from), first), last)
        settled = self._now[middle] - self._now[first]
        return settled + self._before[last] - self._before[middle]


@dataclass(frozen=True, slots=True)
class Moment:
    """A way to count at one moment.

    `closing`: for the time that comes to its end just now. `reviewed_at`: where refunds wait for
    the end of the period, what was paid since the last one counts as if nothing had gone back.
    """

    at: datetime
    closing: bool = False
    reviewed_at: datetime | None = None


class Tally:
    """The facts of one member, counted by the measures of one ladder."""

    def __init__(self, config: LadderConfig, facts: Facts) -> None:
        self.config = config
        self._facts = facts
        self._lines: dict[tuple[str, str], _Line] = {}

    def total(self, measure: Measure, moment: Moment) -> int:
        return self._line(measure).total(
            moment.at, closing=moment.closing, forgiven_from=self._forgiven_from(moment)
        )

    def moments(self) -> Iterator[datetime]:
        """When something enters, for every measure."""
        for measure in self.config.measures:
            yield from self._line(measure).enter

    def next_leave(self, after: datetime) -> datetime | None:
        """When the next of what counts leaves its window."""
        found = []
        for measure in self.config.measures:
            line = self._line(measure)
            index = bisect_right(line.leave, after)
            if index < len(line.leave) and line.enter[index] <= after:
                found.append(line.leave[index])
        return min((at for at in found if at != NEVER), default=None)

    def _forgiven_from(self, moment: Moment) -> datetime | None:
        if self.config.refunds is Refunds.AT_ONCE or moment.closing:
            return None
        return moment.reviewed_at or LONG_AGO

    def _line(self, measure: Measure) -> _Line:
        window = self.config.window_of(measure)
        key = measure.series, window.model_dump_json()
        if key not in self._lines:
            amounts = measure.amounts(self._facts)
            self._lines[key] = _Line(amounts, window, self.config.zone)
        return self._lines[key]
