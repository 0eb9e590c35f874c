"""What was bought. These pick lines: a rule earns on the lines they hold for."""

from typing import Literal

from pydantic import Field

from .base import ConditionBase, Item, Occasion


class Product(ConditionBase):
    kind: Literal["product"]
    any_of: frozenset[str] = Field(min_length=1)

    def holds(self, occasion: Occasion, item: Item | None) -> bool:
        return item is not None and item.product_id in self.any_of


class Variant(ConditionBase):
    kind: Literal["variant"]
    any_of: frozenset[str] = Field(min_length=1)

    def holds(self, occasion: Occasion, item: Item | None) -> bool:
        return item is not None and item.variant_id in self.any_of


class Category(ConditionBase):
    """The product's category or one above it."""

    kind: Literal["category"]
    any_of: frozenset[str] = Field(min_length=1)

    def holds(self, occasion: Occasion, item: Item | None) -> bool:
        return item is not None and not self.any_of.isdisjoint(item.category_ids)


class Collection(ConditionBase):
    kind: Literal["collection"]
    any_of: frozenset[str] = Field(min_length=1)

    def holds(self, occasion: Occasion, item: Item | None) -> bool:
        return item is not None and not self.any_of.isdisjoint(item.collection_ids)


class OnSale(ConditionBase):
    """The line has a sale price of the shop's own."""

    kind: Literal["on_sale"]

    def holds(self, occasion: Occasion, item: Item | None) -> bool:
        return item is not None and item.on_sale
