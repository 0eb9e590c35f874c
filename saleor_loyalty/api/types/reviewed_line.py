"""What a review is about, as an answer to staff."""

from dataclasses import dataclass
from datetime import datetime

import graphene

from ...flows.review_outlook import ReviewedLine
from ...values.money import Money
from ..scalars import LoyaltyDateTime
from .money import LoyaltyMoney, MoneyView


@dataclass(frozen=True, slots=True)
class ReviewedLineView:
    bought: ReviewedLine
    language: str

    @property
    def order_number(self) -> str:
        return self.bought.order.number

    @property
    def placed_at(self) -> datetime:
        return self.bought.order.placed_at

    @property
    def quantity(self) -> int:
        return self.bought.line.quantity

    @property
    def total(self) -> MoneyView:
        money = Money(self.bought.line.gross, self.bought.order.currency)
        return MoneyView(money, self.language)

    @property
    def kept(self) -> bool:
        return self.bought.kept


class LoyaltyReviewedLine(graphene.ObjectType):
    """The line of an order that a review is about."""

    order_number = graphene.String(required=True)
    placed_at = LoyaltyDateTime(required=True)
    quantity = graphene.Int(required=True)
    total = graphene.Field(
        LoyaltyMoney, required=True, description="Of the line, gross, after every discount."
    )
    kept = graphene.Boolean(
        required=True, description="False: all of it, or all its money, went back."
    )
