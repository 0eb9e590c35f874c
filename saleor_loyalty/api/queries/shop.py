"""Who is calling, and the shop they work in."""

from typing import Any

import graphene

from ..context import viewer_of
from ..errors import refusing
from ..types.shop import LoyaltyShop, LoyaltyViewer, ViewerView
from ..viewer import ANONYMOUS, require_staff


class ShopQueries(graphene.ObjectType):
    loyalty_viewer = graphene.Field(
        LoyaltyViewer, description="Who is calling, with what they may do. Null for nobody."
    )
    loyalty_shop = graphene.Field(
        LoyaltyShop, description="What pages for staff need first. Needs any permission."
    )

    @staticmethod
    def resolve_loyalty_viewer(_root: None, info: Any) -> ViewerView | None:
        viewer = viewer_of(info)
        return ViewerView(viewer) if viewer != ANONYMOUS else None

    @staticmethod
    @refusing
    def resolve_loyalty_shop(_root: None, info: Any) -> LoyaltyShop:
        require_staff(viewer_of(info))
        return LoyaltyShop()
