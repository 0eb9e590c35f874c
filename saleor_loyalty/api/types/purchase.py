"""A till's receipt, as an answer."""

from dataclasses import dataclass

import graphene

from ...features.earning.models import Award
from ...features.members.models import Member
from ...features.orders.models import OrderRecord
from ...values.money import Money
from ...values.points import Unit
from ..scalars import LoyaltyDateTime, LoyaltyInteger
from .money import LoyaltyMoney, MoneyView


@dataclass(frozen=True, slots=True)
class PurchaseView:
    """`points` and `growth` are what it brought and has not been taken back."""

    record: OrderRecord
    member: Member | None
    points: int
    growth: int

    @property
    def receipt_number(self) -> str:
        return self.record.number

    @property
    def paid_at(self) -> object:
        return self.record.paid_at

    @property
    def total(self) -> MoneyView:
        return self._money(self.record.total)

    @property
    def returned(self) -> MoneyView:
        return self._money(self.record.refunded)

    def _money(self, minor: int) -> MoneyView:
        language = self.member.language_code if self.member else "en"
        return MoneyView(Money(minor, self.record.currency), language)


def purchase_view(record: OrderRecord) -> PurchaseView:
    left = dict.fromkeys(Unit, 0)
    for award in Award.objects.filter(order=record):
        left[Unit(award.unit)] += award.points - award.taken_back
    return PurchaseView(record, record.member, left[Unit.POINTS], left[Unit.GROWTH])


class LoyaltyPurchase(graphene.ObjectType):
    """What was bought at a till, as far as points are concerned."""

    receipt_number = graphene.String(required=True)
    paid_at = LoyaltyDateTime(required=True)
    total = graphene.Field(LoyaltyMoney, required=True)
    returned = graphene.Field(LoyaltyMoney, required=True, description="What has come back of it.")
    points = LoyaltyInteger(required=True, description="What it brought and was not taken back.")
    growth = LoyaltyInteger(required=True, description="The same in growth.")
