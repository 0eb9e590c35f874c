"""Money as an answer."""

from dataclasses import dataclass
from decimal import Decimal

import graphene

from ...values.money import Money
from ..scalars import LoyaltyDecimal
from ..texts import money_text


@dataclass(frozen=True, slots=True)
class MoneyView:
    """Money, and the language of whom it is shown to."""

    money: Money
    language_code: str

    @property
    def currency(self) -> str:
        return self.money.currency

    @property
    def amount(self) -> Decimal:
        return self.money.decimal

    @property
    def text(self) -> str:
        return money_text(self.money, self.language_code)


class LoyaltyMoney(graphene.ObjectType):
    """An amount of one currency."""

    currency = graphene.String(required=True, description="ISO 4217 code.")
    amount = LoyaltyDecimal(
        required=True, description="Exact, with the digits of the currency: 19.99, 1999."
    )
    text = graphene.String(
        required=True, description="As people of the member's language write it."
    )
