"""What the world has of tiers beside its ladder, and what people send about it."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from saleor_loyalty.api.ids import to_global
from saleor_loyalty.api.ladders import version_id
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.tiers.models import (
    GrantKind,
    LadderState,
    LadderTrial,
    LadderVersion,
    Tier,
    TierGrant,
)
from saleor_loyalty.features.tiers.service import revision_of
from saleor_loyalty.flows import ladder_trials
from saleor_loyalty.flows.ladders import open_draft
from saleor_loyalty.flows.tier_invitations import create_invitation
from tests.conftest import LADDER
from tests.flows.ladders import activated
from tests.shop import NOON

SILVER, GOLD = to_global("LoyaltyTier", "silver"), to_global("LoyaltyTier", "gold")
GRANT = to_global("LoyaltyTierGrant", UUID(int=0x61))
INVITATION = to_global("LoyaltyTierInvitation", "WELCOME-1")
TRIAL = to_global("LoyaltyLadderTrial", UUID(int=0x71))


def tiers(bob: Member) -> None:
    """Gold is sold for 500 points; a draft that was tried; an invitation; bob is to have silver."""
    silver, gold = LADDER["tiers"]
    activated({**LADDER, "tiers": [silver, {**gold, "points_price": 500}]})
    trial = ladder_trials.start(open_draft().number, actor="user:9", now=NOON)
    ladder_trials.step(trial.pk)
    LadderTrial.objects.update(public_id=UUID(int=0x71))
    create_invitation("silver", code="welcome-1", months=3, uses=100, actor="user:9", now=NOON)
    TierGrant.objects.create(
        public_id=UUID(int=0x61),
        member=bob,
        tier=Tier.objects.get(slug="silver"),
        kind=GrantKind.BY_HAND,
        reason="A friend of the house",
        starts_at=NOON + timedelta(days=1),
    )


def draft() -> dict[str, Any]:
    found = LadderVersion.objects.get(state=LadderState.DRAFT)
    return {"id": version_id(found), "revision": revision_of(found)}


def draft_id() -> dict[str, Any]:
    return {"id": draft()["id"]}


def edited() -> dict[str, Any]:
    return {**draft(), "config": {**LADDER, "warn_days_before": [14]}}
