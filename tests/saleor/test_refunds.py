"""What comes back when money does: by amount, by line, shipping only, again and again.

Three lines of 20.00, 20.00 and 5.00 and 10.00 shipping: 45 points.
"""

import pytest
from saleor.order.models import Order, OrderGrantedRefund
from saleor.payment.models import Payment, Transaction
from shopping import gid, pk_of

from saleor_loyalty.events.host import host
from saleor_loyalty.ledger.audit import audit


@pytest.fixture
def bought(shop, customer_user):
    """The order and the transaction it was paid by."""
    lines = {shop.variant("20.00"): 2, shop.variant("5.00"): 1}
    order, paid = shop.buy(lines, customer_user)
    assert shop.points(customer_user).available == 45
    order["lines"].sort(key=lambda line: -line["quantity"])
    return order, paid


def _granted(shop, order, paid, amount, **refund):
    """Staff grant a refund and send it; the payment app reports that it is done."""
    granted = shop.grant(order["id"], transactionId=paid, amount=amount, **refund)
    OrderGrantedRefund.objects.filter(pk=pk_of(granted)).update(status="success")
    shop.refund_by_card(paid, amount)


def test_a_refund_by_amount_takes_its_part(shop, customer_user, bought):
    _, paid = bought
    shop.refund_by_card(paid, "22.50")
    assert shop.points(customer_user).available == 22


def test_a_second_refund_by_amount_counts_too(shop, customer_user, bought):
    _, paid = bought
    shop.refund_by_card(paid, "9.00")
    assert shop.points(customer_user).available == 36
    shop.refund_by_card(paid, "9.00")
    assert shop.points(customer_user).available == 27


def test_a_full_refund_leaves_nothing(shop, customer_user, bought):
    order, paid = bought
    shop.refund_by_card(paid, "55.00")
    assert host().order(order["id"]).fully_refunded
    assert shop.points(customer_user).available == 0


def test_a_granted_refund_of_a_line_takes_that_lines_points(shop, customer_user, bought):
    order, paid = bought
    line = order["lines"][0]
    _granted(shop, order, paid, "20.00", lines=[{"id": line["id"], "quantity": 1}])
    fact = host().order(order["id"])
    assert [one.refunded_quantity for one in fact.lines if one.quantity == 2] == [1]
    assert (fact.refunded_total, fact.refunded_by_amount) == (2000, 0)
    assert shop.points(customer_user).available == 25


def test_a_refund_of_shipping_alone_takes_nothing(shop, customer_user, bought):
    order, paid = bought
    _granted(shop, order, paid, "10.00", grantRefundForShipping=True)
    assert host().order(order["id"]).refunded_by_amount == 0
    assert shop.points(customer_user).available == 45


def test_a_line_and_then_an_amount(shop, customer_user, bought):
    order, paid = bought
    line = order["lines"][1]
    _granted(shop, order, paid, "5.00", lines=[{"id": line["id"], "quantity": 1}])
    assert shop.points(customer_user).available == 40
    shop.refund_by_card(paid, "20.00")
    assert host().order(order["id"]).refunded_by_amount == 2000
    assert shop.points(customer_user).available == 20


def test_a_line_refunded_for_less_than_it_cost_is_a_refund_by_amount(shop, customer_user, bought):
    order, paid = bought
    line = order["lines"][0]
    _granted(shop, order, paid, "4.50", lines=[{"id": line["id"], "quantity": 1}])
    fact = host().order(order["id"])
    assert (fact.refunded_by_amount, sum(one.refunded_quantity for one in fact.lines)) == (450, 0)
    assert shop.points(customer_user).available == 40


def test_money_paid_twice_by_mistake_and_sent_back_is_no_refund(shop, customer_user, bought):
    order, _ = bought
    again = shop.pay_by_card(order["id"], "55.00")
    shop.refund_by_card(again, "55.00")
    fact = host().order(order["id"])
    assert (fact.refunded_total, fact.fully_refunded) == (0, False)
    assert shop.points(customer_user).available == 45


def test_goods_that_come_back_without_money_change_nothing(shop, customer_user, bought):
    order, _ = bought
    shop.fulfil(order)
    fulfilled = Order.objects.get().fulfillments.get().lines.first()
    shop.call(
        """mutation($order: ID!, $input: OrderReturnProductsInput!) {
             orderFulfillmentReturnProducts(order: $order, input: $input) {
               errors { field message code } } }""",
        shop.staff,
        order=order["id"],
        input={
            "fulfillmentLines": [
                {"fulfillmentLineId": gid("FulfillmentLine", fulfilled.pk), "quantity": 1}
            ],
            "refund": False,
        },
    )
    assert shop.points(customer_user).available == 45
    assert host().order(order["id"]).fulfilled_at is not None


@pytest.fixture
def paid_the_old_way(shop, customer_user, channel_USD):
    """An order marked as paid, which makes a payment and no transaction."""
    channel_USD.allow_unpaid_orders = True
    channel_USD.save()
    checkout = shop.checkout({shop.variant("20.00"): 2}, customer_user)["id"]
    shop.ship(checkout)
    order = shop.complete(checkout, customer_user)
    shop.of_order("orderMarkAsPaid", order["id"])
    assert Payment.objects.exists()
    assert shop.points(customer_user).available == 40
    return order


def test_a_payment_of_the_old_kind_refunded_by_line(shop, customer_user, paid_the_old_way):
    order = paid_the_old_way
    shop.call(
        """mutation($order: ID!, $input: OrderRefundProductsInput!) {
             orderFulfillmentRefundProducts(order: $order, input: $input) {
               errors { field message code } } }""",
        shop.staff,
        order=order["id"],
        input={"orderLines": [{"orderLineId": order["lines"][0]["id"], "quantity": 1}]},
    )
    fact = host().order(order["id"])
    assert (fact.lines[0].refunded_quantity, fact.refunded_by_amount) == (1, 0)
    assert shop.points(customer_user).available == 20


def test_a_payment_of_the_old_kind_refunded_by_amount(shop, customer_user, paid_the_old_way):
    order = paid_the_old_way
    shop.call(
        """mutation($id: ID!, $amount: PositiveDecimal!) {
             orderRefund(id: $id, amount: $amount) { errors { field message code } } }""",
        shop.staff,
        id=order["id"],
        amount="10.00",
    )
    assert Transaction.objects.filter(kind="refund").count() == 1
    assert host().order(order["id"]).refunded_by_amount == 1000
    assert shop.points(customer_user).available == 30


def test_the_fingerprint_follows_everything_that_counts(shop, customer_user, bought):
    order, paid = bought
    seen = [host().order(order["id"]).fingerprint]
    shop.refund_by_card(paid, "1.00")
    seen.append(host().order(order["id"]).fingerprint)
    shop.grant(order["id"], amount="2.00", transactionId=paid)
    seen.append(host().order(order["id"]).fingerprint)
    shop.fulfil(order)
    seen.append(host().order(order["id"]).fingerprint)
    assert len(set(seen)) == 4
    (page,) = host().changed_orders(Order.objects.get().created_at)
    assert page == [(pk_of(order["id"]), seen[-1])]


def test_the_ledger_agrees_after_all_that(shop, customer_user, bought):
    order, paid = bought
    for amount in ("1.00", "2.50", "20.00"):
        shop.refund_by_card(paid, amount)
    shop.of_order("orderCancel", order["id"])
    assert shop.points(customer_user).available == 0
    differences = []
    audit(differences.append)
    assert differences == []
