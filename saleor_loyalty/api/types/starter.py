"""Programmes to begin with, as an answer."""

from dataclasses import dataclass
from typing import Any

import graphene

from ...flows.starter_recipes import Starter
from ...flows.starters import Trial, Tried
from ..scalars import LoyaltyInteger, LoyaltyJSON
from .money import LoyaltyMoney, MoneyView
from .recent_order import LoyaltyRecentOrder, RecentOrderView

_STARTERS = {
    "points": "Points for money, and points that pay.",
    "growth_tiers": "The same, with New, Growth and VIP by growth value.",
    "spend_tiers": "The same, with Silver and Gold by money spent in a year.",
    "membership": "The same, with a membership that is sold as a product.",
}

LoyaltyStarterKind = graphene.Enum(
    "LoyaltyStarterKind",
    [(starter.name, starter.value) for starter in Starter],
    description=lambda value: None if value is None else _STARTERS[value.value],
)


@dataclass(frozen=True, slots=True)
class StarterView:
    kind: str
    # As `flows.setup` takes it.
    document: dict[str, Any]
    plan: dict[str, Any] | None

    @property
    def programme(self) -> dict[str, Any]:
        config: dict[str, Any] = self.document["programmes"][0]["config"]
        return config

    @property
    def ladder(self) -> dict[str, Any] | None:
        return self.document.get("ladder")

    @property
    def needs_variant(self) -> bool:
        return self.plan is not None


class LoyaltyStarter(graphene.ObjectType):
    """A programme to begin with, filled in with the currencies of the shop's channels."""

    kind = LoyaltyStarterKind(required=True)
    programme = LoyaltyJSON(required=True, description="Its config, as it would be put in force.")
    ladder = LoyaltyJSON(description="Null: it has no tiers.")
    plan = LoyaltyJSON(description="Null: it has no membership.")
    needs_variant = graphene.Boolean(
        required=True, description="Whether the variant that sells the membership is to be chosen."
    )


@dataclass(frozen=True, slots=True)
class TrialView:
    trial: Trial
    language: str
    with_person: bool

    @property
    def customers(self) -> int:
        return self.trial.customers

    @property
    def points(self) -> int:
        return self.trial.points

    @property
    def worth(self) -> list[MoneyView]:
        return [MoneyView(money, self.language) for money in self.trial.worth]

    @property
    def orders(self) -> list["TriedView"]:
        return [TriedView(one, self.language, self.with_person) for one in self.trial.orders]


@dataclass(frozen=True, slots=True)
class TriedView:
    tried: Tried
    language: str
    with_person: bool

    @property
    def order(self) -> RecentOrderView:
        return RecentOrderView(self.tried.order, self.language, self.with_person)

    @property
    def points(self) -> int:
        return self.tried.points

    @property
    def growth(self) -> int:
        return self.tried.growth


class LoyaltyStarterOrder(graphene.ObjectType):
    """A past order, and what it would have earned for somebody new."""

    order = graphene.Field(LoyaltyRecentOrder, required=True)
    points = LoyaltyInteger(required=True)
    growth = LoyaltyInteger(required=True)


class LoyaltyStarterPreview(graphene.ObjectType):
    """What past orders of the shop would have earned. Nothing is kept."""

    customers = graphene.Int(required=True, description="By their e-mail addresses.")
    points = LoyaltyInteger(required=True, description="All orders together.")
    worth = graphene.List(
        graphene.NonNull(LoyaltyMoney),
        required=True,
        description="What these points would have paid, by currency of the orders.",
    )
    orders = graphene.List(
        graphene.NonNull(LoyaltyStarterOrder), required=True, description="Newest first."
    )
