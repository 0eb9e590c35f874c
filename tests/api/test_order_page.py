"""What an order has to do with points, as staff see it beside the order."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from saleor_loyalty.api.ids import to_global
from saleor_loyalty.flows.order_changed import act_on
from tests.api.client import data_of, operation
from tests.api.conftest import USED_CHECKOUT, World
from tests.api.pages_world import few_orders
from tests.shop import NOON, line, paid_order

ORDER = operation("dashboard/order")


def asked(world: World, order_id: str) -> Any:
    return data_of(ORDER, world.as_admin, orderId=order_id)


def test_what_it_earned_and_why(world: World) -> None:
    found = asked(world, "o1001")
    assert (found["number"], found["known"], found["cancelled"]) == ("1001", True, False)
    assert found["member"]["email"] == "ada@example.com"
    points, growth = found["awards"]
    assert (points["unit"], points["points"], points["takenBack"]) == ("POINTS", 25, 0)
    assert (points["pending"], points["maturesAt"]) == (False, None)
    assert points["expiresAt"] is not None
    assert [one["points"] for one in points["award"]["lines"]] == [20, 5, 0, 0]
    assert (growth["unit"], growth["points"]) == ("GROWTH", 25)
    assert found["preview"] is None
    assert found["spent"] == found["saved"] == found["groups"] == found["flash"] == []


def test_what_waits_for_the_parcel(world: World) -> None:
    points = asked(world, "o1002")["awards"][0]
    assert (points["points"], points["pending"], points["maturesAt"]) == (50, True, None)


def test_by_the_dashboards_id(world: World) -> None:
    assert asked(world, to_global("Order", "o1001"))["number"] == "1001"


def test_what_was_taken_back(world: World) -> None:
    order = paid_order(
        line("a", 5000, product_name="Chair"),
        order_id="o1002",
        user_id=world.ada.user_id,
        email=world.ada.email,
        paid_at=NOON - timedelta(days=1),
        placed_at=NOON - timedelta(days=1),
        fully_refunded=True,
        refunded_total=5000,
    )
    act_on([order], now=NOON)
    points = asked(world, "o1002")["awards"][0]
    assert (points["points"], points["takenBack"], points["pending"]) == (50, 50, False)


def test_what_points_paid(world: World) -> None:
    order = paid_order(
        line("a", 3000),
        order_id="o7",
        user_id=world.ada.user_id,
        checkout_id=USED_CHECKOUT,
        paid_by_points=400,
        saved=(("tier:gold", 300),),
    )
    act_on([order], now=NOON)
    found = asked(world, "o7")
    assert found["spent"] == [
        {
            "mode": "PAYMENT",
            "state": "CAPTURED",
            "points": 400,
            "pointsBack": 0,
            "amount": {"text": "$4.00"},
        }
    ]
    assert found["saved"] == [{"holder": "tier:gold", "saved": {"text": "$3.00"}}]
    assert found["awards"][0]["points"] == 26


def test_what_it_would_earn_before_it_is_looked_at(world: World) -> None:
    few_orders(world)
    world.shop.orders["o3"] = replace(
        world.shop.orders["o3"], user_id=world.ada.user_id, paid_at=None
    )
    found = asked(world, "o3")
    assert (found["known"], found["awards"], found["paidAt"]) == (False, [], None)
    assert found["member"]["id"] == world.ada_id
    assert found["preview"]["points"]["points"] == 30


def test_what_will_never_earn_says_nothing(world: World) -> None:
    few_orders(world)
    world.shop.orders["o3"] = replace(world.shop.orders["o3"], cancelled=True)
    found = asked(world, "o3")
    assert (found["cancelled"], found["preview"]) == (True, None)


def test_an_order_that_is_not_there(world: World) -> None:
    assert asked(world, to_global("Order", "nobody-s")) is None
