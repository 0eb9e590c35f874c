"""Saleor's decimals and this package's minor units."""

from decimal import ROUND_HALF_UP, Decimal

from ..values.money import Money, currency_digits


def to_minor(amount: Decimal | None, currency: str) -> int:
    """Minor units of the currency, a half rounded up.

    Saleor keeps three digits for every currency; imported orders may have more than are real.
    """
    scaled = (amount or Decimal(0)).scaleb(currency_digits(currency))
    return int(scaled.to_integral_value(ROUND_HALF_UP))


def to_decimal(minor: int, currency: str) -> Decimal:
    return Money(minor, currency).decimal
