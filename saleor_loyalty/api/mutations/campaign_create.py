"""A campaign is made."""

from datetime import datetime
from typing import Any, Self

import graphene

from ...flows.campaigns import create_campaign
from ..context import request_of
from ..inputs import document, text
from ..programmes import programme_slug
from ..scalars import LoyaltyDateTime, LoyaltyJSON
from ..types.campaign import CampaignView, LoyaltyCampaign
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyCampaignCreate(LoyaltyMutation):
    """Makes a campaign as a draft. Needs MANAGE_PROGRAMMES."""

    permission = Permission.MANAGE_PROGRAMMES

    class Arguments:
        programme_id = graphene.ID(required=True)
        slug = graphene.String(required=True, description="Never changes. At most 50 characters.")
        starts_at = LoyaltyDateTime(required=True)
        ends_at = LoyaltyDateTime(description="Without it: until it is ended by hand.")
        config = LoyaltyJSON(
            required=True, description="Texts, schedule, audience, rules and budget."
        )

    campaign = graphene.Field(LoyaltyCampaign)

    @classmethod
    def perform(
        cls,
        info: Any,
        programme_id: str,
        slug: str,
        starts_at: datetime,
        config: Any,
        ends_at: datetime | None = None,
    ) -> Self:
        campaign = create_campaign(
            programme_slug(programme_id, field="programmeId"),
            text(slug, field="slug", longest=50),
            starts_at=starts_at,
            ends_at=ends_at,
            config=document(config),
        )
        return cls(campaign=CampaignView(campaign, request_of(info).now), errors=[])
