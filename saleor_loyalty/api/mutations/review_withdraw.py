"""A member takes a review away."""

from typing import Any, Self

import graphene

from ...flows.reviews import withdraw_review
from ..context import request_of
from ..reviews import own_view, review_id, writer
from ..types.review import LoyaltyReview
from .base import LoyaltyMutation


class LoyaltyReviewWithdraw(LoyaltyMutation):
    """Takes a review of the caller's away, with its pictures and the points it has brought. The
    line can be reviewed anew. Again changes nothing."""

    class Arguments:
        id = graphene.ID(required=True)

    review = graphene.Field(LoyaltyReview)

    @classmethod
    def perform(cls, info: Any, id: str) -> Self:
        review = withdraw_review(writer(info), review_id(id), now=request_of(info).now)
        return cls(review=own_view(review), errors=[])
