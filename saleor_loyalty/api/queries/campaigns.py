"""Campaigns, for everybody and for staff."""

from datetime import datetime
from typing import Any
from uuid import UUID

import graphene
from django.db.models import Func, Q, QuerySet, TextField, Value

from ...features.campaigns.models import Campaign, CampaignState
from ..context import request_of, viewer_of
from ..errors import refusing
from ..inputs import language_code as checked_language
from ..inputs import optional_text
from ..language import language_of
from ..pagination import Slice, arguments, check_size, key_in, slice_of
from ..programmes import campaign_id, programme_slug
from ..scalars import LoyaltyDateTime
from ..types.campaign import CampaignView, LoyaltyCampaign, LoyaltyCampaignPhase
from ..types.connection import connection_of
from ..viewer import Permission, require

LoyaltyCampaignConnection = connection_of(LoyaltyCampaign)


_LONGEST_SEARCH = 200


class CampaignQueries(graphene.ObjectType):
    loyalty_campaigns = graphene.Field(
        LoyaltyCampaignConnection,
        language_code=graphene.String(description="Of the texts. Without it: the caller's."),
        all=graphene.Boolean(
            description="Drafts, paused ones and those that are over as well. Needs "
            "MANAGE_PROGRAMMES."
        ),
        since=LoyaltyDateTime(description="Those that are not over by then."),
        until=LoyaltyDateTime(description="Those that begin before then."),
        phase=LoyaltyCampaignPhase(description="Those in it now."),
        programme_id=graphene.ID(description="Only of this programme."),
        search=graphene.String(description="What the slug, or a name in any language, has in it."),
        **arguments(),
        description="Campaigns that run or are about to, those made last first.",
    )
    loyalty_campaign = graphene.Field(
        LoyaltyCampaign,
        id=graphene.ID(required=True),
        language_code=graphene.String(description="Of the texts. Without it: the caller's."),
        description="One campaign, whatever has become of it. Null: there is none. Needs "
        "MANAGE_PROGRAMMES.",
    )

    @staticmethod
    @refusing
    def resolve_loyalty_campaign(
        _root: None, info: Any, id: str, language_code: str | None = None
    ) -> CampaignView | None:
        require(viewer_of(info), Permission.MANAGE_PROGRAMMES)
        given = checked_language(language_code) if language_code is not None else None
        found = Campaign.objects.select_related("programme").filter(public_id=campaign_id(id))
        campaign = found.first()
        if campaign is None:
            return None
        return CampaignView(campaign, request_of(info).now, given or language_of(info))

    @staticmethod
    @refusing
    def resolve_loyalty_campaigns(
        _root: None,
        info: Any,
        first: int,
        after: str | None = None,
        language_code: str | None = None,
        all: bool | None = None,
        **wanted: Any,
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
        found = _filtered(found, now, **wanted)
        last_seen = key_in(after, UUID)
        if last_seen is not None:
            found = found.filter(public_id__lt=last_seen)
        return slice_of(
            lambda limit: [CampaignView(campaign, now, language) for campaign in found[:limit]],
            lambda view: view.campaign.public_id,
            first=check_size(first),
            after=after,
        )


def _filtered(
    found: QuerySet[Campaign],
    now: datetime,
    since: datetime | None = None,
    until: datetime | None = None,
    phase: str | None = None,
    programme_id: str | None = None,
    search: str | None = None,
) -> QuerySet[Campaign]:
    if since is not None:
        found = found.filter(Q(ends_at=None) | Q(ends_at__gt=since))
    if until is not None:
        found = found.filter(starts_at__lt=until)
    if phase is not None:
        found = found.filter(_phases(now)[phase])
    if programme_id is not None:
        slug = programme_slug(programme_id, field="programmeId")
        found = found.filter(programme__slug=slug)
    wanted = optional_text(search, field="search", longest=_LONGEST_SEARCH)
    if wanted:
        # Of the names, not of their languages.
        named = found.alias(
            names=Func(
                "config",
                Value("$.name.*"),
                function="jsonb_path_query_array",
                template="%(function)s(%(expressions)s::jsonpath)::text",
                output_field=TextField(),
            )
        )
        found = named.filter(Q(slug__icontains=wanted) | Q(names__icontains=wanted))
    return found


def _phases(now: datetime) -> dict[str, Q]:
    """As `CampaignView.phase` tells them apart."""
    past = Q(ends_at__isnull=False, ends_at__lte=now)
    active = Q(state=CampaignState.ACTIVE) & ~past
    return {
        "DRAFT": Q(state=CampaignState.DRAFT),
        "UPCOMING": active & Q(starts_at__gt=now),
        "RUNNING": active & Q(starts_at__lte=now),
        "PAUSED": Q(state=CampaignState.PAUSED) & ~past,
        "OVER": Q(state=CampaignState.ENDED)
        | (past & Q(state__in=[CampaignState.ACTIVE, CampaignState.PAUSED])),
    }
