"""Money as whole minor units of one currency (cents, yen, fils)."""

from dataclasses import dataclass
from decimal import Decimal

from babel.numbers import get_currency_precision, is_currency

from ..errors import Code, LoyaltyError


@dataclass(frozen=True, slots=True)
class Money:
    """`minor` is in minor units: 1999 USD is 19.99 dollars, 1999 JPY is 1,999 yen."""

    minor: int
    currency: str

    def __add__(self, other: "Money") -> "Money":
        self._same_currency(other)
        return Money(self.minor + other.minor, self.currency)

    def __sub__(self, other: "Money") -> "Money":
        self._same_currency(other)
        return Money(self.minor - other.minor, self.currency)

    def _same_currency(self, other: "Money") -> None:
        if self.currency != other.currency:
            raise LoyaltyError(
                Code.INVALID, f"{self.currency} and {other.currency} cannot be added up."
            )

    @property
    def decimal(self) -> Decimal:
        """The amount in major units, with the currency's own number of digits."""
        return Decimal(self.minor).scaleb(-currency_digits(self.currency))


def currency_digits(currency: str) -> int:
    """How many digits the currency has after the point (JPY 0, USD 2, KWD 3).

    Raises LoyaltyError(CURRENCY_NOT_SUPPORTED) for a code Babel does not know.
    """
    # Babel answers 2 for a code it has never heard of, which would turn a typo into money.
    if not is_currency(currency):
        raise LoyaltyError(
            Code.CURRENCY_NOT_SUPPORTED, f"{currency!r} is not a currency code.", field="currency"
        )
    return get_currency_precision(currency)


def money_from_decimal(amount: Decimal, currency: str) -> Money:
    """Exact: raises LoyaltyError(INVALID) where the amount has more digits than the currency."""
    scaled = amount.scaleb(currency_digits(currency))
    minor = int(scaled)
    if minor != scaled:
        raise LoyaltyError(
            Code.INVALID, f"{amount} has more digits than {currency} allows.", field="amount"
        )
    return Money(minor, currency)
