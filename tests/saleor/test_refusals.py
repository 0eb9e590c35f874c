"""Products that only some members may buy: refused when the order is made, and nowhere else."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.utils import timezone
from saleor.checkout.models import Checkout, CheckoutLine
from saleor.checkout.tasks import automatic_checkout_completion_task
from saleor.order.models import Order
from saleor.product.models import ProductChannelListing, ProductVariant
from shopping import gid, pk_of

from saleor_loyalty.adapter import checkout_prices, refusals
from saleor_loyalty.adapter.checkout_read import read

COMPLETE = """mutation($id: ID!) { checkoutComplete(id: $id) {
  order { id } errors { field code message variants } } }"""
FROM_CHECKOUT = """mutation($id: ID!) { orderCreateFromCheckout(id: $id) {
  order { id } errors { field code message variants } } }"""
LINES = """query($id: ID!) { checkout(id: $id) {
  lines { variant { id } metafield(key: "saleor_loyalty.refused") } } }"""


@pytest.fixture
def closed(shop, customer_user):
    """A product for members of one tier, and who is in it."""
    variant = shop.variant("10.00")
    product = gid("Product", ProductVariant.objects.get(pk=pk_of(variant)).product_id)
    shop.give_tier(customer_user, 0, "best_of", {"kind": "members_only", "products": [product]})
    return variant


def _ready(shop, variant, user=None, **more):
    checkout = shop.checkout({variant: 1, shop.variant("5.00"): 1}, user, **more)["id"]
    total = shop.ship(checkout)["totalPrice"]["gross"]["amount"]
    shop.pay_by_card(checkout, str(total))
    return checkout


def _refused(shop, checkout, user=None):
    (answer,) = shop._post(COMPLETE, user=user, id=checkout).values()
    assert answer["order"] is None
    return answer["errors"]


def test_a_member_of_the_tier_buys_it(shop, customer_user, closed):
    order, _ = shop.buy({closed: 1}, customer_user)
    assert order["chargeStatus"] == "FULL"


def test_anybody_else_is_refused_with_an_error_of_the_checkout(shop, customer_user2, closed):
    for user, more in ((customer_user2, {}), (None, {"email": "guest@example.com"})):
        checkout = _ready(shop, closed, user, **more)
        assert _refused(shop, checkout, user) == [
            {
                "field": "lines",
                "code": "UNAVAILABLE_VARIANT_IN_CHANNEL",
                "message": "Some of these products are on sale only to certain members so far.",
                "variants": [closed],
            }
        ]
    assert not Order.objects.exists()


def test_the_money_stays_with_the_checkout_and_pays_once_the_product_is_gone(
    shop, customer_user2, closed
):
    checkout = _ready(shop, closed, customer_user2)
    assert _refused(shop, checkout, customer_user2)
    found = Checkout.objects.get()
    assert (found.charge_status, found.authorize_status) == ("full", "full")
    shop.update(checkout, {closed: 0}, customer_user2)
    order = shop.complete(checkout, customer_user2)
    assert (order["total"]["gross"]["amount"], order["chargeStatus"]) == (15, "OVERCHARGED")


def test_who_comes_into_the_tier_meanwhile_may_buy(shop, customer_user, closed):
    checkout = _ready(shop, closed, email="somebody@example.com")
    assert _refused(shop, checkout)
    customer = gid("User", customer_user.pk)
    shop.change("checkoutCustomerAttach", customer_user, id=checkout, customerId=customer)
    assert shop.complete(checkout, customer_user)["chargeStatus"] == "FULL"


def test_the_storefront_sees_it_on_the_line_at_once(shop, customer_user, customer_user2, closed):
    def marks(checkout):
        lines = shop._post(LINES, id=checkout)["checkout"]["lines"]
        return {line["variant"]["id"]: line["metafield"] for line in lines}

    open_to_all = shop.variant("5.00")
    checkout = shop.checkout({closed: 1, open_to_all: 1}, customer_user2)["id"]
    assert marks(checkout) == {closed: "true", open_to_all: None}
    shop.change("checkoutCustomerDetach", customer_user2, id=checkout)
    customer = gid("User", customer_user.pk)
    shop.change("checkoutCustomerAttach", customer_user, id=checkout, customerId=customer)
    assert marks(checkout) == {closed: None, open_to_all: None}


def test_an_automatic_completion_makes_no_order(shop, customer_user2, closed):
    checkout = _ready(shop, closed, customer_user2)
    automatic_checkout_completion_task(pk_of(checkout), None, None)
    assert not Order.objects.exists()
    assert Checkout.objects.filter(pk=pk_of(checkout)).exists()


def test_an_app_that_makes_an_order_of_the_checkout_is_refused(shop, customer_user2, closed, app):
    from saleor.permission.models import Permission

    app.permissions.add(Permission.objects.get(codename="handle_checkouts"))
    checkout = _ready(shop, closed, customer_user2)
    token = app.tokens.create(name="test")[1]
    answer = _post_as_app(FROM_CHECKOUT, token, id=checkout)["orderCreateFromCheckout"]
    assert answer["order"] is None
    assert [error["variants"] for error in answer["errors"]] == [[closed]]


def _post_as_app(query, token, **variables):
    from django.test import Client

    return (
        Client()
        .post(
            "/graphql/",
            {"query": query, "variables": variables},
            "application/json",
            HTTP_AUTHORIZATION=f"Bearer {token}",
        )
        .json()["data"]
    )


def test_staff_may_write_an_order_for_anybody(shop, customer_user2, closed):
    order = shop.draft({closed: 1}, customer_user2)
    shop.complete_draft(order)
    assert Order.objects.get().status in ("unfulfilled", "unconfirmed")


def test_early_access_ends_when_everybody_is_let_in(shop, customer_user, customer_user2):
    variant = shop.variant("10.00")
    product = ProductVariant.objects.get(pk=pk_of(variant)).product
    opens = timezone.now() + timedelta(hours=2)
    early = {
        "kind": "early_access",
        "hours": 24,
        "opens_at": opens.isoformat(),
        "products": [gid("Product", product.pk)],
    }
    tier = shop.give_tier(customer_user, 0, "best_of", early)
    assert _refused(shop, _ready(shop, variant, customer_user2), customer_user2)
    assert shop.buy({variant: 1}, customer_user)[0]["chargeStatus"] == "FULL"
    shop.change_tier(tier.slug, {**early, "opens_at": "2026-01-01T00:00:00Z"})
    assert shop.buy({variant: 1}, customer_user2)[0]["chargeStatus"] == "FULL"


def test_early_access_to_what_came_into_the_shop_just_now(shop, customer_user, customer_user2):
    variant = shop.variant("10.00")
    product = ProductVariant.objects.get(pk=pk_of(variant)).product
    early = {"kind": "early_access", "hours": 24, "products": [gid("Product", product.pk)]}
    shop.give_tier(customer_user, 0, "best_of", early)
    listing = ProductChannelListing.objects.filter(product=product)
    listing.update(published_at=timezone.now() - timedelta(hours=1))
    assert _refused(shop, _ready(shop, variant, customer_user2), customer_user2)
    listing.update(published_at=datetime(2020, 1, 1, tzinfo=UTC))
    assert shop.buy({variant: 1}, customer_user2)[0]["chargeStatus"] == "FULL"


def test_a_gift_of_the_shops_own_is_refused_to_nobody(shop, customer_user2, closed):
    checkout = pk_of(shop.checkout({closed: 1}, customer_user2)["id"])
    assert len(checkout_prices.refused(read(checkout))) == 1
    CheckoutLine.objects.update(is_gift=True)
    assert checkout_prices.refused(read(checkout)) == []


def test_in_doubt_about_ourselves_the_shopper_buys(shop, customer_user2, closed, monkeypatch):
    checkout = _ready(shop, closed, customer_user2)

    def throws(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(refusals, "read", throws)
    assert shop.complete(checkout, customer_user2)["chargeStatus"] == "FULL"


def test_without_our_tables_the_shopper_buys(shop, customer_user2, closed):
    checkout = _ready(shop, closed, customer_user2)
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE saleor_loyalty_ladderversion CASCADE")
    assert shop.complete(checkout, customer_user2)["chargeStatus"] == "FULL"
    assert not CheckoutLine.objects.exists()


def test_it_is_said_in_the_language_of_the_checkout(shop, customer_user2, closed):
    checkout = _ready(shop, closed, customer_user2)
    Checkout.objects.update(language_code="de")
    (error,) = _refused(shop, checkout, customer_user2)
    assert error["message"] != "Some of these products are on sale only to certain members so far."
