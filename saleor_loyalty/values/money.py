"""Money as whole minor units of one currency (cents, yen, fils)."""

from dataclasses import dataclass
from decimal import Decimal

from babel.numbers import get_currency_precision, is_currency

from ..errors import N_, Code, LoyaltyError


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
                Code.INVALID,
                N_("%(one)s and %(other)s cannot be added up."),
                one=self.currency,
                other=other.currency,
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
            Code.CURRENCY_NOT_SUPPORTED,
            N_("%(currency)s is not a currency code."),
            field="currency",
            currency=currency,
        )
    return get_currency_precision(currency)


def money_from_decimal(amount: Decimal, currency: str) -> Money:
    """Exact: raises LoyaltyError(INVALID) where the amount has more digits than the currency."""
    scaled = amount.scaleb(currency_digits(currency))
    minor = int(scaled)
    if minor != scaled:
        raise LoyaltyError(
            Code.INVALID,
            N_("%(amount)s has more digits than %(currency)s allows."),
            field="amount",
            amount=str(amount),
            currency=currency,
        )
    return Money(minor, currency)
