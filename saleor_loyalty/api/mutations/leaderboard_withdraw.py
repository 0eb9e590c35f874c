"""A member is seen no more."""

from typing import Any, Self

import graphene

from ...flows.leaderboards import withdraw
from ..context import request_of, viewer_of
from ..members import known_member
from ..play import player
from ..viewer import Permission, Viewer, require, require_user
from .base import LoyaltyMutation


class LoyaltyLeaderboardWithdraw(LoyaltyMutation):
    """The caller is seen on no leaderboard any more, at once; with MANAGE_MEMBERS anybody."""

    staff_permission = Permission.MANAGE_MEMBERS

    class Arguments:
        member_id = graphene.ID(description="Without it: the caller.")

    withdrawn = graphene.Boolean(description="False: there was no name.")

    @classmethod
    def authorise(cls, viewer: Viewer) -> None:
        if not viewer.may(Permission.MANAGE_MEMBERS):
            require_user(viewer)

    @classmethod
    def perform(cls, info: Any, member_id: str | None = None) -> Self:
        if member_id is None:
            member = player(info)
        else:
            require(viewer_of(info), Permission.MANAGE_MEMBERS)
            member = known_member(member_id)
        return cls(withdrawn=withdraw(member, now=request_of(info).now), errors=[])
