"""Plans and packs as merchants sell them, and orders that buy them, in few words."""

from datetime import datetime
from typing import Any

from saleor_loyalty.events.facts import OrderFact
from saleor_loyalty.features.growth_packs.models import GrowthPack
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.memberships.models import Membership, MembershipPlan
from saleor_loyalty.flows.membership_plans import create_plan
from saleor_loyalty.flows.order_changed import act_on
from saleor_loyalty.flows.packs import create_pack
from tests.shop import NOON, line, paid_order

MONTH, YEAR, LIFE = "V-month", "V-year", "V-life"
PLUS = {
    "name": {"en": "Plus", "de": "Plus-Mitgliedschaft"},
    "variants": {MONTH: {"months": 1}, YEAR: {"months": 12}, LIFE: {"lifetime": True}},
    "trial_days": 14,
    "renewal_url": "https://shop.example/plus",
}
PACK = {"name": {"en": "A step up"}, "variants": ["V-pack"], "growth": 300, "bonus_points": 50}


def plan(slug: str = "plus", **more: Any) -> MembershipPlan:
    return create_plan(slug, {**PLUS, **more})


def pack(slug: str = "step", **more: Any) -> GrowthPack:
    return create_pack(slug, {**PACK, **more})


def order_of(
    member: Member,
    variant: str = YEAR,
    *,
    at: datetime = NOON,
    fee: int = 9900,
    quantity: int = 1,
    order_id: str = "o1",
    **more: Any,
) -> OrderFact:
    """An order of nothing but the membership, or the pack."""
    given: dict[str, Any] = {"user_id": member.user_id, "email": member.email, **more}
    bought = line("m", fee * quantity, quantity=quantity, variant_id=variant)
    return paid_order(bought, order_id=order_id, placed_at=at, paid_at=at, **given)


def buy(member: Member, variant: str = YEAR, *, now: datetime | None = None, **more: Any) -> None:
    order = order_of(member, variant, **more)
    act_on([order], now=now or order.placed_at)


def span(member: Member, slug: str = "plus") -> str:
    """ "2026-03-10T12:00/2027-03-11T00:00"; no end: for life; "" for who never had it."""
    found = Membership.objects.filter(member=member, plan__slug=slug).first()
    if found is None:
        return ""
    end = f"{found.ends_at:%Y-%m-%dT%H:%M}" if found.ends_at else ""
    return f"{found.starts_at:%Y-%m-%dT%H:%M}/{end}"


def membership(member: Member, slug: str = "plus") -> Membership:
    return Membership.objects.select_related("plan").get(member=member, plan__slug=slug)
