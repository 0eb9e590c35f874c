"""What lies ahead of a member, with what they were given and what time alone will do."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from ..features.members.models import Member
from ..features.tiers.config import LadderConfig
from ..features.tiers.criteria import Missing
from ..features.tiers.facts import Facts
from ..features.tiers.grants import Given, put_together
from ..features.tiers.models import TierGrant
from ..features.tiers.outlook import Outlook, outlook
from ..features.tiers.replay import Version, replay
from ..features.tiers.tally import Moment, Tally
from .ladder_terms import Ladders


def that_count(ladders: Ladders, now: datetime) -> tuple[list[Version], frozenset[str]]:
    """The versions of the ladder that a look ahead needs, and the facts they look at.

    Where only what counts now decides, nothing is left of what was reached under an earlier one.
    """
    newest = ladders.newest
    if newest is None or newest.valid_from > now or not newest.config.only_what_counts_now:
        return ladders.versions, ladders.reads
    return ladders.versions[-1:], newest.config.reads


def look_ahead(
    versions: Sequence[Version],
    facts: Facts,
    grants: Iterable[TierGrant],
    *,
    member: Member,
    now: datetime,
) -> tuple[Given, Outlook]:
    """The tier a member has, and the way on from it. Needs one version of the ladder at least."""
    given_ones = list(grants)
    config = versions[-1].config
    path = replay(versions, facts, joined_at=member.joined_at, now=now)
    given = put_together(config, path.last.tier, given_ones, now)
    ahead = _shortest(outlook(config, facts, path.last, now, tier=given.tier))
    if given.grant is not None:
        return given, _with_grant(ahead, given, config, facts, given_ones, now)
    return given, ahead


def _shortest(ahead: Outlook) -> Outlook:
    """Without the ways that take all that another takes, and as much of it or more."""
    return replace(ahead, ways_to_keep=_without_longer(ahead.ways_to_keep))


def _without_longer(ways: list[list[Missing]]) -> list[list[Missing]]:
    kept: list[list[Missing]] = []
    for way in sorted(ways, key=len):
        missing = _missing(way)
        if not any(_within(_missing(one), missing) for one in kept):
            kept = [one for one in kept if not _within(missing, _missing(one))]
            kept.append(way)
    return kept


def _missing(way: list[Missing]) -> dict[tuple[str, str, str], int]:
    return {(one.kind, one.currency, one.event): one.missing for one in way}


def _within(less: dict[tuple[str, str, str], int], more: dict[tuple[str, str, str], int]) -> bool:
    return all(key in more and missing <= more[key] for key, missing in less.items())


def _with_grant(
    ahead: Outlook,
    given: Given,
    config: LadderConfig,
    facts: Facts,
    grants: list[TierGrant],
    now: datetime,
) -> Outlook:
    """What was given is kept by reaching it before it ends; an exact one by nothing."""
    assert given.grant is not None, "asked by the caller"
    until = _given_until(given, config, grants)
    ways: list[list[Missing]] = []
    if given.grant.exact:
        ahead = replace(ahead, next_tier=None, ways_up=[], percent=100)
    elif until is not None:
        ways = _ways_to(config.rank(given.tier), config, facts, now)
    return replace(ahead, keep_until=until, in_grace=False, kept=until is None, ways_to_keep=ways)


def _given_until(given: Given, config: LadderConfig, grants: list[TierGrant]) -> datetime | None:
    """The end of the last of the grants that follow one another."""
    assert given.grant is not None, "asked by the caller"
    until = given.grant.ends_at
    # Each round is past the end of a grant more.
    while until is not None:
        following = put_together(config, None, grants, until)
        if following.grant is None or following.tier != given.tier:
            return until
        until = following.grant.ends_at
    return None


def _ways_to(rank: int, config: LadderConfig, facts: Facts, at: datetime) -> list[list[Missing]]:
    entry = config.tiers[rank - 1].entry
    tally = Tally(config, facts)
    return entry.ways(lambda measure: tally.total(measure, Moment(at))) if entry else []
