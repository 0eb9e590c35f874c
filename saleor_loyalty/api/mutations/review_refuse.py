"""The shop does not show a review."""

from typing import Any, Self

import graphene

from ...flows.review_decisions import refuse
from ..context import request_of, viewer_of
from ..reviews import review_id, staff_view
from ..types.review import LoyaltyReview
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyReviewRefuse(LoyaltyMutation):
    """Does not show a review, or no longer, and takes its points back. Again changes nothing.
    Needs MANAGE_MEMBERS."""

    permission = Permission.MANAGE_MEMBERS

    class Arguments:
        id = graphene.ID(required=True)
        reason = graphene.String(
            required=True, description="The member reads it. At most 500 characters."
        )
        revision = graphene.String(
            description="Of what was read; with it, refused where the member has changed it."
        )

    review = graphene.Field(LoyaltyReview)

    @classmethod
    def perform(cls, info: Any, id: str, reason: str, revision: str | None = None) -> Self:
        actor, now = viewer_of(info).actor, request_of(info).now
        review = refuse(review_id(id), revision=revision, reason=reason, actor=actor, now=now)
        return cls(review=staff_view(review), errors=[])
