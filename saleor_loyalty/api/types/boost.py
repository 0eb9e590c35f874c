"""More points for a time, as an answer."""

from dataclasses import dataclass
from datetime import datetime

import graphene

from ...features.boosts.models import Boost
from ...values.texts import Texts
from ..scalars import LoyaltyDateTime, LoyaltyInteger


@dataclass(frozen=True, slots=True)
class BoostView:
    boost: Boost
    language_code: str

    @property
    def name(self) -> str:
        return Texts(self.boost.name).get(self.language_code)

    @property
    def percent(self) -> int:
        return self.boost.percent

    @property
    def starts_at(self) -> datetime:
        return self.boost.starts_at

    @property
    def ends_at(self) -> datetime:
        return self.boost.ends_at


class LoyaltyBoost(graphene.ObjectType):
    """More points for orders paid in its time. The best of these and of benefits counts."""

    name = graphene.String(required=True, description="What it was given for.")
    percent = LoyaltyInteger(
        required=True, description="Of the base award of points in all: 200 is double."
    )
    starts_at = LoyaltyDateTime(required=True)
    ends_at = LoyaltyDateTime(required=True)
