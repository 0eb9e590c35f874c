"""What the pages for staff ask, as a real Saleor answers it to its own staff."""

import json
from pathlib import Path

import django.test
import pytest
from saleor.core.jwt import create_access_token
from shopping import gid

from saleor_loyalty.features.audit.models import StaffAction

PATH = "/plugins/saleor.loyalty/graphql/"
OPERATIONS = Path(__file__).resolve().parents[2] / "graphql" / "dashboard"


@pytest.fixture
def asked(shop):
    """The answer to an operation file, asked by Saleor's staff with all permissions of ours."""

    def ask(name, **variables):
        query = (OPERATIONS / f"{name}.graphql").read_text()
        body = json.dumps({"query": query, "variables": variables})
        token = f"JWT {create_access_token(shop.staff)}"
        headers = {"HTTP_AUTHORIZATION": token}
        answer = django.test.Client().post(PATH, body, "application/json", **headers).json()
        assert "errors" not in answer, answer["errors"]
        (found,) = answer["data"].values()
        return found

    return ask


def test_who_and_where(shop, asked):
    found = asked("viewer")
    assert found["email"] == shop.staff.email
    assert found["permissions"] == [
        "MANAGE_MEMBERS",
        "MANAGE_POINTS",
        "MANAGE_PROGRAMMES",
        "MANAGE_ORDERS",
    ]
    there = asked("shop")
    assert there["hasProgramme"]
    (main,) = [channel for channel in there["channels"] if channel["slug"] == "main"]
    assert (main["currency"], main["digits"], main["programme"]) == ("USD", 2, "points")


def test_members_by_the_name_of_their_account(shop, customer_user, asked):
    customer_user.first_name, customer_user.last_name = "Augusta", "King"
    customer_user.save()
    shop.give_points(customer_user, 70)
    for search in ("aug", "king a", customer_user.email[:5]):
        (edge,) = asked("members", first=20, search=search, sort="POINTS", pointsFrom=70)["edges"]
        assert (edge["node"]["name"], edge["node"]["points"]["available"]) == ("Augusta King", 70)
    assert asked("members", first=20, search="nobody")["edges"] == []
    assert "Augusta King" in asked("member_export", first=10)["csv"]


def test_the_widgets(shop, customer_user, asked):
    order, _ = shop.buy({shop.variant("20.00"): 2}, customer_user)
    member = asked("member_of_customer", userId=gid("User", customer_user.pk))
    assert member["points"]["available"] == 40
    page = asked("order", orderId=order["id"])
    assert (page["known"], page["member"]["email"]) == (True, customer_user.email)
    points = next(one for one in page["awards"] if one["unit"] == "POINTS")
    assert (points["points"], points["takenBack"], points["pending"]) == (40, 0, False)
    kinds = [
        edge["node"]["kind"]
        for edge in asked("member_timeline", id=member["id"], first=9)["timeline"]["edges"]
    ]
    assert "POINTS" in kinds
    assert "JOINED" in kinds


def test_a_change_is_in_the_audit_log_with_the_name_of_who_made_it(shop, customer_user, asked):
    shop.staff.first_name, shop.staff.last_name = "Ada", "Min"
    shop.staff.save()
    shop.give_points(customer_user, 70)
    member = asked("member_of_customer", userId=str(customer_user.pk))["id"]
    given = {"memberId": member, "points": -5, "reason": "A mistake", "sourceKey": "k1"}
    assert asked("points_adjust", **given)["errors"] == []
    (edge,) = asked("audit_log", first=9)["edges"]
    assert edge["node"]["actorName"] == "Ada Min"
    assert edge["node"]["memberEmail"] == customer_user.email
    assert StaffAction.objects.get().arguments["points"] == -5


def test_what_past_orders_would_have_earned(shop, customer_user, asked):
    shop.buy({shop.variant("20.00"): 2}, customer_user)
    found = asked("starter_preview", kind="POINTS", first=20)
    assert (found["points"], found["customers"]) == (40, 1)
    (order,) = asked("recent_orders", first=20)
    preview = asked("preview", orderId=order["id"])
    assert preview["points"]["points"] == 40
