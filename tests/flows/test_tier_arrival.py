"""A member's tier comes from what happened, not from when it became known."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from saleor_loyalty.events.facts import OrderFact
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.tiers.models import Standing
from saleor_loyalty.flows.members import find_or_join
from saleor_loyalty.flows.order_changed import act_on
from saleor_loyalty.flows.setup import set_up
from saleor_loyalty.flows.tiers import reevaluate_many
from tests.conftest import PROGRAMME, customer
from tests.shop import Shop, line, paid_order

OPENED = datetime(2023, 1, 1, tzinfo=UTC)
TODAY = datetime(2026, 3, 10, 12, tzinfo=UTC)
DAYS = (TODAY - OPENED).days
STEPPING_DOWN: dict[str, Any] = {
    "window": {"kind": "rolling", "months": 12},
    "period": {"kind": "rolling", "months": 6},
    "grace_days": 20,
    "downgrade": "one_step",
}
BY_THE_YEAR: dict[str, Any] = {
    "window": {"kind": "calendar", "unit": "year"},
    "period": {"kind": "calendar", "unit": "year", "more": 1},
    "time_zone": "Asia/Shanghai",
}
AT_EVERY_MOMENT: dict[str, Any] = {
    "window": {"kind": "rolling", "months": 3},
    "time_zone": "America/Los_Angeles",
}
TIERS = [
    {"slug": "growing", "name": {"en": "Growing"}, "everybody": True},
    {
        "slug": "vip",
        "name": {"en": "VIP"},
        "entry": {
            "kind": "any",
            "of": [
                {"kind": "spend", "from": {"USD": 30_000, "CNY": 200_000}},
                {"kind": "orders", "from": 4},
                {"kind": "growth", "from": 500},
            ],
        },
        "keep": {"kind": "orders", "from": 2},
    },
    {
        "slug": "elite",
        "name": {"en": "Elite"},
        "entry": {
            "kind": "all",
            "of": [
                {"kind": "spend", "from": {"USD": 60_000, "CNY": 400_000}},
                {"kind": "points", "from": 300},
            ],
        },
    },
]


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("ladder", [STEPPING_DOWN, BY_THE_YEAR, AT_EVERY_MOMENT])
def test_orders_and_refunds_may_become_known_in_any_order_and_at_any_time(
    ladder: dict[str, Any], seed: int, shop: Shop
) -> None:
    document = {**ladder, "tiers": TIERS, "valid_from": OPENED}
    programme = {**PROGRAMME, "valid_from": OPENED}
    set_up({"programmes": [programme], "ladder": document}, now=OPENED)
    dice = random.Random(seed)
    prompt = find_or_join(customer(shop, "prompt"), now=OPENED)
    late = find_or_join(customer(shop, "late"), now=OPENED)
    history = [_order(dice, number) for number in range(dice.randint(3, 14))]
    _live(prompt, [(order, at) for order in history for at in _prompt(order)])
    # The last thing known of an order is what it is now.
    shuffled = dice.sample(history, len(history))
    moments = sorted(TODAY - timedelta(days=dice.randrange(400)) for _ in shuffled)
    _live(late, list(zip(shuffled, moments, strict=True)))
    assert _standing(late) == _standing(prompt)


def _order(dice: random.Random, number: int) -> OrderFact:
    """Paid some day, and maybe refunded by now, in part or whole."""
    paid_at = OPENED + timedelta(days=dice.randrange(DAYS), hours=dice.randrange(24))
    quantity = dice.randint(1, 3)
    back = dice.choice([0, 0, 0, 1, quantity])
    order = paid_order(
        line("a", dice.randrange(1_000, 40_000), quantity=quantity, refunded_quantity=back),
        order_id=f"o{number}",
        currency=dice.choice(["USD", "CNY"]),
        placed_at=paid_at,
        paid_at=paid_at,
        fulfilled_at=paid_at,
    )
    return replace(order, refunded_by_amount=dice.choice([0, 0, 500]))


def _prompt(order: OrderFact) -> list[datetime]:
    assert order.paid_at is not None
    return [order.paid_at, order.paid_at + timedelta(days=3)]


def _live(member: Member, facts: list[tuple[OrderFact, datetime]]) -> None:
    for order, at in sorted(facts, key=lambda fact: fact[1]):
        own = replace(
            order,
            order_id=f"{member.pk}-{order.order_id}",
            user_id=member.user_id,
            email=member.email,
        )
        act_on([own], now=at)
        # As if the nightly run came by.
        reevaluate_many([member.pk], now=at)
    reevaluate_many([member.pk], now=TODAY)


def _standing(member: Member) -> tuple[Any, ...]:
    now = Standing.objects.select_related("member__tier").get(member=member)
    tier = now.member.tier.slug if now.member.tier else None
    return tier, now.earned_tier_id, now.since, now.until, now.in_grace, now.review_at
