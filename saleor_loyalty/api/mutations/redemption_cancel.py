"""A redemption is given back for its points."""

from typing import Any, Self

import graphene

from ...errors import N_, Code, LoyaltyError
from ...flows.points import LONGEST_REASON
from ...flows.redemption_ends import cancel, cancel_own
from ..context import request_of, viewer_of
from ..ids import uuid_of
from ..inputs import optional_text
from ..rewards import caller, redemption_view
from ..types.redemption import TYPE, LoyaltyRedemption
from ..viewer import Permission, Viewer, require_user
from .base import LoyaltyMutation


class LoyaltyRedemptionCancel(LoyaltyMutation):
    """Gives a redemption back for its points: one's own, where its reward lets members do so and
    while it is set aside, or with MANAGE_POINTS any that was not used.
    """

    staff_permission = Permission.MANAGE_POINTS

    class Arguments:
        id = graphene.ID(required=True)
        reason = graphene.String(
            description="The member reads it. Needed of staff; at most 500 characters."
        )

    redemption = graphene.Field(LoyaltyRedemption)

    @classmethod
    def authorise(cls, viewer: Viewer) -> None:
        if not viewer.may(Permission.MANAGE_POINTS):
            require_user(viewer)

    @classmethod
    def perform(cls, info: Any, id: str, reason: str | None = None) -> Self:
        public_id, now = uuid_of(id, TYPE), request_of(info).now
        said = optional_text(reason, field="reason", longest=LONGEST_REASON)
        viewer = viewer_of(info)
        if viewer.may(Permission.MANAGE_POINTS):
            redemption = cancel(public_id, reason=said, actor=viewer.actor, now=now)
        else:
            member = caller(info)
            if member is None:
                raise LoyaltyError(Code.NOT_FOUND, N_("There is no such redemption."), field="id")
            redemption = cancel_own(member, public_id, now=now)
        return cls(redemption=redemption_view(info, redemption), errors=[])
