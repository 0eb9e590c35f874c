"""Somebody who came by a link is about to buy."""

from typing import Any, Self

import graphene

from ...flows.share_orders import attach
from ...flows.shares import LONGEST_CODE
from ..context import request_of
from ..ids import checkout_id_of
from ..inputs import text
from ..viewer import Viewer
from .base import LoyaltyMutation


class LoyaltyShareAttach(LoyaltyMutation):
    """Notes by whose link the shopper of a checkout came; nobody need be logged in. The last link
    before the order counts.
    """

    class Arguments:
        code = graphene.String(required=True, description="Of the link.")
        checkout_id = graphene.ID(required=True, description="The shop's id of the checkout.")

    page = graphene.String(description="Where the link leads.")

    @classmethod
    def authorise(cls, viewer: Viewer) -> None:
        """Guests buy too; who knows a checkout's id may change it in the shop as well."""

    @classmethod
    def perform(cls, info: Any, code: str, checkout_id: str) -> Self:
        wanted = text(code, field="code", longest=LONGEST_CODE)
        row = attach(wanted, checkout_id_of(checkout_id), now=request_of(info).now)
        return cls(page=row.link.page, errors=[])
