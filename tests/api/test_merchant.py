"""Programmes, campaigns, previews and lint as clients meet them."""

from datetime import timedelta
from typing import Any

import pytest

from saleor_loyalty.api.ids import to_global
from saleor_loyalty.api.viewer import ANONYMOUS, Permission, Viewer
from saleor_loyalty.flows.order_changed import act_on
from tests.api import merchant
from tests.api.client import answer_to, data_of, error_of, operation
from tests.api.conftest import CHECKOUT, GUEST_CHECKOUT, World, campaign
from tests.flows.merchant import TWICE, WELCOME, in_force, running
from tests.shop import NOON, line, paid_order

PREVIEW = operation("dashboard/preview")
CHECKOUT_PREVIEW = operation("storefront/checkout_preview")


def test_a_programme_from_its_first_draft_to_an_award(world: World) -> None:
    made = data_of(
        operation("dashboard/programme_create"), world.as_admin, **merchant.programme_create(world)
    )["programme"]
    (version,) = made["versions"]
    assert (made["channels"], version["number"], version["state"]) == (["eu"], 1, "DRAFT")
    config = {**merchant.CONFIG, "debt": "only_what_is_there"}
    seen = {"id": version["id"], "revision": version["revision"]}
    edited = data_of(
        operation("dashboard/programme_update_draft"), world.as_admin, **seen, config=config
    )["version"]
    code, _ = error_of(
        operation("dashboard/programme_update_draft"), world.as_admin, **seen, config=config
    )
    assert code == "CHANGED_MEANWHILE"
    active = data_of(
        operation("dashboard/programme_activate"),
        world.as_admin,
        id=edited["id"],
        revision=edited["revision"],
    )["version"]
    assert (active["state"], active["validFrom"]) == ("ACTIVE", "2026-03-10T12:00:00Z")


@pytest.mark.parametrize(
    ("config", "message"),
    [
        ({"earning": {"rates": {"USD": {"points": 1.5, "minor": 1}}}}, "earning.rates.USD.points"),
        ({"earning": {"rates": {}}, "surprise": 1}, "surprise"),
        ([], "JSON object"),
        ({"a": "x\x00"}, "cannot be printed"),
    ],
)
def test_a_refusal_names_the_place(world: World, config: Any, message: str) -> None:
    given = {**merchant.programme_update_draft(world), "config": config}
    answer = answer_to(operation("dashboard/programme_update_draft"), world.as_admin, **given)
    (error,) = answer["data"]["loyaltyProgrammeUpdateDraft"]["errors"]
    assert (error["code"], error["field"]) == ("INVALID", "config")
    assert message in error["message"]


def test_a_document_written_into_the_query_itself(world: World) -> None:
    query = """mutation { loyaltyProgrammeCreate(slug: "jp", name: "Japan", channels: ["jp"],
      config: {earning: {rates: {JPY: {points: 1, minor: 150, whole_steps: true}}, rules: [
        {kind: "bonus", slug: "hello", points: 5, name: {en: "Hello"}}]}}) {
      programme { versions(first: 1) { config } } errors { message } } }"""
    earning = data_of(query, world.as_admin)["programme"]["versions"][0]["config"]["earning"]
    assert earning["rates"]["JPY"] == {"points": 1, "minor": 150, "whole_steps": True}
    assert earning["rules"][0]["name"] == {"en": "Hello"}


def test_storefronts_see_what_runs_and_staff_see_all(world: World) -> None:
    def seen(name: str, viewer: Viewer, **more: Any) -> dict[str, dict[str, Any]]:
        page = data_of(operation(name), viewer, first=10, **more)
        return {edge["node"]["slug"]: edge["node"] for edge in page["edges"]}

    shown = seen("storefront/campaigns", ANONYMOUS, languageCode="de")
    assert list(shown) == ["spring"]
    spring = shown["spring"]
    assert (spring["name"], spring["phase"]) == ("Frühling", "RUNNING")
    # It ends at noon of the Sunday after.
    assert spring["stateText"] == "2× bis Sonntag"
    staff = seen("dashboard/all_campaigns", world.as_admin)
    assert {slug: one["phase"] for slug, one in staff.items()} == {
        "spring": "RUNNING",
        "summer": "DRAFT",
        "autumn": "PAUSED",
    }
    assert staff["spring"]["budget"] == [
        {"currency": None, "isGrowth": False, "most": 1000, "used": 0}
    ]


def test_what_only_staff_may_read_of_a_campaign(world: World) -> None:
    query = "{ loyaltyCampaigns(first: 1) { edges { node { config revision budget { used } } } } }"
    (edge,) = data_of(query, world.as_ada)["edges"]
    assert edge["node"] == {"config": None, "revision": None, "budget": None}
    code, _ = error_of("{ loyaltyCampaigns(first: 1, all: true) { edges { cursor } } }")
    assert code == "FORBIDDEN"


def test_a_shopper_is_told_why_in_their_language(world: World) -> None:
    in_force(
        {**TWICE, "name": {"en": "Double", "de": "Doppelt"}},
        {**WELCOME, "caps": [{"period": "event", "points": 7}]},
    )
    points = data_of(CHECKOUT_PREVIEW, world.as_ada, checkoutId=CHECKOUT, languageCode="de")[
        "points"
    ]
    assert points["points"] == 30 + 30 + 7
    assert [(part["rule"], part["name"], part["points"]) for part in points["parts"]] == [
        (None, None, 30),
        ("twice", "Doppelt", 30),
        ("welcome", None, 7),
    ]
    assert points["parts"][0]["exact"] == "30.00"
    assert points["parts"][2]["cut"] == 43
    assert points["parts"][2]["cutText"]
    (passed,) = points["passedOver"]
    assert (passed["rule"], passed["name"], passed["condition"]) == (
        "spring.double",
        "Frühling",
        "tier",
    )
    assert passed["text"] != "Only for other tiers"


@pytest.mark.parametrize(
    "chosen",
    [{"memberId": "x"}, {"at": "2026-04-01T00:00:00Z"}, {"versionId": "x"}],
    ids=lambda one: next(iter(one)),
)
def test_a_shopper_may_choose_nothing(world: World, chosen: dict[str, str]) -> None:
    name, value = next(iter(chosen.items()))
    query = f'{{ loyaltyPreview(checkoutId: "{CHECKOUT}", {name}: "{value}") {{ version }} }}'
    assert error_of(query, world.as_ada)[0] == "FORBIDDEN"
    assert error_of(query, world.staff(Permission.MANAGE_ORDERS))[0] == "FORBIDDEN"


def test_a_checkout_without_a_customer_is_for_whoever_knows_it(world: World) -> None:
    found = data_of(CHECKOUT_PREVIEW, ANONYMOUS, checkoutId=GUEST_CHECKOUT)
    assert found["points"]["points"] == 30


def test_staff_preview_an_order_under_a_draft_and_as_another(world: World) -> None:
    order = paid_order(line("a", 1999), line("b", 501), user_id=world.ada.user_id)
    world.shop.orders["o1"] = order
    asked = {"orderId": "o1", "versionId": to_global("LoyaltyProgrammeVersion", "outlet:1")}
    found = data_of(PREVIEW, world.as_admin, **asked, memberId=world.bob_id)
    assert (found["programme"], found["version"], found["at"]) == (
        "outlet",
        1,
        "2026-03-10T12:00:00Z",
    )
    assert found["points"]["parts"][0]["shares"] == [20, 5]
    assert found["growth"]["points"] == 25
    assert data_of(PREVIEW, world.as_admin, orderId="o404") is None


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({}, "REQUIRED"),
        ({"orderId": "o1", "lines": []}, "REQUIRED"),
        ({"lines": [], "channel": "web", "currency": "USD"}, "LIMIT_EXCEEDED"),
        ({"lines": [{"gross": 1}], "currency": "USD"}, "REQUIRED"),
        ({"lines": [{"gross": -1}], "channel": "web", "currency": "USD"}, "INVALID"),
        ({"lines": [{"gross": 1}], "channel": "web", "currency": "XXY"}, "CURRENCY_NOT_SUPPORTED"),
        (
            {"orderId": "o1", "versionId": to_global("LoyaltyProgrammeVersion", "points:99")},
            "NOT_FOUND",
        ),
    ],
)
def test_odd_questions(world: World, asked: dict[str, Any], code: str) -> None:
    assert error_of(PREVIEW, world.as_admin, **asked)[0] == code


def test_the_history_of_a_member_explains_a_campaigns_award(world: World) -> None:
    running({**TWICE, "name": {"en": "Double", "ja": "2倍"}}, slug="now")
    order = paid_order(
        line("a", 999), order_id="o9", user_id=world.ada.user_id, paid_at=NOON + timedelta(hours=1)
    )
    act_on([order], now=NOON + timedelta(hours=1))
    page = data_of(operation("storefront/history_explained"), world.as_ada, first=1)
    (edge,) = page["history"]["edges"]
    award = edge["node"]["award"]
    assert [(part["name"], part["points"]) for part in award["parts"]] == [(None, 9), ("Double", 9)]
    assert [one["name"] for one in award["passedOver"]] == ["Spring"]


def test_lint_is_answered_in_order(world: World) -> None:
    never = {"kind": "dates", "until": "2026-03-01T00:00:00Z"}
    version = in_force({**TWICE, "percent": 900}, {**WELCOME, "when": never})
    asked = {"versionId": to_global("LoyaltyProgrammeVersion", f"points:{version.number}")}
    found = data_of(operation("dashboard/programme_lint"), world.as_admin, **asked)
    told = [(one["severity"], one["code"]) for one in found]
    assert told[:2] == [("ERROR", "NEVER_APPLIES"), ("WARNING", "STACKS_TOO_HIGH")]
    calm = data_of(operation("dashboard/programme_lint"), world.as_admin, **asked, mostPercent=2000)
    assert "STACKS_TOO_HIGH" not in {one["code"] for one in calm}


def test_a_campaign_through_its_life(world: World) -> None:
    made = data_of(
        operation("dashboard/campaign_create"), world.as_admin, **merchant.campaign_create(world)
    )["campaign"]
    seen = {"id": made["id"], "revision": made["revision"]}
    phases = [made["phase"]]
    for name, given in (
        ("activate", seen),
        ("pause", {"id": made["id"]}),
        ("resume", {"id": made["id"]}),
        ("end", {"id": made["id"]}),
    ):
        answer = data_of(operation(f"dashboard/campaign_{name}"), world.as_admin, **given)
        phases.append(answer["campaign"]["phase"])
    assert phases == ["DRAFT", "UPCOMING", "PAUSED", "UPCOMING", "OVER"]
    assert campaign("tuesdays").config["pauses"][-1]["until"] is None
