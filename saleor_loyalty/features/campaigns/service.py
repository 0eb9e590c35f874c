"""Writing campaigns: which move from one state to another is possible. Rules are not its business.

draft ── activate ──▶ active ◀── pause, resume ──▶ paused
                        └──────────── end ──────────┴──▶ ended
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from ...errors import N_, Code, LoyaltyError
from ...values.source_key import digest_of
from .models import Campaign, CampaignState

_FROM = {
    CampaignState.ACTIVE: (CampaignState.PAUSED,),
    CampaignState.PAUSED: (CampaignState.ACTIVE,),
    CampaignState.ENDED: (CampaignState.ACTIVE, CampaignState.PAUSED),
}


def locked_campaign(public_id: UUID) -> Campaign:
    """Held until the transaction ends. Raises NOT_FOUND."""
    found = Campaign.objects.select_related("programme").select_for_update(of=("self",))
    campaign = found.filter(public_id=public_id).first()
    if campaign is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such campaign."), field="id")
    return campaign


def check_draft(campaign: Campaign, revision: str) -> None:
    """Raises INVALID for a campaign whose rules are fixed, CHANGED_MEANWHILE."""
    if campaign.state != CampaignState.DRAFT:
        raise LoyaltyError(
            Code.INVALID, N_("The rules of an activated campaign do not change."), field="id"
        )
    if revision != revision_of(campaign):
        raise LoyaltyError(
            Code.CHANGED_MEANWHILE,
            N_("Somebody else has changed this since you read it."),
            field="revision",
        )


def check_move(campaign: Campaign, state: CampaignState) -> None:
    """Raises INVALID where there is no such way."""
    if campaign.state not in _FROM[state]:
        raise LoyaltyError(
            Code.INVALID,
            N_("This cannot be done in the state the campaign is in."),
            field="id",
        )


def revision_of(campaign: Campaign) -> str:
    """Another text for every other content: who edits says which content they have seen."""
    content: dict[str, Any] = {
        "config": campaign.config,
        "window": [_text(campaign.starts_at), _text(campaign.ends_at)],
    }
    return f"{digest_of(content) & (2**64 - 1):016x}"


def _text(moment: datetime | None) -> str | None:
    return str(moment.timestamp()) if moment else None
