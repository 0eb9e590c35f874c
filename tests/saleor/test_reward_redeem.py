"""The points mall on a real Saleor: staff offer, a member redeems, uses, or takes it back.

Shipping costs 10.00 in this shop; a dollar of goods earns a point.
"""

from pathlib import Path

import pytest
from saleor.checkout.models import CheckoutLine
from saleor.discount.models import VoucherCode
from saleor.giftcard.models import GiftCard
from shopping import gid

from saleor_loyalty.ledger.audit import audit
from saleor_loyalty.tasks import work_inbox, work_outbox

OURS = "/plugins/saleor.loyalty/graphql/"
OPERATIONS = Path(__file__).parents[2] / "graphql"


@pytest.fixture
def member(shop, customer_user):
    shop.give_points(customer_user, 1000)
    return customer_user


@pytest.fixture
def ask(shop):
    """An operation as shops paste it; fails on errors of the mutation."""

    def call(name, user, **variables):
        text = (OPERATIONS / f"{name}.graphql").read_text()
        (answer,) = shop._post(text, user=user, path=OURS, **variables).values()
        work()
        errors = answer["errors"] if isinstance(answer, dict) and "errors" in answer else []
        assert not errors, errors
        return answer

    return call


def work():
    for _ in range(3):
        work_inbox()
        work_outbox()


@pytest.fixture
def redeem(shop, ask, member):
    """What the member then has."""

    def made(gives, points=400, checkout=None, user=member, **more):
        slug = gives["kind"].replace("_", "-")
        config = {"name": {"en": "A reward"}, "points": points, "gives": gives}
        ask("dashboard/reward_create", shop.staff, slug=slug, config=config, active=True)
        reward = _reward_id(ask, user, slug)
        found = ask(
            "storefront/reward_redeem",
            user,
            rewardId=reward,
            points=points,
            checkoutId=checkout,
            sourceKey=f"click-{slug}",
            **more,
        )["redemption"]
        return _mine(ask, user, found["id"])

    return made


def _reward_id(ask, user, slug):
    found = ask("storefront/rewards", user, first=50)["edges"]
    return next(edge["node"]["id"] for edge in found if edge["node"]["slug"] == slug)


def _mine(ask, user, redemption_id):
    edges = ask("storefront/my_redemptions", user, first=50)["edges"]
    return next(edge["node"] for edge in edges if edge["node"]["id"] == redemption_id)


def cancel(ask, shop, redemption):
    """By staff: what a member has in hand they cannot give back by themselves."""
    return ask("storefront/redemption_cancel", shop.staff, id=redemption["id"], reason="a mistake")[
        "redemption"
    ]


def sums(shop, user):
    balance = shop.points(user)
    return balance.available, balance.held


def audited():
    differences = []
    audit(differences.append)
    return differences


def test_a_coupon_is_bought_and_used(shop, member, redeem):
    bought = redeem({"kind": "coupon", "amount": {"USD": 500}})
    assert (bought["state"], sums(shop, member)) == ("ISSUED", (600, 0))
    checkout = shop.checkout({shop.variant("20.00"): 1}, member)["id"]
    shop.ship(checkout)
    used = shop.change(
        "checkoutAddPromoCode", member, checkoutId=checkout, promoCode=bought["code"]
    )
    assert used["totalPrice"]["gross"]["amount"] == 25


def test_the_code_is_there_at_once_where_a_worker_runs(shop, member):
    """Nobody waits for the beat."""

    def post(name, user, **variables):
        text = (OPERATIONS / f"{name}.graphql").read_text()
        (answer,) = shop._post(text, user=user, path=OURS, **variables).values()
        return answer

    gives = {"kind": "coupon", "amount": {"USD": 500}}
    config = {"name": {"en": "A reward"}, "points": 400, "gives": gives}
    post("dashboard/reward_create", shop.staff, slug="one", config=config, active=True)
    reward = post("storefront/rewards", member, first=1)["edges"][0]["node"]["id"]
    post("storefront/reward_redeem", member, rewardId=reward, points=400, sourceKey="one")
    (found,) = post("storefront/my_redemptions", member, first=1)["edges"]
    assert found["node"]["state"] == "ISSUED"
    assert found["node"]["code"] == VoucherCode.objects.get().code


def test_a_coupon_given_back_is_worth_nothing_and_a_used_one_is_not_given_back(
    shop, member, redeem, ask
):
    bought = redeem({"kind": "coupon", "amount": {"USD": 500}})
    given_back = cancel(ask, shop, bought)
    assert (given_back["state"], sums(shop, member)) == ("CANCELLED", (1000, 0))
    assert not VoucherCode.objects.get().is_active
    assert audited() == []

    bought = redeem({"kind": "free_shipping", "currencies": ["USD"]})
    checkout = shop.checkout({shop.variant("20.00"): 1}, member)["id"]
    shop.ship(checkout)
    shop.change("checkoutAddPromoCode", member, checkoutId=checkout, promoCode=bought["code"])
    shop.pay_by_card(checkout, "20.00")
    shop.complete(checkout, member)
    text = (OPERATIONS / "storefront/redemption_cancel.graphql").read_text()
    asked = {"id": bought["id"], "reason": "changed their mind"}
    answer = shop._post(text, user=shop.staff, path=OURS, **asked)["loyaltyRedemptionCancel"]
    assert answer["errors"]
    work()
    assert _mine(ask, member, bought["id"])["state"] == "FULFILLED"
    assert not VoucherCode.objects.filter(is_active=True).exists()
    assert sums(shop, member)[0] < 1000


def test_a_gift_card_is_bought_and_given_back(shop, member, redeem, ask):
    bought = redeem({"kind": "gift_card", "amount": {"USD": 2500}})
    card = GiftCard.objects.get()
    assert (card.code, card.current_balance_amount) == (bought["code"], 25)
    cancel(ask, shop, bought)
    card.refresh_from_db()
    assert (card.is_active, card.current_balance_amount) == (False, 0)
    assert (sums(shop, member), audited()) == ((1000, 0), [])


@pytest.fixture
def checkout(shop, member):
    made = shop.checkout({shop.variant("20.00"): 1}, member)["id"]
    shop.ship(made)
    return made


def test_a_product_for_points_and_money(shop, member, checkout, redeem, ask):
    mug = {"kind": "product", "variant_id": shop.variant("50.00"), "cash": {"USD": 499}}
    taken = redeem(mug, checkout=checkout)
    assert (taken["state"], sums(shop, member)) == ("RESERVED", (600, 400))
    shop.pay_by_card(checkout, "34.99")
    order = shop.complete(checkout, member)
    work()
    assert order["total"]["gross"]["amount"] == 34.99
    assert _mine(ask, member, taken["id"])["state"] == "ISSUED"
    assert sums(shop, member)[1] == 0
    assert 600 <= sums(shop, member)[0] < 700
    assert audited() == []


def delete_line(shop, checkout, line, user):
    shop.call(
        """mutation($id: ID!, $lines: [ID!]!) { checkoutLinesDelete(id: $id, linesIds: $lines) {
             checkout { ...Prices } errors { field message code } } }""",
        user,
        id=checkout,
        lines=[gid("CheckoutLine", line)],
    )


def test_a_product_that_the_shopper_takes_out_again(shop, member, checkout, redeem, ask):
    mug = {"kind": "product", "variant_id": shop.variant("50.00")}
    taken = redeem(mug, checkout=checkout)
    line = CheckoutLine.objects.get(price_override=0)
    delete_line(shop, checkout, line.pk, member)
    work()
    assert (_mine(ask, member, taken["id"])["state"], sums(shop, member)) == (
        "CANCELLED",
        (1000, 0),
    )


def test_a_product_given_back_leaves_the_checkout(shop, member, checkout, redeem, ask):
    taken = redeem({"kind": "product", "variant_id": shop.variant("50.00")}, checkout=checkout)
    cancel(ask, shop, taken)
    assert not CheckoutLine.objects.filter(price_override=0).exists()
    assert (sums(shop, member), audited()) == ((1000, 0), [])
    shop.pay_by_card(checkout, "30.00")
    assert shop.complete(checkout, member)["total"]["gross"]["amount"] == 30


def test_a_checkout_that_is_handed_on_leaves_the_reward_behind(shop, member, checkout, redeem, ask):
    taken = redeem({"kind": "product", "variant_id": shop.variant("50.00")}, checkout=checkout)
    shop.change("checkoutCustomerDetach", member, id=checkout)
    work()
    assert _mine(ask, member, taken["id"])["state"] == "CANCELLED"
    assert not CheckoutLine.objects.filter(price_override=0).exists()
    assert sums(shop, member) == (1000, 0)
