"""A draft of the ladder comes into force."""

from typing import Any, Self

import graphene

from ...features.members.models import Member
from ...flows.ladders import activate_draft
from ...flows.tier_review import review_new_ladder
from ..context import request_of
from ..inputs import text
from ..ladders import version_number
from ..types.ladder import LoyaltyLadderVersion
from ..viewer import Permission
from .base import LoyaltyMutation

# As many as a caller can wait for.
_MEMBERS_AT_ONCE = 500


class LoyaltyLadderActivate(LoyaltyMutation):
    """Puts a draft in force from now on; it never changes again. Members are placed in it at once
    where there are few, otherwise by the worker.

    Needs MANAGE_PROGRAMMES.
    """

    permission = Permission.MANAGE_PROGRAMMES

    class Arguments:
        id = graphene.ID(required=True, description="Of the version.")
        revision = graphene.String(required=True, description="The one you have read.")

    version = graphene.Field(LoyaltyLadderVersion)

    @classmethod
    def perform(cls, info: Any, id: str, revision: str) -> Self:
        now = request_of(info).now
        seen = text(revision, field="revision", longest=50)
        version = activate_draft(version_number(id), revision=seen, now=now)
        if not Member.objects.order_by("pk")[_MEMBERS_AT_ONCE:][:1].exists():
            review_new_ladder(now=now)
        return cls(version=version, errors=[])
