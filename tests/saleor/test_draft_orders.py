"""Orders that staff write have the member's prices when staff ask for them."""

import pytest
from saleor.order.models import Order, OrderLine
from shopping import gid, pk_of

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.events.host import host

# Up to 3.22 Saleor's own query of a draft is refused by the guard of its tests.
DRAFT = """mutation($id: ID!) { draftOrderUpdate(id: $id, input: {customerNote: "Hello"}) {
  order { total { gross { amount } } lines { id quantity unitPrice { gross { amount } } } }
  errors { field message code } } }"""


@pytest.fixture
def gold(shop, customer_user):
    return shop.give_tier(customer_user, 1000)


def _read(shop, order):
    return shop.call(DRAFT, shop.staff, id=order)["order"]


def _units(shop, order):
    lines = _read(shop, order)["lines"]
    return sorted(line["unitPrice"]["gross"]["amount"] for line in lines)


def test_lines_cost_what_the_checkout_would_say(shop, customer_user, gold):
    plain, sale = shop.variant("10.00"), shop.variant("20.00", sale="12.00")
    order = shop.draft({plain: 2, sale: 1}, customer_user)
    assert _units(shop, order) == [10, 12]
    assert host().price_draft(pk_of(order)) == 1
    assert _units(shop, order) == [9, 12]
    assert _read(shop, order)["total"]["gross"]["amount"] == 30
    assert host().price_draft(order) == 1
    assert _units(shop, order) == [9, 12]


def test_on_top_of_a_sale(shop, customer_user):
    shop.give_tier(customer_user, 1000, "on_top")
    order = shop.draft({shop.variant("20.00", sale="12.00"): 2}, customer_user)
    assert host().price_draft(order) == 1
    assert _units(shop, order) == [10.8]


def test_the_price_stays_with_other_quantities_and_after_completion(shop, customer_user, gold):
    order = shop.draft({shop.variant("10.00"): 2}, customer_user)
    host().price_draft(order)
    (line,) = _read(shop, order)["lines"]
    shop.call(
        """mutation($id: ID!) { orderLineUpdate(id: $id, input: {quantity: 5}) {
             order { id } errors { field message code } } }""",
        shop.staff,
        id=line["id"],
    )
    assert _units(shop, order) == [9]
    assert _read(shop, order)["total"]["gross"]["amount"] == 45
    shop.complete_draft(order)
    fact = host().order(order)
    assert [(line.quantity, line.gross) for line in fact.lines] == [(5, 4500)]
    assert fact.saved == ((f"tier:{gold.slug}", 500),)


def test_what_staff_gave_stays(shop, customer_user, gold):
    order = shop.draft({shop.variant("10.00"): 1, shop.variant("40.00"): 1}, customer_user)
    given = OrderLine.objects.get(unit_price_gross_amount=40)
    shop.call(
        """mutation($id: ID!) {
             orderLineDiscountUpdate(orderLineId: $id, input: {valueType: FIXED, value: 1}) {
               order { id } errors { field message code } } }""",
        shop.staff,
        id=gid("OrderLine", given.pk),
    )
    assert host().price_draft(order) == 1
    assert _units(shop, order) == [9, 39]


def test_another_customer_has_other_prices(shop, customer_user, customer_user2, gold):
    sale = shop.variant("20.00", sale="19.00")
    order = shop.draft({shop.variant("10.00"): 1, sale: 1}, customer_user)
    host().price_draft(order)
    assert _units(shop, order) == [9, 18]
    Order.objects.update(user=customer_user2)
    assert host().price_draft(order) == 0
    assert _units(shop, order) == [10, 19]
    assert not OrderLine.objects.filter(private_metadata__has_key="saleor_loyalty.saved").exists()


@pytest.mark.parametrize("given", ["nonsense", "00000000-0000-0000-0000-000000000000"])
def test_an_order_that_does_not_exist(shop, given):
    with pytest.raises(LoyaltyError) as refused:
        host().price_draft(given)
    assert refused.value.code is Code.NOT_FOUND


def test_orders_that_are_none_of_ours_to_price(shop, customer_user, gold):
    nobodys = shop.draft({shop.variant("10.00"): 1}, None)
    order, _ = shop.buy({shop.variant("10.00"): 1}, customer_user)
    for one in (nobodys, order["id"]):
        before = list(OrderLine.objects.order_by("pk").values())
        with pytest.raises(LoyaltyError) as refused:
            host().price_draft(one)
        assert refused.value.code is Code.INVALID
        assert list(OrderLine.objects.order_by("pk").values()) == before
