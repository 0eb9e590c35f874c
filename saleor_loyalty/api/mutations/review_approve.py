"""The shop shows a review."""

from typing import Any, Self

import graphene

from ...flows.review_decisions import approve
from ..context import request_of, viewer_of
from ..reviews import review_id, staff_view
from ..types.review import LoyaltyReview
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyReviewApprove(LoyaltyMutation):
    """Shows a review and gives its points. Again changes nothing. Needs MANAGE_MEMBERS."""

    permission = Permission.MANAGE_MEMBERS

    class Arguments:
        id = graphene.ID(required=True)
        revision = graphene.String(
            required=True,
            description="Of what was read; refused where the member has changed it meanwhile.",
        )

    review = graphene.Field(LoyaltyReview)

    @classmethod
    def perform(cls, info: Any, id: str, revision: str) -> Self:
        actor, now = viewer_of(info).actor, request_of(info).now
        review = approve(review_id(id), revision=revision, actor=actor, now=now)
        return cls(review=staff_view(review), errors=[])
