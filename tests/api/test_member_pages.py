"""One member on the pages of staff: by their account, with lots, entries and who did what."""

import pytest

from saleor_loyalty.api.ids import to_global
from saleor_loyalty.flows.members import find_or_join
from saleor_loyalty.flows.points import adjust_points
from tests.api.client import data_of, error_of, operation
from tests.api.conftest import World
from tests.api.pages_world import furnish
from tests.conftest import customer
from tests.shop import NOON

MEMBER, WIDGET = operation("dashboard/member"), operation("dashboard/member_of_customer")
LOTS, HISTORY = operation("dashboard/member_lots"), operation("dashboard/member_history")
ACTORS = operation("dashboard/actors")


def test_the_member_that_a_customer_is(world: World) -> None:
    saleors = to_global("User", world.ada.user_id)
    for user_id in (str(world.ada.user_id), saleors):
        assert data_of(WIDGET, world.as_admin, userId=user_id)["id"] == world.ada_id
    assert data_of(MEMBER, world.as_admin, id=world.ada_id, first=1)["userId"] == saleors


def test_a_customer_who_has_not_joined_is_no_member(world: World) -> None:
    assert data_of(WIDGET, world.as_admin, userId=str(world.eve)) is None


@pytest.mark.parametrize("user_id", ["", "ada", "9" * 40, to_global("User", "x"), "-1"])
def test_what_is_no_account(world: World, user_id: str) -> None:
    code, message = error_of(WIDGET, world.as_admin, userId=user_id)
    assert (code, message) == ("INVALID", "userId: This is not the id of a User.")


def test_members_do_not_see_the_shops_numbers(world: World) -> None:
    query = "{ loyaltyMe { userId history(first: 100) { edges { node { actor } } } } }"
    me = data_of(query, world.as_ada)
    assert me["userId"] is None
    assert {edge["node"]["actor"] for edge in me["history"]["edges"]} == {None}


def test_lots_in_the_order_they_are_spent(world: World) -> None:
    shown = data_of(LOTS, world.as_admin, id=world.ada_id, first=100, unit="POINTS")["lots"]
    ends = [lot["expiresAt"] for lot in shown]
    assert [end for end in ends if end] == sorted(end for end in ends if end)
    assert None not in ends[: len([end for end in ends if end])]
    points = data_of(MEMBER, world.as_admin, id=world.ada_id, first=1)["points"]
    kept = {name: points[name] for name in ("available", "held", "pending")}
    assert sum(lot["remaining"] for lot in shown) == sum(kept.values())
    assert sum(lot["held"] for lot in shown) == kept["held"] == 400
    assert sum(lot["remaining"] for lot in shown if lot["pending"]) == kept["pending"] == 50
    welcome = next(lot for lot in shown if lot["amount"] == 975)
    assert (welcome["expiresAt"], welcome["worth"]) == (None, None)
    earned = next(lot for lot in shown if lot["text"] == "Order 1001")
    assert earned["remaining"] == 25
    assert earned["worth"] == {"currency": "USD", "amount": "0.25", "text": "$0.25"}


def test_a_lot_can_be_told_to_last(world: World) -> None:
    (first, *_) = data_of(LOTS, world.as_admin, id=world.ada_id, first=1, unit="POINTS")["lots"]
    extend = operation("dashboard/points_extend")
    given = {"memberId": world.ada_id, "reason": "A friend", "sourceKey": "k", "forGood": True}
    assert data_of(extend, world.as_admin, entryId=first["entryId"], **given)["errors"] == []
    shown = data_of(LOTS, world.as_admin, id=world.ada_id, first=100, unit="POINTS")["lots"]
    assert {lot["entryId"]: lot["expiresAt"] for lot in shown}[first["entryId"]] is None


def test_a_page_of_lots_is_two_statements(world: World, django_assert_num_queries) -> None:
    with django_assert_num_queries(2):
        found = data_of(LOTS, world.as_admin, id=world.ada_id, first=100, unit="POINTS")
    assert len(found["lots"]) > 2


def test_who_changed_points_and_why(world: World) -> None:
    furnish(world)
    admin = f"user:{world.eve + 1}"
    adjust_points(world.ada, -5, reason="A mistake", source="m", actor=admin, now=NOON)
    shown = data_of(HISTORY, world.as_admin, id=world.ada_id, first=3, unit="POINTS")
    (adjusted, *orders) = [edge["node"] for edge in shown["history"]["edges"]]
    assert (adjusted["actor"], adjusted["note"], adjusted["points"]) == (admin, "A mistake", -5)
    assert adjusted["award"] is None
    earned = next(entry for entry in orders if entry["orderNumber"] == "1001")
    assert (earned["actor"], earned["award"]["points"]) == (None, 25)
    assert [line["points"] for line in earned["award"]["lines"]] == [20, 5, 0, 0]


def test_the_people_behind_actors(world: World) -> None:
    furnish(world)
    admin = f"user:{world.eve + 1}"
    asked = [admin, "app:1", "user:x", "user:999999", ""]
    assert data_of(ACTORS, world.as_admin, actors=asked) == [
        {"actor": admin, "email": "admin@example.com", "name": "Ada Min"}
    ]
    assert error_of(ACTORS, world.as_admin, actors=["user:1"] * 101)[0] == "LIMIT_EXCEEDED"


def test_one_with_nothing_has_no_lots(world: World) -> None:
    zoe = find_or_join(customer(world.shop, "zoe"), now=NOON)
    zoe_id = to_global("LoyaltyMember", zoe.public_id)
    assert data_of(LOTS, world.as_admin, id=zoe_id, first=9, unit="GROWTH")["lots"] == []
