"""Where a member stands by what they did. Pure: facts and ladders in, the way through them out.

The whole way is gone each time from the first fact on, under the ladder in force at each moment. So
it depends on what happened and when, not on when it became known; a fact that is late or taken back
changes the way as if it had been known at once.

At every moment, in this order: a higher tier is reached, or else a period (or the grace after it)
ends and the tier is kept or lost.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from .config import Downgrade, LadderConfig, TierConfig
from .criteria import Criterion
from .facts import Facts
from .models import MoveCause
from .tally import Moment, Tally
from .windows import NEVER, AsLongAsItFits, days_on


@dataclass(frozen=True, slots=True)
class Version:
    """The ladder from `valid_from` on, until the next version begins."""

    number: int
    valid_from: datetime
    config: LadderConfig


@dataclass(frozen=True, slots=True)
class Step:
    """In `tier` (None: none) since `at`, until the period or the grace after it ends (None: never).

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


def replay(
    versions: Sequence[Version], facts: Facts, *, joined_at: datetime, now: datetime
) -> Path:
    """The way of a member under all versions of the ladder, up to and with `now`."""
    steps = [Step(min([joined_at, *facts.first()]), None)]
    changes_at = None
    in_order = sorted(versions, key=lambda one: (one.valid_from, one.number))
    begun = [one for one in in_order if one.valid_from <= now]
    for version, following in zip(begun, [*begun[1:], None], strict=False):
        # The last version's end is not a moment of this way; an earlier one's belongs to the next.
        end = following.valid_from if following is not None else None
        climb = _Climb(version, facts, steps)
        changes_at = climb.go(now if end is None else end, inclusive=end is None)
    return Path(tuple(steps), changes_at)


class _Climb:
    """The part of the way that one version of the ladder governs."""

    def __init__(self, version: Version, facts: Facts, steps: list[Step]) -> None:
        self._version = version
        self._config = version.config
        self._zone = version.config.zone
        self._tally = Tally(version.config, facts)
        self._steps = steps
        self._continuous = isinstance(version.config.period, AsLongAsItFits)

    @property
    def _here(self) -> Step:
        return self._steps[-1]

    def go(self, end: datetime, *, inclusive: bool) -> datetime | None:
        """Goes on to `end`; answers when time alone may change something after that."""
        start = max(self._version.valid_from, self._here.at)
        self._settle_in(start)
        entered = sorted({at for at in self._tally.moments() if at > start})
        index = 0
        at = start
        while True:
            own = self._changes_after(at)
            fact = entered[index] if index < len(entered) else None
            at = min(own or NEVER, fact or NEVER)
            if at > end or (at == end and not inclusive) or at == NEVER:
                return own
            if fact == at:
                index += 1
            self._look(at)

    def _settle_in(self, at: datetime) -> None:
        """The first moment under this ladder: a tier it does not know becomes the one that fits."""
        cause = MoveCause.LADDER_CHANGED if len(self._steps) > 1 else MoveCause.REACHED
        best = self._best(at)
        rank = self._config.rank(self._here.tier)
        if best > rank:
            self._enter(best, at, cause)
        elif self._here.tier is not None and not rank:
            self._enter(best, at, MoveCause.LADDER_CHANGED)
        elif self._continuous and best != rank:
            self._enter(best, at, cause)
        elif rank:
            self._fit_period(rank, at)

    def _fit_period(self, rank: int, at: datetime) -> None:
        """A period that runs stays as it is, unless this ladder has none, or has the first one."""
        until = self._period_end(rank, at)
        if (until is None) != (self._here.until is None):
            self._steps.append(replace(self._here, at=at, until=until, in_grace=False))

    def _changes_after(self, at: datetime) -> datetime | None:
        if self._continuous:
            return self._tally.next_leave(at)
        return self._here.until

    def _look(self, at: datetime) -> None:
        best = self._best(at)
        rank = self._config.rank(self._here.tier)
        if best > rank:
            self._enter(best, at, MoveCause.REACHED)
        elif self._continuous:
            if best != rank:
                self._enter(best, at, MoveCause.DROPPED)
        elif self._here.until is not None and self._here.until <= at:
            self._end_of_period(rank, at)
        elif self._here.in_grace and self._keeps(rank, self._in_grace(at)):
            self._keep(rank, at)

    def _end_of_period(self, rank: int, at: datetime) -> None:
        closing = self._in_grace(at) if self._here.in_grace else Moment(at, closing=True)
        if self._keeps(rank, closing):
            self._keep(rank, at)
        elif self._config.grace_days and not self._here.in_grace:
            until = days_on(at, self._config.grace_days - 1, self._zone)
            self._steps.append(
                replace(self._here, at=at, until=until, in_grace=True, reviewed_at=at)
            )
        else:
            self._enter(self._lower(rank, closing), at, MoveCause.DROPPED, reviewed_at=at)

    def _in_grace(self, at: datetime) -> Moment:
        return Moment(at, reviewed_at=self._here.reviewed_at)

    def _keep(self, rank: int, at: datetime) -> None:
        until = self._period_end(rank, at)
        self._steps.append(replace(self._here, at=at, until=until, in_grace=False, reviewed_at=at))

    def _lower(self, rank: int, moment: Moment) -> int:
        """Where somebody goes who does not keep the tier of this rank."""
        floor = max(
            (n for n, tier in enumerate(self._config.tiers[:rank], 1) if tier.protected), default=0
        )
        if self._config.downgrade is Downgrade.ONE_STEP:
            return max(self._below(rank), floor)
        fitting = (n for n in range(rank - 1, 0, -1) if self._keeps(n, moment))
        return max(next(fitting, 0), floor)

    def _below(self, rank: int) -> int:
        """The next lower tier that can be reached by what one does."""
        tiers = self._config.tiers
        return next((n for n in range(rank - 1, 0, -1) if _is_earned(tiers[n - 1])), 0)

    def _keeps(self, rank: int, moment: Moment) -> bool:
        tier = self._config.tiers[rank - 1]
        if tier.everybody or tier.protected:
            return True
        return self._met(tier.keep, moment) or self._met(tier.entry, moment)

    def _best(self, at: datetime) -> int:
        """The rank of the highest tier that is reached at that moment; 0: none."""
        moment = Moment(at, reviewed_at=self._here.reviewed_at)
        tiers = self._config.tiers
        fitting = (
            n
            for n in range(len(tiers), 0, -1)
            if tiers[n - 1].everybody or self._met(tiers[n - 1].entry, moment)
        )
        return next(fitting, 0)

    def _met(self, criterion: Criterion | None, moment: Moment) -> bool:
        if criterion is None:
            return False
        return criterion.met(lambda measure: self._tally.total(measure, moment))

    def _enter(
        self, rank: int, at: datetime, cause: MoveCause, *, reviewed_at: datetime | None = None
    ) -> None:
        tier = self._config.tiers[rank - 1].slug if rank else None
        self._steps.append(
            Step(
                at,
                tier,
                cause,
                self._period_end(rank, at),
                reviewed_at=reviewed_at or self._here.reviewed_at,
            )
        )

    def _period_end(self, rank: int, at: datetime) -> datetime | None:
        """A tier that cannot be lost has no end."""
        if not rank:
            return None
        tier = self._config.tiers[rank - 1]
        if tier.everybody or tier.protected:
            return None
        return self._config.period.ends_at(at, self._zone)


def _is_earned(tier: TierConfig) -> bool:
    return tier.everybody or tier.entry is not None
