"""What is in a member's accounts."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import graphene

from ...flows.terms import Catalogue
from ...ledger.read import Balance
from ...values.money import Money, currency_digits
from ..context import request_of
from ..errors import refusing
from ..inputs import optional_text
from ..loaders import ALL, TermsInForce, loader
from ..scalars import LoyaltyDateTime, LoyaltyInteger
from .money import LoyaltyMoney, MoneyView


@dataclass(frozen=True, slots=True)
class PointsView:
    available: int
    pending: int
    held: int
    debt: int
    expiring_points: int
    expiring_at: datetime | None
    language_code: str


def points_view(balance: Balance, language_code: str) -> PointsView:
    return PointsView(
        available=balance.available,
        pending=balance.pending,
        held=balance.held,
        debt=balance.debt,
        expiring_points=balance.expiring,
        expiring_at=balance.expires_at,
        language_code=language_code,
    )


class LoyaltyPointsBalance(graphene.ObjectType):
    """Points: earned, spent, and gone one day."""

    available = LoyaltyInteger(required=True, description="Can be used now.")
    pending = LoyaltyInteger(
        required=True, description="Earned, but not to be used before a moment or an event."
    )
    held = LoyaltyInteger(required=True, description="Set aside for an open checkout.")
    debt = LoyaltyInteger(
        required=True, description="Owed after a refund; what comes next pays it first."
    )
    expiring_points = LoyaltyInteger(
        required=True, description="So many of the available ones go first."
    )
    expiring_at = LoyaltyDateTime(description="When they go. Null where none ever does.")
    worth = graphene.Field(
        LoyaltyMoney,
        currency=graphene.String(required=True, description="ISO 4217 code."),
        channel=graphene.String(
            description="Slug of the channel. Without it: channels that no programme names."
        ),
        description="What the available points pay for. Null where points pay for nothing.",
    )

    @staticmethod
    @refusing
    def resolve_worth(
        points: PointsView, info: Any, currency: str, channel: str | None = None
    ) -> Any:
        # Refuses what is no currency.
        currency_digits(currency)
        slug = optional_text(channel, field="channel", longest=255)
        now = request_of(info).now

        def worth(catalogue: Catalogue) -> MoneyView | None:
            terms = catalogue.in_force(slug, now)
            rate = terms.config.spending.rates.get(currency) if terms else None
            if rate is None:
                return None
            minor = rate.rate.worth_floor(points.available)
            return MoneyView(Money(minor, currency), points.language_code)

        return loader(info, TermsInForce).load(ALL).then(worth)


class LoyaltyGrowthBalance(graphene.ObjectType):
    """Growth: moves tiers and is never spent."""

    available = LoyaltyInteger(required=True, description="Counts for tiers now.")
    pending = LoyaltyInteger(required=True, description="Will count after a moment or an event.")


class LoyaltyExpiry(graphene.ObjectType):
    """So many available points end at that moment if nobody uses them."""

    points = LoyaltyInteger(required=True)
    expires_at = LoyaltyDateTime(required=True)
