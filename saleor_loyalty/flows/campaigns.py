"""Campaigns as staff run them. The rules of an activated campaign never change.

What a campaign gave at a moment can always be told again: its window and its pauses are kept, so
an order paid in a pause earns nothing from it however late it comes in, and one paid before the
end still does after it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from pydantic import ValidationError

from ..errors import N_, Code, LoyaltyError
from ..features.campaigns.models import Campaign, CampaignState
from ..features.campaigns.service import check_draft, check_move, locked_campaign
from ..features.earning.caps import Limit, all_shared_limits
from ..features.earning.counters import room
from ..features.earning.rule_config import NO_GROUP, Slug, Units
from ..features.programme.models import Programme
from ..features.programme.service import locked_programme, newest_activated
from ..values.config import Config
from ..values.faults import places_of
from ..values.identity import new_public_id
from ..values.points import Unit
from .campaign_terms import CampaignConfig, Pause, campaign_terms
from .terms import ProgrammeConfig


class _Head(Config):
    slug: Slug


@transaction.atomic
def create_campaign(
    programme_slug: str,
    slug: str,
    *,
    starts_at: datetime,
    ends_at: datetime | None,
    config: Any,
) -> Campaign:
    """A draft. Raises INVALID naming each place at fault."""
    try:
        _Head(slug=slug)
    except ValidationError as error:
        raise LoyaltyError(Code.INVALID, places_of(error), field="slug") from error
    document = parse_campaign(config)
    _check_window(starts_at, ends_at)
    programme = locked_programme(programme_slug, field="programmeId")
    _check_groups(document, programme)
    if Campaign.objects.filter(slug=slug).exists():
        raise LoyaltyError(Code.INVALID, N_("This slug is taken."), field="slug")
    return Campaign.objects.create(
        public_id=new_public_id(),
        programme=programme,
        slug=slug,
        starts_at=starts_at,
        ends_at=ends_at,
        config=document.to_json(),
    )


@transaction.atomic
def edit_campaign(
    public_id: UUID,
    *,
    starts_at: datetime,
    ends_at: datetime | None,
    config: Any,
    revision: str,
) -> Campaign:
    """Replaces what a draft says. Raises INVALID naming each place, CHANGED_MEANWHILE."""
    document = parse_campaign(config)
    _check_window(starts_at, ends_at)
    campaign = locked_campaign(public_id)
    check_draft(campaign, revision)
    _check_groups(document, campaign.programme)
    campaign.starts_at, campaign.ends_at = starts_at, ends_at
    campaign.config = document.to_json()
    campaign.save(update_fields=["starts_at", "ends_at", "config"])
    return campaign


@transaction.atomic
def activate_campaign(public_id: UUID, *, revision: str, now: datetime) -> Campaign:
    """It runs from its beginning on, or from now where that is past: never in the past."""
    campaign = locked_campaign(public_id)
    check_draft(campaign, revision)
    if campaign.ends_at is not None and campaign.ends_at <= now:
        raise LoyaltyError(Code.INVALID, N_("It would be over already."), field="id")
    _check_groups(parse_campaign(campaign.config), campaign.programme)
    campaign.state = CampaignState.ACTIVE
    campaign.starts_at = max(campaign.starts_at, now)
    campaign.save(update_fields=["state", "starts_at"])
    return campaign


@transaction.atomic
def pause_campaign(public_id: UUID, *, now: datetime) -> Campaign:
    """What happens from now on earns nothing from it."""
    campaign = locked_campaign(public_id)
    check_move(campaign, CampaignState.PAUSED)
    return _stop(campaign, CampaignState.PAUSED, now)


@transaction.atomic
def resume_campaign(public_id: UUID, *, now: datetime) -> Campaign:
    campaign = locked_campaign(public_id)
    check_move(campaign, CampaignState.ACTIVE)
    campaign.state = CampaignState.ACTIVE
    _write_pauses(campaign, _closed(_pauses(campaign), now))
    return campaign


@transaction.atomic
def end_campaign(public_id: UUID, *, now: datetime) -> Campaign:
    """Before its time. What happened before still earns, however late it comes in."""
    campaign = locked_campaign(public_id)
    check_move(campaign, CampaignState.ENDED)
    # One that has not begun yet keeps its window and never runs in it.
    if campaign.starts_at >= now:
        return _stop(campaign, CampaignState.ENDED, now)
    campaign.state = CampaignState.ENDED
    campaign.ends_at = now if campaign.ends_at is None else min(campaign.ends_at, now)
    campaign.save(update_fields=["state", "ends_at"])
    return campaign


@dataclass(frozen=True, slots=True)
class BudgetUse:
    """In points of the unit, or in minor units of `currency` where it is not ""."""

    unit: Unit
    currency: str
    most: int
    used: int


def budget_use(campaign: Campaign) -> list[BudgetUse]:
    """How far the campaign's budget is used up; awards taken back have given theirs back."""
    return budgets_used([campaign])[campaign]


def budgets_used(campaigns: Iterable[Campaign]) -> dict[Campaign, list[BudgetUse]]:
    """The same of many in one statement."""
    limits = {campaign: list(_limits(campaign)) for campaign in campaigns}
    left = room(limit for found in limits.values() for _, limit in found)
    return {
        campaign: [
            BudgetUse(unit, limit.currency, limit.most, limit.most - left[limit.key])
            for unit, limit in found
        ]
        for campaign, found in limits.items()
    }


def _limits(campaign: Campaign) -> Iterator[tuple[Unit, Limit]]:
    terms = campaign_terms(campaign)
    budget = terms.config.budget
    if budget is None:
        return
    units = [Unit.POINTS]
    if any(rule.units is not Units.POINTS for rule in terms.config.rules):
        units.append(Unit.GROWTH)
    for unit in units:
        for limit in all_shared_limits(terms.programme, terms.budget_name, budget, unit):
            yield unit, limit


def parse_campaign(data: Any) -> CampaignConfig:
    """Raises INVALID naming each place at fault."""
    config = CampaignConfig.parse(data)
    if config.pauses:
        raise LoyaltyError(
            Code.INVALID, N_("Pause and resume the campaign instead."), field="config"
        )
    return config


def _stop(campaign: Campaign, state: CampaignState, now: datetime) -> Campaign:
    campaign.state = state
    pauses = _pauses(campaign)
    if pauses and pauses[-1].until is None:
        _write_pauses(campaign, pauses)
    else:
        _write_pauses(campaign, [*pauses, Pause.model_validate({"from": now})])
    return campaign


def _closed(pauses: list[Pause], now: datetime) -> list[Pause]:
    last = pauses[-1]
    return [*pauses[:-1], last.model_copy(update={"until": now})]


def _pauses(campaign: Campaign) -> list[Pause]:
    return list(CampaignConfig.of_document(campaign.config).pauses)


def _write_pauses(campaign: Campaign, pauses: list[Pause]) -> None:
    campaign.config = {**campaign.config, "pauses": [pause.to_json() for pause in pauses]}
    campaign.save(update_fields=["state", "config"])


def _check_window(starts_at: datetime, ends_at: datetime | None) -> None:
    if ends_at is not None and ends_at <= starts_at:
        raise LoyaltyError(
            Code.INVALID, N_("The end must lie after the beginning."), field="endsAt"
        )


def _check_groups(config: CampaignConfig, programme: Programme) -> None:
    """A campaign's rules may join the groups of its programme."""
    version = newest_activated(programme) or programme.versions.order_by("-number").first()
    known = ProgrammeConfig.parse(version.config).earning.groups if version is not None else {}
    for rule in config.rules:
        if rule.group and rule.group not in known:
            raise LoyaltyError(
                Code.INVALID,
                NO_GROUP,
                field="config",
                group=rule.group,
            )
