"""The shop decides about a review once more."""

from typing import Any, Self

import graphene

from ...flows.review_decisions import reopen
from ..context import request_of, viewer_of
from ..reviews import review_id, staff_view
from ..types.review import LoyaltyReview
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyReviewReopen(LoyaltyMutation):
    """Has a review that was shown or refused wait again. Points of one that was shown stay until
    it is decided. Needs MANAGE_MEMBERS."""

    permission = Permission.MANAGE_MEMBERS

    class Arguments:
        id = graphene.ID(required=True)

    review = graphene.Field(LoyaltyReview)

    @classmethod
    def perform(cls, info: Any, id: str) -> Self:
        review = reopen(review_id(id), actor=viewer_of(info).actor, now=request_of(info).now)
        return cls(review=staff_view(review), errors=[])
