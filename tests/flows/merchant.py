"""Programmes and campaigns as staff make them, in few words."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from saleor_loyalty.features.campaigns.models import Campaign
from saleor_loyalty.features.campaigns.service import revision_of as campaign_revision
from saleor_loyalty.features.programme.models import ProgrammeVersion
from saleor_loyalty.features.programme.service import revision_of
from saleor_loyalty.flows.campaigns import activate_campaign, create_campaign
from saleor_loyalty.flows.programmes import activate_draft, edit_draft, open_draft
from tests.conftest import PROGRAMME
from tests.shop import NOON

TWICE = {"kind": "multiplier", "slug": "twice", "percent": 200}
WELCOME = {"kind": "bonus", "slug": "welcome", "points": 50}


def config_with(*rules: dict[str, Any], **earning: Any) -> dict[str, Any]:
    """The tests' usual programme with these rules."""
    config = PROGRAMME["config"]
    return {**config, "earning": {**config["earning"], "rules": list(rules), **earning}}


def draft_with(*rules: dict[str, Any], **earning: Any) -> ProgrammeVersion:
    draft = open_draft("points")
    return edit_draft(
        "points",
        draft.number,
        config=config_with(*rules, **earning),
        revision=revision_of(draft),
    )


def in_force(
    *rules: dict[str, Any],
    valid_from: datetime | None = None,
    now: datetime = NOON,
    **earning: Any,
) -> ProgrammeVersion:
    """A further version of the programme, activated."""
    draft = draft_with(*rules, **earning)
    return activate_draft(
        "points", draft.number, revision=revision_of(draft), valid_from=valid_from, now=now
    )


def draft_campaign(
    *rules: dict[str, Any],
    slug: str = "spring",
    starts_at: datetime = NOON,
    ends_at: datetime | None = NOON + timedelta(days=7),
    **config: Any,
) -> Campaign:
    document = {"name": {"en": slug.title()}, "rules": list(rules), **config}
    return create_campaign("points", slug, starts_at=starts_at, ends_at=ends_at, config=document)


def running(*rules: dict[str, Any], now: datetime = NOON, **more: Any) -> Campaign:
    made = draft_campaign(*rules, **more)
    return activate_campaign(made.public_id, revision=campaign_revision(made), now=now)


def slugs(parts: Sequence[Any]) -> list[str]:
    return [part.rule for part in parts]
