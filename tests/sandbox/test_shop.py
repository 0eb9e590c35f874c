"""What the sandbox's shop refuses: a wrong request changes nothing."""

import uuid

import pytest
from django.contrib.auth.models import User

from sandbox.shop.models import Checkout, Order
from sandbox.viewer import SHOPPER, STAFF

NIGHT_BUS = {"lines": {"night-bus": 2}}


@pytest.fixture
def post(client, bearer):
    def send(path, body, who=SHOPPER):
        headers = bearer(who) if who else {}
        return client.post(f"/shop/{path}", body, content_type="application/json", headers=headers)

    return send


@pytest.fixture
def checkout(post):
    return post("checkouts/", NIGHT_BUS).json()["checkout"]


def test_a_basket_costs_what_its_products_cost(post):
    assert post("checkouts/", NIGHT_BUS).json()["total"] == 2 * 1799


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"lines": {}},
        {"lines": []},
        {"lines": {"no-such-record": 1}},
        {"lines": {"night-bus": 0}},
        {"lines": {"night-bus": -1}},
        {"lines": {"night-bus": 1.5}},
        {"lines": {"night-bus": True}},
        {"lines": {"night-bus": 101}},
        [],
        "night-bus",
    ],
)
def test_what_is_no_basket_is_refused(post, body):
    answer = post("checkouts/", body)
    assert answer.status_code == 400
    assert answer.json()["error"]["code"] == "INVALID"
    assert not Checkout.objects.exists()


@pytest.mark.parametrize("who", ["", STAFF])
def test_only_shoppers_shop(post, who):
    assert post("checkouts/", NIGHT_BUS, who).status_code == 403


@pytest.mark.parametrize(
    "path", [f"orders/{uuid.uuid4()}/fulfil/", f"orders/{uuid.uuid4()}/refund/", "time/"]
)
def test_only_staff_do_what_staff_do(post, path):
    assert post(path, {}, SHOPPER).status_code == 403
    assert post(path, {}, "").status_code == 403


def test_a_token_somebody_changed_is_nobodys(client, bearer):
    token = bearer(SHOPPER)["Authorization"]
    answer = client.post(
        "/shop/checkouts/",
        NIGHT_BUS,
        content_type="application/json",
        headers={"Authorization": token[:-3] + "abc"},
    )
    assert answer.status_code == 403


def test_another_shoppers_checkout_is_not_there(post, checkout):
    stranger = User.objects.create(username="eve@example.com", email="eve@example.com")
    Checkout.objects.update(user_id=stranger.pk)
    for path, body in (("points/", {"amount": 100}), ("complete/", {})):
        assert post(f"checkouts/{checkout}/{path}", body).status_code == 400
    assert not Order.objects.exists()


@pytest.mark.parametrize("amount", [-1, 0, 1.5, "100", None, True])
def test_an_odd_amount_of_points_is_refused(post, checkout, programme, amount):
    answer = post(f"checkouts/{checkout}/points/", {"amount": amount})
    assert answer.status_code == 400


def test_points_one_does_not_have_are_refused(post, checkout, programme):
    answer = post(f"checkouts/{checkout}/points/", {"amount": 500})
    assert answer.json()["error"]["code"] == "FORBIDDEN"


def test_an_order_can_be_made_once(post, checkout):
    first = post(f"checkouts/{checkout}/complete/", {})
    second = post(f"checkouts/{checkout}/complete/", {})
    assert (first.status_code, second.status_code) == (200, 400)
    assert Order.objects.count() == 1


def test_no_more_comes_back_than_was_sold(post, checkout):
    order = post(f"checkouts/{checkout}/complete/", {}).json()["order"]
    answer = post(f"orders/{order}/refund/", {"lines": {"night-bus": 3}}, STAFF)
    assert answer.status_code == 400
    assert Order.objects.get().fact["refunded_total"] == 0


def test_points_that_were_not_paid_do_not_come_back(post, checkout):
    order = post(f"checkouts/{checkout}/complete/", {}).json()["order"]
    body = {"lines": {"night-bus": 1}, "to_points": 100}
    assert post(f"orders/{order}/refund/", body, STAFF).status_code == 400
    assert Order.objects.get().fact["refunded_total"] == 0
