"""How an award was computed, as an answer."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

import graphene

from ...features.earning.decide import Part, PassedOver
from ...features.earning.rules import SHIPPING, Breakdown, LineShare
from ...flows.terms import Catalogue
from ...values.money import Money
from ...values.points import Unit
from ...values.texts import Texts
from ..loaders import ALL, TermsInForce, loader
from ..rule_texts import cut_text, passed_over_text
from ..scalars import LoyaltyDecimal, LoyaltyInteger
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
    def passed_over(self) -> list["PassedOverView"]:
        return [PassedOverView(one, self) for one in self.breakdown.passed_over]

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
    def shares(self) -> list[int]:
        return list(self.part.shares)

    @property
    def exact(self) -> Decimal | None:
        """Before it was rounded down and cut."""
        part = self.part
        if not part.counted:
            return None
        if part.rate is not None:
            points, minor = part.rate
            exact = Fraction(part.counted * points, minor)
        else:
            exact = Fraction(part.counted * ((part.percent or 100) - 100), 100)
        return _in_hundredths(exact)

    @property
    def cut(self) -> int:
        return self.part.cut

    @property
    def cut_text(self) -> str | None:
        part = self.part
        return cut_text(part.cut_by, self.award.language_code) if part.cut else None

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
class PassedOverView:
    passed: PassedOver
    award: AwardView

    @property
    def rule(self) -> str:
        return self.passed.rule

    @property
    def why(self) -> str:
        return self.passed.why

    @property
    def condition(self) -> str | None:
        return self.passed.failed.get("kind")

    @property
    def text(self) -> str:
        return passed_over_text(
            self.passed.why,
            self.passed.failed,
            self.award.breakdown.currency,
            self.award.language_code,
        )


def _in_hundredths(exact: Fraction) -> Decimal:
    return Decimal(exact.numerator * 100 // exact.denominator).scaleb(-2)


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

    rule = graphene.String(
        description=(
            "The rule's slug; tier:gold or plan:plus for what the member's tier or plan brings."
            " Null for the programme's own rate."
        )
    )
    name = graphene.String(description="What the merchant calls it, in the member's language.")
    kind = LoyaltyAwardPartKind(required=True)
    text = graphene.String(required=True, description="How it counts, in the member's language.")
    points = LoyaltyInteger(required=True)
    shares = graphene.List(
        graphene.NonNull(LoyaltyInteger),
        required=True,
        description="What of them each of `lines` holds, in their order.",
    )
    exact = LoyaltyDecimal(
        description="Before rounding and limits, in hundredths. Null where nothing is rounded."
    )
    cut = LoyaltyInteger(
        required=True, description="So many were not given, because a limit was reached."
    )
    cut_text = graphene.String(description="Which limit, in the member's language.")

    @staticmethod
    def resolve_name(view: PartView, info: object) -> Any:
        if view.part.name:
            return Texts(dict(view.part.name)).get(view.award.language_code)
        return _name_of(view.rule, view.award, info) if view.rule is not None else None


class LoyaltyAwardPassedOver(graphene.ObjectType):
    """A rule that brought nothing, and why."""

    rule = graphene.String(required=True, description="The rule's slug.")
    name = graphene.String(description="What the merchant calls it, in the member's language.")
    why = graphene.String(required=True, description="condition, group, currency, nothing_earned.")
    condition = graphene.String(description="The kind of the first condition that failed.")
    text = graphene.String(required=True, description="The same in the member's language.")

    @staticmethod
    def resolve_name(view: PassedOverView, info: object) -> Any:
        return _name_of(view.rule, view.award, info)


def _name_of(rule: str, award: AwardView, info: object) -> Any:
    def name(catalogue: Catalogue) -> str | None:
        texts = catalogue.name_of_rule(award.version_id, rule)
        return texts.get(award.language_code) or None if texts is not None else None

    return loader(info, TermsInForce).load(ALL).then(name)


class LoyaltyAward(graphene.ObjectType):
    """How an award was computed: what each rule brought, shared over the lines."""

    parts = graphene.List(graphene.NonNull(LoyaltyAwardPart), required=True)
    passed_over = graphene.List(
        graphene.NonNull(LoyaltyAwardPassedOver),
        required=True,
        description="The rules that brought nothing.",
    )
    basis = graphene.Field(
        LoyaltyMoney, description="The money that earned. Null for an event, which has none."
    )
    points = LoyaltyInteger(required=True)
    lines = graphene.List(graphene.NonNull(LoyaltyAwardLine), required=True)
