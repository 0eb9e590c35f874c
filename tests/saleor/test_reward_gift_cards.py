"""Gift cards bought with points: their customer's, in Saleor's own books, taken back while whole.

Shipping costs 10.00 in this shop.
"""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from decimal import Decimal
from threading import Barrier

import pytest
from django.db import connection
from saleor.account.models import User
from saleor.giftcard.models import GiftCard, GiftCardEvent
from saleor.order.models import Order

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.events.host import host

ASSIGNED = hasattr(GiftCard, "assigned_to")


def make(user_id, amount=2500, source="redemption:1", currency="USD", valid_until=None):
    with host().writing():
        return host().make_gift_card(
            user_id, amount, currency, valid_until=valid_until, source=source
        )


def withdraw(source="redemption:1"):
    with host().writing():
        return host().withdraw_gift_card(source)


@pytest.fixture
def checkout(shop, customer_user):
    """30.00 to pay."""
    made = shop.checkout({shop.variant("20.00"): 1}, customer_user)["id"]
    shop.ship(made)
    return made


def apply(shop, checkout, code, user):
    return shop.change("checkoutAddPromoCode", user, checkoutId=checkout, promoCode=code)


def history(card):
    return list(
        GiftCardEvent.objects.filter(gift_card=card).order_by("pk").values_list("type", flat=True)
    )


def test_staff_and_the_customer_see_it(shop, customer_user):
    code = make(customer_user.pk, valid_until=datetime(2030, 5, 5, 12, tzinfo=UTC))
    made = shop._post(
        """query { giftCards(first: 5, filter: {tags: ["loyalty"]}) { edges { node {
             isActive expiryDate initialBalance { amount currency } currentBalance { amount }
             tags { name } app { name }
             privateMetadata { key value } events { type balance { initialBalance { amount } } }
        } } } }""",
        user=shop.staff,
    )["giftCards"]["edges"][0]["node"]
    assert made["isActive"]
    assert made["tags"] == [{"name": "loyalty"}]
    assert made["expiryDate"] == "2030-05-05"
    assert (made["initialBalance"], made["currentBalance"]["amount"]) == (
        {"amount": 25, "currency": "USD"},
        25,
    )
    assert made["app"]["name"] == "Loyalty points"
    assert {"key": "saleor_loyalty.source", "value": "redemption:1"} in made["privateMetadata"]
    assert made["events"][0]["type"] == "ISSUED"
    card = GiftCard.objects.get(code=code)
    assert card.expiry_date == date(2030, 5, 5)
    if ASSIGNED:
        assert card.assigned_to == customer_user
        assert history(card) == ["issued", "assigned_to_user"]


def test_it_is_made_once(shop, customer_user):
    assert make(customer_user.pk) == make(customer_user.pk)
    assert make(customer_user.pk, source="redemption:2") != make(customer_user.pk)
    assert GiftCard.objects.count() == 2


@pytest.mark.parametrize(
    ("minor", "currency", "amount"),
    [(2500, "USD", "25"), (2500, "JPY", "2500"), (25, "KWD", "0.025")],
)
def test_minor_units_are_those_of_the_currency(shop, customer_user, minor, currency, amount):
    code = make(customer_user.pk, minor, currency=currency)
    assert GiftCard.objects.get(code=code).current_balance_amount == Decimal(amount)
    assert withdraw() == minor


def test_nobody_gets_it_whose_account_is_gone(shop):
    with pytest.raises(LoyaltyError) as refused:
        make(4711)
    assert refused.value.code is Code.INVALID
    assert not GiftCard.objects.exists()


def test_it_pays_and_what_was_spent_of_it_stays_spent(shop, customer_user, checkout):
    """All of it: 3.21 takes no transaction for the rest."""
    code = make(customer_user.pk, 3000)
    total = apply(shop, checkout, code, customer_user)["totalPrice"]["gross"]["amount"]
    assert total == 0
    order = shop.complete(checkout, customer_user)
    assert order["total"]["gross"]["amount"] == 0
    card = GiftCard.objects.get()
    assert (card.current_balance_amount, withdraw()) == (0, 0)
    assert (GiftCard.objects.get().is_active, history(card)[-1]) == (True, "used_in_order")


def test_a_card_that_was_spent_in_part_stays_as_it_is(shop, customer_user, checkout):
    apply(shop, checkout, make(customer_user.pk, 4000), customer_user)
    shop.complete(checkout, customer_user)
    assert withdraw() == 0
    card = GiftCard.objects.get()
    assert (card.current_balance_amount, card.is_active) == (10, True)


def test_an_unspent_card_is_emptied_as_staff_would_do_it(shop, customer_user, checkout):
    code = make(customer_user.pk)
    apply(shop, checkout, code, customer_user)
    assert withdraw() == 2500
    card = GiftCard.objects.get()
    assert (card.current_balance_amount, card.is_active) == (0, False)
    assert history(card)[-2:] == ["balance_reset", "deactivated"]
    assert (withdraw(), withdraw("redemption:none")) == (0, None)
    # The checkout it was to pay for is a usual one again.
    shop.pay_by_card(checkout, "30.00")
    assert shop.complete(checkout, customer_user)["total"]["gross"]["amount"] == 30


@pytest.mark.parametrize("who", ["another", "guest"])
def test_it_is_the_customers_where_saleor_can_say_so(shop, customer_user, customer_user2, who):
    user = customer_user2 if who == "another" else None
    checkout = shop.checkout({shop.variant("20.00"): 1}, user, email=customer_user.email)["id"]
    answer = shop._post(
        "mutation($id: ID!, $code: String!) { checkoutAddPromoCode(id: $id, promoCode: $code) {"
        " errors { code } } }",
        user=user,
        id=checkout,
        code=make(customer_user.pk),
    )["checkoutAddPromoCode"]["errors"]
    # Before 3.23 whoever knows the code can pay with it.
    assert [error["code"] for error in answer] == (["INVALID"] if ASSIGNED else [])


def test_withdrawing_against_paying_gives_one_of_both(shop, customer_user, checkout):
    apply(shop, checkout, make(customer_user.pk, 4000), customer_user)
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
        return shop._post(
            "mutation($id: ID!) { checkoutComplete(id: $id) { order { id } errors { code } } }",
            user=User.objects.get(pk=customer_user.pk),
            id=checkout,
        )["checkoutComplete"]["order"]

    with ThreadPoolExecutor(2) as pool:
        completing, withdrawing = pool.submit(run, complete), pool.submit(run, withdraw)
        order, withdrawn = completing.result(), withdrawing.result()
    card = GiftCard.objects.get()
    if withdrawn == 4000:
        # The order may have been under way: then it is one that nobody has paid.
        assert card.current_balance_amount == 0
        statuses = Order.objects.values_list("total_gross_amount", "charge_status")
        assert list(statuses) == ([(30, "none")] if order else [])
    else:
        assert withdrawn in (0, Code.BUSY)
        assert order
        assert card.current_balance_amount == 10


if ASSIGNED:

    def pay_by_gateway(shop, checkout, code, amount, user):
        return shop.call(
            """mutation($id: ID!, $amount: PositiveDecimal, $gateway: PaymentGatewayToInitialize!) {
              transactionInitialize(id: $id, amount: $amount, paymentGateway: $gateway) {
                transaction { id authorizedAmount { amount } } transactionEvent { type }
                errors { field message code } } }""",
            user,
            id=checkout,
            amount=amount,
            gateway={"id": "saleor.io.gift-card-payment-gateway", "data": {"code": code}},
        )

    def test_a_card_that_is_authorised_for_a_checkout_is_unspent(shop, customer_user, checkout):
        paid = pay_by_gateway(shop, checkout, make(customer_user.pk), "25.00", customer_user)
        assert paid["transactionEvent"]["type"] == "AUTHORIZATION_SUCCESS"
        assert withdraw() == 2500
        shop.pay_by_card(checkout, "5.00")
        answer = shop._post(
            "mutation($id: ID!) { checkoutComplete(id: $id) { order { id } errors { code } } }",
            user=customer_user,
            id=checkout,
        )["checkoutComplete"]
        assert answer == {"order": None, "errors": [{"code": "CHECKOUT_NOT_FULLY_PAID"}]}

    def test_a_card_that_paid_by_gateway_is_spent(shop, customer_user, checkout):
        pay_by_gateway(shop, checkout, make(customer_user.pk), "25.00", customer_user)
        shop.pay_by_card(checkout, "5.00")
        fact = host().order(shop.complete(checkout, customer_user)["id"])
        assert (fact.paid_by_gift_card, fact.total_gross) == (2500, 3000)
        assert withdraw() == 0
        assert GiftCard.objects.get().current_balance_amount == 0
