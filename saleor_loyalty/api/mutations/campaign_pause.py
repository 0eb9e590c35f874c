"""A campaign stops for a while."""

from typing import Any, Self

import graphene

from ...flows.campaigns import pause_campaign
from ..context import request_of
from ..programmes import campaign_id
from ..types.campaign import CampaignView, LoyaltyCampaign
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyCampaignPause(LoyaltyMutation):
    """What happens from now on earns nothing from it, until it is resumed.

    Needs MANAGE_PROGRAMMES.
    """

    permission = Permission.MANAGE_PROGRAMMES

    class Arguments:
        id = graphene.ID(required=True)

    campaign = graphene.Field(LoyaltyCampaign)

    @classmethod
    def perform(cls, info: Any, id: str) -> Self:
        now = request_of(info).now
        campaign = pause_campaign(campaign_id(id), now=now)
        return cls(campaign=CampaignView(campaign, now), errors=[])
