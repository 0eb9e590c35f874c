"""Orders of group buys: they wait, are confirmed at the group's price, or everything goes back.

A checkout of 20.00 with 10.00 shipping; 100 points pay 1.00.
"""

import pytest
from saleor.giftcard.models import GiftCard
from saleor.order.models import Order, OrderEvent, OrderGrantedRefund
from saleor.payment.models import TransactionEvent, TransactionItem
from saleor.warehouse.models import Allocation
from shopping import gid, pk_of

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.events.host import host
from saleor_loyalty.ledger.audit import audit


@pytest.fixture
def waits(shop, channel_USD):
    channel_USD.automatically_confirm_all_new_orders = False
    channel_USD.save()


@pytest.fixture
def checkout(shop, waits, customer_user):
    made = shop.checkout({shop.variant("20.00"): 1}, customer_user)["id"]
    shop.ship(made)
    return made


@pytest.fixture
def order(shop, checkout, customer_user):
    shop.pay_by_card(checkout, "30.00")
    return shop.complete(checkout, customer_user)["id"]


def status(order):
    return Order.objects.get(pk=pk_of(order)).status


def history(order, kind):
    return OrderEvent.objects.filter(order_id=pk_of(order), type=kind).count()


def refunds(shop, order):
    """As staff see them."""
    found = shop._post(
        """query($id: ID!) { order(id: $id) { grantedRefunds {
             amount { amount } reason status transaction { id } } } }""",
        user=shop.staff,
        id=order,
    )["order"]["grantedRefunds"]
    return [(one["amount"]["amount"], one["reason"], one["status"]) for one in found]


def test_a_waiting_order_is_confirmed_once(shop, order):
    assert status(order) == "unconfirmed"
    host().order_confirm(order)
    assert (status(order), history(order, "confirmed")) == ("unfulfilled", 1)
    host().order_confirm(order)
    assert (status(order), history(order, "confirmed")) == ("unfulfilled", 1)
    shop.fulfil(shop_order(shop, order))
    host().order_confirm(order)
    assert status(order) == "fulfilled"


def shop_order(shop, order):
    return shop._post(
        "query($id: ID!) { order(id: $id) { id lines { id quantity } } }", user=shop.staff, id=order
    )["order"]


def test_at_the_price_of_the_group(shop, waits, customer_user):
    checkout = shop.checkout({shop.variant("20.00"): 1}, customer_user)["id"]
    host().add_reward_line(checkout, shop.variant("50.00"), 1, 3000, mark="group:1")
    total = shop.ship(checkout)["totalPrice"]["gross"]["amount"]
    shop.pay_by_card(checkout, str(total))
    order = shop.complete(checkout, customer_user)["id"]
    host().order_confirm(order)
    lines = {line.reward: line.gross for line in host().order(order).lines}
    assert (total, lines) == (60, {"": 2000, "group:1": 3000})


def test_a_cancelled_order_is_cancelled_once_and_says_why(shop, order):
    assert Allocation.objects.get().quantity_allocated == 1
    host().order_cancel(order, "The group was not full in time.")
    host().order_cancel(order, "The group was not full in time.")
    assert (status(order), host().order(order).cancelled) == ("canceled", True)
    assert not Allocation.objects.filter(quantity_allocated__gt=0).exists()
    assert history(order, "canceled") == 1
    note = OrderEvent.objects.get(order_id=pk_of(order), type="note_added")
    assert note.parameters["message"] == "The group was not full in time."
    with pytest.raises(LoyaltyError) as refused:
        host().order_confirm(order)
    assert refused.value.code is Code.INVALID


def test_what_is_on_its_way_is_not_cancelled(shop, order):
    host().order_confirm(order)
    shop.fulfil(shop_order(shop, order))
    with pytest.raises(LoyaltyError) as refused:
        host().order_cancel(order, "late")
    assert (refused.value.code, status(order)) == (Code.INVALID, "fulfilled")


def test_orders_that_are_not_there(shop):
    for order in (gid("Order", "1b671a64-40d5-491e-99b0-da01ff1f3341"), "nothing"):
        for work in (
            host().order_confirm,
            lambda order: host().order_cancel(order, "x"),
            lambda order: host().request_refund(order, "x"),
        ):
            with pytest.raises(LoyaltyError) as refused:
                work(order)
            assert refused.value.code is Code.NOT_FOUND


def test_money_is_asked_back_once_and_staff_see_it(shop, checkout, customer_user):
    card = shop.pay_by_card(checkout, "30.00")
    order = shop.complete(checkout, customer_user)["id"]
    host().order_cancel(order, "not full")
    assert host().request_refund(order, "not full")
    assert not host().request_refund(order, "not full")
    ((amount, reason, _),) = refunds(shop, order)
    assert (amount, reason) == (30, "not full")
    asked = TransactionEvent.objects.get(type="refund_request")
    assert (asked.amount_value, asked.related_granted_refund) == (
        30,
        OrderGrantedRefund.objects.get(),
    )
    assert not host().order(order).fully_refunded
    shop.refund_by_card(card, "30.00")
    fact = host().order(order)
    assert (fact.fully_refunded, fact.refunded_total) == (True, 3000)
    assert not host().request_refund(order, "not full")
    assert OrderGrantedRefund.objects.count() == 1


def test_money_whose_payment_nobody_answers_for_is_shown_to_staff(shop, order):
    """A payment that staff wrote down has no app that could be asked."""
    assert host().request_refund(order, "not full")
    assert [state for _, _, state in refunds(shop, order)] in (["FAILURE"], ["PENDING"])
    assert (
        TransactionItem.objects.get().charged_value
        + TransactionItem.objects.get().refund_pending_value
        == 30
    )


def test_points_and_card_go_back_each_its_own_way(shop, checkout, customer_user):
    shop.give_points(customer_user, 5000)
    shop.pay_with_points(checkout, "10.00", customer_user)
    card = shop.pay_by_card(checkout, "20.00")
    order = shop.complete(checkout, customer_user)["id"]
    assert host().order(order).paid_by_points == 1000
    host().order_cancel(order, "not full")
    assert host().request_refund(order, "not full")
    assert sorted(amount for amount, _, _ in refunds(shop, order)) == [10, 20]
    shop.refund_by_card(card, "20.00")
    assert (shop.points(customer_user).available, shop.points(customer_user).held) == (5000, 0)
    assert host().order(order).fully_refunded
    assert not host().request_refund(order, "not full")
    differences = []
    audit(differences.append)
    assert differences == []


def test_points_that_were_only_set_aside_are_let_go(shop, channel_USD, checkout, customer_user):
    channel_USD.default_transaction_flow_strategy = "authorization"
    channel_USD.save()
    shop.give_points(customer_user, 5000)
    shop.pay_with_points(checkout, "30.00", customer_user)
    order = shop.complete(checkout, customer_user)["id"]
    host().order_cancel(order, "not full")
    assert host().request_refund(order, "not full")
    assert not host().request_refund(order, "not full")
    assert shop.points(customer_user).available == 5000
    (item,) = shop.transactions(order)
    assert (item.authorized_value, item.canceled_value) == (0, 30)


def test_what_was_never_paid_is_not_asked_back(shop, channel_USD, checkout, customer_user):
    channel_USD.allow_unpaid_orders = True
    channel_USD.save()
    order = shop.complete(checkout, customer_user)["id"]
    assert not host().request_refund(order, "not full")
    assert not OrderGrantedRefund.objects.exists()


if hasattr(GiftCard, "assigned_to"):

    def test_a_gift_card_gets_back_what_it_paid(shop, checkout, customer_user):
        code = host_card(customer_user)
        shop.call(
            """mutation($id: ID!, $gateway: PaymentGatewayToInitialize!) {
              transactionInitialize(id: $id, amount: 25, paymentGateway: $gateway) {
                transaction { id } errors { field message code } } }""",
            customer_user,
            id=checkout,
            gateway={"id": "saleor.io.gift-card-payment-gateway", "data": {"code": code}},
        )
        shop.pay_by_card(checkout, "5.00")
        order = shop.complete(checkout, customer_user)["id"]
        host().order_confirm(order)
        assert GiftCard.objects.get().current_balance_amount == 0
        assert host().request_refund(order, "not full")
        assert GiftCard.objects.get().current_balance_amount == 25
        assert not host().request_refund(order, "not full")

    def host_card(user):
        with host().writing():
            return host().make_gift_card(user.pk, 2500, "USD", valid_until=None, source="card")
