"""A member's price, in the answer of the mutation that is running and in the order after it."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from saleor.checkout.models import Checkout
from saleor.discount.models import CheckoutLineDiscount
from shopping import gid, pk_of

from saleor_loyalty.events.host import host
from saleor_loyalty.flows import inbox


def _unit(checkout, line=0):
    return checkout["lines"][line]["unitPrice"]["gross"]["amount"]


def _subtotal(checkout):
    return checkout["subtotalPrice"]["gross"]["amount"]


@pytest.fixture
def gold(shop, customer_user):
    """Ten percent off."""
    return shop.give_tier(customer_user, 1000)


def test_a_member_sees_the_price_at_once_and_pays_it(shop, customer_user, gold):
    variant = shop.variant("19.99")
    checkout = shop.checkout({variant: 2}, customer_user)
    assert _unit(checkout) == 17.99
    assert checkout["lines"][0]["undiscountedUnitPrice"]["amount"] == 19.99
    assert checkout["totalPrice"]["gross"]["amount"] == 35.98
    total = shop.ship(checkout["id"])["totalPrice"]["gross"]["amount"]
    assert total == 45.98
    shop.pay_by_card(checkout["id"], "45.98")
    order = shop.complete(checkout["id"], customer_user)
    assert order["lines"][0]["unitPrice"]["gross"]["amount"] == 17.99
    assert order["lines"][0]["undiscountedUnitPrice"]["gross"]["amount"] == 19.99
    assert (order["total"]["gross"]["amount"], order["chargeStatus"]) == (45.98, "FULL")
    assert shop.points(customer_user).available == 35


def test_others_pay_what_everybody_pays(shop, customer_user2, gold):
    variant = shop.variant("19.99")
    assert _unit(shop.checkout({variant: 1}, customer_user2)) == 19.99
    assert _unit(shop.checkout({variant: 1})) == 19.99


def test_the_price_follows_quantities_and_lines(shop, customer_user, gold):
    one, other = shop.variant("10.00"), shop.variant("5.00")
    checkout = shop.checkout({one: 10}, customer_user)
    assert _subtotal(checkout) == 90
    assert _subtotal(shop.update(checkout["id"], {one: 1}, customer_user)) == 9
    assert _subtotal(shop.update(checkout["id"], {other: 2}, customer_user)) == 18
    assert _subtotal(shop.update(checkout["id"], {one: 0}, customer_user)) == 9


def test_the_price_comes_and_goes_with_the_customer(shop, customer_user, gold):
    checkout = shop.checkout({shop.variant("10.00"): 1}, email="somebody@example.com")
    assert _unit(checkout) == 10
    customer = gid("User", customer_user.pk)
    attached = shop.change(
        "checkoutCustomerAttach", customer_user, id=checkout["id"], customerId=customer
    )
    assert _unit(attached) == 9
    detached = shop.change("checkoutCustomerDetach", customer_user, id=checkout["id"])
    assert _unit(detached) == 10
    assert not CheckoutLineDiscount.objects.exists()


def test_best_of_takes_the_lower_price(shop, customer_user, gold):
    better_sale, worse_sale = shop.variant("10.00", sale="8.00"), shop.variant("10.00", sale="9.50")
    checkout = shop.checkout({better_sale: 1, worse_sale: 1}, customer_user)
    prices = {line["variant"]["id"]: _unit({"lines": [line]}) for line in checkout["lines"]}
    assert prices == {better_sale: 8, worse_sale: 9}


def test_on_top_takes_the_percentage_off_the_sale_price(shop, customer_user):
    shop.give_tier(customer_user, 1000, "on_top")
    checkout = shop.checkout({shop.variant("10.00", sale="8.00"): 2}, customer_user)
    assert (_unit(checkout), _subtotal(checkout)) == (7.2, 14.4)
    shop.ship(checkout["id"])
    shop.pay_by_card(checkout["id"], "24.40")
    order = shop.complete(checkout["id"], customer_user)
    assert host().order(order["id"]).lines[0].on_sale


def test_a_voucher_of_the_whole_order_counts_from_the_members_price(
    shop, customer_user, gold, voucher_percentage
):
    variant = shop.variant("10.00")
    checkout = shop.checkout({variant: 10}, customer_user)
    with_voucher = shop.change(
        "checkoutAddPromoCode", customer_user, id=checkout["id"], promoCode=voucher_percentage.code
    )
    assert _subtotal(with_voucher) == 81
    fewer = shop.update(checkout["id"], {variant: 1}, customer_user)
    assert (_subtotal(fewer), fewer["voucherCode"]) == (8.1, voucher_percentage.code)
    more = shop.update(checkout["id"], {variant: 20}, customer_user)
    assert _subtotal(more) == 162


def test_a_voucher_stays_when_the_customer_comes(shop, customer_user, gold, voucher_percentage):
    checkout = shop.checkout({shop.variant("10.00"): 10}, email="somebody@example.com")
    code = voucher_percentage.code
    shop.change("checkoutAddPromoCode", None, id=checkout["id"], promoCode=code)
    attached = shop.change(
        "checkoutCustomerAttach",
        customer_user,
        id=checkout["id"],
        customerId=gid("User", customer_user.pk),
    )
    assert _subtotal(attached) == 81


def test_yen_have_no_cents(shop, customer_user, gold, channel_JPY, shipping_zone, warehouse):
    warehouse.channels.add(channel_JPY)
    shipping_zone.channels.add(channel_JPY)
    variant = shop.variant("999", channel=channel_JPY)
    checkout = shop.checkout({variant: 3}, customer_user, channel=channel_JPY.slug)
    assert (_unit(checkout), _subtotal(checkout)) == (899, 2697)


def test_a_price_set_by_hand_and_a_discount_of_other_hands_stay(shop, customer_user, gold):
    one, other = shop.variant("10.00"), shop.variant("10.00")
    checkout = shop.checkout({one: 1, other: 1}, customer_user)
    token = pk_of(checkout["id"])
    lines = {gid("ProductVariant", line.variant_id): line for line in _lines(token)}
    CheckoutLineDiscount.objects.all().delete()
    lines[one].price_override = Decimal("6.00")
    lines[one].save()
    CheckoutLineDiscount.objects.create(
        line=lines[other],
        type="manual",
        unique_type="manual",
        value=Decimal("3.00"),
        amount_value=Decimal("3.00"),
        currency="USD",
        name="Staff were kind",
        reason="Late delivery",
    )
    after = shop.update(checkout["id"], {shop.variant("10.00"): 1}, customer_user)
    assert sorted(_unit({"lines": [line]}) for line in after["lines"]) == [6, 7, 9]
    assert CheckoutLineDiscount.objects.get(reason="Late delivery").amount_value == 3


def _lines(token):
    return list(Checkout.objects.get(pk=token).lines.all())


def test_the_price_ends_with_the_tier(shop, customer_user, gold):
    variant = shop.variant("10.00")
    checkout = shop.checkout({variant: 1}, customer_user)
    shop.change_tier(gold.slug)
    assert _unit(shop.update(checkout["id"], {variant: 2}, customer_user)) == 10
    shop.change_tier(gold.slug, {"kind": "price_off", "basis_points": 1000})
    host().reprice(customer_user.pk)
    found = shop._post(
        "query($id: ID!) { checkout(id: $id) { subtotalPrice { gross { amount } } } }",
        id=checkout["id"],
    )["checkout"]
    assert _subtotal(found) == 18


def test_an_order_that_staff_edit_keeps_the_members_price(shop, customer_user, gold, channel_USD):
    channel_USD.automatically_confirm_all_new_orders = False
    channel_USD.allow_unpaid_orders = True
    channel_USD.save()
    checkout = shop.checkout({shop.variant("10.00"): 2}, customer_user)["id"]
    shop.ship(checkout)
    order = shop.complete(checkout, customer_user)
    shop.call(
        """mutation($id: ID!) { orderLineUpdate(id: $id, input: {quantity: 3}) {
             errors { field message code } } }""",
        shop.staff,
        id=order["lines"][0]["id"],
    )
    (line,) = host().order(order["id"]).lines
    assert (line.quantity, line.gross) == (3, 2700)


def test_another_tier_gives_points_back_that_were_chosen_for_another_total(
    shop, customer_user, gold
):
    checkout = shop.checkout({shop.variant("10.00"): 1}, customer_user)["id"]
    shop.give_points(customer_user, 500)
    shop.pay_with_points(checkout, "5.00", customer_user)
    assert shop.points(customer_user).held == 500
    shop.change_tier(gold.slug, {"kind": "price_off", "basis_points": 2000})
    host().reprice(customer_user.pk)
    inbox.work_inbox(now=timezone.now())
    assert shop.points(customer_user).available == 500


def test_a_mutation_that_changes_no_price_writes_no_discount(shop, customer_user, gold):
    checkout = shop.checkout({shop.variant("10.00"): 1}, customer_user)
    before = CheckoutLineDiscount.objects.values_list("pk", "created_at").get()
    with CaptureQueriesContext(connection) as queries:
        shop.call(
            """mutation($id: ID!) { checkoutLanguageCodeUpdate(id: $id, languageCode: DE) {
                 errors { field message code } } }""",
            customer_user,
            id=checkout["id"],
        )
    assert CheckoutLineDiscount.objects.values_list("pk", "created_at").get() == before
    written = [q["sql"] for q in queries if "discount_checkoutlinediscount" in q["sql"]]
    assert not any(sql.lstrip().startswith(("WITH", "INSERT", "DELETE")) for sql in written)


def _statements(shop, checkout, variant, quantity, user):
    with CaptureQueriesContext(connection) as queries:
        shop.update(checkout, {variant: quantity}, user)
    return len(queries)


@pytest.mark.parametrize("basis_points", [0, 1000])
def test_it_costs_a_checkout_a_few_statements(shop, customer_user, settings, basis_points):
    shop.give_tier(customer_user, basis_points)
    variant = shop.variant("10.00")
    checkout = shop.checkout({variant: 1}, customer_user)["id"]
    _statements(shop, checkout, variant, 2, customer_user)
    with_plugin = _statements(shop, checkout, variant, 3, customer_user)
    settings.PLUGINS = [name for name in settings.PLUGINS if "loyalty" not in name]
    _statements(shop, checkout, variant, 2, customer_user)
    without = _statements(shop, checkout, variant, 3, customer_user)
    # One round trip to look and one to write; Saleor writes the new subtotal down once more.
    assert with_plugin - without <= (3 if basis_points else 1)
