"""What a checkout may take in points, and what it brings."""

from dataclasses import replace

import pytest

from saleor_loyalty.api.ids import to_global
from saleor_loyalty.api.viewer import ANONYMOUS
from saleor_loyalty.features.members.models import Member
from tests.api.client import data_of, error_of, operation
from tests.api.conftest import CHECKOUT, GUEST_CHECKOUT, USED_CHECKOUT, World

QUOTE = operation("storefront/checkout_quote")


def test_how_many_points_and_what_they_pay_for(world: World) -> None:
    assert data_of(QUOTE, world.as_ada, checkoutId=CHECKOUT) == {
        "checkoutId": to_global("Checkout", CHECKOUT),
        "currency": "USD",
        "availablePoints": 600,
        "mode": "PAYMENT",
        "minimumPoints": 1,
        "maximumPoints": 600,
        "step": 1,
        "maximumAmount": {"amount": "6.00", "text": "$6.00"},
        "usedPoints": 0,
        "usedAmount": {"amount": "0.00", "text": "$0.00"},
        "earnPoints": 30,
        "earnGrowth": 30,
        "refusal": None,
        "refusalMessage": None,
        "notice": None,
    }


def test_what_is_used_already_earns_nothing(world: World) -> None:
    quote = data_of(QUOTE, world.as_ada, checkoutId=USED_CHECKOUT)
    assert (quote["usedPoints"], quote["usedAmount"]["amount"]) == (400, "4.00")
    assert quote["earnPoints"] == 26


def test_by_the_shops_global_id_or_the_bare_one(world: World) -> None:
    ids = (to_global("Checkout", CHECKOUT), CHECKOUT, CHECKOUT.upper())
    answers = [data_of(QUOTE, world.as_ada, checkoutId=one) for one in ids]
    assert answers[0] is not None
    assert answers[0] == answers[1] == answers[2]


def test_the_amount_of_chosen_points(world: World) -> None:
    query = operation("storefront/checkout_amount")
    found = data_of(query, world.as_ada, checkoutId=CHECKOUT, points=250)["amount"]
    assert found == {"currency": "USD", "amount": "2.50", "text": "$2.50"}
    assert error_of(query, world.as_ada, checkoutId=CHECKOUT, points=-1)[0] == "INVALID"


def test_why_no_points_can_be_used(world: World) -> None:
    own = world.shop.checkouts[CHECKOUT]
    world.shop.checkouts[CHECKOUT] = replace(own, user_id=world.bob.user_id)
    quote = data_of(QUOTE, world.as_bob, checkoutId=CHECKOUT)
    assert (quote["maximumPoints"], quote["refusal"]) == (0, "NOT_ENOUGH_POINTS")
    assert quote["refusalMessage"] == "0 points are available; at least 1 must be used."


def test_a_guest_learns_what_would_be_earned(world: World) -> None:
    quote = data_of(QUOTE, ANONYMOUS, checkoutId=GUEST_CHECKOUT)
    assert (quote["earnPoints"], quote["availablePoints"], quote["maximumPoints"]) == (30, 0, 0)


@pytest.mark.parametrize(
    "checkout_id",
    ["", "x", "Q2hlY2tvdXQ6", to_global("Order", CHECKOUT), to_global("Checkout", "1"), "1" * 300],
)
def test_what_is_no_checkout_id(world: World, checkout_id: str) -> None:
    code, message = error_of(QUOTE, world.as_ada, checkoutId=checkout_id)
    assert (code, message) == ("INVALID", "checkoutId: This is not the id of a checkout.")


def test_why_not_in_the_members_language_and_figures(world: World) -> None:
    own = world.shop.checkouts[CHECKOUT]
    world.shop.checkouts[CHECKOUT] = replace(own, user_id=world.bob.user_id)
    Member.objects.filter(pk=world.bob.pk).update(language_code="zh-tw")
    quote = data_of(QUOTE, world.as_bob, checkoutId=CHECKOUT)
    assert quote["refusalMessage"] == "可用點數為 0 點，至少須使用 1 點。"
    assert quote["maximumAmount"]["text"] == "US$0.00"
