"""Whether a member is one of those something is for."""

from collections.abc import Iterable
from datetime import datetime
from functools import cached_property

from .. import conf
from ..errors import N_, AnyOf, Code, LoyaltyError
from ..features.members.models import Member
from ..features.memberships.models import MembershipPlan
from ..values.gate import Gate
from ..values.texts import Texts
from .ladder_terms import Ladders
from .membership_terms import document_of
from .perks import perks_of_members


def lets_in(gate: Gate, member_id: int, *, now: datetime) -> bool:
    """Asks the database only where the gate is not open to every member."""
    return gate.is_open or gate.lets_in(_holders(gate, member_id, now))


def segments_held(member_id: int) -> frozenset[str]:
    """As gates name them."""
    return frozenset(f"segment:{name}" for name in conf.segments_of(member_id))


def check_member(member: Member, gate: Gate, *, now: datetime) -> None:
    """Raises MEMBER_CLOSED, FORBIDDEN."""
    if member.merged_into_id is not None:
        raise LoyaltyError(Code.MEMBER_CLOSED, N_("This member was merged into another."))
    if not lets_in(gate, member.pk, now=now):
        raise Named().refusal(gate)


class Named:
    """What tiers and plans are called: looked up once, and only where somebody is refused."""

    def refusal(self, gate: Gate, *, field: str | None = None) -> LoyaltyError:
        """Tells of the tiers and plans it is for. What segments are called is the shop's affair."""
        named = [f"tier:{slug}" for slug in gate.tiers] + [f"plan:{slug}" for slug in gate.plans]
        found = [names.root for holder, names in self._all.items() if holder in named]
        if not found:
            return LoyaltyError(Code.FORBIDDEN, N_("This is for other members."), field=field)
        return LoyaltyError(
            Code.FORBIDDEN,
            N_("This is for %(names)s members."),
            field=field,
            names=AnyOf(tuple(found)),
        )

    @cached_property
    def _all(self) -> dict[str, Texts]:
        """The tiers from the lowest on, then the plans."""
        newest = Ladders.load().newest
        tiers = newest.config.tiers if newest is not None else ()
        plans = MembershipPlan.objects.filter(active=True).order_by("slug")
        return {
            **{f"tier:{tier.slug}": tier.name for tier in tiers},
            **{f"plan:{plan.slug}": document_of(plan).name for plan in plans},
        }


def _holders(gate: Gate, member_id: int, now: datetime) -> Iterable[str]:
    if gate.segments:
        yield from segments_held(member_id)
    if gate.tiers or gate.plans:
        perks = perks_of_members([member_id], now=now).get(member_id)
        yield from (held.holder for held in perks.holders) if perks is not None else ()
