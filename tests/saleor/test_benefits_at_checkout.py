"""Prices by category and free shipping: at once in the checkout, kept by the order, never stale."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from saleor.checkout.models import CheckoutLine
from saleor.order.models import Order
from saleor.product.models import Category
from saleor.warehouse.models import Stock
from shopping import gid, pk_of

from saleor_loyalty.adapter import checkout_prices, free_shipping
from saleor_loyalty.events.host import host
from saleor_loyalty.features.benefits.models import BenefitUse

SHIPPING = """query($id: ID!) { checkout(id: $id) {
  shippingPrice { gross { amount } } totalPrice { gross { amount } }
  shippingMethods { id name price { amount } } } }"""
COMPLETE = """mutation($id: ID!) { checkoutComplete(id: $id) {
  order { id } errors { field code message } } }"""


def _total(checkout):
    return checkout["totalPrice"]["gross"]["amount"]


def _prices(checkout):
    return {
        line["variant"]["id"]: line["unitPrice"]["gross"]["amount"] for line in checkout["lines"]
    }


def _off(basis_points, slug="price_off", **what):
    return {"kind": "price_off", "slug": slug, "basis_points": basis_points, **what}


def _free(**more):
    return {"kind": "free_shipping", "minimum": {"USD": 2000}, **more}


@pytest.fixture
def shoes(category):
    """A category with one below it."""
    running = Category.objects.create(name="Running", slug="running", parent=category)
    return category, running


@pytest.fixture
def hats(db):
    return Category.objects.create(name="Hats", slug="hats")


def test_a_price_for_a_category_is_for_those_below_it(shop, customer_user, shoes, hats):
    parent, running = shoes
    ids = [gid("Category", parent.pk)]
    shop.give_tier(customer_user, 0, "best_of", _off(2000, categories=ids))
    shoe, hat = shop.variant("50.00", category=running), shop.variant("20.00", category=hats)
    checkout = shop.checkout({shoe: 1, hat: 1}, customer_user)
    assert _prices(checkout) == {shoe: 40, hat: 20}


def test_each_line_has_the_best_of_the_prices_for_it(
    shop, customer_user, hats, published_collection
):
    picked = [gid("Collection", published_collection.pk)]
    offers = (
        _off(500),
        _off(3000, "hats", categories=[gid("Category", hats.pk)]),
        _off(1000, "picked", collections=picked),
    )
    shop.give_tier(customer_user, 0, "best_of", *offers)
    hat = shop.variant("20.00", category=hats, collection=published_collection)
    picked_one, other = (
        shop.variant("20.00", collection=published_collection),
        shop.variant("20.00"),
    )
    checkout = shop.checkout({hat: 1, picked_one: 1, other: 1}, customer_user)
    assert _prices(checkout) == {hat: 14, picked_one: 18, other: 19}


def test_what_a_line_saved_is_in_the_order(shop, customer_user):
    tier = shop.give_tier(customer_user, 1000)
    plain, sale = shop.variant("10.00"), shop.variant("10.00", sale="9.50")
    order, _ = shop.buy({plain: 3, sale: 2}, customer_user)
    assert host().order(order["id"]).saved == ((f"tier:{tier.slug}", 3 * 100 + 2 * 50),)
    assert host().order(order["id"]).used == ()


@pytest.fixture
def sent_free(shop, customer_user):
    """Nothing for shipping from 20 USD of goods."""
    return shop.give_tier(customer_user, 0, "best_of", _free())


def test_shipping_is_free_in_the_answer_that_chooses_it(shop, customer_user, sent_free):
    checkout = shop.checkout({shop.variant("10.00"): 2}, customer_user)["id"]
    assert _total(shop.ship(checkout)) == 20
    found = shop._post(SHIPPING, id=checkout)["checkout"]
    assert found["shippingPrice"]["gross"]["amount"] == 0
    assert _total(found) == 20
    # The list still says what it costs others.
    assert found["shippingMethods"][0]["price"]["amount"] == 10


def test_the_order_keeps_it_and_tells_what_it_saved(shop, customer_user, sent_free):
    order, _ = shop.buy({shop.variant("10.00"): 2}, customer_user)
    assert (order["total"]["gross"]["amount"], order["chargeStatus"]) == (20, "FULL")
    made = Order.objects.get()
    assert (made.shipping_price_gross_amount, made.undiscounted_base_shipping_price_amount) == (
        0,
        0,
    )
    assert made.shipping_method_name == "DHL"
    fact = host().order(order["id"])
    assert fact.saved == ((f"tier:{sent_free.slug}", 1000),)
    assert fact.used == ()
    assert fact.shipping_gross == 0


def test_an_order_that_staff_edit_stays_sent_for_nothing(
    shop, customer_user, sent_free, channel_USD
):
    channel_USD.automatically_confirm_all_new_orders = False
    channel_USD.allow_unpaid_orders = True
    channel_USD.save()
    checkout = shop.checkout({shop.variant("10.00"): 2}, customer_user)["id"]
    shop.ship(checkout)
    order = shop.complete(checkout, customer_user)
    shop.change_tier(sent_free.slug)
    edited = shop.call(
        """mutation($id: ID!) { orderLineUpdate(id: $id, input: {quantity: 1}) {
             order { total { gross { amount } } } errors { field message code } } }""",
        shop.staff,
        id=order["lines"][0]["id"],
    )["order"]
    assert edited["total"]["gross"]["amount"] == 10
    assert host().order(order["id"]).saved == ((f"tier:{sent_free.slug}", 1000),)


def test_it_comes_and_goes_with_the_goods(shop, customer_user, sent_free):
    variant = shop.variant("10.00")
    checkout = shop.checkout({variant: 1}, customer_user)["id"]
    assert _total(shop.ship(checkout)) == 20
    assert _total(shop.update(checkout, {variant: 2}, customer_user)) == 20
    assert _total(shop.update(checkout, {variant: 1}, customer_user)) == 20
    other = shop.variant("30.00")
    assert _total(shop.update(checkout, {other: 1}, customer_user)) == 40
    # The line that carried the mark may be the one that goes.
    assert _total(shop.update(checkout, {variant: 0}, customer_user)) == 30
    assert _total(shop.update(checkout, {other: 0, variant: 1}, customer_user)) == 20
    assert not CheckoutLine.objects.filter(private_metadata__has_key="saleor_loyalty.free_shipping")


def test_it_comes_and_goes_with_the_customer(shop, customer_user, sent_free):
    checkout = shop.checkout({shop.variant("10.00"): 3}, email="somebody@example.com")["id"]
    assert _total(shop.ship(checkout)) == 40
    customer = gid("User", customer_user.pk)
    attached = shop.change(
        "checkoutCustomerAttach", customer_user, id=checkout, customerId=customer
    )
    assert _total(attached) == 30
    assert _total(shop.change("checkoutCustomerDetach", customer_user, id=checkout)) == 40


def test_a_mark_is_worth_nothing_to_others_even_without_our_hook(
    shop, customer_user, sent_free, monkeypatch
):
    variant = shop.variant("10.00")
    checkout = shop.checkout({variant: 3}, customer_user)["id"]
    assert _total(shop.ship(checkout)) == 30

    def throws(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(checkout_prices, "read", throws)
    monkeypatch.setattr(checkout_prices, "remove", throws)
    shop.change("checkoutCustomerDetach", customer_user, id=checkout)
    assert _total(shop.update(checkout, {variant: 4})) == 50


def test_a_voucher_that_takes_the_goods_below_the_floor(
    shop, customer_user, sent_free, voucher_percentage
):
    checkout = shop.checkout({shop.variant("10.50"): 2}, customer_user)["id"]
    assert _total(shop.ship(checkout)) == 21
    code = voucher_percentage.code
    with_voucher = shop.change("checkoutAddPromoCode", customer_user, id=checkout, promoCode=code)
    assert _total(with_voucher) == 28.9
    without = shop.change("checkoutRemovePromoCode", customer_user, id=checkout, promoCode=code)
    assert _total(without) == 21


def test_the_member_price_counts_and_a_voucher_is_worked_out_from_it(
    shop, customer_user, voucher_percentage
):
    shop.give_tier(customer_user, 1000, "best_of", _free())
    variant = shop.variant("12.00")
    checkout = shop.checkout({variant: 2}, customer_user)["id"]
    # 21.60 of goods.
    assert _total(shop.ship(checkout)) == 21.6
    code = voucher_percentage.code
    with_voucher = shop.change("checkoutAddPromoCode", customer_user, id=checkout, promoCode=code)
    assert _total(with_voucher) == 29.44
    assert _total(shop.update(checkout, {variant: 3}, customer_user)) == 29.16


def test_a_shipping_voucher_takes_nothing_off_while_shipping_is_free(
    shop, customer_user, sent_free, voucher_shipping_type
):
    voucher_shipping_type.countries = ""
    voucher_shipping_type.save()
    variant = shop.variant("10.00")
    checkout = shop.checkout({variant: 2}, customer_user)["id"]
    shop.ship(checkout)
    code = voucher_shipping_type.code
    used = shop.change("checkoutAddPromoCode", customer_user, id=checkout, promoCode=code)
    assert (_total(used), used["voucherCode"]) == (20, code)
    assert _total(shop.update(checkout, {variant: 1}, customer_user)) == 10
    assert _total(shop.update(checkout, {variant: 3}, customer_user)) == 30


def test_another_way_of_shipping_is_free_as_well_and_saves_its_own_price(
    shop, customer_user, sent_free, other_shipping_method, channel_USD
):
    checkout = shop.checkout({shop.variant("10.00"): 2}, customer_user)["id"]
    shop.ship(checkout)
    methods = shop._post(SHIPPING, id=checkout)["checkout"]["shippingMethods"]
    (express,) = [method for method in methods if method["name"] == other_shipping_method.name]
    changed = shop.change(
        "checkoutDeliveryMethodUpdate", id=checkout, deliveryMethodId=express["id"]
    )
    assert _total(changed) == 20
    shop.pay_by_card(checkout, "20.00")
    order = shop.complete(checkout, customer_user)
    price = round(express["price"]["amount"] * 100)
    assert host().order(order["id"]).saved == ((f"tier:{sent_free.slug}", price),)


def test_a_currency_without_a_floor_ships_as_for_everybody(
    shop, customer_user, sent_free, channel_JPY, shipping_zone, warehouse
):
    from saleor.shipping.models import ShippingMethodChannelListing

    warehouse.channels.add(channel_JPY)
    shipping_zone.channels.add(channel_JPY)
    ShippingMethodChannelListing.objects.create(
        shipping_method=shipping_zone.shipping_methods.first(),
        channel=channel_JPY,
        price_amount=700,
        currency="JPY",
    )
    variant = shop.variant("9000", channel=channel_JPY)
    checkout = shop.checkout({variant: 1}, customer_user, channel=channel_JPY.slug)["id"]
    assert _total(shop.ship(checkout)) == 9700


def test_a_channel_that_is_not_named_ships_as_for_everybody(shop, customer_user):
    shop.give_tier(customer_user, 0, "best_of", _free(channels=["another"]))
    checkout = shop.checkout({shop.variant("10.00"): 3}, customer_user)["id"]
    assert _total(shop.ship(checkout)) == 40


@pytest.fixture
def once_a_month(shop, customer_user):
    return shop.give_tier(customer_user, 0, "best_of", _free(quota=1, per="month"))


def test_a_quota_of_one_a_month(shop, customer_user, once_a_month):
    variant = shop.variant("10.00")
    order, _ = shop.buy({variant: 3}, customer_user)
    assert order["total"]["gross"]["amount"] == 30
    assert host().order(order["id"]).used == (("free_shipping", "free_shipping"),)
    (use,) = BenefitUse.objects.all()
    assert (use.quantity, use.order_id, use.undone_at) == (1, pk_of(order["id"]), None)
    checkout = shop.checkout({variant: 3}, customer_user)["id"]
    assert _total(shop.ship(checkout)) == 40
    shop.of_order("orderCancel", order["id"])
    assert _total(shop.update(checkout, {variant: 4}, customer_user)) == 40


def _paid(shop, variant, customer_user):
    checkout = shop.checkout({variant: 3}, customer_user)["id"]
    assert _total(shop.ship(checkout)) == 30
    shop.pay_by_card(checkout, "30.00")
    return checkout


def test_the_last_one_is_promised_twice_and_given_once(shop, customer_user, once_a_month):
    variant = shop.variant("10.00")
    first, second = (_paid(shop, variant, customer_user) for _ in range(2))
    shop.complete(first, customer_user)
    answer = shop._post(COMPLETE, user=customer_user, id=second)["checkoutComplete"]
    assert answer["order"] is None
    (error,) = answer["errors"]
    assert (error["field"], error["code"]) == ("shippingMethod", "INVALID_SHIPPING_METHOD")
    assert "used by another order" in error["message"]
    assert _total(shop._post(SHIPPING, id=second)["checkout"]) == 40
    shop.pay_by_card(second, "10.00")
    order = shop.complete(second, customer_user)
    assert (order["total"]["gross"]["amount"], order["chargeStatus"]) == (40, "FULL")
    assert BenefitUse.objects.count() == 1


def test_a_checkout_whose_completion_failed_keeps_what_it_took(shop, customer_user, once_a_month):
    variant = shop.variant("10.00")
    checkout = _paid(shop, variant, customer_user)
    Stock.objects.update(quantity=1)
    answer = shop._post(COMPLETE, user=customer_user, id=checkout)["checkoutComplete"]
    assert [error["code"] for error in answer["errors"]] == ["INSUFFICIENT_STOCK"]
    (use,) = BenefitUse.objects.all()
    assert (use.checkout_id, use.order_id) == (pk_of(checkout), "")
    Stock.objects.update(quantity=9)
    assert _total(shop.update(checkout, {variant: 4}, customer_user)) == 40
    shop.pay_by_card(checkout, "10.00")
    order = shop.complete(checkout, customer_user)
    assert order["total"]["gross"]["amount"] == 40
    (use,) = BenefitUse.objects.all()
    assert (use.order_id, use.undone_at) == (pk_of(order["id"]), None)


def test_a_quota_that_cannot_be_asked_stops_nobody(shop, customer_user, once_a_month, monkeypatch):
    checkout = _paid(shop, shop.variant("10.00"), customer_user)

    def throws(*_, **__):
        raise ZeroDivisionError

    monkeypatch.setattr(checkout_prices, "take_at_checkout", throws)
    assert shop.complete(checkout, customer_user)["total"]["gross"]["amount"] == 30


def test_a_tier_that_ends_takes_it_off_open_checkouts(shop, customer_user, sent_free):
    variant = shop.variant("10.00")
    checkout = shop.checkout({variant: 3}, customer_user)["id"]
    assert _total(shop.ship(checkout)) == 30
    shop.change_tier(sent_free.slug)
    host().reprice(customer_user.pk)
    assert _total(shop._post(SHIPPING, id=checkout)["checkout"]) == 40


def test_when_our_hook_fails_shipping_costs_what_it_costs_everybody(
    shop, customer_user, sent_free, monkeypatch
):
    variant = shop.variant("10.00")
    checkout = shop.checkout({variant: 3}, customer_user)["id"]
    assert _total(shop.ship(checkout)) == 30

    def throws(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(checkout_prices, "read", throws)
    assert _total(shop.update(checkout, {variant: 1}, customer_user)) == 20


def test_a_fault_in_the_price_of_shipping_charges_it(shop, customer_user, sent_free, monkeypatch):
    checkout = shop.checkout({shop.variant("10.00"): 3}, customer_user)["id"]

    def throws(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(free_shipping, "is_free", throws)
    assert _total(shop.ship(checkout)) == 40


def test_the_price_of_shipping_is_wrapped_once(shop):
    from saleor.checkout import base_calculations

    wrapped = base_calculations.calculate_base_price_for_shipping_method
    assert free_shipping.install()
    assert base_calculations.calculate_base_price_for_shipping_method is wrapped


def _statements(work):
    with CaptureQueriesContext(connection) as queries:
        work()
    return len(queries)


def _completion(shop, customer_user, variant):
    checkout = shop.checkout({variant: 2}, customer_user)["id"]
    total = shop.ship(checkout)["totalPrice"]["gross"]["amount"]
    shop.pay_by_card(checkout, str(total))
    return _statements(lambda: shop.complete(checkout, customer_user))


def test_free_shipping_costs_a_checkout_a_few_statements(shop, customer_user, sent_free, settings):
    variants = [shop.variant("10.00") for _ in range(5)]
    checkout = shop.checkout(dict.fromkeys(variants, 1), customer_user)["id"]
    shop.ship(checkout)

    def update(quantity):
        return _statements(
            lambda: shop.update(checkout, dict.fromkeys(variants, quantity), customer_user)
        )

    update(2)
    with_plugin = update(3)
    settings.PLUGINS = [name for name in settings.PLUGINS if "loyalty" not in name]
    update(2)
    without = update(3)
    assert with_plugin - without <= 3


def test_completing_costs_a_few_statements(shop, customer_user, sent_free, settings):
    variant = shop.variant("10.00")
    _completion(shop, customer_user, variant)
    settings.CELERY_TASK_ALWAYS_EAGER = False
    with_plugin = _completion(shop, customer_user, variant)
    settings.PLUGINS = [name for name in settings.PLUGINS if "loyalty" not in name]
    without = _completion(shop, customer_user, variant)
    assert with_plugin - without <= 3
