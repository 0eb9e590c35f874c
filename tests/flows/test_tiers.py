"""Up and down by what members did, whenever it becomes known."""

from dataclasses import replace
from datetime import timedelta

from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.tiers.models import MoveCause, TierMove
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
    moves = TierMove.objects.order_by("pk").values_list("to_tier__slug", "cause")
    assert list(moves) == [
        ("silver", MoveCause.REACHED),
        ("gold", MoveCause.REACHED),
        ("silver", MoveCause.TAKEN_BACK),
    ]
    work_outbox(now=NOON + timedelta(days=36_500))
    assert shop.repriced == [ada.user_id]


def test_fault_13_spending_points_demotes_nobody(ada: Member) -> None:
    buy(ada, 100)
    adjust_points(ada, -100, reason="spent", source="s", actor="staff", now=NOON)
    buy(ada, 0, "o2")
    assert tier_of(ada) == "silver"
