"""Flash sales as an answer to storefronts and staff."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import graphene

from ...features.flash_sales.models import FlashSale
from ...flows.flash_sales import Offered, config_of, items_of
from ...flows.merchant_lists import revision_of
from ...values.money import Money
from ..ids import to_global
from ..play import FLASH_SALE, may_see_config
from ..scalars import LoyaltyDateTime, LoyaltyInteger, LoyaltyJSON
from .money import LoyaltyMoney, MoneyView


def prices_of(prices: Iterable[tuple[str, int]], language: str) -> list[MoneyView]:
    return [MoneyView(Money(minor, currency), language) for currency, minor in prices]


@dataclass(frozen=True, slots=True)
class FlashItemView:
    offered: Offered
    language: str

    @property
    def variant_id(self) -> str:
        return self.offered.item.variant_id

    @property
    def prices(self) -> list[MoneyView]:
        return prices_of(sorted(self.offered.item.prices.items()), self.language)

    @property
    def quota(self) -> int | None:
        return self.offered.quota

    @property
    def left(self) -> int | None:
        return self.offered.left

    @property
    def per_member(self) -> int | None:
        return self.offered.item.per_member


@dataclass(frozen=True, slots=True)
class FlashSaleView:
    sale: FlashSale
    now: datetime
    language: str = "en"

    @property
    def id(self) -> str:
        return to_global(FLASH_SALE, self.sale.slug)

    @property
    def slug(self) -> str:
        return self.sale.slug

    @property
    def name(self) -> str:
        return config_of(self.sale).name.get(self.language)

    @property
    def description(self) -> str:
        return config_of(self.sale).description.get(self.language)

    @property
    def starts_at(self) -> datetime:
        return self.sale.starts_at

    @property
    def ends_at(self) -> datetime:
        return self.sale.ends_at

    @property
    def active(self) -> bool:
        return self.sale.active

    @property
    def runs(self) -> bool:
        in_window = self.sale.starts_at <= self.now < self.sale.ends_at
        return self.sale.active and in_window and config_of(self.sale).on(self.now)

    @property
    def items(self) -> list[FlashItemView]:
        return [FlashItemView(one, self.language) for one in items_of(self.sale)]


class LoyaltyFlashSaleItem(graphene.ObjectType):
    """A variant at a price for members."""

    variant_id = graphene.ID(required=True, description="The shop's own id of the variant.")
    prices = graphene.List(
        graphene.NonNull(LoyaltyMoney), required=True, description="Of one piece, by currency."
    )
    quota = LoyaltyInteger(description="Pieces in all. Null: any number.")
    left = LoyaltyInteger(description="Of them free now. Null: any number.")
    per_member = LoyaltyInteger(description="Null: any number.")


class LoyaltyFlashSale(graphene.ObjectType):
    """Prices for members for some time, so many pieces in all and for each."""

    id = graphene.ID(required=True)
    slug = graphene.String(required=True)
    name = graphene.String(required=True, description="In the language asked for, if there is one.")
    description = graphene.String(required=True)
    starts_at = LoyaltyDateTime(required=True)
    ends_at = LoyaltyDateTime(required=True)
    active = graphene.Boolean(required=True)
    runs = graphene.Boolean(required=True, description="Now, on one of its days.")
    items = graphene.List(graphene.NonNull(LoyaltyFlashSaleItem), required=True)
    config = LoyaltyJSON(description="As the merchant wrote it. Null without MANAGE_PROGRAMMES.")
    revision = graphene.String(
        description="Give it back with what you change. Null without MANAGE_PROGRAMMES."
    )

    @staticmethod
    def resolve_config(view: FlashSaleView, info: Any) -> Any:
        return view.sale.config if may_see_config(info) else None

    @staticmethod
    def resolve_revision(view: FlashSaleView, info: Any) -> str | None:
        return revision_of(view.sale) if may_see_config(info) else None
