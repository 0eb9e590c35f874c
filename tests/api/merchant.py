"""What staff send to shape programmes and campaigns: each operation once."""

from typing import Any

from saleor_loyalty.api.ids import to_global
from saleor_loyalty.api.programmes import version_id
from saleor_loyalty.features.campaigns.service import revision_of as campaign_revision
from saleor_loyalty.features.programme.service import revision_of
from tests.api.conftest import World, campaign, draft
from tests.conftest import PROGRAMME

CONFIG = PROGRAMME["config"]
CAMPAIGN = {
    "name": {"en": "Tuesdays"},
    "schedule": {"kind": "weekday", "any_of": [2]},
    "rules": [{"kind": "bonus", "slug": "extra", "points": 5}],
}
WINDOW = {"startsAt": "2026-04-01T00:00:00Z", "endsAt": "2026-05-01T00:00:00Z"}


def programme(slug: str = "points") -> str:
    return to_global("LoyaltyProgramme", slug)


def _draft(**more: Any) -> dict[str, Any]:
    found = draft()
    return {"id": version_id(found), "revision": revision_of(found), **more}


def _campaign(slug: str, **more: Any) -> dict[str, Any]:
    return {"id": to_global("LoyaltyCampaign", campaign(slug).public_id), **more}


def _summer(**more: Any) -> dict[str, Any]:
    return _campaign("summer", revision=campaign_revision(campaign("summer")), **more)


def programme_create(_world: World) -> dict[str, Any]:
    return {"slug": "eu", "name": "Europe", "channels": ["eu"], "config": CONFIG}


def programme_update(_world: World) -> dict[str, Any]:
    return {"id": programme(), "name": "Stars"}


def programme_archive(_world: World) -> dict[str, Any]:
    return {"id": programme()}


def programme_draft(_world: World) -> dict[str, Any]:
    return {"programmeId": programme()}


def programme_update_draft(_world: World) -> dict[str, Any]:
    return _draft(config={**CONFIG, "debt": "only_what_is_there"})


def programme_activate(_world: World) -> dict[str, Any]:
    return _draft(validFrom="2026-04-01T00:00:00Z")


def programme_delete_draft(_world: World) -> dict[str, Any]:
    return _draft()


def programme_lint(_world: World) -> dict[str, Any]:
    return {"versionId": to_global("LoyaltyProgrammeVersion", "points:1")}


def campaign_create(_world: World) -> dict[str, Any]:
    return {"programmeId": programme(), "slug": "tuesdays", **WINDOW, "config": CAMPAIGN}


def campaign_update(_world: World) -> dict[str, Any]:
    return _summer(**WINDOW, config=CAMPAIGN)


def campaign_activate(_world: World) -> dict[str, Any]:
    return _summer()


def campaign_pause(_world: World) -> dict[str, Any]:
    return _campaign("spring")


def campaign_resume(_world: World) -> dict[str, Any]:
    return _campaign("autumn")


def campaign_end(_world: World) -> dict[str, Any]:
    return _campaign("spring")


MUTATIONS = {
    function.__name__: function
    for function in (
        programme_create,
        programme_update,
        programme_archive,
        programme_draft,
        programme_update_draft,
        programme_activate,
        programme_delete_draft,
        campaign_create,
        campaign_update,
        campaign_activate,
        campaign_pause,
        campaign_resume,
        campaign_end,
    )
}
