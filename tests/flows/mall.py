"""Rewards as merchants offer them, and members redeeming them, in few words."""

from datetime import datetime
from typing import Any

from saleor_loyalty.events.models import OutboxEffect
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.rewards.models import Redemption, RedemptionStep, Reward
from saleor_loyalty.flows.outbox import work_outbox
from saleor_loyalty.flows.points import adjust_points
from saleor_loyalty.flows.redemptions import Wish, redeem
from saleor_loyalty.flows.rewards import Placing, create_reward
from saleor_loyalty.ledger.models import Entry
from tests.shop import NOON

COUPON = {"kind": "coupon", "amount": {"USD": 500}, "valid_days": 30}
PERCENT = {"kind": "coupon", "basis_points": 1500, "currencies": ["USD", "JPY"]}
SHIPPING = {"kind": "free_shipping", "currencies": ["USD"], "minimum": {"USD": 2000}}
CARD = {"kind": "gift_card", "amount": {"USD": 1000, "JPY": 1500}, "valid_days": 365}
MUG = {"kind": "product", "variant_id": "V-mug"}
MUG_AND_CASH = {**MUG, "cash": {"USD": 499, "JPY": 500, "KWD": 1500}}
WORKSHOP = {"kind": "service", "valid_days": 90}
PARCEL = {"kind": "service", "by_staff": True}
GOLD = {"kind": "tier_upgrade", "tier": "gold", "months": 3}
PARTNER = {"kind": "partner_code", "code_list": "cinema"}


def reward(
    slug: str = "gift",
    gives: dict[str, Any] | None = None,
    *,
    points: int = 300,
    stock: int | None = None,
    starts_at: datetime | None = None,
    ends_at: datetime | None = None,
    active: bool = True,
    **config: Any,
) -> Reward:
    document = {"name": {"en": slug}, "points": points, "gives": gives or COUPON, **config}
    placing = Placing(stock=stock, starts_at=starts_at, ends_at=ends_at)
    return create_reward(slug, document, placing, active=active)


def give(member: Member, points: int, source: str = "welcome") -> None:
    adjust_points(member, points, reason="welcome", source=source, actor="staff", now=NOON)


def get(
    member: Member, slug: str = "gift", *, key: str = "k1", now: datetime = NOON, **wish: Any
) -> Redemption:
    return redeem(member, Wish(slug=slug, **wish), source=key, now=now)


def deliver(now: datetime = NOON) -> None:
    """The rows are due by the database's own clock; so that theirs is that of the tests."""
    OutboxEffect.objects.filter(due_at__gt=now).update(due_at=now)
    while work_outbox(now=now):
        pass


def again(redemption: Redemption) -> Redemption:
    return Redemption.objects.select_related("reward").get(pk=redemption.pk)


def state_of(redemption: Redemption) -> str:
    return again(redemption).state


def steps(redemption: Redemption) -> list[str]:
    found = RedemptionStep.objects.filter(redemption=redemption).order_by("pk")
    return list(found.values_list("state", flat=True))


def taken(slug: str = "gift") -> int:
    return Reward.objects.get(slug=slug).taken


def everything() -> list[Any]:
    """What a refusal must leave as it is."""
    tables = (Reward, Redemption, RedemptionStep, Entry, OutboxEffect)
    return [sorted(table.objects.values_list(), key=str) for table in tables]
