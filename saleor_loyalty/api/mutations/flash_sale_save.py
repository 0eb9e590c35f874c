"""A flash sale is written down."""

from datetime import datetime
from typing import Any, Self

import graphene

from ...flows.flash_sales import save_sale
from ..context import request_of
from ..inputs import document, text
from ..language import language_of
from ..scalars import LoyaltyDateTime, LoyaltyJSON
from ..types.flash_sale import FlashSaleView, LoyaltyFlashSale
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyFlashSaleSave(LoyaltyMutation):
    """Makes a flash sale, or replaces what it says. Needs MANAGE_PROGRAMMES."""

    permission = Permission.MANAGE_PROGRAMMES

    class Arguments:
        slug = graphene.String(required=True, description="Names it. At most 50 characters.")
        starts_at = LoyaltyDateTime(required=True)
        ends_at = LoyaltyDateTime(required=True)
        active = graphene.Boolean(required=True)
        config = LoyaltyJSON(required=True, description="Texts, items, days and gate.")
        revision = graphene.String(
            description="The one you have read; empty: there is none yet. Without it, whatever is "
            "there is replaced."
        )

    flash_sale = graphene.Field(LoyaltyFlashSale)

    @classmethod
    def perform(
        cls,
        info: Any,
        slug: str,
        starts_at: datetime,
        ends_at: datetime,
        active: bool,
        config: Any,
        revision: str | None = None,
    ) -> Self:
        sale = save_sale(
            text(slug, field="slug", longest=50),
            document(config),
            starts_at=starts_at,
            ends_at=ends_at,
            active=active,
            revision=revision,
        )
        view = FlashSaleView(sale, request_of(info).now, language_of(info))
        return cls(flash_sale=view, errors=[])
