"""The terms in force: one version of a programme, each section read by the feature it is for.

Unknown, missing or contradictory input is refused with the place named: "earning.rates.USD.points".
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Self
from zoneinfo import ZoneInfo

from django.db.models import QuerySet
from pydantic import AfterValidator

from ..features.campaigns.models import Campaign, CampaignState
from ..features.earning.config import EarningConfig
from ..features.earning.rule_config import RuleConfig
from ..features.programme.models import ProgrammeVersion, VersionState
from ..features.spending.config import SpendingConfig
from ..values.config import Config
from ..values.texts import Texts
from ..values.zone import known_zone
from .campaign_terms import CampaignTerms, campaign_terms, with_campaigns


class DebtPolicy(StrEnum):
    """What a claw-back does with what is not there any more."""

    DEBT = "debt"
    ONLY_WHAT_IS_THERE = "only_what_is_there"


class ProgrammeConfig(Config):
    earning: EarningConfig
    spending: SpendingConfig = SpendingConfig()
    debt: DebtPolicy = DebtPolicy.DEBT
    time_zone: Annotated[str, AfterValidator(known_zone)] = "UTC"

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)


@dataclass(frozen=True, slots=True)
class Terms:
    """One version of one programme, as the flows use it."""

    version_id: int
    programme: str
    number: int
    channels: frozenset[str]
    valid_from: datetime
    config: ProgrammeConfig

    @property
    def wants_order_number(self) -> bool:
        return "order_number" in self.config.earning.kinds_of_conditions

    @property
    def wants_segments(self) -> bool:
        return "segment" in self.config.earning.kinds_of_conditions


class Catalogue:
    """All versions of the active programmes, and their campaigns: few rows, read once for a batch
    of work. Terms of a moment have the rules of the campaigns that run at it.
    """

    def __init__(self, terms: Iterable[Terms], campaigns: Iterable[CampaignTerms] = ()) -> None:
        # Newest first, so that the first one that fits is the one in force.
        self._terms = sorted(
            terms, key=lambda one: (one.valid_from, one.number, one.programme), reverse=True
        )
        self._named = frozenset().union(*(one.channels for one in self._terms))
        self._by_id = {one.version_id: one for one in self._terms}
        self._campaigns = sorted(campaigns, key=lambda one: one.slug)
        self._joined: dict[tuple[int, tuple[str, ...]], Terms] = {}

    @classmethod
    def load(cls) -> Self:
        campaigns = Campaign.objects.select_related("programme").exclude(state=CampaignState.DRAFT)
        return cls(map(_terms, _activated()), map(campaign_terms, campaigns))

    @classmethod
    def without_campaigns(cls) -> Self:
        """One statement less, for what no campaign changes: time zones and channels."""
        return cls(map(_terms, _activated()))

    @property
    def has_limits(self) -> bool:
        """Whether any cap or budget is to be counted."""
        return any(terms.config.earning.has_limits for terms in self._terms) or any(
            one.config.has_limits for one in self._campaigns
        )

    def in_force(self, channel: str, at: datetime) -> Terms | None:
        """The programme that names the channel, else the one that names none."""
        for terms in self._terms:
            if terms.valid_from <= at and self._serves(terms, channel):
                return self._with_campaigns(terms, at)
        return None

    def version(self, version_id: int, at: datetime | None = None) -> Terms:
        """The terms an award or payment was made under, of an archived programme too; with the
        campaigns of a moment, if one is given.
        """
        if version_id not in self._by_id:
            version = ProgrammeVersion.objects.select_related("programme").get(pk=version_id)
            self._by_id[version_id] = _terms(version)
        terms = self._by_id[version_id]
        return terms if at is None else self._with_campaigns(terms, at)

    def as_written(
        self,
        terms: Terms,
        at: datetime,
        *,
        config: ProgrammeConfig | None = None,
        campaign: CampaignTerms | None = None,
    ) -> Terms:
        """As if these were in force at that moment: another config, and a campaign that runs."""
        plain = self.version(terms.version_id)
        written = config if config is not None else plain.config
        running = [one for one in self.campaigns_of(terms.programme) if one.runs_at(at)]
        if campaign is not None:
            running = [one for one in running if one.slug != campaign.slug] + [campaign]
        earning = with_campaigns(written.earning, running)
        return replace(plain, config=written.model_copy(update={"earning": earning}))

    def of_programme(self, slug: str, at: datetime) -> Terms | None:
        """What the programme itself says at a moment, whatever channels it serves."""
        found = (one for one in self._terms if one.programme == slug and one.valid_from <= at)
        return next(found, None)

    def name_of_rule(self, version_id: int, slug: str) -> Texts | None:
        """What the merchant calls a rule; one of a campaign without a name has the campaign's."""
        campaign, joined, own = slug.rpartition(".")
        if not joined:
            return _name(self.version(version_id).config.earning.rules, own)
        found = next((one for one in self._campaigns if one.slug == campaign), None)
        if found is None:
            return None
        return _name(found.config.rules, own) or found.config.name

    def campaigns_of(self, programme: str) -> list[CampaignTerms]:
        """All but drafts, by slug."""
        return [one for one in self._campaigns if one.programme == programme]

    def _with_campaigns(self, terms: Terms, at: datetime) -> Terms:
        running = [one for one in self.campaigns_of(terms.programme) if one.runs_at(at)]
        if not running:
            return terms
        key = terms.version_id, tuple(one.slug for one in running)
        if key not in self._joined:
            earning = with_campaigns(terms.config.earning, running)
            config = terms.config.model_copy(update={"earning": earning})
            self._joined[key] = replace(terms, config=config)
        return self._joined[key]

    def _serves(self, terms: Terms, channel: str) -> bool:
        if terms.channels:
            return channel in terms.channels
        return channel not in self._named


def _activated() -> "QuerySet[ProgrammeVersion]":
    found = ProgrammeVersion.objects.select_related("programme")
    return found.filter(programme__active=True, state=VersionState.ACTIVE)


def _name(rules: Iterable[RuleConfig], slug: str) -> Texts | None:
    names = [rule.name for rule in rules if rule.slug == slug and rule.name.root]
    return names[0] if names else None


def _terms(version: ProgrammeVersion) -> Terms:
    return Terms(
        version_id=version.pk,
        programme=version.programme.slug,
        number=version.number,
        channels=frozenset(version.programme.channels),
        # A draft may not know when it begins; nothing looks for one by its moment.
        valid_from=version.valid_from or version.created_at,
        config=ProgrammeConfig.of_document(version.config),
    )
