"""From when to when what was bought covers a member. Pure.

Purchases count in the order they were paid, whatever order they became known in. One that is paid
while another still runs is added to its end; after a gap a span begins anew. Months are counted
from the first day of a span, so that renewing early on the 31st loses no day. Days are those of
the shop's time zone, and each end is a midnight there: the first moment after the last day.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from ...values.days import midnight

NEVER = datetime.max.replace(tzinfo=UTC)
_LAST_DAY = date(9990, 12, 31)


@dataclass(frozen=True, slots=True, kw_only=True)
class Purchase:
    """One line of an order, a trial, or what staff gave.

    A piece lasts `months` or `days`; neither: for life. `kept` pieces did not come back; of what
    those cost, `share_back` did, which takes as much of their time from its end. That became known
    at `known_at`, and time used until then stays. At `ended_at` all that is left of it ends.
    """

    key: str
    paid_at: datetime
    months: int | None = None
    days: int | None = None
    pieces: int = 1
    kept: int = 1
    share_back: Fraction = Fraction(0)
    known_at: datetime | None = None
    ended_at: datetime | None = None

    @property
    def for_life(self) -> bool:
        return self.months is None and self.days is None


@dataclass(frozen=True, slots=True)
class Span:
    """Covered from `starts_at` until before `ends_at`; None: for life."""

    starts_at: datetime
    ends_at: datetime | None

    def covers(self, at: datetime) -> bool:
        return self.starts_at <= at and (self.ends_at is None or at < self.ends_at)


def coverage(purchases: Iterable[Purchase], zone: ZoneInfo) -> list[Span]:
    """The spans, by time, without those that came to nothing; between two there is a gap."""
    return _Line(purchases, zone).spans


def ends_of(purchases: Iterable[Purchase], zone: ZoneInfo) -> dict[str, datetime]:
    """By the key of each purchase: when its own time ends, or has ended. NEVER: for life."""
    return _Line(purchases, zone).ends


class _Line:
    """Lays one purchase behind the other."""

    def __init__(self, purchases: Iterable[Purchase], zone: ZoneInfo) -> None:
        self.spans: list[Span] = []
        self.ends: dict[str, datetime] = {}
        self._zone = zone
        self._run: _Run | None = None
        for purchase in sorted(purchases, key=lambda one: (one.paid_at, one.key)):
            self._add(purchase)

    def _add(self, purchase: Purchase) -> None:
        run = self._run
        anew = run is None or run.end < purchase.paid_at
        if run is None or anew:
            run = _Run.begun(purchase.paid_at, self._zone)
        after = _laid(purchase, run)
        self.ends[purchase.key] = after.end
        if after.end == run.end:
            # Nothing is left of it: it neither prolongs nor makes a gap.
            return
        self._run = after
        starts_at = run.end if anew else self.spans.pop().starts_at
        self.spans.append(Span(starts_at, after.end if after.end < NEVER else None))


@dataclass(frozen=True, slots=True)
class _Run:
    """How far coverage reaches: so many months and days from the day it began."""

    anchor: date
    end: datetime
    zone: ZoneInfo
    months: int = 0
    days: int = 0

    @classmethod
    def begun(cls, at: datetime, zone: ZoneInfo) -> "_Run":
        return cls(at.astimezone(zone).date(), at, zone)

    def and_more(self, *, months: int = 0, days: int = 0) -> "_Run":
        if self.end == NEVER:
            return self
        months, days = self.months + months, self.days + days
        try:
            last = self.anchor + relativedelta(months=months) + timedelta(days=days)
        except (OverflowError, ValueError):
            return self.for_life()
        if last > _LAST_DAY:
            return self.for_life()
        end = midnight(last + timedelta(days=1), self.zone)
        return _Run(self.anchor, end, self.zone, months, days)

    def for_life(self) -> "_Run":
        return _Run(self.anchor, NEVER, self.zone)

    def days_until(self, later: "_Run") -> int:
        """The days between the two ends; the day on which a span begins counts as a whole one."""
        first, last = self.end.astimezone(self.zone), later.end.astimezone(self.zone)
        return (last.date() - first.date()).days


def _laid(purchase: Purchase, run: _Run) -> _Run:
    """Where coverage reaches with this purchase behind `run`."""
    whole = _with_pieces(purchase, run, purchase.pieces)
    left = _with_pieces(purchase, run, purchase.kept)
    left = _less(left, run, purchase.share_back)
    if purchase.known_at is not None:
        used = min(whole.end, max(purchase.known_at, run.end))
        if left.end < used:
            left = whole if used == whole.end else _Run.begun(used, run.zone)
    if purchase.ended_at is not None and purchase.ended_at < left.end:
        cut = max(purchase.ended_at, run.end)
        left = run if cut == run.end else _Run.begun(cut, run.zone)
    return left


def _with_pieces(purchase: Purchase, run: _Run, pieces: int) -> _Run:
    if pieces == 0:
        return run
    if purchase.for_life:
        return run.for_life()
    return run.and_more(months=pieces * (purchase.months or 0), days=pieces * (purchase.days or 0))


def _less(left: _Run, run: _Run, share: Fraction) -> _Run:
    if share >= 1:
        return run
    if not share or left.end == NEVER:
        return left
    # In favour of the member: a day of which a part was paid stays.
    gone = int(run.days_until(left) * share)
    return left.and_more(days=-gone) if gone else left
