"""The points mall of the shop of the tests, and what each operation takes."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from saleor_loyalty.api.ids import to_global
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.rewards.models import Redemption, RedemptionStep, Reward
from saleor_loyalty.flows.redemptions import Wish, redeem
from saleor_loyalty.flows.rewards import Placing, create_reward, revision_of, save_category
from saleor_loyalty.values.texts import Texts
from tests.shop import NOON

WORKSHOP = {
    "name": {"en": "Workshop", "de": "Werkstatt"},
    "description": {"en": "An afternoon at the wheel."},
    "terms": {"en": "Not on Sundays."},
    "pictures": [{"url": "https://shop.example/wheel.jpg", "text": {"en": "A potter's wheel"}}],
    "points": 100,
    "points_by_tier": {"gold": 80},
    "gives": {"kind": "service", "instructions": {"en": "Show it at the door."}},
    "members_may_cancel": True,
}
COUPON = {
    "name": {"en": "Five dollars off"},
    "points": 1_000_000,
    "gives": {"kind": "coupon", "amount": {"USD": 500, "JPY": 700}},
}
PARCEL = {"name": {"en": "Parcel"}, "points": 0, "gives": {"kind": "service", "by_staff": True}}
TALK = {
    "name": {"en": "Talk"},
    "points": 0,
    "gives": {"kind": "service"},
    "members_may_cancel": True,
}
TO_PREPARE, IN_HAND = UUID(int=0xA1), UUID(int=0xA2)


def reward_id(slug: str = "workshop") -> str:
    return to_global("LoyaltyReward", slug)


CATEGORY = to_global("LoyaltyRewardCategory", "days-out")


def redemption_id(public_id: UUID) -> str:
    return to_global("LoyaltyRedemption", public_id)


def mall(ada: Member) -> None:
    """ada has a parcel to be prepared and a talk to go to, which have cost her nothing."""
    save_category("days-out", Texts({"en": "Days out", "de": "Ausflüge"}), position=1)
    placed = Placing(category="days-out", stock=5)
    create_reward("workshop", WORKSHOP, placed, active=True)
    create_reward("coupon", COUPON, Placing(position=2), active=True)
    create_reward("parcel", PARCEL, Placing(position=3))
    create_reward("talk", TALK, Placing(position=4), active=True)
    Reward.objects.filter(slug="parcel").update(active=True)
    for slug, public_id in (("parcel", TO_PREPARE), ("talk", IN_HAND)):
        one = redeem(ada, Wish(slug=slug), source=slug, now=NOON)
        Redemption.objects.filter(pk=one.pk).update(public_id=public_id)
    Redemption.objects.filter(public_id=IN_HAND).update(code="TALK-1")
    RedemptionStep.objects.update(at=NOON)
    Reward.objects.filter(slug="parcel").update(active=False)


def redeeming(_world: Any = None) -> dict[str, Any]:
    return {"rewardId": reward_id(), "points": 100, "sourceKey": "k1"}


def _update(_world: Any) -> dict[str, Any]:
    read = revision_of(Reward.objects.get(slug="workshop"))
    config = {**WORKSHOP, "points": 120}
    return {"id": reward_id(), "config": config, "stock": 9, "revision": read}


Variables = Callable[[Any], dict[str, Any]]

# For who keeps the catalogue.
MERCHANTS: dict[str, Variables] = {
    "reward_create": lambda _: {
        "slug": "tour",
        "config": WORKSHOP,
        "categoryId": CATEGORY,
        "stock": 3,
        "active": True,
    },
    "reward_update": _update,
    "reward_set_active": lambda _: {"id": reward_id(), "active": False},
    "reward_category_save": lambda _: {
        "slug": "treats",
        "name": {"en": "Treats"},
        "position": 2,
    },
    "reward_category_delete": lambda _: {"id": CATEGORY},
}
# For who fulfils.
FULFILMENT: dict[str, Variables] = {
    "redemptions": lambda _: {"first": 50},
    "redemption": lambda _: {"id": redemption_id(IN_HAND)},
    "redemption_export": lambda _: {"first": 50},
    "redemption_issue": lambda _: {"id": redemption_id(TO_PREPARE), "note": "packed"},
    "redemption_fulfil": lambda _: {"id": redemption_id(IN_HAND), "tracking": "T1"},
}
OPERATIONS: dict[str, Variables] = {
    **{f"dashboard/{name}": found for name, found in (MERCHANTS | FULFILMENT).items()},
    "dashboard/all_rewards": lambda _: {"first": 50},
    "dashboard/reward": lambda _: {"id": reward_id("parcel")},
    "dashboard/reward_categories": lambda _: {},
    "dashboard/redemption_cancel": lambda _: {"id": redemption_id(IN_HAND), "reason": "Ill"},
    "storefront/rewards": lambda _: {"first": 50, "languageCode": "de"},
    "storefront/reward": lambda _: {"id": reward_id(), "currency": "USD"},
    "storefront/reward_categories": lambda _: {},
    "storefront/reward_redeem": redeeming,
    "storefront/my_redemptions": lambda _: {"first": 50},
    "storefront/redemption_cancel": lambda _: {"id": redemption_id(IN_HAND)},
}
