"""What a checkout may take in points, as an answer."""

from dataclasses import dataclass
from typing import Any

import graphene

from ...errors import N_, Code, LoyaltyError
from ...features.spending.config import PointsMode
from ...flows.quote import CheckoutQuote
from ...values.money import Money
from ...values.voice import voice_of
from ..errors import LoyaltyErrorCode, refusing
from ..ids import to_global
from ..scalars import LoyaltyInteger
from .money import LoyaltyMoney, MoneyView


@dataclass(frozen=True, slots=True)
class QuoteView:
    quote: CheckoutQuote
    language_code: str

    @property
    def checkout_id(self) -> str:
        return to_global("Checkout", self.quote.checkout.checkout_id)

    @property
    def currency(self) -> str:
        return self.quote.checkout.currency

    @property
    def available_points(self) -> int:
        return self.quote.available

    @property
    def minimum_points(self) -> int:
        return self.quote.limits.minimum

    @property
    def maximum_points(self) -> int:
        return self.quote.limits.maximum

    @property
    def step(self) -> int:
        return self.quote.limits.step

    @property
    def maximum_amount(self) -> MoneyView:
        return self.worth(self.maximum_points)

    @property
    def used_points(self) -> int:
        return self.quote.held_points

    @property
    def used_amount(self) -> MoneyView:
        return self.money(self.quote.held_amount)

    @property
    def earn_points(self) -> int:
        return self.quote.earn_points

    @property
    def earn_growth(self) -> int:
        return self.quote.earn_growth

    @property
    def refusal(self) -> str | None:
        refusal = self.quote.limits.refusal
        return refusal.value if refusal else None

    @property
    def refusal_message(self) -> str | None:
        message = self.quote.limits.message
        return voice_of(self.language_code).message(message) if message else None

    @property
    def mode(self) -> str:
        return self.quote.mode.value

    @property
    def notice(self) -> str | None:
        return voice_of(self.language_code).say(self.quote.notice) if self.quote.notice else None

    def worth(self, points: int) -> MoneyView:
        return self.money(self.quote.limits.worth(points))

    def money(self, minor: int) -> MoneyView:
        return MoneyView(Money(minor, self.currency), self.language_code)


LoyaltyPointsMode = graphene.Enum(
    "LoyaltyPointsMode",
    [(mode.name, mode.value) for mode in PointsMode],
    description="What points do at a checkout: pay as a transaction after tax, or make goods "
    "cheaper before tax.",
)


class LoyaltyCheckoutQuote(graphene.ObjectType):
    """How many points may be used on a checkout, and what it will bring."""

    checkout_id = graphene.ID(required=True)
    currency = graphene.String(required=True)
    available_points = LoyaltyInteger(required=True, description="What the customer can use.")
    mode = LoyaltyPointsMode(required=True, description="What points do at this checkout.")
    minimum_points = LoyaltyInteger(required=True, description="The least that may be used.")
    maximum_points = LoyaltyInteger(
        required=True,
        description="The most that may be used: on top of what is used already where points pay, "
        "in all where they make prices lower.",
    )
    step = LoyaltyInteger(required=True, description="Points are used in multiples of this.")
    maximum_amount = graphene.Field(
        LoyaltyMoney, required=True, description="What the most points pay for."
    )
    amount = graphene.Field(
        LoyaltyMoney,
        required=True,
        points=LoyaltyInteger(required=True),
        description="What so many points pay for: the amount to initialise the payment with, or "
        "what comes off the prices.",
    )
    used_points = LoyaltyInteger(required=True, description="Set aside for this checkout already.")
    used_amount = graphene.Field(LoyaltyMoney, required=True, description="What those pay for.")
    earn_points = LoyaltyInteger(
        required=True, description="What the order would bring if it were paid now."
    )
    earn_growth = LoyaltyInteger(required=True, description="The same in growth.")
    refusal = LoyaltyErrorCode(description="Why no points can be used. Null where they can.")
    refusal_message = graphene.String(description="The same for people, in their language.")
    notice = graphene.String(
        description="Why points that were chosen do not make it cheaper any more, for people, in "
        "their language. Null where nothing happened, or the shopper did it."
    )

    @staticmethod
    @refusing
    def resolve_amount(view: QuoteView, _info: Any, points: int) -> MoneyView:
        if points < 0:
            raise LoyaltyError(
                Code.INVALID, N_("A number of points is not negative."), field="points"
            )
        return view.worth(points)
