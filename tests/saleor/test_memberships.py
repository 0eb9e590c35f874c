"""Paid memberships at the checkout of a real Saleor: sold as variants, worth something at once."""

from datetime import timedelta

import pytest
from django.utils import timezone
from saleor.product.models import Category
from shopping import gid

from saleor_loyalty.events.host import host
from saleor_loyalty.features.memberships.models import Membership, MembershipSaving


@pytest.fixture
def cards(db):
    return Category.objects.create(name="Cards", slug="cards")


@pytest.fixture
def plus(shop, cards, category):
    """A year for 30 USD: a fifth off everything in the default category, shipping for nothing."""
    variant = shop.variant("30.00", category=cards)
    shop.plan(
        "plus",
        {variant: {"months": 12}},
        {"kind": "price_off", "basis_points": 2000, "categories": [gid("Category", category.pk)]},
        {"kind": "free_shipping"},
        in_same_order=True,
    )
    return variant


def _prices(checkout):
    lines = checkout["lines"]
    return {line["variant"]["id"]: line["unitPrice"]["gross"]["amount"] for line in lines}


def _total(checkout):
    return checkout["totalPrice"]["gross"]["amount"]


def test_the_order_that_buys_it_has_its_prices(shop, customer_user, plus):
    thing = shop.variant("50.00")
    checkout = shop.checkout({thing: 1}, customer_user)["id"]
    assert _total(shop.ship(checkout)) == 60
    with_plan = shop.update(checkout, {plus: 1}, customer_user)
    assert (_prices(with_plan), _total(with_plan)) == ({thing: 40, plus: 30}, 70)
    without = shop.update(checkout, {plus: 0}, customer_user)
    assert (_prices(without), _total(without)) == ({thing: 50}, 60)
    shop.update(checkout, {plus: 1}, customer_user)
    shop.pay_by_card(checkout, "70.00")
    order = shop.complete(checkout, customer_user)
    assert (order["total"]["gross"]["amount"], order["chargeStatus"]) == (70, "FULL")
    assert host().order(order["id"]).saved == (("plan:plus", 2000),)
    membership = Membership.objects.get()
    assert membership.ends_at - membership.starts_at > timedelta(days=364)
    assert [(one.amount, one.currency) for one in MembershipSaving.objects.all()] == [(2000, "USD")]


def test_a_plan_that_begins_with_the_next_order(shop, customer_user, plus, category):
    off = {"kind": "price_off", "basis_points": 2000, "categories": [gid("Category", category.pk)]}
    shop.plan("plus", {plus: {"months": 12}}, off)
    thing = shop.variant("50.00")
    assert _prices(shop.checkout({thing: 1, plus: 1}, customer_user))[thing] == 50
    shop.buy({plus: 1}, customer_user)
    assert _prices(shop.checkout({thing: 1}, customer_user))[thing] == 40


def test_a_guest_buys_no_membership_prices(shop, plus):
    thing = shop.variant("50.00")
    checkout = shop.checkout({thing: 1, plus: 1}, email="guest@example.com")
    assert _prices(checkout)[thing] == 50


def test_the_better_of_tier_and_membership_for_each_line(shop, customer_user, plus, cards):
    shop.give_tier(customer_user, 1000)
    shop.buy({plus: 1}, customer_user)
    thing, card = shop.variant("50.00"), shop.variant("10.00", category=cards)
    checkout = shop.checkout({thing: 1, card: 1}, customer_user)
    assert _prices(checkout) == {thing: 40, card: 9}


def test_money_back_ends_it_on_open_checkouts(shop, customer_user, plus):
    order, paid = shop.buy({plus: 1}, customer_user)
    thing = shop.variant("50.00")
    checkout = shop.checkout({thing: 1}, customer_user)
    assert _prices(checkout)[thing] == 40
    line = order["lines"][0]["id"]
    shop.fulfil(order)
    piece = [{"id": line, "quantity": 1}]
    shop.grant(order["id"], lines=piece, grantRefundForShipping=True, transactionId=paid)
    shop.refund_by_card(paid, str(order["total"]["gross"]["amount"]))
    membership = Membership.objects.get()
    assert membership.ends_at is not None
    assert membership.ends_at <= timezone.now()
    host().reprice(customer_user.pk)
    found = shop.update(checkout["id"], {thing: 2}, customer_user)
    assert _prices(found)[thing] == 50
