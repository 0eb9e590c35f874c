"""How members earn beside orders, as staff set it up."""

from typing import Any

import graphene

from ...flows.engagement import newest_versions
from ..context import viewer_of
from ..errors import refusing
from ..types.engagement import EngagementView, LoyaltyEngagement
from ..viewer import Permission, require


class EngagementQueries(graphene.ObjectType):
    loyalty_engagements = graphene.List(
        graphene.NonNull(LoyaltyEngagement),
        description="Check-in, reviews, shares, friends, occasions: what is switched on, and how. "
        "Needs MANAGE_PROGRAMMES.",
    )

    @staticmethod
    @refusing
    def resolve_loyalty_engagements(_root: None, info: Any) -> list[EngagementView]:
        require(viewer_of(info), Permission.MANAGE_PROGRAMMES)
        return [EngagementView(subject, newest) for subject, newest in newest_versions().items()]
