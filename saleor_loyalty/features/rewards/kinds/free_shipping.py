"""A code for an order whose shipping costs nothing."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from ....events.host import Coupon as HostCoupon
from ....values.config import Currency, Positive
from .base import Ending, Way, same_currencies
from .coupon import Channels


class FreeShipping(Ending):
    """The goods must cost `minimum`, by currency in minor units."""

    kind: Literal["free_shipping"]
    currencies: Annotated[frozenset[Currency], Field(min_length=1)]
    minimum: dict[Currency, Positive] = Field(default_factory=dict)
    channels: Channels = ()

    @model_validator(mode="after")
    def _minimum_of_its_currencies(self) -> Self:
        same_currencies(self.minimum, self.currencies)
        return self

    @property
    def way(self) -> Way:
        return Way.BY_HOST

    @property
    def in_currencies(self) -> frozenset[str]:
        return self.currencies

    def coupon(
        self, currency: str, valid_until: datetime | None, name: Mapping[str, str]
    ) -> HostCoupon:
        return HostCoupon(
            kind="free_shipping",
            currency=currency,
            minimum=self.minimum.get(currency, 0),
            channels=self.channels,
            valid_until=valid_until,
            name=name,
        )
