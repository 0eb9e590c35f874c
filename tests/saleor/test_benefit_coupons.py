"""A benefit's coupon: called as the merchant calls it, for orders that come to something."""

import pytest
from saleor.discount.models import Voucher

from saleor_loyalty.events.host import host
from tests.saleor.test_expiry_coupons import refusal

NAME = {"en": "Happy birthday", "de": "Alles Gute zum Geburtstag"}


@pytest.fixture
def code(shop, customer_user):
    """5.00 off from 30.00 on."""
    with host().writing():
        return host().issue_coupon(
            customer_user.pk,
            500,
            "USD",
            valid_until=None,
            source="gift:1",
            minimum=3000,
            name=NAME,
        )


def test_it_counts_from_its_minimum_on(shop, customer_user, code):
    variant = shop.variant("20.00")
    small = shop.checkout({variant: 1}, customer_user)["id"]
    assert refusal(shop, small, code, customer_user) == ["VOUCHER_NOT_APPLICABLE"]
    large = shop.checkout({variant: 2}, customer_user)["id"]
    before = shop.ship(large)["totalPrice"]["gross"]["amount"]
    used = shop.change("checkoutAddPromoCode", customer_user, checkoutId=large, promoCode=code)
    assert (used["voucherCode"], before - used["totalPrice"]["gross"]["amount"]) == (code, 5)


def test_it_is_called_so_in_each_language(code):
    voucher = Voucher.objects.get()
    assert voucher.name == "Happy birthday"
    assert dict(voucher.translations.values_list("language_code", "name")) == NAME


def test_a_name_that_is_too_long_for_saleor_is_cut(shop, customer_user):
    with host().writing():
        host().issue_coupon(
            customer_user.pk,
            500,
            "USD",
            valid_until=None,
            source="gift:2",
            name={"fr": "ö" * 300},
        )
    voucher = Voucher.objects.get()
    assert voucher.name == "ö" * 255
    assert voucher.translations.get().name == "ö" * 255
