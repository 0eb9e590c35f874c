"""An order that staff are writing, at its customer's prices."""

from typing import Any, Self

import graphene

from ...events.host import host
from ..inputs import text
from ..viewer import Permission
from .base import LoyaltyMutation

_LONGEST_ID = 100


class LoyaltyDraftOrderPrice(LoyaltyMutation):
    """Gives the lines of a draft order the prices of its customer, as the checkout would.

    Discounts and prices that staff gave stay. Asked again after lines were added, it prices those
    too; for a customer without such prices it takes them off. Needs MANAGE_ORDERS.
    """

    permission = Permission.MANAGE_ORDERS

    class Arguments:
        order_id = graphene.ID(required=True, description="The order's, as the shop names it.")

    lines = graphene.Int(description="How many lines have a member's price now.")

    @classmethod
    def perform(cls, _info: Any, order_id: str) -> Self:
        known = text(order_id, field="orderId", longest=_LONGEST_ID)
        return cls(lines=host().price_draft(known), errors=[])
