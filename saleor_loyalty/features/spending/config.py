"""How points pay, as a merchant writes it down."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from ...values.config import Config, Currency, Positive, RateConfig


class AfterExpiry(StrEnum):
    """What becomes of refunded points whose lot has expired meanwhile."""

    EXTEND = "extend"
    FORFEIT = "forfeit"


class PointsMode(StrEnum):
    """What points do at the checkout."""

    # Money after tax: the order costs what it costs, and a part of it is paid by points.
    PAYMENT = "payment"
    # Lower prices before tax: the order costs less.
    PRICE_REDUCTION = "price_reduction"


class SpendingConfig(Config):
    """How points pay. Rates: 100 points for 100 minor units is "100 points = 1.00"."""

    mode: PointsMode = PointsMode.PAYMENT
    # For channels that do otherwise, by their slug.
    mode_by_channel: dict[str, PointsMode] = {}
    rates: dict[Currency, RateConfig] = {}
    minimum: Positive = 1
    multiple: Positive = 1
    # Hundredths of a percent of the lines (and shipping, if it counts) that points may pay.
    # Where they reduce prices: of the goods before vouchers; shipping never counts.
    max_share: Annotated[int, Field(strict=True, ge=1, le=10_000)] = 10_000
    include_shipping: bool = True
    hold_minutes: Annotated[int, Field(strict=True, ge=1, le=10_080)] = 60
    after_expiry: AfterExpiry = AfterExpiry.EXTEND
    extend_days: Annotated[int, Field(strict=True, ge=1, le=3_650)] = 30

    def mode_in(self, channel: str) -> PointsMode:
        return self.mode_by_channel.get(channel, self.mode)

    def extend_until(self, now: datetime) -> datetime | None:
        """Until when points live whose lot expired while they were spent; None: forfeited."""
        if self.after_expiry is AfterExpiry.FORFEIT:
            return None
        return now + timedelta(days=self.extend_days)
