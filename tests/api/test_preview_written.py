"""What an order would earn under what somebody is writing, before it is saved."""

from typing import Any

from saleor_loyalty.api.ids import to_global
from saleor_loyalty.api.viewer import Permission
from saleor_loyalty.features.campaigns.models import Campaign
from saleor_loyalty.features.programme.models import ProgrammeVersion
from tests.api.client import answer_to, data_of, error_of, operation
from tests.api.conftest import CHECKOUT, World, campaign
from tests.api.pages_world import few_orders, written

PREVIEW = operation("dashboard/preview")
TEN = {"kind": "bonus", "slug": "ten", "points": 10}


def points(world: World, **asked: Any) -> tuple[int, list[tuple[str | None, int]]]:
    found = data_of(PREVIEW, world.as_admin, orderId="o2", **asked)["points"]
    return found["points"], [(part["rule"], part["points"]) for part in found["parts"]]


def test_a_programme_that_is_being_written(world: World) -> None:
    few_orders(world)
    assert points(world) == (20, [(None, 20)])
    assert points(world, config=written()["config"]) == (60, [(None, 60)])
    half = {"earning": {"rates": {"USD": {"points": 1, "minor": 200}}, "rules": [TEN]}}
    assert points(world, config=half) == (20, [(None, 10), ("ten", 10)])


def test_a_draft_campaign_whatever_its_window(world: World) -> None:
    few_orders(world)
    summer = to_global("LoyaltyCampaign", campaign("summer").public_id)
    gold_only = points(world, campaignId=summer, at="2031-01-01T00:00:00Z")
    assert gold_only == (20, [(None, 20)])
    Campaign.objects.filter(slug="summer").update(
        config={**campaign("summer").config, "audience": None}
    )
    assert points(world, campaignId=summer, at="2031-01-01T00:00:00Z") == (
        40,
        [(None, 20), ("summer.double", 20)],
    )


def test_a_campaign_that_is_being_written(world: World) -> None:
    few_orders(world)
    config = {"name": {"en": "New"}, "rules": [TEN]}
    assert points(world, campaignConfig=config) == (30, [(None, 20), ("draft.ten", 10)])
    both = written()
    assert points(world, **both) == (70, [(None, 60), ("summer.ten", 10)])


def test_one_that_runs_does_not_count_twice(world: World) -> None:
    few_orders(world)
    spring = campaign("spring")
    Campaign.objects.filter(pk=spring.pk).update(config={**spring.config, "audience": None})
    assert points(world)[0] == 40
    given = {"campaignId": to_global("LoyaltyCampaign", spring.public_id)}
    assert points(world, **given)[0] == 40
    config = {"name": {"en": "x"}, "rules": [TEN]}
    assert points(world, **given, campaignConfig=config)[0] == 30


def test_what_is_wrong_is_named(world: World) -> None:
    few_orders(world)
    code, message = error_of(PREVIEW, world.as_admin, orderId="o2", campaignConfig={"name": {}})
    assert (code, "rules: This is needed." in message) == ("INVALID", True)
    gone = to_global("LoyaltyCampaign", "00000000-0000-0000-0000-00000000dead")
    assert error_of(PREVIEW, world.as_admin, orderId="o2", campaignId=gone)[0] == "NOT_FOUND"


def test_nothing_is_kept(world: World) -> None:
    few_orders(world)
    before = [list(table.objects.values_list()) for table in (Campaign, ProgrammeVersion)]
    points(world, **written())
    assert before == [list(table.objects.values_list()) for table in (Campaign, ProgrammeVersion)]


def test_a_shopper_tries_nothing_on_their_checkout(world: World) -> None:
    query = """query($id: ID!, $config: LoyaltyJSON) {
      loyaltyPreview(checkoutId: $id, config: $config) { version } }"""
    answer = answer_to(query, world.as_ada, id=CHECKOUT, config=written()["config"])
    assert answer["errors"][0]["extensions"]["exception"]["code"] == "PermissionDenied"
    staff = world.staff(Permission.MANAGE_PROGRAMMES)
    assert data_of(query, staff, id=CHECKOUT, config=written()["config"]) == {"version": 1}
