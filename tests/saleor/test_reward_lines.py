"""Rewards as lines of a real checkout: their own price for so many pieces, and not one more.

Shipping costs 10.00 in this shop.
"""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import django.test
import pytest
from django.db import connection
from saleor.account.models import User
from saleor.checkout.models import CheckoutLine
from saleor.order.models import Order, OrderLine
from saleor.product.models import ProductVariant
from saleor.warehouse.models import Stock
from shopping import gid, pk_of

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.events.host import host
from saleor_loyalty.events.models import InboxFact

MARK = "redemption:1"


def add(checkout, variant, quantity=1, unit=0, mark=MARK):
    return host().add_reward_line(checkout, variant, quantity, unit, mark=mark)


def remove(checkout, mark=MARK):
    return host().remove_reward_line(checkout, mark)


@pytest.fixture
def gift(shop):
    return shop.variant("50.00")


@pytest.fixture
def checkout(shop, customer_user):
    """20.00 and shipping of 10.00 to pay."""
    made = shop.checkout({shop.variant("20.00"): 1}, customer_user)["id"]
    shop.ship(made)
    return made


def seen(shop, checkout):
    """What the shopper sees: quantity and total of each line, and what is to be paid."""
    found = shop._post(
        """query($id: ID!) { checkout(id: $id) { totalPrice { gross { amount } }
             lines { quantity variant { id } totalPrice { gross { amount } } } } }""",
        id=checkout,
    )["checkout"]
    return (
        [(line["quantity"], line["totalPrice"]["gross"]["amount"]) for line in found["lines"]],
        found["totalPrice"]["gross"]["amount"],
    )


def marks(checkout):
    return [line.reward for line in host().checkout(checkout).lines]


@pytest.mark.parametrize(("unit", "total"), [(0, 30), (499, 34.99)])
def test_it_costs_its_own_price_and_the_order_knows_it(
    shop, customer_user, checkout, gift, unit, total
):
    line = add(checkout, gift, 1, unit)
    assert seen(shop, checkout) == ([(1, 20), (1, unit / 100)], total)
    assert marks(checkout) == ["", MARK]
    assert host().checkout(checkout).lines[1].line_id == line
    shop.pay_by_card(checkout, str(total))
    order = shop.complete(checkout, customer_user)
    assert (order["total"]["gross"]["amount"], order["chargeStatus"]) == (total, "FULL")
    lines = {one.reward: one for one in host().order(order["id"]).lines}
    assert (lines[MARK].quantity, lines[MARK].gross, lines[""].gross) == (1, unit, 2000)


def test_the_same_mark_is_one_line(shop, checkout, gift):
    assert add(checkout, gift) == add(checkout, gift, 5)
    assert seen(shop, checkout) == ([(1, 20), (1, 0)], 30)


def test_it_is_a_line_of_its_own_beside_one_of_the_same_variant(shop, customer_user, gift):
    checkout = shop.checkout({gift: 1}, customer_user)["id"]
    add(checkout, gift)
    assert seen(shop, checkout)[0] == [(1, 50), (1, 0)]


def test_pieces_that_the_shopper_adds_cost_what_they_cost(shop, customer_user, checkout, gift):
    add(checkout, gift, 2)
    answer = shop.call(
        """mutation($id: ID!, $lines: [CheckoutLineInput!]!) {
          checkoutLinesAdd(checkoutId: $id, lines: $lines) {
            checkout { ...Prices } errors { field message code } } }""",
        customer_user,
        id=checkout,
        lines=[{"variantId": gift, "quantity": 3}],
    )["checkout"]
    # In the answer of the very mutation.
    assert sorted(
        (line["quantity"], line["totalPrice"]["gross"]["amount"]) for line in answer["lines"]
    ) == [(1, 20), (2, 0), (3, 150)]
    assert answer["totalPrice"]["gross"]["amount"] == 180


def update_line(shop, checkout, line, quantity, user):
    return shop.call(
        """mutation($id: ID!, $lines: [CheckoutLineUpdateInput!]!) {
          checkoutLinesUpdate(id: $id, lines: $lines) {
            checkout { ...Prices } errors { field message code } } }""",
        user,
        id=checkout,
        lines=[{"lineId": gid("CheckoutLine", line), "quantity": quantity}],
    )["checkout"]


def test_a_raised_quantity_gives_no_more_for_the_same_points(shop, customer_user, checkout, gift):
    line = add(checkout, gift, 2, 100)
    for quantity, lines, total in [
        (5, [(1, 20), (2, 2), (3, 150)], 182),
        (4, [(1, 20), (2, 2), (5, 250)], 282),
        (1, [(1, 20), (1, 1), (5, 250)], 281),
        (2, [(1, 20), (2, 2), (5, 250)], 282),
    ]:
        answer = update_line(shop, checkout, line, quantity, customer_user)
        assert answer["totalPrice"]["gross"]["amount"] == total
        assert seen(shop, checkout) == (lines, total)


def test_a_sale_does_not_make_the_price_less(shop, customer_user, checkout):
    on_sale = shop.variant("50.00", sale="25.00")
    line = add(checkout, on_sale, 1, 1000)
    assert seen(shop, checkout) == ([(1, 20), (1, 10)], 40)
    # Also when Saleor has calculated everything anew, and for the pieces that are too many.
    update_line(shop, checkout, line, 2, customer_user)
    assert seen(shop, checkout) == ([(1, 20), (1, 10), (1, 25)], 65)
    shop.pay_by_card(checkout, "65.00")
    assert shop.complete(checkout, customer_user)["total"]["gross"]["amount"] == 65


def test_a_members_price_is_for_the_other_lines(shop, customer_user, gift):
    shop.give_tier(customer_user, 1000)
    checkout = shop.checkout({shop.variant("20.00"): 1}, customer_user)["id"]
    line = add(checkout, gift, 1, 500)
    update_line(shop, checkout, line, 2, customer_user)
    assert seen(shop, checkout)[0] == [(1, 18), (1, 5), (1, 45)]


def test_removed_it_is_gone_and_an_ordered_one_stays(shop, customer_user, checkout, gift):
    add(checkout, gift)
    assert remove(checkout)
    assert (seen(shop, checkout), remove(checkout)) == (([(1, 20)], 30), True)
    add(checkout, gift)
    shop.pay_by_card(checkout, "30.00")
    shop.complete(checkout, customer_user)
    assert not remove(checkout)
    assert remove(checkout, "redemption:2")
    assert remove("nothing")


def test_an_order_made_beside_its_checkout_owes_it_too(
    shop, app, permission_handle_checkouts, checkout, gift
):
    """`orderCreateFromCheckout` may leave the checkout where it is."""
    add(checkout, gift)
    shop.pay_by_card(checkout, "30.00")
    app.permissions.add(permission_handle_checkouts)
    _, token = app.tokens.create(app=app, name="storefront")
    body = {
        "query": """mutation($id: ID!) { orderCreateFromCheckout(id: $id, removeCheckout: false) {
          order { id } errors { field message code } } }""",
        "variables": {"id": checkout},
    }
    answer = django.test.Client().post(
        "/graphql/", body, "application/json", HTTP_AUTHORIZATION=f"Bearer {token}"
    )
    assert answer.json()["data"]["orderCreateFromCheckout"]["errors"] == []
    assert not remove(checkout)
    assert marks(checkout) == [""]


@pytest.mark.parametrize("trouble", ["checkout", "variant", "stock", "unpublished", "channel"])
def test_what_cannot_be_had_is_refused_and_nothing_changes(shop, checkout, gift, trouble):
    pk = pk_of(gift)
    if trouble == "stock":
        Stock.objects.filter(product_variant_id=pk).update(quantity=0)
    if trouble == "unpublished":
        ProductVariant.objects.get(pk=pk).product.channel_listings.update(is_published=False)
    if trouble == "channel":
        ProductVariant.objects.get(pk=pk).channel_listings.all().delete()
    where = gid("Checkout", "1b671a64-40d5-491e-99b0-da01ff1f3341")
    with pytest.raises(LoyaltyError) as refused:
        add(
            where if trouble == "checkout" else checkout,
            gid("ProductVariant", 4711) if trouble == "variant" else gift,
        )
    expected = Code.NOT_FOUND if trouble in ("checkout", "variant") else Code.INVALID
    assert refused.value.code is expected
    assert seen(shop, checkout) == ([(1, 20)], 30)


def delete_line(shop, checkout, line, user):
    shop.call(
        """mutation($id: ID!, $lines: [ID!]!) { checkoutLinesDelete(id: $id, linesIds: $lines) {
             checkout { ...Prices } errors { field message code } } }""",
        user,
        id=checkout,
        lines=[gid("CheckoutLine", line)],
    )


def test_the_worker_is_told_when_the_last_line_goes(shop, customer_user, gift):
    checkout = shop.checkout({}, customer_user)["id"]
    line = add(checkout, gift)
    before = InboxFact.objects.filter(kind="checkout").count()
    delete_line(shop, checkout, line, customer_user)
    facts = InboxFact.objects.filter(kind="checkout")
    assert facts.count() == before + 1
    assert facts.latest("pk").subject == f"checkout:{pk_of(checkout)}"


def test_no_more_is_ordered_than_the_points_were_for(shop, customer_user, checkout, gift):
    """As where the quantity is raised in the moment before the order is made."""
    add(checkout, gift)
    shop.pay_by_card(checkout, "30.00")
    CheckoutLine.objects.filter(variant_id=pk_of(gift)).update(quantity=100)
    answer = shop._post(
        "mutation($id: ID!) { checkoutComplete(id: $id) { order { id } errors { field code } } }",
        user=customer_user,
        id=checkout,
    )["checkoutComplete"]
    assert answer == {
        "order": None,
        "errors": [{"field": "lines", "code": "QUANTITY_GREATER_THAN_LIMIT"}],
    }
    assert not Order.objects.exists()


def test_removing_against_completing_gives_one_of_both(shop, customer_user, checkout, gift):
    add(checkout, gift)
    shop.pay_by_card(checkout, "30.00")
    barrier = Barrier(2)

    def run(work):
        barrier.wait(timeout=20)
        try:
            return work()
        except LoyaltyError as refused:
            return refused.code
        finally:
            connection.close()

    def complete():
        return shop.complete(checkout, User.objects.get(pk=customer_user.pk))

    with ThreadPoolExecutor(2) as pool:
        completing = pool.submit(run, complete)
        removing = pool.submit(run, lambda: remove(checkout))
        completing.result()
        removed = removing.result()
    ordered = OrderLine.objects.filter(variant_id=pk_of(gift)).count()
    assert (removed, ordered) in [(True, 0), (False, 1), (Code.BUSY, 1)]
