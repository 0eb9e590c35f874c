"""Flash sales and member days."""

from typing import Any

import graphene

from ...features.flash_sales.models import FlashSale
from ..context import request_of, viewer_of
from ..errors import refusing
from ..play import language_for
from ..types.flash_sale import FlashSaleView, LoyaltyFlashSale
from ..viewer import Permission, require

# More than a shop has ahead of it.
_MOST = 100


class FlashSaleQueries(graphene.ObjectType):
    loyalty_flash_sales = graphene.List(
        graphene.NonNull(LoyaltyFlashSale),
        required=True,
        language_code=graphene.String(description="Of the texts. Without it: the caller's."),
        all=graphene.Boolean(
            description="Inactive ones and those that are over as well, the last 100. Needs "
            "MANAGE_PROGRAMMES."
        ),
        description="Those that run or are about to, the next first.",
    )

    @staticmethod
    @refusing
    def resolve_loyalty_flash_sales(
        _root: None, info: Any, language_code: str | None = None, all: bool | None = None
    ) -> list[FlashSaleView]:
        language, now = language_for(info, language_code), request_of(info).now
        if all:
            require(viewer_of(info), Permission.MANAGE_PROGRAMMES)
            found = FlashSale.objects.order_by("-starts_at", "-pk")
        else:
            ahead = FlashSale.objects.filter(active=True, ends_at__gt=now)
            found = ahead.order_by("starts_at", "pk")
        sales = found.prefetch_related("items")[:_MOST]
        return [FlashSaleView(sale, now, language) for sale in sales]
