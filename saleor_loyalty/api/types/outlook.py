"""What it takes, as an answer."""

from collections.abc import Sequence
from dataclasses import dataclass

import graphene

from ...features.tiers.criteria import Missing
from ...flows.tier_texts import way_text
from ...values.money import Money
from ..scalars import LoyaltyInteger
from .money import LoyaltyMoney, MoneyView

_KINDS = {
    "growth": "Growth value.",
    "points": "Points earned, whatever became of them.",
    "orders": "Paid orders.",
    "spend": "Money spent.",
    "activity": "How often something was done, by the name of its event.",
}

LoyaltyMeasureKind = graphene.Enum(
    "LoyaltyMeasureKind",
    [(kind.upper(), kind) for kind in _KINDS],
    description=lambda value: None if value is None else _KINDS[value.value],
)


@dataclass(frozen=True, slots=True)
class PartView:
    part: Missing
    language_code: str

    @property
    def kind(self) -> str:
        return self.part.kind

    @property
    def event(self) -> str | None:
        return self.part.event or None

    @property
    def have(self) -> int | None:
        return self._number(self.part.have)

    @property
    def need(self) -> int | None:
        return self._number(self.part.need)

    @property
    def missing(self) -> int | None:
        return self._number(self.part.missing)

    @property
    def have_money(self) -> MoneyView | None:
        return self._money(self.part.have)

    @property
    def need_money(self) -> MoneyView | None:
        return self._money(self.part.need)

    @property
    def missing_money(self) -> MoneyView | None:
        return self._money(self.part.missing)

    def _number(self, value: int) -> int | None:
        return None if self.part.currency else value

    def _money(self, minor: int) -> MoneyView | None:
        if not self.part.currency:
            return None
        return MoneyView(Money(minor, self.part.currency), self.language_code)


@dataclass(frozen=True, slots=True)
class WayView:
    way: Sequence[Missing]
    language_code: str

    @property
    def parts(self) -> list[PartView]:
        return [PartView(part, self.language_code) for part in self.way]

    @property
    def done(self) -> bool:
        return all(not part.missing for part in self.way)

    @property
    def text(self) -> str:
        return way_text(self.way, self.language_code)


class LoyaltyWayPart(graphene.ObjectType):
    """One thing that is counted. Numbers, or money where it is money that counts."""

    kind = LoyaltyMeasureKind(required=True)
    event = graphene.String(description="Which one, where events are counted.")
    have = LoyaltyInteger()
    need = LoyaltyInteger()
    missing = LoyaltyInteger()
    have_money = graphene.Field(LoyaltyMoney)
    need_money = graphene.Field(LoyaltyMoney)
    missing_money = graphene.Field(LoyaltyMoney)


class LoyaltyWay(graphene.ObjectType):
    """One way to reach or keep a tier: all of its parts are needed."""

    parts = graphene.List(graphene.NonNull(LoyaltyWayPart), required=True)
    done = graphene.Boolean(required=True, description="Whether nothing of it is missing.")
    text = graphene.String(
        required=True,
        description="What is missing, in the member's language: purchases of $40.00 and 2 orders.",
    )
