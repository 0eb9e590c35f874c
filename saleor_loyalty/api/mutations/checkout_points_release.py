"""Points taken off a checkout again."""

from typing import Any, Self

import graphene

from ...errors import N_, Code, LoyaltyError
from ...features.spending.models import PointsPayment, PointsReduction
from ...features.spending.reduction import Ended
from ...flows import points_reduction
from ...flows.points_at_checkout import release_checkout
from ...flows.quote import held_for, reduction_of
from ..context import request_of, viewer_of
from ..ids import checkout_id_of
from ..scalars import LoyaltyInteger
from ..viewer import Permission, Viewer, require_user
from .base import LoyaltyMutation


class LoyaltyCheckoutPointsRelease(LoyaltyMutation):
    """Gives back what is set aside for a checkout: one's own, or with MANAGE_ORDERS any.

    Prices that points had made lower are what they were.
    """

    staff_permission = Permission.MANAGE_ORDERS

    class Arguments:
        checkout_id = graphene.ID(required=True, description="The shop's id of the checkout.")

    released_points = LoyaltyInteger(description="How many points went back.")

    @classmethod
    def authorise(cls, viewer: Viewer) -> None:
        if not viewer.may(Permission.MANAGE_ORDERS):
            require_user(viewer)

    @classmethod
    def perform(cls, info: Any, checkout_id: str) -> Self:
        token = checkout_id_of(checkout_id)
        viewer = viewer_of(info)
        held: list[PointsPayment | PointsReduction] = [*held_for(token)]
        if (reduction := reduction_of(token)) is not None:
            held.append(reduction)
        if not held or not all(_may_release(viewer, one) for one in held):
            raise LoyaltyError(
                Code.NOT_FOUND, N_("No points are set aside for this checkout."), field="checkoutId"
            )
        now = request_of(info).now
        points = release_checkout(token, "taken off by the shopper", now=now)
        own = all(one.member.user_id == viewer.user_id for one in held)
        because = Ended.SHOPPER if own else Ended.STAFF
        points += points_reduction.release_checkout(token, because, now=now)
        if not points:
            raise LoyaltyError(
                Code.HOLD_NOT_OPEN, N_("These points have paid for an order."), field="checkoutId"
            )
        return cls(released_points=points, errors=[])


def _may_release(viewer: Viewer, held: PointsPayment | PointsReduction) -> bool:
    return viewer.may(Permission.MANAGE_ORDERS) or held.member.user_id == viewer.user_id
