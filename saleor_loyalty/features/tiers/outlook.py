"""What lies ahead of a member: the next tier, and what keeps the present one. Pure."""

from dataclasses import dataclass
from datetime import datetime

from .config import LadderConfig, TierConfig
from .criteria import Criterion, Missing
from .facts import Facts
from .replay import Step
from .tally import Moment, Tally
from .windows import AsLongAsItFits


@dataclass(frozen=True, slots=True)
class Outlook:
    """Each way is a list of what all of it takes; any one way is enough.

    `percent` of the way to the next tier, rounded down: 100 where there is none. `kept` says that
    nothing more is needed to keep the tier at `keep_until` (None: it does not end).
    """

    next_tier: str | None
    ways_up: list[list[Missing]]
    percent: int
    keep_until: datetime | None
    in_grace: bool
    kept: bool
    ways_to_keep: list[list[Missing]]


def outlook(
    config: LadderConfig, facts: Facts, step: Step, now: datetime, *, tier: str | None = None
) -> Outlook:
    """`step` is where the member stands now, as `replay` found it.

    `tier` is the one they were given, if that is higher: the way up begins there.
    """
    tally = Tally(config, facts)
    rank = config.rank(step.tier)
    following = _following(config, max(rank, config.rank(tier)))
    moment = Moment(now, reviewed_at=step.reviewed_at)
    ways_up = _ways(tally, following.entry if following else None, moment)
    to_keep = _ways_to_keep(tally, config, step, rank, now)
    return Outlook(
        following.slug if following else None,
        ways_up,
        max((_percent(way) for way in ways_up), default=0 if following else 100),
        step.until,
        step.in_grace,
        step.until is None or any(_done(way) for way in to_keep),
        to_keep,
    )


def _following(config: LadderConfig, rank: int) -> TierConfig | None:
    """The next higher tier that can be reached by what one does."""
    return next((tier for tier in config.tiers[rank:] if tier.entry is not None), None)


def _ways_to_keep(
    tally: Tally, config: LadderConfig, step: Step, rank: int, now: datetime
) -> list[list[Missing]]:
    """With what will still count at the end of the period."""
    if step.until is None or not rank:
        return []
    tier = config.tiers[rank - 1]
    if isinstance(config.period, AsLongAsItFits):
        # What is done now must count then: before a year turns over nothing helps.
        lasting = [one for one in tier.criteria() if _lasts(config, one, now, step.until)]
        return [way for one in lasting for way in _ways(tally, one, Moment(step.until))]
    moment = Moment.end_of_period(step.until)
    if step.in_grace:
        moment = Moment.in_grace(step.until, step.reviewed_at)
    return [way for one in tier.criteria() for way in _ways(tally, one, moment)]


def _lasts(config: LadderConfig, criterion: Criterion, now: datetime, until: datetime) -> bool:
    windows = map(config.window_of, criterion.leaves())
    return all(window.leaves_at(now, config.zone) > until for window in windows)


def _ways(tally: Tally, criterion: Criterion | None, moment: Moment) -> list[list[Missing]]:
    if criterion is None:
        return []
    return criterion.ways(lambda measure: tally.total(measure, moment))


def _done(way: list[Missing]) -> bool:
    return all(not one.missing for one in way)


def _percent(way: list[Missing]) -> int:
    """All parts of a way count alike."""
    parts = [min(one.have, one.need) * 100 // one.need for one in way]
    return sum(parts) // len(parts)
