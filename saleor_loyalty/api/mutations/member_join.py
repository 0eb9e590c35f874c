"""Joining the programme."""

from typing import Any, Self

import graphene

from ...flows.members import find_or_join
from ..context import request_of, viewer_of
from ..members import view_of
from ..types.member import LoyaltyMember
from ..viewer import require_user
from .base import LoyaltyMutation


class LoyaltyMemberJoin(LoyaltyMutation):
    """Makes the customer a member, with what they earned as a guest. Again changes nothing."""

    member = graphene.Field(LoyaltyMember)

    @classmethod
    def perform(cls, info: Any) -> Self:
        user_id = require_user(viewer_of(info))
        return cls(member=view_of(find_or_join(user_id, now=request_of(info).now)), errors=[])
