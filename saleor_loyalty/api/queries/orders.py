"""Orders, as the pages of staff show them."""

from typing import Any

import graphene

from ...flows.order_page import order_page
from ..context import request_of, viewer_of
from ..errors import refusing
from ..ids import host_id_of
from ..language import language_of
from ..types.order import LoyaltyOrder, OrderView
from ..viewer import Permission, require


class OrderQueries(graphene.ObjectType):
    loyalty_order = graphene.Field(
        LoyaltyOrder,
        order_id=graphene.ID(
            required=True, description="The shop's id: Saleor's own, or its bare UUID."
        ),
        description="What an order earned, spent and brought. Null: there is none. Needs "
        "MANAGE_ORDERS.",
    )

    @staticmethod
    @refusing
    def resolve_loyalty_order(_root: None, info: Any, order_id: str) -> OrderView | None:
        require(viewer_of(info), Permission.MANAGE_ORDERS)
        wanted = host_id_of(order_id, "Order", field="orderId")
        found = order_page(wanted, now=request_of(info).now)
        return OrderView(found, language_of(info)) if found is not None else None
