"""A code that takes something off one order: an amount, or a share of it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from ....errors import N_, FaultError
from ....events.host import Coupon as HostCoupon
from ....values.config import Currency, Ids, Positive
from .base import Ending, Way, same_currencies

Channels = Annotated[tuple[str, ...], Field(max_length=100)]


class Coupon(Ending):
    """`amount` by currency in minor units, or `basis_points` (1000: ten percent) in `currencies`.

    The goods must cost `minimum`. Named products, variants, categories or collections: it counts
    for those alone. `channels` by slug; none: all of its currency.
    """

    kind: Literal["coupon"]
    amount: dict[Currency, Positive] = Field(default_factory=dict)
    basis_points: Annotated[int, Field(strict=True, ge=1, le=10_000)] | None = None
    currencies: frozenset[Currency] = frozenset()
    minimum: dict[Currency, Positive] = Field(default_factory=dict)
    products: Ids = frozenset()
    variants: Ids = frozenset()
    categories: Ids = frozenset()
    collections: Ids = frozenset()
    channels: Channels = ()

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if bool(self.amount) == (self.basis_points is not None):
            raise FaultError(N_("Give either an amount or a percentage."), missing=True)
        if bool(self.amount) == bool(self.currencies):
            raise FaultError(
                N_("Currencies go with a percentage, and only with it."), at="currencies"
            )
        same_currencies(self.minimum, self.in_currencies)
        return self

    @property
    def way(self) -> Way:
        return Way.BY_HOST

    @property
    def in_currencies(self) -> frozenset[str]:
        return frozenset(self.amount) or self.currencies

    def value(self, currency: str, /) -> int:
        return self.amount.get(currency, 0)

    def coupon(
        self, currency: str, valid_until: datetime | None, name: Mapping[str, str]
    ) -> HostCoupon:
        return HostCoupon(
            kind="fixed" if self.amount else "percent",
            currency=currency,
            value=self.amount.get(currency) or self.basis_points or 0,
            minimum=self.minimum.get(currency, 0),
            product_ids=tuple(sorted(self.products)),
            variant_ids=tuple(sorted(self.variants)),
            category_ids=tuple(sorted(self.categories)),
            collection_ids=tuple(sorted(self.collections)),
            channels=self.channels,
            valid_until=valid_until,
            name=name,
        )
