"""What has expired, as a voucher that Saleor takes off a real checkout, once."""

from datetime import timedelta

from django.utils import timezone
from saleor.discount.models import Voucher

from saleor_loyalty.events.host import host


def issue(user, amount=500, source="expiry:1/2", days=30):
    with host().writing():
        return host().issue_coupon(
            user.pk,
            amount,
            "USD",
            valid_until=timezone.now() + timedelta(days=days),
            source=source,
        )


def refusal(shop, checkout, code, user):
    answer = shop._post(
        "mutation($id: ID!, $code: String!) { checkoutAddPromoCode(id: $id, promoCode: $code) {"
        " errors { code } } }",
        user=user,
        id=checkout,
        code=code,
    )
    return [error["code"] for error in answer["checkoutAddPromoCode"]["errors"]]


def test_it_is_taken_off_one_order_of_the_customer(shop, customer_user):
    variant = shop.variant("20.00")
    code = issue(customer_user)
    checkout = shop.checkout({variant: 1}, customer_user)["id"]
    before = shop.ship(checkout)["totalPrice"]["gross"]["amount"]
    used = shop.change("checkoutAddPromoCode", customer_user, checkoutId=checkout, promoCode=code)
    total = used["totalPrice"]["gross"]["amount"]
    assert (used["voucherCode"], before - total) == (code, 5)
    shop.pay_by_card(checkout, str(total))
    order = shop.complete(checkout, customer_user)
    assert (order["total"]["gross"]["amount"], order["chargeStatus"]) == (total, "FULL")

    another = shop.checkout({variant: 1}, customer_user)["id"]
    assert refusal(shop, another, code, customer_user) == ["INVALID"]


def test_it_ends_and_is_made_once(shop, customer_user):
    first, again = (issue(customer_user) for _ in range(2))
    other = issue(customer_user, source="expiry:1/3", days=-1)
    assert first == again != other
    assert Voucher.objects.count() == 2
    checkout = shop.checkout({shop.variant("20.00"): 1}, customer_user)["id"]
    assert refusal(shop, checkout, other, customer_user) == ["INVALID"]
    assert refusal(shop, checkout, first, customer_user) == []


def test_it_counts_in_every_channel_of_its_currency(shop, customer_user, channel_PLN):
    issue(customer_user, amount=1234)
    listing = Voucher.objects.get().channel_listings.get()
    assert (listing.channel.currency_code, str(listing.discount_value)) == ("USD", "12.340")
