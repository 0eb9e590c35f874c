"""How an award was computed, as an answer."""

from dataclasses import dataclass
from typing import Any

import graphene

from ...features.earning.decide import Part
from ...features.earning.rules import SHIPPING, Breakdown, LineShare
from ...flows.terms import Catalogue
from ...values.money import Money
from ...values.points import Unit
from ..loaders import ALL, TermsInForce, loader
from ..scalars import LoyaltyInteger
from ..texts import bonus_text, excluded_text, multiplier_text, rate_text, shipping_text
from .money import LoyaltyMoney, MoneyView


@dataclass(frozen=True, slots=True)
class AwardView:
    breakdown: Breakdown
    unit: Unit
    version_id: int
    language_code: str

    @property
    def basis(self) -> MoneyView | None:
        return self.money(self.breakdown.basis) if self.breakdown.lines else None

    @property
    def points(self) -> int:
        return self.breakdown.points

    @property
    def parts(self) -> list["PartView"]:
        return [PartView(part, self) for part in self.breakdown.parts]

    @property
    def lines(self) -> list["LineView"]:
        return [LineView(line, self) for line in self.breakdown.lines]

    def money(self, minor: int) -> MoneyView:
        return MoneyView(Money(minor, self.breakdown.currency), self.language_code)


@dataclass(frozen=True, slots=True)
class PartView:
    part: Part
    award: AwardView

    @property
    def rule(self) -> str | None:
        return self.part.rule or None

    @property
    def kind(self) -> str:
        return self.part.kind

    @property
    def points(self) -> int:
        return self.part.points

    @property
    def cut(self) -> int:
        return self.part.cut

    @property
    def text(self) -> str:
        language = self.award.language_code
        if self.part.rate is not None:
            points, minor = self.part.rate
            return rate_text(points, self.award.money(minor).money, self.award.unit, language)
        if self.part.percent is not None:
            return multiplier_text(self.part.percent, language)
        return bonus_text(language)


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


_KINDS = {
    "base": "The basis at a rate, rounded down.",
    "multiplier": "A part of the base award on top.",
    "bonus": "So many on top, once.",
}


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


LoyaltyAwardPartKind = graphene.Enum(
    "LoyaltyAwardPartKind",
    [("BASE", "base"), ("MULTIPLIER", "multiplier"), ("BONUS", "bonus")],
    description=lambda value: None if value is None else _KINDS[value.value],
)


class LoyaltyAwardPart(graphene.ObjectType):
    """What one rule brought."""

    rule = graphene.String(description="The rule's slug. Null for the programme's own rate.")
    name = graphene.String(description="What the merchant calls it, in the member's language.")
    kind = LoyaltyAwardPartKind(required=True)
    text = graphene.String(required=True, description="How it counts, in the member's language.")
    points = LoyaltyInteger(required=True)
    cut = LoyaltyInteger(
        required=True, description="So many were not given, because a limit was reached."
    )

    @staticmethod
    def resolve_name(view: PartView, info: object) -> Any:
        if view.rule is None:
            return None

        def name(catalogue: Catalogue) -> str | None:
            rules = catalogue.version(view.award.version_id).config.earning.rules
            names = [rule.name for rule in rules if rule.slug == view.rule]
            return names[0].get(view.award.language_code) or None if names else None

        return loader(info, TermsInForce).load(ALL).then(name)


class LoyaltyAward(graphene.ObjectType):
    """How an award was computed: what each rule brought, shared over the lines."""

    parts = graphene.List(graphene.NonNull(LoyaltyAwardPart), required=True)
    basis = graphene.Field(
        LoyaltyMoney, description="The money that earned. Null for an event, which has none."
    )
    points = LoyaltyInteger(required=True)
    lines = graphene.List(graphene.NonNull(LoyaltyAwardLine), required=True)
