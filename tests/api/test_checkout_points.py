"""Points that make a checkout cheaper, as a storefront asks for it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.spending.models import PointsPayment, PointsReduction
from saleor_loyalty.flows import points_reduction
from saleor_loyalty.ledger.models import Entry
from tests.api.client import answer_to, data_of, operation
from tests.api.conftest import CHEAPER_CHECKOUT, CHECKOUT, GUEST_CHECKOUT, World
from tests.flows.balances import sums
from tests.shop import NOON

APPLY = operation("storefront/checkout_points_apply")
RELEASE = operation("storefront/checkout_points_release")
QUOTE = operation("storefront/checkout_quote")


def test_chosen_chosen_anew_and_taken_off(world: World) -> None:
    answer = data_of(APPLY, world.as_ada, checkoutId=CHEAPER_CHECKOUT, points=600)
    assert answer == {
        "quote": {
            "availablePoints": 0,
            "maximumPoints": 600,
            "usedPoints": 600,
            "usedAmount": {"amount": "6.00", "text": "$6.00"},
            "earnPoints": 24,
        },
        "errors": [],
    }
    fewer = data_of(APPLY, world.as_ada, checkoutId=CHEAPER_CHECKOUT, points=100)["quote"]
    assert (fewer["availablePoints"], fewer["usedPoints"], fewer["earnPoints"]) == (500, 100, 29)
    quote = data_of(QUOTE, world.as_ada, checkoutId=CHEAPER_CHECKOUT)
    assert (quote["mode"], quote["usedAmount"]["amount"]) == ("PRICE_REDUCTION", "1.00")
    released = data_of(RELEASE, world.as_ada, checkoutId=CHEAPER_CHECKOUT)
    assert (released["releasedPoints"], released["errors"]) == (100, [])
    assert sums(world.ada)[0] == 600
    assert data_of(QUOTE, world.as_ada, checkoutId=CHEAPER_CHECKOUT)["notice"] is None


def test_what_is_set_aside_is_among_the_members_holds(world: World) -> None:
    data_of(APPLY, world.as_ada, checkoutId=CHEAPER_CHECKOUT, points=250)
    query = "{ loyaltyMe { holds(first: 9) { points checkoutId amount { amount } } } }"
    answer = answer_to(query, world.as_ada)
    (own,) = [hold for hold in answer["data"]["loyaltyMe"]["holds"] if hold["points"] == 250]
    assert own["amount"] == {"amount": "2.50"}


def test_told_in_their_language_why_the_points_came_back(world: World) -> None:
    Member.objects.filter(pk=world.ada.pk).update(language_code="de")
    data_of(APPLY, world.as_ada, checkoutId=CHEAPER_CHECKOUT, points=250)
    points_reduction.release_due(now=NOON + timedelta(hours=2), limit=9)
    notice = data_of(QUOTE, world.as_ada, checkoutId=CHEAPER_CHECKOUT)["notice"]
    assert notice == "Die Zeit für diese Punkte ist abgelaufen: Bitte wählen Sie sie noch einmal."


@pytest.mark.parametrize(
    ("checkout_id", "points", "code", "field"),
    [
        (CHEAPER_CHECKOUT, 0, "INVALID", "points"),
        (CHEAPER_CHECKOUT, -1, "INVALID", "points"),
        (CHEAPER_CHECKOUT, 601, "NOT_ENOUGH_POINTS", "points"),
        (CHEAPER_CHECKOUT, 10**12, "NOT_ENOUGH_POINTS", "points"),
        (CHECKOUT, 100, "INVALID", "points"),
        (GUEST_CHECKOUT, 100, "NOT_FOUND", "checkoutId"),
        ("00000000-0000-0000-0000-00000000dead", 100, "NOT_FOUND", "checkoutId"),
        ("nonsense", 100, "INVALID", "checkoutId"),
    ],
)
def test_what_is_refused_changes_nothing(
    world: World, checkout_id: str, points: int, code: str, field: str
) -> None:
    before = Entry.objects.count()
    answer = data_of(APPLY, world.as_ada, checkoutId=checkout_id, points=points)
    (error,) = answer["errors"]
    assert (error["code"], error["field"], answer["quote"]) == (code, field, None)
    assert (Entry.objects.count(), PointsReduction.objects.count()) == (before, 0)


def test_only_where_the_shop_does_that(world: World) -> None:
    own = world.shop.checkouts[CHEAPER_CHECKOUT]
    world.shop.checkouts[CHEAPER_CHECKOUT] = replace(own, channel="web")
    (error,) = data_of(APPLY, world.as_ada, checkoutId=CHEAPER_CHECKOUT, points=9)["errors"]
    assert error["message"] == "Points are a payment here: they make no prices lower."
    assert PointsPayment.objects.count() == 1
