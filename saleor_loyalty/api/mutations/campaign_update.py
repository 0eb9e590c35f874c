"""What the draft of a campaign says."""

from datetime import datetime
from typing import Any, Self

import graphene

from ...flows.campaigns import edit_campaign
from ..context import request_of
from ..inputs import document, text
from ..programmes import campaign_id
from ..scalars import LoyaltyDateTime, LoyaltyJSON
from ..types.campaign import CampaignView, LoyaltyCampaign
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyCampaignUpdate(LoyaltyMutation):
    """Replaces what a campaign says that is still a draft. Needs MANAGE_PROGRAMMES."""

    permission = Permission.MANAGE_PROGRAMMES

    class Arguments:
        id = graphene.ID(required=True)
        starts_at = LoyaltyDateTime(required=True)
        ends_at = LoyaltyDateTime(description="Without it: until it is ended by hand.")
        config = LoyaltyJSON(required=True)
        revision = graphene.String(required=True, description="The one you have read.")

    campaign = graphene.Field(LoyaltyCampaign)

    @classmethod
    def perform(
        cls,
        info: Any,
        id: str,
        starts_at: datetime,
        config: Any,
        revision: str,
        ends_at: datetime | None = None,
    ) -> Self:
        campaign = edit_campaign(
            campaign_id(id),
            starts_at=starts_at,
            ends_at=ends_at,
            config=document(config),
            revision=text(revision, field="revision", longest=50),
        )
        return cls(campaign=CampaignView(campaign, request_of(info).now), errors=[])
