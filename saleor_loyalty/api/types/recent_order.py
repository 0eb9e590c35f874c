"""An order of the shop's, to choose one to try something on."""

from dataclasses import dataclass
from datetime import datetime

import graphene

from ...events.facts import OrderFact
from ...values.money import Money
from ..scalars import LoyaltyDateTime
from .money import LoyaltyMoney, MoneyView


@dataclass(frozen=True, slots=True)
class RecentOrderView:
    order: OrderFact
    language_code: str
    # Whether the caller may look after members.
    with_person: bool

    @property
    def id(self) -> str:
        return self.order.order_id

    @property
    def number(self) -> str:
        return self.order.number

    @property
    def channel(self) -> str:
        return self.order.channel

    @property
    def placed_at(self) -> datetime:
        return self.order.placed_at

    @property
    def paid_at(self) -> datetime | None:
        return self.order.paid_at

    @property
    def total(self) -> MoneyView:
        return MoneyView(Money(self.order.total_gross, self.order.currency), self.language_code)

    @property
    def pieces(self) -> int:
        return sum(line.quantity for line in self.order.lines)

    @property
    def email(self) -> str | None:
        return self.order.email if self.with_person else None


class LoyaltyRecentOrder(graphene.ObjectType):
    """An order of the shop's."""

    id = graphene.ID(required=True, description="The shop's.")
    number = graphene.String(required=True)
    channel = graphene.String(required=True, description="Slug.")
    placed_at = LoyaltyDateTime(required=True)
    paid_at = LoyaltyDateTime(description="Null: not paid so far.")
    total = graphene.Field(LoyaltyMoney, required=True)
    pieces = graphene.Int(required=True)
    email = graphene.String(description="The customer's. Null without MANAGE_MEMBERS.")
