"""Where it was bought: channel, currency, country."""

from typing import Literal

from pydantic import Field

from ....values.config import Currency
from .base import ConditionBase, Item, Occasion


class Channel(ConditionBase):
    kind: Literal["channel"]
    any_of: frozenset[str] = Field(min_length=1)

    def holds(self, occasion: Occasion, item: Item | None) -> bool:
        return occasion.channel in self.any_of


class InCurrency(ConditionBase):
    kind: Literal["currency"]
    any_of: frozenset[Currency] = Field(min_length=1)

    def holds(self, occasion: Occasion, item: Item | None) -> bool:
        return occasion.currency in self.any_of


class Country(ConditionBase):
    """Where the goods go, by ISO 3166 code."""

    kind: Literal["country"]
    any_of: frozenset[str] = Field(min_length=1)

    def holds(self, occasion: Occasion, item: Item | None) -> bool:
        return occasion.country in self.any_of
