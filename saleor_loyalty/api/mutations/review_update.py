"""A member changes what they said."""

from typing import Any, Self

import graphene

from ...flows.reviews import edit_review
from ..context import request_of
from ..reviews import opinion_of, own_view, review_id, writer
from ..types.review import LoyaltyReview
from .base import LoyaltyMutation
from .review_input import LoyaltyReviewInput


class LoyaltyReviewUpdate(LoyaltyMutation):
    """Changes a review of the caller's, which then waits for the shop again. The points it has
    brought stay until the shop has decided."""

    class Arguments:
        id = graphene.ID(required=True)
        input = LoyaltyReviewInput(required=True)

    review = graphene.Field(LoyaltyReview)

    @classmethod
    def perform(cls, info: Any, id: str, input: dict[str, Any]) -> Self:
        public_id, opinion = review_id(id), opinion_of(input)
        review = edit_review(writer(info), public_id, opinion, now=request_of(info).now)
        return cls(review=own_view(review), errors=[])
