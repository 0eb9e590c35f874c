"""How orders earn, as a merchant writes it down."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated, Self
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta
from pydantic import Field, model_validator

from ...values.config import Config, Currency, Days, RateConfig


class Basis(StrEnum):
    NET = "net"
    GROSS = "gross"


class MaturityKind(StrEnum):
    """When pending points become available."""

    AT_ONCE = "at_once"
    FULFILMENT = "fulfilment"
    DAYS_AFTER_PAYMENT = "days_after_payment"
    DAYS_AFTER_FULFILMENT = "days_after_fulfilment"


class Maturity(Config):
    kind: MaturityKind = MaturityKind.AT_ONCE
    days: Days = 0

    @model_validator(mode="after")
    def _days_where_they_mean_something(self) -> Self:
        counts_days = self.kind in (
            MaturityKind.DAYS_AFTER_PAYMENT,
            MaturityKind.DAYS_AFTER_FULFILMENT,
        )
        if self.days and not counts_days:
            raise ValueError(f"days mean nothing with {self.kind}")
        return self

    def waits_for_fulfilment(self) -> bool:
        return self.kind in (MaturityKind.FULFILMENT, MaturityKind.DAYS_AFTER_FULFILMENT)

    def matures_at(self, paid_at: datetime, fulfilled_at: datetime | None) -> datetime | None:
        """The moment, or None while it is not known yet."""
        if not self.waits_for_fulfilment():
            return paid_at + timedelta(days=self.days)
        return fulfilled_at + timedelta(days=self.days) if fulfilled_at else None


class ExpiryEnd(StrEnum):
    """Whether the expiry is put off to the end of its month or year."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class Expiry(Config):
    """`months` after earning, at the programme's midnight; None: never."""

    months: Annotated[int, Field(strict=True, ge=1, le=1200)] | None = None
    end_of: ExpiryEnd = ExpiryEnd.DAY

    def expires_at(self, earned_at: datetime, zone: ZoneInfo) -> datetime | None:
        """The midnight at which the points are gone: the first moment after their last day."""
        if self.months is None:
            return None
        last_day = earned_at.astimezone(zone).replace(
            hour=0, minute=0, second=0, microsecond=0
        ) + relativedelta(months=self.months)
        match self.end_of:
            case ExpiryEnd.DAY:
                return last_day + relativedelta(days=1)
            case ExpiryEnd.MONTH:
                return last_day + relativedelta(months=1, day=1)
            case ExpiryEnd.YEAR:
                return last_day + relativedelta(years=1, month=1, day=1)


class EarningConfig(Config):
    rates: dict[Currency, RateConfig]
    growth_rates: dict[Currency, RateConfig] = {}
    basis: Basis = Basis.GROSS
    include_shipping: bool = False
    sale_items_earn: bool = True
    excluded_products: frozenset[str] = frozenset()
    excluded_categories: frozenset[str] = frozenset()
    excluded_collections: frozenset[str] = frozenset()
    excluded_customer_groups: frozenset[str] = frozenset()
    maturity: Maturity = Maturity()
    expiry: Expiry = Expiry()
