"""What a benefit is. Pure: what a merchant writes down, and what can be asked of it."""

from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from ....errors import N_, FaultError
from ....values.config import Config, Id
from ....values.slug import Slug
from ....values.texts import Texts
from ..items import Item
from ..periods import Per

Times = Annotated[int, Field(strict=True, ge=1, le=10_000)]
ValidDays = Annotated[int, Field(strict=True, ge=1, le=3_650)]


class BenefitBase(Config):
    """One kind of benefit. A new kind is one small file and one line in the registry.

    Of one tier's (or plan's) benefits of the same kind each needs a slug of its own. Tiers give the
    same benefit where the slug is the same: who moves from one to the next has it once.
    """

    kind: str
    # The kind, if it is not given.
    slug: Slug
    # What members are told, by language.
    name: Texts = Texts({})
    description: Texts = Texts({})

    @model_validator(mode="before")
    @classmethod
    def _slug_is_the_kind(cls, data: Any) -> Any:
        if isinstance(data, dict) and "slug" not in data and "kind" in data:
            return {**data, "slug": data["kind"]}
        return data


class Goods(Config):
    """Which goods a benefit is for: any of these; none given: all."""

    products: frozenset[Id] = frozenset()
    variants: frozenset[Id] = frozenset()
    categories: frozenset[Id] = frozenset()
    collections: frozenset[Id] = frozenset()

    @property
    def all_goods(self) -> bool:
        return not (self.products or self.variants or self.categories or self.collections)

    def covers(self, item: Item) -> bool:
        """A category covers those below it."""
        return (
            self.all_goods
            or item.product_id in self.products
            or item.variant_id in self.variants
            or not self.categories.isdisjoint(item.category_ids)
            or not self.collections.isdisjoint(item.collection_ids)
        )


class Limited(Config):
    """A benefit that can be used `quota` times a month, quarter or year, or without `per` at all.

    No quota: as often as wanted.
    """

    quota: Times | None = None
    per: Per | None = None

    @model_validator(mode="after")
    def _per_what(self) -> Self:
        if self.per is not None and self.quota is None:
            raise FaultError(N_("This means nothing without a quota."), at="per")
        return self
