"""Campaigns, for everybody and for staff."""

from typing import Any
from uuid import UUID

import graphene
from django.db.models import Q

from ...features.campaigns.models import Campaign, CampaignState
from ..context import request_of, viewer_of
from ..errors import refusing
from ..inputs import language_code as checked_language
from ..language import language_of
from ..pagination import Slice, arguments, check_size, key_in, slice_of
from ..types.campaign import CampaignView, LoyaltyCampaign
from ..types.connection import connection_of
from ..viewer import Permission, require

LoyaltyCampaignConnection = connection_of(LoyaltyCampaign)


class CampaignQueries(graphene.ObjectType):
    loyalty_campaigns = graphene.Field(
        LoyaltyCampaignConnection,
        language_code=graphene.String(description="Of the texts. Without it: the caller's."),
        all=graphene.Boolean(
            description="Drafts, paused ones and those that are over as well. Needs "
            "MANAGE_PROGRAMMES."
        ),
        **arguments(),
        description="Campaigns that run or are about to, those made last first.",
    )

    @staticmethod
    @refusing
    def resolve_loyalty_campaigns(
        _root: None,
        info: Any,
        first: int,
        after: str | None = None,
        language_code: str | None = None,
        all: bool | None = None,
    ) -> Slice[CampaignView]:
        given = checked_language(language_code) if language_code is not None else None
        language = given or language_of(info)
        now = request_of(info).now
        found = Campaign.objects.select_related("programme").order_by("-public_id")
        if all:
            require(viewer_of(info), Permission.MANAGE_PROGRAMMES)
        else:
            ahead = Q(ends_at=None) | Q(ends_at__gt=now)
            found = found.filter(ahead, state=CampaignState.ACTIVE, programme__active=True)
        last_seen = key_in(after, UUID)
        if last_seen is not None:
            found = found.filter(public_id__lt=last_seen)
        return slice_of(
            lambda limit: [CampaignView(campaign, now, language) for campaign in found[:limit]],
            lambda view: view.campaign.public_id,
            first=check_size(first),
            after=after,
        )
