"""What expired points became, as an answer."""

from dataclasses import dataclass
from datetime import datetime

import graphene

from ...features.expiry.models import ExpiryConversion
from ...values.money import Money
from ..scalars import LoyaltyDateTime, LoyaltyInteger
from .money import LoyaltyMoney, MoneyView


@dataclass(frozen=True, slots=True)
class ConversionView:
    conversion: ExpiryConversion
    language_code: str

    @property
    def points(self) -> int:
        return self.conversion.points

    @property
    def amount(self) -> MoneyView:
        money = Money(self.conversion.value, self.conversion.currency)
        return MoneyView(money, self.language_code)

    @property
    def code(self) -> str | None:
        return self.conversion.code or None

    @property
    def valid_until(self) -> datetime | None:
        return self.conversion.valid_until

    @property
    def converted_at(self) -> datetime:
        return self.conversion.created_at


class LoyaltyConversion(graphene.ObjectType):
    """Points that expired and became a coupon."""

    points = LoyaltyInteger(required=True)
    amount = graphene.Field(LoyaltyMoney, required=True, description="What the coupon is worth.")
    code = graphene.String(description="Of the coupon. Null until the shop has made it.")
    valid_until = LoyaltyDateTime()
    converted_at = LoyaltyDateTime(required=True)
