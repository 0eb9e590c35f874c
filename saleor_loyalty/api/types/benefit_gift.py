"""What benefits gave, as an answer."""

from dataclasses import dataclass
from datetime import datetime

import graphene

from ...features.benefits.held import Held
from ...features.benefits.models import BenefitGift, GiftState
from ...values.money import Money
from ...values.texts import Texts
from ..ids import to_global
from ..members import MemberView, view_of
from ..scalars import LoyaltyDateTime, LoyaltyInteger
from .benefit import LoyaltyBenefitKind, name_in
from .money import LoyaltyMoney, MoneyView

TYPE = "LoyaltyBenefitGift"

LoyaltyBenefitGiftState = graphene.Enum(
    "LoyaltyBenefitGiftState",
    [(state.name, state.value) for state in GiftState],
    description=lambda value: None if value is None else f"{GiftState(value.value).label}.",
)


@dataclass(frozen=True, slots=True)
class GiftView:
    """`offered` is what anybody may hold: a gift is called as the benefit is called now."""

    gift: BenefitGift
    offered: list[Held]
    language_code: str

    @property
    def id(self) -> str:
        return to_global(TYPE, self.gift.public_id)

    @property
    def kind(self) -> str:
        return self.gift.kind

    @property
    def slug(self) -> str:
        return self.gift.slug

    @property
    def holder(self) -> str:
        return self.gift.holder

    @property
    def state(self) -> str:
        return self.gift.state

    @property
    def name(self) -> str:
        return name_in(self._name, self.gift.kind, self.language_code)

    @property
    def points(self) -> int | None:
        return self.gift.points or None

    @property
    def amount(self) -> MoneyView | None:
        gift = self.gift
        if not gift.amount:
            return None
        return MoneyView(Money(gift.amount, gift.currency), self.language_code)

    @property
    def code(self) -> str | None:
        return self.gift.code or None

    @property
    def valid_until(self) -> datetime | None:
        return self.gift.valid_until

    @property
    def due_at(self) -> datetime:
        return self.gift.due_at

    @property
    def given_at(self) -> datetime | None:
        return self.gift.given_at

    @property
    def withdrawn_at(self) -> datetime | None:
        return self.gift.withdrawn_at

    @property
    def withdrawn_by(self) -> str | None:
        return self.gift.withdrawn_by or None

    @property
    def withdrawn_because(self) -> str | None:
        return self.gift.withdrawn_because or None

    @property
    def member(self) -> MemberView:
        return view_of(self.gift.member)

    @property
    def _name(self) -> Texts:
        for held in self.offered:
            if held.holder == self.gift.holder:
                for benefit in held.benefits:
                    if held.slug_of(benefit) == self.gift.slug:
                        return benefit.name
        return Texts({})


class LoyaltyBenefitGift(graphene.ObjectType):
    """Something a benefit gave: a month's coupon, a birthday gift, a partner's code."""

    id = graphene.ID(required=True)
    kind = LoyaltyBenefitKind(required=True)
    slug = graphene.String(required=True, description="Of the benefit.")
    holder = graphene.String(required=True, description="Who gave it: tier:gold, plan:plus.")
    name = graphene.String(required=True, description="In the member's language.")
    state = LoyaltyBenefitGiftState(required=True)
    points = LoyaltyInteger(description="Null: it is no points.")
    amount = graphene.Field(LoyaltyMoney, description="What a coupon is worth. Null: no coupon.")
    code = graphene.String(description="To be entered at the checkout, or at the partner's.")
    valid_until = LoyaltyDateTime(description="Null: it has no end.")
    due_at = LoyaltyDateTime(required=True)
    given_at = LoyaltyDateTime(description="Null: not yet.")
