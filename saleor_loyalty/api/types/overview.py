"""How the programme stands, as an answer to staff."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import graphene

from ...features.figures.models import Measure
from ...flows.figures import By, Span
from ...flows.overview import Outstanding, TierCount
from ...values.money import Money
from ..language import language_of
from ..loaders import ladders_of
from ..scalars import LoyaltyDate, LoyaltyInteger
from .money import LoyaltyMoney, MoneyView
from .tier import LoyaltyTier, TierView, tier_view

LoyaltyFiguresBy = graphene.Enum("LoyaltyFiguresBy", [(by.name, by.value) for by in By])


@dataclass(frozen=True, slots=True)
class SpanView:
    """One column of a chart, or all of them together."""

    first_day: date | None
    points: dict[Measure, int]
    worth: dict[tuple[Measure, str], int]
    language_code: str

    def of(self, measure: Measure) -> int:
        return self.points.get(measure, 0)

    def money(self, measure: Measure, sign: int) -> list[MoneyView]:
        worths = sorted(self.worth.items())
        return [
            MoneyView(Money(sign * minor, currency), self.language_code)
            for (of, currency), minor in worths
            if of == measure
        ]


def span_view(span: Span, language_code: str) -> SpanView:
    return SpanView(span.first_day, span.points, span.worth, language_code)


def together(found: list[Span], language_code: str) -> SpanView:
    points: dict[Measure, int] = {}
    worth: dict[tuple[Measure, str], int] = {}
    for span in found:
        for measure, number in span.points.items():
            points[measure] = points.get(measure, 0) + number
        for key, minor in span.worth.items():
            worth[key] = worth.get(key, 0) + minor
    return SpanView(None, points, worth, language_code)


class LoyaltyFigures(graphene.ObjectType):
    """Points of some days, counted when it happened. Money is what a point was worth when it was
    earned; points that were worth nothing then have none."""

    first_day = LoyaltyDate(description="None: of all days together.")
    issued = LoyaltyInteger(required=True, description="Earned, or given by staff.")
    spent = LoyaltyInteger(required=True, description="Less what was given back.")
    expired = LoyaltyInteger(required=True)
    taken_back = LoyaltyInteger(required=True, description="After refunds; as debt too.")
    adjusted = LoyaltyInteger(required=True, description="Taken by staff.")
    issued_worth = graphene.List(graphene.NonNull(LoyaltyMoney), required=True)
    spent_worth = graphene.List(graphene.NonNull(LoyaltyMoney), required=True)
    expired_worth = graphene.List(graphene.NonNull(LoyaltyMoney), required=True)

    @staticmethod
    def resolve_issued(view: SpanView, _info: Any) -> int:
        return view.of(Measure.ISSUED)

    @staticmethod
    def resolve_spent(view: SpanView, _info: Any) -> int:
        return -view.of(Measure.SPENT)

    @staticmethod
    def resolve_expired(view: SpanView, _info: Any) -> int:
        return -view.of(Measure.EXPIRED)

    @staticmethod
    def resolve_taken_back(view: SpanView, _info: Any) -> int:
        return -view.of(Measure.TAKEN_BACK)

    @staticmethod
    def resolve_adjusted(view: SpanView, _info: Any) -> int:
        return -view.of(Measure.ADJUSTED)

    @staticmethod
    def resolve_issued_worth(view: SpanView, _info: Any) -> list[MoneyView]:
        return view.money(Measure.ISSUED, 1)

    @staticmethod
    def resolve_spent_worth(view: SpanView, _info: Any) -> list[MoneyView]:
        return view.money(Measure.SPENT, -1)

    @staticmethod
    def resolve_expired_worth(view: SpanView, _info: Any) -> list[MoneyView]:
        return view.money(Measure.EXPIRED, -1)


class LoyaltyOutstanding(graphene.ObjectType):
    """What all members have together."""

    points = LoyaltyInteger(required=True, description="Available, pending and held.")
    available = LoyaltyInteger(required=True)
    pending = LoyaltyInteger(required=True)
    held = LoyaltyInteger(required=True, description="Set aside for checkouts.")
    debt = LoyaltyInteger(required=True, description="Owed by members after refunds.")
    worth = graphene.List(
        graphene.NonNull(LoyaltyMoney), required=True, description="As when they were earned."
    )

    @staticmethod
    def resolve_worth(outstanding: Outstanding, info: Any) -> list[MoneyView]:
        return [MoneyView(money, language_of(info)) for money in outstanding.worth]


class LoyaltyTierCount(graphene.ObjectType):
    """How many members a tier has."""

    tier = graphene.Field(LoyaltyTier, description="None: those without a tier.")
    members = LoyaltyInteger(required=True)

    @staticmethod
    def resolve_tier(count: TierCount, info: Any) -> TierView | None:
        return tier_view(ladders_of(info), count.slug or None, language_of(info))
