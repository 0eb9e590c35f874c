"""A member reviews something they bought."""

from typing import Any, Self

import graphene

from ...flows.reviews import write_review
from ..context import request_of
from ..ids import host_id_of
from ..reviews import opinion_of, own_view, writer
from ..types.review import LoyaltyReview
from .base import LoyaltyMutation
from .review_input import LoyaltyReviewInput


class LoyaltyReviewCreate(LoyaltyMutation):
    """Reviews a line of an order of the caller's, once. The same again answers the same review."""

    class Arguments:
        order_id = graphene.ID(required=True, description="The shop's id.")
        line_id = graphene.ID(required=True, description="The shop's id.")
        input = LoyaltyReviewInput(required=True)

    review = graphene.Field(LoyaltyReview)

    @classmethod
    def perform(cls, info: Any, order_id: str, line_id: str, input: dict[str, Any]) -> Self:
        order = host_id_of(order_id, "Order", field="orderId")
        line = host_id_of(line_id, "OrderLine", field="lineId")
        opinion = opinion_of(input)
        review = write_review(writer(info), order, line, opinion, now=request_of(info).now)
        return cls(review=own_view(review), errors=[])
