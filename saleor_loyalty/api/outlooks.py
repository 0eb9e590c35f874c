"""The way on of members, for the API: for many of them at once, and with as few questions to the
database as there can be.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from promise import Promise

from ..features.members.models import Member
from ..features.tiers.config import Refunds
from ..features.tiers.facts import Amount, Facts
from ..features.tiers.grants import Given
from ..features.tiers.models import TierGrant
from ..features.tiers.outlook import Outlook
from ..features.tiers.replay import Version
from ..flows.ladder_terms import Ladders
from ..flows.tier_facts import facts_of
from ..flows.tier_outlooks import look_ahead, that_count
from ..flows.tiers import open_grants
from ..values.points import Unit
from .context import Request, request_of
from .loaders import BalancesOfMember, LadderInForce, Loader, ladders_of, loader
from .members import MemberView


@dataclass(frozen=True, slots=True)
class Ahead:
    """The tier a member has, the way on from it, and the facts that both come from."""

    given: Given
    outlook: Outlook
    facts: Facts


def ahead_of(view: MemberView, info: Any) -> Any:
    """Promises the way on; None where there is no ladder."""
    ladders, member = ladders_of(info), view.member
    if member is None:
        return Promise.resolve(ahead_of_nobody(ladders, info))
    if _growth_tells(ladders) and view.grants is not None:
        grants = view.grants
        return (
            loader(info, BalancesOfMember)
            .load(member.pk)
            .then(
                lambda found: _by_growth(
                    ladders, member, grants, found[Unit.GROWTH].available, info
                )
            )
        )
    found = loader(info, AheadOfMember)
    found.note(member, view.grants, ladders)
    return found.load(member.pk)


def ahead_of_nobody(ladders: Ladders, info: Any) -> Ahead | None:
    """Of a customer who has done nothing yet."""
    if ladders.newest is None:
        return None
    now = request_of(info).now
    nobody = Member(joined_at=now)
    return Ahead(*look_ahead(ladders.versions, Facts(), [], member=nobody, now=now), Facts())


class AheadOfMember(Loader):
    """By member id. Each member must have been noted."""

    def __init__(self, request: Request) -> None:
        super().__init__(request)
        self._members: dict[int, tuple[Member, list[TierGrant] | None]] = {}
        self._ladder = LadderInForce(request)

    def note(self, member: Member, grants: list[TierGrant] | None, ladders: Ladders) -> None:
        """`grants` None: they are to be looked up."""
        self._members[member.pk] = (member, grants)
        self._ladder.note(ladders)

    def find(self, keys: list[int]) -> dict[int, Ahead]:
        ladders = self._ladder.get()
        if ladders.newest is None:
            return {}
        versions, reads = that_count(ladders, self.now)
        facts = facts_of(keys, reads, now=self.now)
        grants = self._grants(keys)
        found = {}
        for key in keys:
            member, of_member = self._members[key][0], grants.get(key, [])
            given, outlook = look_ahead(
                versions, facts[key], of_member, member=member, now=self.now
            )
            found[key] = Ahead(given, outlook, facts[key])
        return found

    def _grants(self, keys: list[int]) -> Mapping[int, list[TierGrant]]:
        known = {key: grants for key in keys if (grants := self._members[key][1]) is not None}
        unknown = [key for key in keys if key not in known]
        return {**known, **open_grants(unknown)} if unknown else known


def _growth_tells(ladders: Ladders) -> bool:
    """Whether the balance of growth alone says it all, and no fact has to be read."""
    if ladders.newest is None:
        return False
    config = ladders.newest.config
    return (
        config.only_lasting_growth
        and config.refunds is Refunds.AT_ONCE
        and config.only_what_counts_now
    )


def _by_growth(
    ladders: Ladders, member: Member, grants: list[TierGrant], growth: int, info: Any
) -> Ahead:
    assert ladders.newest is not None, "it has told that growth is all"
    facts = Facts(growth=(Amount(member.joined_at, growth, growth),))
    version = Version(1, member.joined_at, ladders.newest.config)
    now = request_of(info).now
    given, outlook = look_ahead([version], facts, grants, member=member, now=now)
    return Ahead(given, outlook, facts)
