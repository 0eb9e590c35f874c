"""A campaign begins."""

from typing import Any, Self

import graphene

from ...flows.campaigns import activate_campaign
from ..context import request_of
from ..inputs import text
from ..programmes import campaign_id
from ..types.campaign import CampaignView, LoyaltyCampaign
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyCampaignActivate(LoyaltyMutation):
    """It runs in its window, from now on at the earliest; its rules never change again.

    Needs MANAGE_PROGRAMMES.
    """

    permission = Permission.MANAGE_PROGRAMMES

    class Arguments:
        id = graphene.ID(required=True)
        revision = graphene.String(required=True, description="The one you have read.")

    campaign = graphene.Field(LoyaltyCampaign)

    @classmethod
    def perform(cls, info: Any, id: str, revision: str) -> Self:
        now = request_of(info).now
        seen = text(revision, field="revision", longest=50)
        campaign = activate_campaign(campaign_id(id), revision=seen, now=now)
        return cls(campaign=CampaignView(campaign, now), errors=[])
