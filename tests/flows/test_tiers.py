"""Up and down by growth, or by hand."""

from dataclasses import replace
from datetime import timedelta

import pytest

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.tiers.models import TierMove
from saleor_loyalty.flows import tiers
from saleor_loyalty.flows.order_changed import act_on
from saleor_loyalty.flows.outbox import work_outbox
from saleor_loyalty.flows.points import adjust_points
from tests.shop import NOON, Shop, line, paid_order


def tier_of(member: Member) -> str | None:
    found = Member.objects.select_related("tier").get(pk=member.pk).tier
    return found.slug if found else None


def buy(member: Member, dollars: int, order_id: str = "o1", **more: object) -> None:
    order = paid_order(
        line("a", dollars * 100),
        order_id=order_id,
        user_id=member.user_id,
        fulfilled_at=NOON,
    )
    act_on([replace(order, **more)], now=NOON)


def test_growth_moves_up_at_once_and_a_refund_moves_down(ada: Member, shop: Shop) -> None:
    buy(ada, 99)
    assert tier_of(ada) is None
    buy(ada, 1, "o2")
    assert tier_of(ada) == "silver"
    buy(ada, 400, "o3")
    assert tier_of(ada) == "gold"
    buy(ada, 400, "o3", fully_refunded=True)
    assert tier_of(ada) == "silver"
    moves = TierMove.objects.order_by("pk").values_list("to_tier__slug", "reason")
    assert list(moves) == [("silver", "growth"), ("gold", "growth"), ("silver", "growth")]
    work_outbox(now=NOON + timedelta(days=36_500))
    assert shop.repriced == [ada.user_id]


def test_fault_13_spending_points_demotes_nobody(ada: Member) -> None:
    buy(ada, 100)
    adjust_points(ada, -100, reason="spent", source="s", actor="staff", now=NOON)
    buy(ada, 0, "o2")
    assert tier_of(ada) == "silver"


def test_a_tier_set_by_hand_stays_until_its_end(ada: Member) -> None:
    until = NOON + timedelta(days=30)
    tiers.set_tier(ada, "gold", reason="press", actor="staff:1", until=until, now=NOON)
    buy(ada, 100)
    assert tier_of(ada) == "gold"
    assert tiers.end_tiers_set_by_hand(now=until - timedelta(seconds=1), limit=10) == 0
    assert tiers.end_tiers_set_by_hand(now=until, limit=10) == 1
    assert tier_of(ada) == "silver"


def test_growth_decides_again_once_the_hand_lets_go(ada: Member) -> None:
    tiers.set_tier(ada, "gold", reason="press", actor="staff:1", until=None, now=NOON)
    tiers.set_tier(ada, None, reason="over", actor="staff:1", until=None, now=NOON)
    assert tier_of(ada) is None


@pytest.mark.parametrize(
    ("slug", "reason", "days", "code"),
    [
        ("platinum", "press", None, Code.NOT_FOUND),
        ("gold", "  ", None, Code.REQUIRED),
        ("gold", "press", 0, Code.INVALID),
        ("gold", "press", -1, Code.INVALID),
    ],
)
def test_what_cannot_be_set_is_refused_and_nothing_changes(
    ada: Member, slug: str, reason: str, days: int | None, code: Code
) -> None:
    until = NOON + timedelta(days=days) if days is not None else None
    with pytest.raises(LoyaltyError) as refusal:
        tiers.set_tier(ada, slug, reason=reason, actor="staff:1", until=until, now=NOON)
    assert refusal.value.code is code
    assert tier_of(ada) is None
    assert not TierMove.objects.exists()
