"""How an award was computed, as an answer."""

from dataclasses import dataclass

import graphene

from ...features.earning.rules import SHIPPING, Breakdown, LineShare
from ...values.money import Money
from ..scalars import LoyaltyInteger
from ..texts import excluded_text, rate_text, shipping_text
from .money import LoyaltyMoney, MoneyView


@dataclass(frozen=True, slots=True)
class AwardView:
    breakdown: Breakdown
    language_code: str

    @property
    def rule(self) -> str:
        return rate_text(self.rate_points, self.rate_amount.money, self.language_code)

    @property
    def rate_points(self) -> int:
        return self.breakdown.rate_points

    @property
    def rate_amount(self) -> MoneyView:
        return self.money(self.breakdown.rate_minor)

    @property
    def basis(self) -> MoneyView:
        return self.money(self.breakdown.basis)

    @property
    def points(self) -> int:
        return self.breakdown.points

    @property
    def lines(self) -> list["LineView"]:
        return [LineView(line, self) for line in self.breakdown.lines]

    def money(self, minor: int) -> MoneyView:
        return MoneyView(Money(minor, self.breakdown.currency), self.language_code)


@dataclass(frozen=True, slots=True)
class LineView:
    line: LineShare
    award: AwardView

    @property
    def name(self) -> str:
        if self.line.line_id == SHIPPING:
            return shipping_text(self.award.language_code)
        return self.line.name

    @property
    def quantity(self) -> int:
        return self.line.quantity

    @property
    def paid(self) -> MoneyView:
        return self.award.money(self.line.money)

    @property
    def basis(self) -> MoneyView:
        return self.award.money(self.line.basis)

    @property
    def points(self) -> int:
        return self.line.points

    @property
    def excluded(self) -> str | None:
        return self.line.excluded or None

    @property
    def excluded_text(self) -> str | None:
        code = self.line.excluded
        return excluded_text(code, self.award.language_code) if code else None


class LoyaltyAwardLine(graphene.ObjectType):
    """What one line of an order brought."""

    name = graphene.String(required=True)
    quantity = graphene.Int(required=True)
    paid = graphene.Field(LoyaltyMoney, required=True, description="What money paid for it.")
    basis = graphene.Field(LoyaltyMoney, required=True, description="The part that earns.")
    points = LoyaltyInteger(required=True, description="Its share of the award.")
    excluded = graphene.String(
        description="Why it earns nothing: gift_card, sale, product, category, collection."
    )
    excluded_text = graphene.String(description="The same in the member's language.")


class LoyaltyAward(graphene.ObjectType):
    """How an award was computed: the basis at the rate, rounded down, shared over the lines."""

    rule = graphene.String(required=True, description="The rate, in the member's language.")
    rate_points = LoyaltyInteger(required=True, description="So many points …")
    rate_amount = graphene.Field(
        LoyaltyMoney, required=True, description="… for each such amount of the basis."
    )
    basis = graphene.Field(LoyaltyMoney, required=True, description="The money that earned.")
    points = LoyaltyInteger(required=True)
    lines = graphene.List(graphene.NonNull(LoyaltyAwardLine), required=True)
