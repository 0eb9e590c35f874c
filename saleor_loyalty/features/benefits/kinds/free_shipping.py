"""Shipping that costs the member nothing."""

from typing import Literal

from pydantic import Field

from ....values.config import Currency, Id, Positive
from .base import BenefitBase, Limited


class FreeShipping(BenefitBase, Limited):
    """With a `minimum`, goods must be worth so much, in minor units, in a currency that it names.

    A currency that a minimum does not name ships as for everybody.
    """

    kind: Literal["free_shipping"]
    minimum: dict[Currency, Positive] = Field(default_factory=dict)
    # Slugs of channels and codes of countries; none: everywhere.
    channels: frozenset[Id] = frozenset()
    countries: frozenset[Id] = frozenset()

    def applies(self, goods: int, currency: str, channel: str, country: str) -> bool:
        """Whatever is left of its quota. An address without a country yet is refused nothing."""
        if self.minimum and goods < self.minimum.get(currency, goods + 1):
            return False
        if self.channels and channel not in self.channels:
            return False
        return not self.countries or not country or country in self.countries
