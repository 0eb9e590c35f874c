"""Where a member stands by what they did. Pure: facts and ladders in, the way through them out.

The whole way is gone each time from the first fact on, under the ladder in force at each moment. So
it depends on what happened and when, not on when it became known; a fact that is late or taken back
changes the way as if it had been known at once.

At every moment, in this order: a higher tier is reached, or else a period (or the grace after it)
ends and the tier is kept or lost. Grace puts nothing off but the loss: the next period is the one
that would have followed.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import takewhile

from ...values.days import days_on
from .config import Downgrade, LadderConfig, TierConfig
from .criteria import Criterion
from .facts import Facts
from .models import MoveCause
from .tally import Moment, Tally
from .windows import NEVER, AsLongAsItFits

_INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Version:
    """The ladder from `valid_from` on, until the next version begins."""

    number: int
    valid_from: datetime
    config: LadderConfig


@dataclass(frozen=True, slots=True)
class Step:
    """In `tier` (None: none) from `at` on, until the period or the grace after it ends.

    `until` is None where that is never. Without periods, the last step's says when the tier is lost
    if nothing more happens.
    `reviewed_at` is the end of the last period that was looked at.
    """

    at: datetime
    tier: str | None
    cause: MoveCause = MoveCause.REACHED
    until: datetime | None = None
    in_grace: bool = False
    reviewed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Path:
    """Every step of the way, the last one being where the member stands.

    `changes_at` is when time alone may change that; None: never.
    """

    steps: tuple[Step, ...]
    changes_at: datetime | None

    @property
    def last(self) -> Step:
        return self.steps[-1]

    @property
    def since(self) -> datetime:
        """Since when the member has been in the tier without a break."""
        here = takewhile(lambda step: step.tier == self.last.tier, reversed(self.steps))
        return min(step.at for step in here)


def replay(
    versions: Sequence[Version], facts: Facts, *, joined_at: datetime, now: datetime
) -> Path:
    """The way of a member under all versions of the ladder, up to and with `now`."""
    steps = [Step(min([joined_at, *facts.first()]), None)]
    in_order = sorted(versions, key=lambda one: (one.valid_from, one.number))
    begun = [one for one in in_order if one.valid_from <= now]
    changes_at = [one.valid_from for one in in_order[len(begun) :]]
    for version, following in zip(begun, [*begun[1:], None], strict=False):
        climb = _Climb(version, facts, steps, begun[0])
        if following is None:
            climb.go(max(now, climb.start) + _INSTANT)
            changes_at.append(climb.look_ahead())
        elif following.valid_from > climb.start:
            climb.go(following.valid_from)
    first = min(changes_at, default=NEVER)
    return Path(tuple(steps), first if first != NEVER else None)


class _Climb:
    """The part of the way that one version of the ladder governs."""

    def __init__(self, version: Version, facts: Facts, steps: list[Step], first: Version) -> None:
        self._config = version.config
        self._zone = version.config.zone
        self._tally = Tally(version.config, facts)
        self._steps = steps
        self._continuous = isinstance(version.config.period, AsLongAsItFits)
        self.start = self._at = max(version.valid_from, self._here.at)
        # When something happens after that, in order.
        self._entered: deque[datetime] = deque()
        takes_over = version is not first and self._here.at < version.valid_from
        self._cause = MoveCause.LADDER_CHANGED if takes_over else MoveCause.REACHED

    @property
    def _here(self) -> Step:
        return self._steps[-1]

    @property
    def _rank(self) -> int:
        return self._config.rank(self._here.tier)

    def go(self, end: datetime) -> None:
        """Goes on to the last moment before `end`."""
        self._settle_in(self.start)
        self._entered.extend(sorted({at for at in self._tally.moments() if at > self.start}))
        while (coming := min(self._changes_after(self._at), self._next_fact)) < end:
            self._at = coming
            happened = self._next_fact == coming
            if happened:
                self._entered.popleft()
            self._look(coming, happened=happened)

    def look_ahead(self) -> datetime:
        """Notes until when time alone leaves the tier as it is; answers when to look again."""
        if self._continuous:
            self._steps[-1] = replace(self._here, until=self._lost_at())
        return min(self._changes_after(self._at), self._next_fact)

    @property
    def _next_fact(self) -> datetime:
        return self._entered[0] if self._entered else NEVER

    def _changes_after(self, at: datetime) -> datetime:
        end = self._tally.next_leave(at) if self._continuous else self._here.until
        return end or NEVER

    def _lost_at(self) -> datetime | None:
        """When what counts keeps the tier no more."""
        at, rank = self._at, self._rank
        while self._can_end(rank):
            at = self._changes_after(at)
            if at == NEVER:
                break
            if not self._keeps(rank, self._moment(at)):
                return at
        return None

    def _settle_in(self, at: datetime) -> None:
        """The first moment under this ladder: a tier it does not know becomes the one that fits."""
        moment = self._moment(at)
        rank = self._rank
        best = self._reached(0, moment)
        if best > rank:
            self._enter(best, at, self._cause)
        elif self._here.tier is not None and not rank:
            self._enter(0, at, MoveCause.LADDER_CHANGED)
        elif self._continuous and rank and not self._keeps(rank, moment):
            self._enter(self._fitting(rank, moment), at, self._cause)
        elif rank:
            self._fit_period(rank, at)

    def _fit_period(self, rank: int, at: datetime) -> None:
        """A period that runs stays as it is, unless this ladder has none, or has the first one."""
        until = self._period_end(rank, at)
        if (until is None) != (self._here.until is None):
            self._steps.append(replace(self._here, at=at, until=until, in_grace=False))

    def _look(self, at: datetime, *, happened: bool) -> None:
        # Time alone never raises a tier.
        if happened and self._rises(at):
            return
        rank = self._rank
        if self._continuous:
            moment = self._moment(at)
            if rank and not self._keeps(rank, moment):
                self._enter(self._fitting(rank, moment), at, MoveCause.DROPPED)
        elif self._here.until is not None and self._here.until <= at:
            self._end_of_period(rank, at)
            # What happens at this very moment belongs to the time after the end.
            if happened:
                self._rises(at)
        elif self._here.in_grace and self._keeps(rank, self._in_grace(at)):
            self._keep(rank, at)

    def _rises(self, at: datetime) -> bool:
        rank = self._rank
        best = self._reached(rank, self._moment(at))
        if best > rank:
            self._enter(best, at, MoveCause.REACHED)
        return best > rank

    def _end_of_period(self, rank: int, at: datetime) -> None:
        in_grace = self._here.in_grace
        closing = self._in_grace(at, closing=True) if in_grace else Moment.end_of_period(at)
        if self._keeps(rank, closing):
            self._keep(rank, at)
        elif self._config.grace_days and not in_grace:
            until = days_on(at, self._config.grace_days - 1, self._zone)
            self._steps.append(
                replace(self._here, at=at, until=until, in_grace=True, reviewed_at=at)
            )
        else:
            self._drop(self._lower(rank, closing), at)

    def _moment(self, at: datetime) -> Moment:
        return Moment(at, reviewed_at=self._here.reviewed_at)

    def _in_grace(self, at: datetime, *, closing: bool = False) -> Moment:
        return Moment.in_grace(at, self._here.reviewed_at, closing=closing)

    def _keep(self, rank: int, at: datetime) -> None:
        until = self._next_period_end(rank, at)
        self._steps.append(replace(self._here, at=at, until=until, in_grace=False, reviewed_at=at))

    def _drop(self, rank: int, at: datetime) -> None:
        until = self._next_period_end(rank, at)
        self._steps.append(Step(at, self._slug(rank), MoveCause.DROPPED, until, reviewed_at=at))

    def _lower(self, rank: int, moment: Moment) -> int:
        """Where somebody goes who does not keep the tier of this rank."""
        if self._config.downgrade is Downgrade.FITTING:
            return self._fitting(rank, moment)
        return next(self._earned_below(rank), 0)

    def _fitting(self, rank: int, moment: Moment) -> int:
        """The highest lower tier that is kept by what counts, or that nobody falls out of."""
        return next((n for n in self._earned_below(rank) if self._keeps(n, moment)), 0)

    def _earned_below(self, rank: int) -> Iterator[int]:
        """The lower tiers that can be reached by what one does, from the highest on."""
        tiers = self._config.tiers
        return (n for n in range(rank - 1, 0, -1) if _is_earned(tiers[n - 1]))

    def _keeps(self, rank: int, moment: Moment) -> bool:
        tier = self._config.tiers[rank - 1]
        if tier.everybody or tier.protected:
            return True
        return self._met(tier.keep, moment) or self._met(tier.entry, moment)

    def _reached(self, above: int, moment: Moment) -> int:
        """The rank of the highest tier that is reached, if it is above this one; or this one."""
        tiers = self._config.tiers
        higher = (
            n
            for n in range(len(tiers), above, -1)
            if tiers[n - 1].everybody or self._met(tiers[n - 1].entry, moment)
        )
        return next(higher, above)

    def _met(self, criterion: Criterion | None, moment: Moment) -> bool:
        if criterion is None:
            return False
        return criterion.met(lambda measure: self._tally.total(measure, moment))

    def _enter(self, rank: int, at: datetime, cause: MoveCause) -> None:
        until = self._period_end(rank, at)
        reviewed_at = self._here.reviewed_at
        self._steps.append(Step(at, self._slug(rank), cause, until, reviewed_at=reviewed_at))

    def _slug(self, rank: int) -> str | None:
        return self._config.tiers[rank - 1].slug if rank else None

    def _period_end(self, rank: int, start: datetime) -> datetime | None:
        return self._config.period.ends_at(start, self._zone) if self._can_end(rank) else None

    def _next_period_end(self, rank: int, at: datetime) -> datetime | None:
        """The end of the one, of those that follow the one that has ended, which `at` lies in."""
        if not self._can_end(rank):
            return None
        end = self._here.reviewed_at if self._here.in_grace else at
        while end is not None and end <= at:
            end = self._config.period.next_ends_at(end, self._zone)
        return end

    def _can_end(self, rank: int) -> bool:
        """A tier that cannot be lost has no end."""
        if not rank:
            return False
        tier = self._config.tiers[rank - 1]
        return not (tier.everybody or tier.protected)


def _is_earned(tier: TierConfig) -> bool:
    return tier.everybody or tier.entry is not None
