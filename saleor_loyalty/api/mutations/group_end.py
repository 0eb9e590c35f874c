"""Staff end a group."""

from typing import Any, Self

import graphene

from ...flows.group_ends import end_group
from ...flows.points import LONGEST_REASON
from ..context import request_of, viewer_of
from ..ids import public_of
from ..inputs import text
from ..language import language_of
from ..play import GROUP
from ..types.group_buy import GroupView, LoyaltyGroupWithSeats
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyGroupEnd(LoyaltyMutation):
    """Ends a group that waits: what is paid is confirmed, whoever is missing, or everything is
    cancelled, its money asked back from the shop and stakes given back. Again changes nothing.
    Needs MANAGE_ORDERS."""

    permission = Permission.MANAGE_ORDERS

    class Arguments:
        id = graphene.ID(required=True)
        confirm = graphene.Boolean(required=True, description="False: everything is cancelled.")
        reason = graphene.String(required=True, description="For staff. At most 500 characters.")

    group = graphene.Field(LoyaltyGroupWithSeats)

    @classmethod
    def perform(cls, info: Any, id: str, confirm: bool, reason: str) -> Self:
        group = end_group(
            public_of(id, GROUP, field="id"),
            confirm=confirm,
            reason=text(reason, field="reason", longest=LONGEST_REASON),
            actor=viewer_of(info).actor,
            now=request_of(info).now,
        )
        return cls(group=GroupView(group, language_of(info)), errors=[])
