"""Programmes and campaigns on the pages of staff: one of them, a calendar, and what changed."""

from datetime import timedelta
from typing import Any

import pytest

from saleor_loyalty.api.ids import to_global
from saleor_loyalty.api.viewer import Permission
from saleor_loyalty.features.campaigns.models import Campaign, CampaignState
from tests.api.client import answer_to, data_of, operation
from tests.api.conftest import World, campaign
from tests.shop import NOON

ALL, ONE = operation("dashboard/all_campaigns"), operation("dashboard/campaign")
PROGRAMME = operation("dashboard/programme")
DIFFERENCE = operation("dashboard/configuration_difference")
NOWHERE = to_global("LoyaltyCampaign", "00000000-0000-0000-0000-00000000dead")


def slugs(world: World, **asked: Any) -> list[str]:
    page = data_of(ALL, world.as_admin, first=100, **asked)
    return [edge["node"]["slug"] for edge in page["edges"]]


def one_of(world: World, slug: str) -> Any:
    campaign_id = to_global("LoyaltyCampaign", campaign(slug).public_id)
    return data_of(ONE, world.as_admin, id=campaign_id)


def test_a_calendar(world: World) -> None:
    """All of them begin at noon and last for five days."""
    Campaign.objects.filter(slug="summer").update(ends_at=None)
    end = NOON + timedelta(days=5)
    assert slugs(world) == ["autumn", "summer", "spring"]
    assert slugs(world, until=NOON.isoformat()) == []
    assert slugs(world, since=end.isoformat()) == ["summer"]
    before = end - timedelta(microseconds=1)
    assert slugs(world, since=before.isoformat(), until=end.isoformat()) == slugs(world)


@pytest.mark.parametrize(
    ("state", "begins", "ends", "phase"),
    [
        (CampaignState.DRAFT, -2, -1, "DRAFT"),
        (CampaignState.ACTIVE, 1, 2, "UPCOMING"),
        (CampaignState.ACTIVE, 0, 1, "RUNNING"),
        (CampaignState.ACTIVE, -1, None, "RUNNING"),
        (CampaignState.ACTIVE, -1, 0, "OVER"),
        (CampaignState.PAUSED, -1, 1, "PAUSED"),
        (CampaignState.PAUSED, -2, -1, "OVER"),
        (CampaignState.ENDED, -1, 1, "OVER"),
    ],
)
def test_phases_are_those_that_are_shown(
    world: World, state: CampaignState, begins: int, ends: int | None, phase: str
) -> None:
    Campaign.objects.filter(slug="spring").update(
        state=state,
        starts_at=NOON + timedelta(days=begins),
        ends_at=None if ends is None else NOON + timedelta(days=ends),
    )
    found = data_of(
        ONE, world.as_admin, id=to_global("LoyaltyCampaign", campaign("spring").public_id)
    )
    assert found["phase"] == phase
    for one in ("DRAFT", "UPCOMING", "RUNNING", "PAUSED", "OVER"):
        assert ("spring" in slugs(world, phase=one)) == (one == phase)


def test_of_one_programme(world: World) -> None:
    assert slugs(world, programmeId=to_global("LoyaltyProgramme", "points")) == slugs(world)
    assert slugs(world, programmeId=to_global("LoyaltyProgramme", "outlet")) == []


def test_by_slug_or_name(world: World) -> None:
    named = Campaign.objects.get(slug="summer")
    named.config = {**named.config, "name": {"en": 'The "big" sun', "ja": "夏"}}
    named.save()
    assert slugs(world, search="FRÜH") == ["autumn", "spring"]
    assert slugs(world, search="autu") == ["autumn"]
    assert slugs(world, search="BIG") == slugs(world, search="夏") == ["summer"]
    assert slugs(world, search="multiplier") == slugs(world, search="ja") == []


def test_one_campaign(world: World) -> None:
    found = data_of(
        ONE, world.as_admin, id=to_global("LoyaltyCampaign", campaign("summer").public_id)
    )
    assert (found["slug"], found["phase"]) == ("summer", "DRAFT")
    assert found["programmeId"] == to_global("LoyaltyProgramme", "points")
    assert data_of(ONE, world.as_admin, id=NOWHERE) is None


def test_shoppers_see_no_draft_by_a_phase(world: World) -> None:
    query = "{ loyaltyCampaigns(phase: DRAFT, first: 9) { edges { node { slug } } } }"
    assert answer_to(query, world.as_ada)["data"]["loyaltyCampaigns"]["edges"] == []


def test_one_programme(world: World) -> None:
    found = data_of(
        PROGRAMME, world.as_admin, id=to_global("LoyaltyProgramme", "points"), versions=9
    )
    assert (found["slug"], [one["number"] for one in found["versions"]]) == ("points", [1])
    gone = to_global("LoyaltyProgramme", "gone")
    assert data_of(PROGRAMME, world.as_admin, id=gone, versions=9) is None


def test_what_a_version_says_otherwise(world: World) -> None:
    viewer = world.staff(Permission.MANAGE_PROGRAMMES)
    before = {"debt": "debt", "earning": {"rules": [{"slug": "a", "percent": 200}]}}
    after = {"earning": {"rules": [{"slug": "a", "percent": 300}]}, "time_zone": "UTC"}
    assert data_of(DIFFERENCE, viewer, before=before, after=after) == [
        {"place": "debt", "kind": "REMOVED", "before": "debt", "after": None},
        {"place": "earning.rules.a.percent", "kind": "CHANGED", "before": 200, "after": 300},
        {"place": "time_zone", "kind": "ADDED", "before": None, "after": "UTC"},
    ]
