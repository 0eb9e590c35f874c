from decimal import Decimal

import pytest

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.values.money import Money, currency_digits, money_from_decimal


@pytest.mark.parametrize(
    ("amount", "currency", "minor"),
    [("19.99", "USD", 1999), ("7498", "JPY", 7498), ("1.234", "KWD", 1234), ("0", "EUR", 0)],
)
def test_money_is_minor_units_both_ways(amount: str, currency: str, minor: int) -> None:
    assert money_from_decimal(Decimal(amount), currency) == Money(minor, currency)
    assert Money(minor, currency).decimal == Decimal(amount)


@pytest.mark.parametrize(("amount", "currency"), [("0.001", "USD"), ("0.5", "JPY")])
def test_more_digits_than_the_currency_has_are_refused(amount: str, currency: str) -> None:
    with pytest.raises(LoyaltyError) as refusal:
        money_from_decimal(Decimal(amount), currency)
    assert refusal.value.code is Code.INVALID


def test_an_unknown_currency_is_refused_and_not_taken_for_two_digits() -> None:
    with pytest.raises(LoyaltyError) as refusal:
        currency_digits("UDS")
    assert refusal.value.code is Code.CURRENCY_NOT_SUPPORTED


def test_two_currencies_do_not_add_up() -> None:
    with pytest.raises(LoyaltyError) as refusal:
        Money(1, "USD") + Money(1, "EUR")
    assert refusal.value.code is Code.INVALID
