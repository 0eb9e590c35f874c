"""Campaigns as an answer to storefronts and staff."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

import graphene

from ...features.campaigns.models import Campaign, CampaignState
from ...features.campaigns.service import revision_of
from ...flows.campaign_terms import CampaignTerms, campaign_terms
from ...flows.campaigns import BudgetUse
from ...flows.terms import Catalogue
from ...values.points import Unit
from ..campaign_texts import state_text
from ..context import viewer_of
from ..ids import to_global
from ..list_loaders import BudgetOfCampaign, ZonesOfProgrammes
from ..loaders import ALL, loader
from ..programmes import CAMPAIGN, PROGRAMME
from ..scalars import LoyaltyDateTime, LoyaltyInteger, LoyaltyJSON
from ..viewer import Permission

_UTC = ZoneInfo("UTC")


@dataclass(frozen=True)
class CampaignView:
    campaign: Campaign
    now: datetime
    language: str = "en"

    @cached_property
    def terms(self) -> CampaignTerms:
        return campaign_terms(self.campaign)

    @property
    def id(self) -> str:
        return to_global(CAMPAIGN, self.campaign.public_id)

    @property
    def slug(self) -> str:
        return self.campaign.slug

    @property
    def programme_id(self) -> str:
        return to_global(PROGRAMME, self.campaign.programme.slug)

    @property
    def name(self) -> str:
        return self.terms.config.name.get(self.language)

    @property
    def description(self) -> str:
        return self.terms.config.description.get(self.language)

    @property
    def starts_at(self) -> datetime:
        return self.campaign.starts_at

    @property
    def ends_at(self) -> datetime | None:
        return self.campaign.ends_at

    @property
    def channels(self) -> list[str]:
        return sorted(self.campaign.programme.channels)

    @property
    def phase(self) -> str:
        over = self.ends_at is not None and self.ends_at <= self.now
        match self.terms.state:
            case CampaignState.DRAFT:
                return "DRAFT"
            case CampaignState.ENDED:
                return "OVER"
            case _ if over:
                return "OVER"
            case CampaignState.PAUSED:
                return "PAUSED"
        return "UPCOMING" if self.now < self.starts_at else "RUNNING"


_PHASES = {
    "DRAFT": "Being written: nobody sees it but staff.",
    "UPCOMING": "Activated, and to begin later.",
    "RUNNING": "It earns.",
    "PAUSED": "It earns nothing for now.",
    "OVER": "Its time is past, or it was ended.",
}

LoyaltyCampaignPhase = graphene.Enum(
    "LoyaltyCampaignPhase",
    [(name, name) for name in _PHASES],
    description=lambda value: None if value is None else _PHASES[value.value],
)


class LoyaltyBudgetUse(graphene.ObjectType):
    """How far a budget is used up."""

    currency = graphene.String(
        description="Then both are minor units of it: what the points cost. Null: in points."
    )
    is_growth = graphene.Boolean(required=True, description="In growth instead of points.")
    most = LoyaltyInteger(required=True)
    used = LoyaltyInteger(required=True)

    @staticmethod
    def resolve_currency(use: BudgetUse, _info: object) -> str | None:
        return use.currency or None

    @staticmethod
    def resolve_is_growth(use: BudgetUse, _info: object) -> bool:
        return use.unit is Unit.GROWTH


class LoyaltyCampaign(graphene.ObjectType):
    """Rules for some time, for an audience, with a budget."""

    id = graphene.ID(required=True)
    slug = graphene.String(required=True)
    name = graphene.String(required=True, description="In the language asked for, if there is one.")
    description = graphene.String(required=True)
    programme_id = graphene.ID(required=True)
    phase = LoyaltyCampaignPhase(required=True)
    state_text = graphene.String(required=True, description="To show: “2× until Sunday”.")
    starts_at = LoyaltyDateTime(required=True)
    ends_at = LoyaltyDateTime(description="Null: until it is ended by hand.")
    channels = graphene.List(
        graphene.NonNull(graphene.String),
        required=True,
        description="Of its programme. None: all that no other programme names.",
    )
    config = LoyaltyJSON(description="As the merchant wrote it. Null without MANAGE_PROGRAMMES.")
    revision = graphene.String(
        description="Give it back with an edit: it is refused where somebody else was faster. "
        "Null without MANAGE_PROGRAMMES."
    )
    budget = graphene.List(
        graphene.NonNull(LoyaltyBudgetUse),
        description="Null without MANAGE_PROGRAMMES.",
    )

    @staticmethod
    def resolve_state_text(view: CampaignView, info: Any) -> Any:
        def written(catalogue: Catalogue) -> str:
            terms = catalogue.of_programme(view.terms.programme, view.now)
            zone = terms.config.zone if terms is not None else _UTC
            return state_text(view.terms, now=view.now, zone=zone, language=view.language)

        return loader(info, ZonesOfProgrammes).load(ALL).then(written)

    @staticmethod
    def resolve_config(view: CampaignView, info: Any) -> Any:
        return view.campaign.config if _staff(info) else None

    @staticmethod
    def resolve_revision(view: CampaignView, info: Any) -> str | None:
        return revision_of(view.campaign) if _staff(info) else None

    @staticmethod
    def resolve_budget(view: CampaignView, info: Any) -> Any:
        return loader(info, BudgetOfCampaign).load(view.campaign) if _staff(info) else None


def _staff(info: Any) -> bool:
    return viewer_of(info).may(Permission.MANAGE_PROGRAMMES)
