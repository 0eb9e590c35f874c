"""What pages for staff ask before anything else, and what staff choose from."""

from typing import Any

import pytest

from saleor_loyalty.api.viewer import Permission, Viewer
from tests.api.client import data_of, error_of, operation
from tests.api.conftest import World
from tests.api.pages_world import few_orders, furnish

VIEWER, SHOP = operation("dashboard/viewer"), operation("dashboard/shop")
CATALOGUE, ORDERS = operation("dashboard/catalogue"), operation("dashboard/recent_orders")


def names(world: World, **asked: Any) -> list[str]:
    given = {"kind": "PRODUCT", **asked}
    return [item["name"] for item in data_of(CATALOGUE, world.as_admin, **given)]


def numbers(viewer: Viewer, **asked: Any) -> list[str]:
    return [order["number"] for order in data_of(ORDERS, viewer, first=20, **asked)]


def test_who_is_calling(world: World) -> None:
    furnish(world)
    found = data_of(VIEWER, world.staff(Permission.MANAGE_ORDERS, Permission.MANAGE_POINTS))
    assert found == {
        "permissions": ["MANAGE_POINTS", "MANAGE_ORDERS"],
        "isApp": False,
        "email": "admin@example.com",
        "name": "Ada Min",
        "actor": f"user:{world.eve + 1}",
    }
    assert data_of(VIEWER, world.as_ada)["permissions"] == []
    app = data_of(VIEWER, Viewer(app_id=7, permissions=frozenset(Permission)))
    assert (app["isApp"], app["email"], app["actor"]) == (True, None, "app:7")


def test_the_shop(world: World) -> None:
    furnish(world)
    found = data_of(SHOP, world.as_admin)
    assert (found["hostVersion"], found["timeZone"]) == ("Shop 1.0", "UTC")
    assert found["hasProgramme"]
    assert found["languages"][0] == "en"
    assert found["channels"] == [
        {
            "slug": "outlet",
            "name": "Outlet",
            "currency": "JPY",
            "digits": 0,
            "active": False,
            "country": "JP",
            # What the outlet has is a draft.
            "programme": "points",
        },
        {
            "slug": "web",
            "name": "Web",
            "currency": "USD",
            "digits": 2,
            "active": True,
            "country": "US",
            "programme": "points",
        },
    ]


def test_products_by_name_and_by_what_a_rule_names(world: World) -> None:
    furnish(world)
    assert names(world) == ["Bulb", "Lamp"]
    assert names(world, first=1) == ["Bulb"]
    assert names(world, search=" lAM ") == ["Lamp"]
    assert names(world, ids=["p1", "gone"]) == ["Lamp"]
    assert names(world, ids=[]) == []
    assert names(world, kind="CATEGORY") == ["Light"]
    (lamp,) = data_of(CATALOGUE, world.as_admin, kind="PRODUCT", ids=["p1"])
    assert (lamp["detail"], lamp["picture"]) == ("Light", "https://shop.example/lamp.png")


@pytest.mark.parametrize("asked", [{"first": 0}, {"first": 21}, {"ids": ["p"] * 101}])
def test_no_more_than_a_page(world: World, asked: dict[str, Any]) -> None:
    assert error_of(CATALOGUE, world.as_admin, kind="PRODUCT", **asked)[0] == "LIMIT_EXCEEDED"


def test_orders_to_try_something_on(world: World) -> None:
    few_orders(world)
    assert sorted(numbers(world.as_admin)) == ["1", "2", "3"]
    assert numbers(world.as_admin, search="#2") == ["2"]
    assert len(numbers(world.as_admin, search="ada@example.com")) == 3
    (order,) = data_of(ORDERS, world.as_admin, first=1, search="3")
    assert (order["id"], order["channel"], order["pieces"]) == ("o3", "web", 1)
    assert order["total"] == {"currency": "USD", "amount": "30.00", "text": "$30.00"}


def test_whose_order_it_is_only_for_who_looks_after_members(world: World) -> None:
    few_orders(world)
    viewer = world.staff(Permission.MANAGE_PROGRAMMES)
    assert numbers(viewer, search="ada@example.com") == []
    (order,) = data_of(ORDERS, viewer, first=1, search="3")
    assert order["email"] is None
