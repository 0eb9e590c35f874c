"""Flash sales and member days."""

from datetime import datetime
from typing import Any

import graphene
from django.db.models import Q

from ...features.flash_sales.models import FlashSale
from ..context import request_of
from ..errors import refusing
from ..merchant_lists import kept, search_argument, standing_argument
from ..pagination import Slice, arguments, check_size, key_in, slice_of
from ..play import flash_sale_slug, language_for, may_see_config
from ..types.connection import connection_of
from ..types.flash_sale import FlashSaleView, LoyaltyFlashSale

LoyaltyFlashSaleConnection = connection_of(LoyaltyFlashSale)


class FlashSaleQueries(graphene.ObjectType):
    loyalty_flash_sales = graphene.Field(
        LoyaltyFlashSaleConnection,
        language_code=graphene.String(description="Of the texts. Without it: the caller's."),
        all=graphene.Boolean(
            description="Those that are off and those that are over as well, the last one first. "
            "Needs MANAGE_PROGRAMMES."
        ),
        search=search_argument(),
        standing=standing_argument(),
        **arguments(),
        description="Those that run or are about to, the next first.",
    )
    loyalty_flash_sale = graphene.Field(
        LoyaltyFlashSale,
        id=graphene.ID(required=True),
        language_code=graphene.String(description="Of the texts. Without it: the caller's."),
        description="One of them. Null where it neither runs nor is about to; staff with "
        "MANAGE_PROGRAMMES see it all the same.",
    )

    @staticmethod
    @refusing
    def resolve_loyalty_flash_sales(
        _root: None,
        info: Any,
        first: int,
        after: str | None = None,
        language_code: str | None = None,
        all: bool | None = None,
        search: str | None = None,
        standing: str | None = None,
    ) -> Slice[FlashSaleView]:
        language, now = language_for(info, language_code), request_of(info).now
        found = FlashSale.objects.all() if all else _ahead(now)
        found = kept(info, found, all=all, search=search, standing=standing)
        found = found.order_by(*(("-starts_at", "-pk") if all else ("starts_at", "pk")))
        last_seen = key_in(after, _place)
        if last_seen is not None:
            found = found.filter(_behind(*last_seen, descending=bool(all)))
        sales = found.prefetch_related("items")
        return slice_of(
            lambda limit: [FlashSaleView(sale, now, language) for sale in sales[:limit]],
            lambda view: f"{view.sale.starts_at.isoformat()}/{view.sale.pk}",
            first=check_size(first),
            after=after,
        )

    @staticmethod
    @refusing
    def resolve_loyalty_flash_sale(
        _root: None, info: Any, id: str, language_code: str | None = None
    ) -> FlashSaleView | None:
        language, now = language_for(info, language_code), request_of(info).now
        found = FlashSale.objects.all() if may_see_config(info) else _ahead(now)
        sale = found.prefetch_related("items").filter(slug=flash_sale_slug(id)).first()
        return FlashSaleView(sale, now, language) if sale is not None else None


def _ahead(now: datetime) -> Any:
    return FlashSale.objects.filter(active=True, ends_at__gt=now)


def _behind(at: datetime, pk: int, *, descending: bool) -> Q:
    if descending:
        return Q(starts_at__lt=at) | Q(starts_at=at, pk__lt=pk)
    return Q(starts_at__gt=at) | Q(starts_at=at, pk__gt=pk)


def _place(key: str) -> tuple[datetime, int]:
    moment, _, pk = key.partition("/")
    return datetime.fromisoformat(moment), int(pk)
