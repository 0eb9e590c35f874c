"""Plans and packs in the shop of the tests: what ada has of them, and what each operation takes."""

from typing import Any
from uuid import UUID

from saleor_loyalty.api.ids import to_global
from saleor_loyalty.features.growth_packs.models import GrowthPack
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.memberships.config import Term
from saleor_loyalty.features.memberships.models import Membership, MembershipPlan
from saleor_loyalty.flows.membership_plans import create_plan
from saleor_loyalty.flows.membership_terms import document_of
from saleor_loyalty.flows.memberships import cancel, give
from saleor_loyalty.flows.pack_terms import config_of
from saleor_loyalty.flows.packs import create_pack
from saleor_loyalty.values.revision import revision_of
from tests.shop import NOON

PLUS = {
    "name": {"en": "Plus", "de": "Plus-Mitgliedschaft"},
    "description": {"en": "More of everything."},
    "variants": {"V-month": {"months": 1}, "V-year": {"months": 12}},
    "benefits": [
        {"kind": "free_shipping", "name": {"en": "Free shipping", "de": "Gratis-Versand"}},
        {"kind": "contact", "email": "plus@shop.example"},
    ],
}
PACK = {
    "name": {"en": "A step up", "de": "Eine Stufe hinauf"},
    "variants": ["V-pack"],
    "growth": 100,
    "bonus_points": 10,
    "limit": {"pieces": 3, "per": "month"},
}
RUNNING = to_global("LoyaltyMembership", UUID(int=0x91))
CANCELLED = to_global("LoyaltyMembership", UUID(int=0x92))


def plans(ada: Member) -> None:
    """ada has been given a year of one plan, and has cancelled another."""
    create_plan("plus", PLUS)
    create_plan("vip", {"name": {"en": "VIP"}})
    create_plan("try", {"name": {"en": "Try it"}, "trial_days": 14})
    create_pack("step", PACK)
    given: dict[str, Any] = {"reason": "A friend", "actor": "user:9", "now": NOON}
    for slug, number, term in (("plus", 0x91, Term(months=12)), ("vip", 0x92, Term(days=20))):
        one = give(ada, slug, term, source=f"given:{slug}", **given)
        Membership.objects.filter(pk=one.pk).update(public_id=UUID(int=number))
        if slug == "vip":
            cancel(one, now=NOON)


def plan_id(slug: str = "plus") -> str:
    return to_global("LoyaltyPlan", slug)


def pack_id() -> str:
    return to_global("LoyaltyGrowthPack", "step")


def plan_create(_world: Any) -> dict[str, Any]:
    return {"slug": "card", "config": {**PLUS, "variants": {}}}


def plan_update(_world: Any) -> dict[str, Any]:
    read = revision_of(document_of(MembershipPlan.objects.get(slug="plus")))
    return {"id": plan_id(), "config": {**PLUS, "trial_days": 7}, "revision": read}


def plan_archive(_world: Any) -> dict[str, Any]:
    return {"id": plan_id()}


def growth_pack_create(_world: Any) -> dict[str, Any]:
    return {"slug": "leap", "config": {**PACK, "variants": []}}


def growth_pack_update(_world: Any) -> dict[str, Any]:
    read = revision_of(config_of(GrowthPack.objects.get()))
    return {"id": pack_id(), "config": {**PACK, "growth": 200}, "revision": read}


def growth_pack_archive(_world: Any) -> dict[str, Any]:
    return {"id": pack_id()}


MERCHANTS = {
    function.__name__: function
    for function in (
        plan_create,
        plan_update,
        plan_archive,
        growth_pack_create,
        growth_pack_update,
        growth_pack_archive,
    )
}


def membership_give(world: Any) -> dict[str, Any]:
    return {
        "memberId": world.bob_id,
        "planId": plan_id(),
        "months": 1,
        "reason": "Sorry",
        "sourceKey": "k1",
    }


def membership_end(_world: Any) -> dict[str, Any]:
    return {"id": RUNNING, "reason": "Resold it"}
