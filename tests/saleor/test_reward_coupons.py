"""Coupons bought with points: one voucher with many codes, each its customer's, each used once.

Shipping costs 10.00 in this shop.
"""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.utils import timezone
from saleor.account.models import User
from saleor.discount.models import Voucher, VoucherCode
from saleor.order.models import Order
from saleor.product.models import Category
from shopping import gid, pk_of

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.events.host import Coupon, host

FIVE_OFF = Coupon(kind="fixed", value=500, currency="USD")


def make(user, coupon=FIVE_OFF, source="redemption:1"):
    with host().writing():
        return host().make_coupon(user.pk, coupon, source=source)


def withdraw(source="redemption:1"):
    with host().writing():
        return host().withdraw_coupon(source)


def open_checkout(shop, user, *prices, **more):
    lines = {shop.variant(price): 1 for price in prices or ("20.00",)}
    checkout = shop.checkout(lines, user, **more)["id"]
    shop.ship(checkout)
    return checkout


def use(shop, checkout, code, user=None):
    """What the total is then."""
    changed = shop.change("checkoutAddPromoCode", user, checkoutId=checkout, promoCode=code)
    return changed["totalPrice"]["gross"]["amount"]


def refusal(shop, checkout, code, user=None):
    answer = shop._post(
        "mutation($id: ID!, $code: String!) { checkoutAddPromoCode(id: $id, promoCode: $code) {"
        " errors { code } } }",
        user=user,
        id=checkout,
        code=code,
    )
    return [error["code"] for error in answer["checkoutAddPromoCode"]["errors"]]


def try_to_complete(shop, checkout, user):
    answer = shop._post(
        "mutation($id: ID!) { checkoutComplete(id: $id) { order { id } errors { code } } }",
        user=user,
        id=checkout,
    )["checkoutComplete"]
    return answer["order"], [error["code"] for error in answer["errors"]]


@pytest.mark.parametrize(
    ("coupon", "total"),
    [
        (FIVE_OFF, 25),
        (Coupon(kind="percent", value=1250, currency="USD"), 27.5),
        (Coupon(kind="free_shipping", currency="USD"), 20),
        (Coupon(kind="fixed", value=500, currency="USD", minimum=2000), 25),
        (Coupon(kind="fixed", value=5000, currency="USD"), 10),
    ],
)
def test_each_kind_takes_off_what_it_says(shop, customer_user, coupon, total):
    checkout = open_checkout(shop, customer_user)
    assert use(shop, checkout, make(customer_user, coupon), customer_user) == total
    shop.pay_by_card(checkout, str(total))
    order = shop.complete(checkout, customer_user)
    assert (order["total"]["gross"]["amount"], order["chargeStatus"]) == (total, "FULL")


def test_an_order_below_the_minimum_is_refused(shop, customer_user):
    code = make(customer_user, Coupon(kind="fixed", value=500, currency="USD", minimum=2001))
    checkout = open_checkout(shop, customer_user)
    assert refusal(shop, checkout, code, customer_user) == ["VOUCHER_NOT_APPLICABLE"]


def test_it_counts_for_the_chosen_goods_alone(shop, customer_user, category):
    below = Category.objects.create(name="Below", slug="below", parent=category)
    other = Category.objects.create(name="Other", slug="other")
    variants = [
        shop.variant("20.00", category=below),
        shop.variant("30.00", category=other),
    ]
    checkout = shop.checkout({variants[0]: 2, variants[1]: 1}, customer_user)["id"]
    shop.ship(checkout)
    of_category = Coupon(
        kind="percent", value=5000, currency="USD", category_ids=(gid("Category", category.pk),)
    )
    assert use(shop, checkout, make(customer_user, of_category, "a"), customer_user) == 60
    # An amount is taken off one piece.
    of_variant = Coupon(kind="fixed", value=500, currency="USD", variant_ids=(variants[0],))
    assert use(shop, checkout, make(customer_user, of_variant, "b"), customer_user) == 75
    nobodys = open_checkout(shop, customer_user)
    assert refusal(shop, nobodys, make(customer_user, of_variant, "c"), customer_user)


def test_it_is_taken_off_the_price_that_a_member_has_anyway(shop, customer_user):
    shop.give_tier(customer_user, 1000)
    variants = [shop.variant("20.00"), shop.variant("30.00")]
    checkout = shop.checkout({variants[0]: 2, variants[1]: 1}, customer_user)["id"]
    assert shop.ship(checkout)["totalPrice"]["gross"]["amount"] == 73
    half = Coupon(kind="percent", value=5000, currency="USD", variant_ids=(variants[0],))
    assert use(shop, checkout, make(customer_user, half), customer_user) == 55
    shop.pay_by_card(checkout, "55.00")
    order = shop.complete(checkout, customer_user)
    totals = sorted(line["totalPrice"]["gross"]["amount"] for line in order["lines"])
    assert (totals, order["chargeStatus"]) == ([18, 27], "FULL")


def test_what_names_nothing_that_is_there_is_not_made(shop, customer_user):
    for coupon in (
        Coupon(kind="fixed", value=5, currency="USD", product_ids=(gid("Product", 4711),)),
        Coupon(kind="fixed", value=5, currency="USD", product_ids=("nonsense",)),
        Coupon(kind="fixed", value=5, currency="USD", channels=("no-such-channel",)),
        Coupon(kind="fixed", value=5, currency="CHF"),
    ):
        with pytest.raises(LoyaltyError) as refused:
            make(customer_user, coupon)
        assert refused.value.code is Code.INVALID
    assert not Voucher.objects.exists()


def test_one_voucher_has_the_codes_of_many(shop, customer_user, customer_user2):
    codes = {
        make(user, source=f"redemption:{n}")
        for n, user in enumerate([customer_user, customer_user2, customer_user])
    }
    assert len(codes) == 3
    assert set(Voucher.objects.get().codes.values_list("code", flat=True)) == codes
    # One that was used, and one that was withdrawn, leave the others good.
    checkout = open_checkout(shop, customer_user)
    first, second = (
        make(customer_user, source="redemption:0"),
        make(customer_user, source="redemption:2"),
    )
    use(shop, checkout, first, customer_user)
    shop.pay_by_card(checkout, "25.00")
    shop.complete(checkout, customer_user)
    assert withdraw("redemption:1")
    another = open_checkout(shop, customer_user)
    assert refusal(shop, another, first, customer_user) == ["INVALID"]
    assert use(shop, another, second, customer_user) == 25


def test_other_terms_another_end_and_another_name_are_other_vouchers(shop, customer_user):
    noon = datetime(2030, 5, 5, 12, tzinfo=UTC)
    for number, coupon in enumerate(
        [
            FIVE_OFF,
            Coupon(kind="fixed", value=501, currency="USD"),
            Coupon(kind="fixed", value=500, currency="USD", name={"en": "Five", "de": "Fünf"}),
            Coupon(kind="fixed", value=500, currency="USD", valid_until=noon),
            Coupon(kind="fixed", value=500, currency="USD", valid_until=noon + timedelta(hours=1)),
        ]
    ):
        make(customer_user, coupon, f"redemption:{number}")
    ends = list(Voucher.objects.order_by("pk").values_list("end_date", flat=True))
    assert ends == [None, None, None, datetime(2030, 5, 6, tzinfo=UTC)]
    named = Voucher.objects.get(name="Five")
    assert named.translations.get(language_code="de").name == "Fünf"


def test_the_same_source_has_the_same_code_whatever_became_of_it(shop, customer_user):
    first = make(customer_user)
    assert make(customer_user) == first
    assert withdraw()
    assert make(customer_user) == first
    assert VoucherCode.objects.get().is_active is False


def test_nobody_else_can_use_it(shop, customer_user, customer_user2):
    code = make(customer_user)
    for user in (customer_user2, None, shop.staff):
        checkout = open_checkout(shop, user)
        assert refusal(shop, checkout, code, user) == ["VOUCHER_NOT_APPLICABLE"]
    # To know the e-mail of the customer is not to be the customer.
    guests = open_checkout(shop, None, email=customer_user.email)
    assert refusal(shop, guests, code) == ["VOUCHER_NOT_APPLICABLE"]


def test_a_checkout_that_is_handed_on_loses_it(shop, customer_user):
    checkout = open_checkout(shop, customer_user)
    use(shop, checkout, make(customer_user), customer_user)
    left = shop.change("checkoutCustomerDetach", customer_user, id=checkout)
    assert (left["voucherCode"], left["totalPrice"]["gross"]["amount"]) == (None, 30)


def test_it_ends_with_its_last_day(shop, customer_user):
    yesterday = Coupon(
        kind="fixed", value=500, currency="USD", valid_until=timezone.now() - timedelta(days=1)
    )
    code = make(customer_user, yesterday)
    assert refusal(shop, open_checkout(shop, customer_user), code, customer_user) == ["INVALID"]


def test_withdrawn_it_is_refused_also_where_it_had_been_applied(shop, customer_user):
    code = make(customer_user)
    checkout = open_checkout(shop, customer_user)
    use(shop, checkout, code, customer_user)
    shop.pay_by_card(checkout, "25.00")
    assert withdraw()
    assert withdraw()
    order, errors = try_to_complete(shop, checkout, customer_user)
    assert order is None
    assert errors
    assert refusal(shop, open_checkout(shop, customer_user), code, customer_user) == ["INVALID"]
    assert not Order.objects.exists()


def test_used_it_stays_used_also_when_the_order_is_cancelled(shop, customer_user):
    code = make(customer_user)
    checkout = open_checkout(shop, customer_user)
    use(shop, checkout, code, customer_user)
    shop.pay_by_card(checkout, "25.00")
    order = shop.complete(checkout, customer_user)
    assert not withdraw()
    shop.of_order("orderCancel", order["id"])
    assert not withdraw()
    assert refusal(shop, open_checkout(shop, customer_user), code, customer_user) == ["INVALID"]


def test_what_was_never_made_is_withdrawn(shop):
    assert withdraw("redemption:none")


def test_two_checkouts_completed_at_once_use_it_once(shop, customer_user):
    """On two connections. Saleor alone makes two orders at the reduced price."""
    code = make(customer_user)
    checkouts = [open_checkout(shop, customer_user) for _ in range(2)]
    for checkout in checkouts:
        use(shop, checkout, code, customer_user)
        shop.pay_by_card(checkout, "25.00")
    barrier = Barrier(2)

    def complete(checkout):
        barrier.wait(timeout=20)
        try:
            return try_to_complete(shop, checkout, User.objects.get(pk=customer_user.pk))
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(complete, checkouts))
    assert [bool(order) for order, _ in answers].count(True) == 1
    assert [errors for order, errors in answers if order is None] == [["VOUCHER_NOT_APPLICABLE"]]
    assert Order.objects.get().voucher_code == code
    assert not withdraw()


def test_withdrawing_against_completing_gives_one_of_both(shop, customer_user):
    code = make(customer_user)
    checkout = open_checkout(shop, customer_user)
    use(shop, checkout, code, customer_user)
    shop.pay_by_card(checkout, "25.00")
    barrier = Barrier(2)

    def run(work):
        barrier.wait(timeout=20)
        try:
            return work()
        except LoyaltyError as refused:
            return refused.code
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        completing = pool.submit(
            run, lambda: try_to_complete(shop, checkout, User.objects.get(pk=customer_user.pk))
        )
        withdrawing = pool.submit(run, withdraw)
        (order, _), withdrawn = completing.result(), withdrawing.result()
    assert bool(order) == Order.objects.exists()
    assert withdrawn is not True if order else withdrawn is True


def test_a_completion_that_failed_gives_it_back(shop, customer_user):
    """Saleor alone leaves a single-use code used up, though there is no order."""
    from saleor.warehouse.models import Stock

    code = make(customer_user)
    variant = shop.variant("20.00")
    checkout = shop.checkout({variant: 1}, customer_user)["id"]
    shop.ship(checkout)
    use(shop, checkout, code, customer_user)
    shop.pay_by_card(checkout, "25.00")
    Stock.objects.filter(product_variant_id=pk_of(variant)).update(quantity=0)
    order, errors = try_to_complete(shop, checkout, customer_user)
    assert (order, errors) == (None, ["INSUFFICIENT_STOCK"])
    assert VoucherCode.objects.get().is_active
    Stock.objects.filter(product_variant_id=pk_of(variant)).update(quantity=5)
    order, errors = try_to_complete(shop, checkout, customer_user)
    assert (bool(order), errors) == (True, [])
    assert not VoucherCode.objects.get().is_active
