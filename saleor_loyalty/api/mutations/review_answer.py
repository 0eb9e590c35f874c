"""The shop answers a review."""

from typing import Any, Self

import graphene

from ...flows.review_decisions import answer
from ..context import request_of, viewer_of
from ..reviews import review_id, staff_view
from ..types.review import LoyaltyReview
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyReviewAnswer(LoyaltyMutation):
    """Puts the shop's answer under a review, in place of one that is there. Needs
    MANAGE_MEMBERS."""

    permission = Permission.MANAGE_MEMBERS

    class Arguments:
        id = graphene.ID(required=True)
        text = graphene.String(
            required=True,
            description="Plain text, at most 5,000 characters; empty: the answer is taken away.",
        )

    review = graphene.Field(LoyaltyReview)

    @classmethod
    def perform(cls, info: Any, id: str, text: str) -> Self:
        actor, now = viewer_of(info).actor, request_of(info).now
        review = answer(review_id(id), text=text, actor=actor, now=now)
        return cls(review=staff_view(review), errors=[])
