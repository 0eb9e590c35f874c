"""Points as a payment: set aside at once, spent with the order, back where there is none.

100 points pay 1.00 USD; a checkout of 20.00 with 10.00 shipping.
"""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.utils import timezone
from saleor.account.models import User
from saleor.checkout.models import Checkout
from saleor.core.jwt import create_access_token
from saleor.payment.models import TransactionEvent, TransactionItem
from shopping import gid, pk_of

from saleor_loyalty.events.host import host
from saleor_loyalty.features.spending.models import PaymentStatus, PointsPayment
from saleor_loyalty.flows import points_at_checkout
from saleor_loyalty.ledger.audit import audit


@pytest.fixture
def rich(shop, customer_user):
    shop.give_points(customer_user, 5000)
    return customer_user


@pytest.fixture
def checkout(shop, rich):
    made = shop.checkout({shop.variant("20.00"): 1}, rich)["id"]
    shop.ship(made)
    return made


def _event(answer):
    return answer["transactionEvent"]["type"]


def _sums(shop, user):
    balance = shop.points(user)
    return balance.available, balance.held


def _statuses():
    return list(PointsPayment.objects.order_by("pk").values_list("status", flat=True))


def _audited():
    differences = []
    audit(differences.append)
    return differences


def test_points_pay_a_part_and_a_card_the_rest(shop, rich, checkout):
    answer = shop.pay_with_points(checkout, "12.00", rich)
    assert (_event(answer), answer["transaction"]["chargedAmount"]["amount"]) == (
        "CHARGE_SUCCESS",
        12,
    )
    assert _sums(shop, rich) == (3800, 1200)
    shop.pay_by_card(checkout, "18.00")
    order = shop.complete(checkout, rich)
    assert order["chargeStatus"] == "FULL"
    assert _sums(shop, rich)[1] == 0
    assert _statuses() == [PaymentStatus.CAPTURED]
    fact = host().order(order["id"])
    assert (fact.paid_by_points, fact.total_gross) == (1200, 3000)
    # Of the 20.00 of goods 8.00 at least were money: what points paid earns nothing.
    assert 3800 + 8 <= shop.points(rich).available < 3800 + 20
    assert _audited() == []


def test_points_pay_all_of_it(shop, rich, checkout):
    shop.pay_with_points(checkout, "30.00", rich)
    order = shop.complete(checkout, rich)
    assert (order["chargeStatus"], order["totalBalance"]["amount"]) == ("FULL", 0)
    assert _sums(shop, rich) == (2000, 0)


def test_points_can_be_authorised_and_taken_by_staff_later(shop, rich, channel_USD):
    channel_USD.default_transaction_flow_strategy = "authorization"
    channel_USD.save()
    checkout = shop.checkout({shop.variant("20.00"): 1}, rich)["id"]
    shop.ship(checkout)
    answer = shop.pay_with_points(checkout, "30.00", rich)
    assert _event(answer) == "AUTHORIZATION_SUCCESS"
    order = shop.complete(checkout, rich)
    assert order["chargeStatus"] == "NONE"
    shop.request("CHARGE", answer["transaction"]["id"])
    (item,) = shop.transactions(order["id"])
    assert (item.charged_value, item.authorized_value) == (30, 0)
    assert _sums(shop, rich) == (2000, 0)


def test_points_authorised_on_an_order_can_be_voided(shop, rich, channel_USD):
    channel_USD.default_transaction_flow_strategy = "authorization"
    channel_USD.save()
    checkout = shop.checkout({shop.variant("20.00"): 1}, rich)["id"]
    shop.ship(checkout)
    paid = shop.pay_with_points(checkout, "30.00", rich)["transaction"]["id"]
    order = shop.complete(checkout, rich)
    shop.request("CANCEL", paid)
    (item,) = shop.transactions(order["id"])
    assert (item.canceled_value, item.authorized_value) == (30, 0)
    assert _sums(shop, rich) == (5000, 0)


@pytest.mark.parametrize("amount", ["30.01", "50.01", "1000000"])
def test_more_than_is_owed_or_owned_is_refused(shop, rich, checkout, amount):
    answer = shop.pay_with_points(checkout, amount, rich)
    assert _event(answer) == "CHARGE_FAILURE"
    assert answer["transactionEvent"]["message"]
    assert (_sums(shop, rich), _statuses()) == ((5000, 0), [])


def test_what_a_card_has_paid_is_not_owed_any_more(shop, rich, checkout):
    shop.pay_by_card(checkout, "25.00")
    assert _event(shop.pay_with_points(checkout, "5.01", rich)) == "CHARGE_FAILURE"
    assert _event(shop.pay_with_points(checkout, "5.00", rich)) == "CHARGE_SUCCESS"


def test_a_short_balance_is_told_in_words(shop, rich, customer_user2):
    shop.give_points(customer_user2, 100)
    checkout = shop.checkout({shop.variant("20.00"): 1}, customer_user2)["id"]
    answer = shop.pay_with_points(checkout, "2.00", customer_user2)
    assert _event(answer) == "CHARGE_FAILURE"
    assert "points" in answer["transactionEvent"]["message"]


def test_a_stranger_with_the_id_of_a_checkout_cannot_spend_its_owners_points(
    shop, rich, checkout, customer_user2
):
    shop.give_points(customer_user2, 5000)
    for stranger in (None, customer_user2, shop.staff):
        assert _event(shop.pay_with_points(checkout, "10.00", stranger)) == "CHARGE_FAILURE"
    assert (_sums(shop, rich), _sums(shop, customer_user2)) == ((5000, 0), (5000, 0))


def test_an_app_cannot_spend_a_customers_points(
    shop, rich, checkout, app, permission_manage_payments
):
    import django.test

    app.permissions.add(permission_manage_payments)
    _, token = app.tokens.create(app=app, name="storefront")
    body = {
        "query": """mutation($id: ID!) { transactionInitialize(id: $id, amount: 10,
                      paymentGateway: {id: "saleor.loyalty"}) {
                      transactionEvent { type } errors { message } } }""",
        "variables": {"id": checkout},
    }
    answer = (
        django.test.Client()
        .post("/graphql/", body, "application/json", HTTP_AUTHORIZATION=f"Bearer {token}")
        .json()["data"]["transactionInitialize"]
    )
    assert _event(answer) == "CHARGE_FAILURE"
    assert _sums(shop, rich) == (5000, 0)


def test_a_guest_and_an_order_cannot_be_paid_with_points(shop, rich, checkout):
    guests = shop.checkout({shop.variant("20.00"): 1}, email="guest@example.com")["id"]
    assert _event(shop.pay_with_points(guests, "10.00", rich)) == "CHARGE_FAILURE"
    shop.pay_by_card(checkout, "30.00")
    order = shop.complete(checkout, rich)
    assert _event(shop.pay_with_points(order["id"], "10.00", rich)) == "CHARGE_FAILURE"
    assert not PointsPayment.objects.exists()


def test_the_same_click_twice_counts_once(shop, rich, checkout):
    first = shop.pay_with_points(checkout, "10.00", rich, key="click")
    again = shop.pay_with_points(checkout, "10.00", rich, key="click")
    assert first["transaction"]["id"] == again["transaction"]["id"]
    assert TransactionItem.objects.get().charged_value == 10
    assert _sums(shop, rich) == (4000, 1000)


def test_another_total_gives_the_points_back(shop, rich, checkout):
    shop.pay_with_points(checkout, "10.00", rich)
    shop.update(checkout, {shop.variant("1.00"): 1}, rich)
    assert _sums(shop, rich) == (5000, 0)
    item = TransactionItem.objects.get()
    assert (item.charged_value, item.refunded_value) == (0, 0)
    assert Checkout.objects.get().charge_status == "none"
    shop.pay_by_card(checkout, "31.00")
    fact = host().order(shop.complete(checkout, rich)["id"])
    assert (fact.paid_by_points, fact.refunded_total) == (0, 0)
    assert fact.paid_at is not None


def test_the_customer_leaves_and_takes_the_points_along(shop, rich, checkout):
    shop.pay_with_points(checkout, "10.00", rich)
    shop.change("checkoutCustomerDetach", rich, id=checkout)
    assert _sums(shop, rich) == (5000, 0)


def test_a_checkout_left_behind_gives_the_points_back_in_time(shop, rich, checkout):
    shop.pay_with_points(checkout, "10.00", rich)
    later = timezone.now() + timezone.timedelta(hours=2)
    assert points_at_checkout.release_due(now=later, limit=10) == 1
    assert _sums(shop, rich) == (5000, 0)
    assert Checkout.objects.get().charge_status == "none"


def test_staff_void_a_payment_of_an_open_checkout(shop, rich, checkout):
    paid = shop.pay_with_points(checkout, "10.00", rich)["transaction"]["id"]
    shop.request("REFUND", paid, "4.00")
    assert _sums(shop, rich) == (4000, 1000)
    shop.request("REFUND", paid, "10.00")
    assert _sums(shop, rich) == (5000, 0)


def test_a_refund_puts_points_back_and_not_money(shop, rich, checkout):
    paid = shop.pay_with_points(checkout, "10.00", rich)["transaction"]["id"]
    shop.pay_by_card(checkout, "20.00")
    order = shop.complete(checkout, rich)
    before = shop.points(rich).available
    shop.request("REFUND", paid, "4.00")
    assert shop.points(rich).available == before + 400
    shop.request("REFUND", paid, "6.00")
    assert shop.points(rich).available == before + 1000
    points_item = shop.transactions(order["id"])[0]
    assert (points_item.charged_value, points_item.refunded_value) == (0, 10)
    kinds = TransactionEvent.objects.filter(transaction=points_item).values_list("type", flat=True)
    assert sorted(kinds) == [
        "charge_request",
        "charge_success",
        "refund_request",
        "refund_request",
        "refund_success",
        "refund_success",
    ]
    fact = host().order(order["id"])
    assert (fact.paid_by_points, fact.refunded_total, fact.refunded_by_amount) == (1000, 0, 0)
    assert _audited() == []


def test_a_whole_order_refunded_on_both_payments(shop, rich, checkout):
    paid = shop.pay_with_points(checkout, "10.00", rich)["transaction"]["id"]
    card = shop.pay_by_card(checkout, "20.00")
    order = shop.complete(checkout, rich)
    shop.request("REFUND", paid)
    shop.refund_by_card(card, "20.00")
    assert host().order(order["id"]).fully_refunded
    assert _sums(shop, rich) == (5000, 0)
    assert _audited() == []


def test_two_checkouts_race_for_the_same_points(shop, rich, live):
    """On two connections: one has them, the other is told so, nobody has both."""
    variant = shop.variant("40.00")
    checkouts = [shop.checkout({variant: 1}, rich)["id"] for _ in range(2)]
    barrier = Barrier(2)

    def pay(checkout):
        barrier.wait(timeout=20)
        try:
            return shop.pay_with_points(checkout, "40.00", User.objects.get(pk=rich.pk))
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(pay, checkouts))
    assert sorted(map(_event, answers)) == ["CHARGE_FAILURE", "CHARGE_SUCCESS"]
    assert _sums(shop, rich) == (1000, 4000)
    charged = sorted(TransactionItem.objects.values_list("charged_value", flat=True))
    assert charged == [0, 40]
    assert _audited() == []


def test_release_against_completion_nobody_gets_both(shop, rich, checkout):
    """The time limit and the order meet: whoever comes second finds what the first has done."""
    shop.pay_with_points(checkout, "30.00", rich)
    token = PointsPayment.objects.get().token
    barrier = Barrier(2)

    def complete():
        barrier.wait(timeout=20)
        try:
            return shop.complete(checkout, User.objects.get(pk=rich.pk))
        finally:
            connection.close()

    def release():
        barrier.wait(timeout=20)
        try:
            return points_at_checkout.release(token, "time limit", now=timezone.now())
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        completing, releasing = pool.submit(complete), pool.submit(release)
        released = releasing.result()
        failed = completing.exception() is not None
    payment = PointsPayment.objects.get()
    item = TransactionItem.objects.get()
    if released:
        assert (payment.status, item.charged_value) == (PaymentStatus.RELEASED, 0)
        assert _sums(shop, rich)[0] == 5000
    else:
        assert not failed
        assert (payment.status, item.charged_value) == (PaymentStatus.CAPTURED, 30)
    assert _audited() == []


def test_a_token_of_somebody_who_is_gone_pays_nothing(shop, rich, checkout):
    token = create_access_token(rich)
    rich.is_active = False
    rich.save()
    import django.test

    answer = django.test.Client().post(
        "/graphql/",
        {
            "query": """mutation($id: ID!) { transactionInitialize(id: $id, amount: 10,
                          paymentGateway: {id: "saleor.loyalty"}) {
                          transactionEvent { type } errors { message } } }""",
            "variables": {"id": checkout},
        },
        "application/json",
        HTTP_AUTHORIZATION=f"JWT {token}",
    )
    assert "CHARGE_SUCCESS" not in answer.content.decode()
    assert not PointsPayment.objects.exists()


def test_ids_are_those_of_the_api_too(shop, checkout):
    assert host().checkout(checkout).checkout_id == pk_of(checkout)
    assert host().checkout(gid("Order", pk_of(checkout))) is None
    assert host().checkout("nothing") is None
