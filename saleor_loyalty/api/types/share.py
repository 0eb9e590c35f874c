"""A shared link as an answer to who shared it."""

from dataclasses import dataclass
from datetime import datetime

import graphene

from ...features.shares.models import ShareLink
from ..scalars import LoyaltyDateTime, LoyaltyInteger


@dataclass(frozen=True, slots=True)
class ShareLinkView:
    """`orders` and `rewarded` are counted with the list."""

    link: ShareLink
    orders: int = 0
    rewarded: int = 0

    @property
    def code(self) -> str:
        return self.link.code

    @property
    def page(self) -> str:
        return self.link.page

    @property
    def path(self) -> str:
        joined = "&" if "?" in self.link.page else "?"
        return f"{self.link.page}{joined}share={self.link.code}"

    @property
    def visits(self) -> int:
        return self.link.visits

    @property
    def counted(self) -> int:
        return self.link.counted

    @property
    def created_at(self) -> datetime:
        return self.link.created_at


class LoyaltyShareLink(graphene.ObjectType):
    """One member's link to one page of the shop."""

    code = graphene.String(required=True, description="What the storefront tells visits with.")
    page = graphene.String(required=True, description="/products/red-shoe")
    path = graphene.String(
        required=True, description="The page with the code: /products/red-shoe?share=…"
    )
    visits = LoyaltyInteger(required=True, description="All of them.")
    counted = LoyaltyInteger(required=True, description="Visits that gave something.")
    orders = LoyaltyInteger(required=True, description="Orders by the link.")
    rewarded = LoyaltyInteger(required=True, description="Orders that gave something.")
    created_at = LoyaltyDateTime(required=True)
