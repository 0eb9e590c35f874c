"""What time alone brings."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows import daily, points_at_checkout
from saleor_loyalty.flows.order_changed import act_on
from saleor_loyalty.flows.points import adjust_points
from saleor_loyalty.flows.setup import set_up
from saleor_loyalty.ledger import post
from saleor_loyalty.values.money import Money
from tests.conftest import PROGRAMME
from tests.flows.balances import sums
from tests.shop import NOON, Shop, line, open_checkout, paid_order


def test_points_expire_a_year_and_a_day_later_at_midnight(ada: Member) -> None:
    order = paid_order(line("a", 2500), user_id=ada.user_id, fulfilled_at=NOON)
    act_on([order], now=NOON)
    midnight = NOON.replace(year=2027, day=11, hour=0)
    assert daily.run(now=midnight - timedelta(seconds=1)).accounts_settled == 0
    assert sums(ada) == (25, 0, 0, 0)
    assert daily.run(now=midnight).accounts_settled == 1
    assert sums(ada) == (0, 0, 0, 0)
    assert daily.run(now=midnight).accounts_settled == 0


def test_points_mature_days_after_payment(ada: Member) -> None:
    config = {**PROGRAMME["config"]}
    config["earning"] = {
        **config["earning"],
        "maturity": {"kind": "days_after_payment", "days": 14},
    }
    set_up({"programmes": [{**PROGRAMME, "config": config}]}, now=NOON)
    act_on([paid_order(line("a", 2500), user_id=ada.user_id)], now=NOON)
    daily.run(now=NOON + timedelta(days=14, seconds=-1))
    assert sums(ada) == (0, 25, 0, 0)
    daily.run(now=NOON + timedelta(days=14))
    assert sums(ada) == (25, 0, 0, 0)


def test_holds_end_before_points_expire(ada: Member, shop: Shop) -> None:
    """So that what a left checkout held expires with the rest of its lot in the same run."""
    order = paid_order(line("a", 2500), user_id=ada.user_id, fulfilled_at=NOON)
    act_on([order], now=NOON)
    checkout = open_checkout(1000, user_id=ada.user_id)
    points_at_checkout.hold(checkout, Money(10, "USD"), token=UUID(int=1), now=NOON)
    report = daily.run(now=NOON + timedelta(days=400))
    assert report.holds_ended == 1
    assert sums(ada) == (0, 0, 0, 0)


def test_what_is_not_due_stays(ada: Member) -> None:
    adjust_points(ada, 10, reason="x", source="x", actor="staff", now=NOON)
    act_on([replace(paid_order(line("a", 2500)), user_id=ada.user_id)], now=NOON)
    daily.run(now=NOON + timedelta(days=3_650))
    assert sums(ada) == (10, 25, 0, 0)


def test_fault_16_expiry_goes_in_sets_of_accounts_and_finds_them_all(
    ada: Member, bob: Member
) -> None:
    for number, member in enumerate((ada, bob)):
        order = paid_order(
            line("a", 2500),
            order_id=f"o{number}",
            user_id=member.user_id,
            email=member.email,
            fulfilled_at=NOON,
        )
        act_on([order], now=NOON)
    later = NOON + timedelta(days=400)
    assert [post.settle_due(now=later, limit=1) for _ in range(3)] == [1, 1, 0]
    assert (sums(ada), sums(bob)) == ((0, 0, 0, 0), (0, 0, 0, 0))
