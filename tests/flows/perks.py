"""Ladders and plans whose benefits tests give to people."""

from datetime import datetime, timedelta
from typing import Any

from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.memberships.models import Membership, MembershipPlan
from saleor_loyalty.flows.setup import set_up
from saleor_loyalty.flows.tier_grants import set_tier
from saleor_loyalty.values.identity import new_public_id
from tests.conftest import PROGRAMME
from tests.shop import NOON

Benefits = list[dict[str, Any]]


def ladder(**benefits: Benefits) -> None:
    """Tiers from the lowest, with these benefits; nobody comes into them by what they do."""
    tiers = [
        {"slug": slug, "name": {"en": slug.title(), "de": f"{slug.title()}-Stufe"}, "benefits": of}
        for slug, of in benefits.items()
    ]
    set_up({"programmes": [PROGRAMME], "ladder": {"tiers": tiers}}, now=NOON)


def put_in(member: Member, tier: str) -> Member:
    """By staff and for good, whatever the member does."""
    set_tier(member, tier, reason="A test", actor="staff:1", until=None, exact=True, now=NOON)
    return Member.objects.select_related("tier").get(pk=member.pk)


def plan(slug: str, benefits: Benefits, *, active: bool = True, **config: Any) -> MembershipPlan:
    document = {"name": {"en": slug.title()}, "benefits": benefits, **config}
    return MembershipPlan.objects.create(slug=slug, active=active, config=document)


def join_plan(
    member: Member,
    of: MembershipPlan,
    *,
    start: datetime = NOON,
    days: int | None = 30,
) -> Membership:
    return Membership.objects.create(
        public_id=new_public_id(),
        member=member,
        plan=of,
        starts_at=start,
        ends_at=start + timedelta(days=days) if days is not None else None,
    )
