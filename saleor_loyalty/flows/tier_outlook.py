"""What lies ahead of members, as the ladder is now."""

from collections.abc import Sequence
from datetime import datetime

from ..features.members.models import Member
from ..features.tiers.facts import Amount, Facts
from ..features.tiers.outlook import Outlook, outlook
from ..features.tiers.replay import replay
from .ladder_terms import Ladders
from .tier_facts import facts_of


def outlooks_of(
    members: Sequence[Member], ladders: Ladders, *, now: datetime
) -> dict[int, Outlook]:
    """By member id; nothing where there is no ladder. Members need their `tier`."""
    if ladders.newest is None:
        return {}
    facts = facts_of([member.pk for member in members], ladders.reads, now=now)
    return {member.pk: _outlook(member, facts[member.pk], ladders, now) for member in members}


def outlook_by_growth(
    member: Member, growth: int, ladders: Ladders, *, now: datetime
) -> Outlook | None:
    """From the balance of growth alone, where that is all the ladder looks at, ever."""
    if ladders.newest is None:
        return None
    assert ladders.newest.config.only_lasting_growth, "otherwise the facts are needed"
    facts = Facts(growth=(Amount(member.joined_at, growth, growth),))
    return _outlook(member, facts, ladders, now)


def _outlook(member: Member, facts: Facts, ladders: Ladders, now: datetime) -> Outlook:
    assert ladders.newest is not None, "checked before"
    path = replay(ladders.versions, facts, joined_at=member.joined_at, now=now)
    tier = member.tier.slug if member.tier is not None else None
    return outlook(ladders.newest.config, facts, path.last, now, tier=tier)
