"""Points set aside, as an answer."""

from dataclasses import dataclass
from datetime import datetime
from typing import Self

import graphene

from ...features.spending.models import PointsPayment, PointsReduction
from ...ledger.models import Hold
from ...values.money import Money
from ..ids import to_global
from ..scalars import LoyaltyDateTime, LoyaltyInteger
from .money import LoyaltyMoney, MoneyView


@dataclass(frozen=True, slots=True)
class HoldView:
    """A hold that is not for a checkout has neither of the last two."""

    id: str
    points: int
    expires_at: datetime
    checkout_id: str | None
    amount: MoneyView | None

    @classmethod
    def of(cls, hold: Hold, language_code: str) -> Self:
        payment: PointsPayment | PointsReduction | None = getattr(hold, "payment", None) or getattr(
            hold, "reduction", None
        )
        return cls(
            id=to_global("LoyaltyHold", hold.key),
            points=hold.amount,
            expires_at=hold.expires_at,
            checkout_id=to_global("Checkout", payment.checkout_id) if payment else None,
            amount=(
                MoneyView(Money(payment.amount, payment.currency), language_code)
                if payment
                else None
            ),
        )


class LoyaltyHold(graphene.ObjectType):
    """Points set aside for an open checkout."""

    id = graphene.ID(required=True)
    points = LoyaltyInteger(required=True)
    expires_at = LoyaltyDateTime(required=True, description="When they are given back at last.")
    checkout_id = graphene.ID(description="The shop's id of the checkout.")
    amount = graphene.Field(LoyaltyMoney, description="What they pay of the checkout.")
