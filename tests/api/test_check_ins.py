"""Check-ins, links, settings and ways to earn by GraphQL."""

from datetime import timedelta
from typing import Any

import pytest

from saleor_loyalty.api.viewer import ANONYMOUS, Permission
from saleor_loyalty.features.check_ins.models import CheckIn
from saleor_loyalty.features.engagement.models import EngagementVersion
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.shares.models import ShareLink, ShareOrder, ShareVisit
from saleor_loyalty.flows.members import find_or_join
from tests.api.client import answer_to, data_of, error_of, operation
from tests.api.conftest import CHECKOUT, GUEST_CHECKOUT, World
from tests.api.visit_world import CHECK_INS, PAGE, SAVE, VISIT, attach
from tests.shop import NOON

CALENDAR = operation("storefront/check_ins")
SETTINGS = operation("dashboard/engagement_save")
HISTORY = "{ loyaltyMe { history(first: 1) { edges { node { points text } } } } }"


def calendar(world: World, **variables: Any) -> Any:
    return data_of(CALENDAR, world.as_ada, **variables)["checkIns"]


def test_a_calendar_of_the_month(world: World) -> None:
    found = calendar(world)
    month = {one["day"]: one for one in found.pop("month")}
    assert len(month) == 31
    assert [month[f"2026-03-{day:02}"]["state"] for day in (7, 8, 9, 10, 11)] == [
        "NONE",
        "CHECKED",
        "MISSED",
        "OPEN",
        "FUTURE",
    ]
    assert (month["2026-03-09"]["price"], month["2026-03-07"]["price"]) == (20, None)
    assert month["2026-03-10"]["gift"] is None
    assert month["2026-03-12"]["gift"] == {
        "points": 10,
        "growth": 1,
        "rewardId": None,
        "boostPercent": None,
        "boostDays": None,
    }
    assert found == {
        "name": "Every day",
        "description": "",
        "timeZone": "UTC",
        "today": "2026-03-10",
        "isOpen": True,
        "opensAt": "2026-03-10T12:00:00Z",
        "checkedToday": False,
        "streak": 0,
        "ladderDays": 3,
        "nextGift": None,
        "makeUpPoints": 20,
        "makeUpsLeft": 3,
    }


def test_february_of_a_leap_year_and_months_that_are_none(world: World) -> None:
    assert len(calendar(world, year=2028, month=2)["month"]) == 29
    assert calendar(world, languageCode="de")["name"] == "Jeden Tag"
    for given in ({"month": 13}, {"month": -1}, {"year": 1}, {"year": 9999, "month": 12}):
        assert error_of(CALENDAR, world.as_ada, **given)[0] == "INVALID"


def test_checking_in_and_making_good(world: World) -> None:
    check_in, make_up = operation("storefront/check_in"), operation("storefront/check_in_make_up")
    first, again = data_of(check_in, world.as_ada), data_of(check_in, world.as_ada)
    assert (first["isNew"], again["isNew"]) == (True, False)
    assert first["checkIn"] == again["checkIn"]
    assert first["checkIns"]["opensAt"] == "2026-03-11T00:00:00Z"
    made = data_of(make_up, world.as_ada, day="2026-03-09")
    assert made["checkIn"] == {"day": "2026-03-09", "streak": 2, "points": 0, "madeUpFor": 20}
    assert made["checkIns"] == {"streak": 3, "makeUpsLeft": 2}
    (edge,) = data_of(HISTORY, world.as_ada)["history"]["edges"]
    assert edge["node"] == {"points": -20, "text": "Used to make March 9, 2026 good"}
    refused = error_of(make_up, world.as_ada, day="2026-03-01")
    assert refused == ("INVALID", "This day cannot be made good.")
    assert CheckIn.objects.count() == 3


def test_a_stranger_sees_what_there_is_and_joins_by_it(world: World) -> None:
    found = data_of(CALENDAR, world.as_eve)["checkIns"]
    assert (found["isOpen"], found["streak"], found["makeUpsLeft"]) == (True, 0, 3)
    assert not Member.objects.filter(user_id=world.eve).exists()
    assert data_of(operation("storefront/check_in"), world.as_eve)["checkIn"]["streak"] == 1
    assert Member.objects.filter(user_id=world.eve).exists()


def test_what_the_shop_does_not_offer(world: World) -> None:
    data_of(SETTINGS, world.as_admin, subject="CHECK_INS", enabled=False, config=CHECK_INS)
    assert calendar(world) is None
    refused = error_of(operation("storefront/check_in"), world.as_ada)
    assert refused == ("NOT_FOUND", "The shop does not offer this.")


@pytest.mark.parametrize(
    ("zone", "refused"),
    [
        ("Europe/Paris", None),
        ("America/Argentina/Buenos_Aires", None),
        ("", None),
        ("europe/paris", "INVALID"),
        ("localtime", "INVALID"),
        ("../../etc/passwd", "INVALID"),
        ("right/Europe/Paris", "INVALID"),
        ("+02:00", "INVALID"),
        ("x" * 64, "INVALID"),
        ("Europe/\u0000Paris", "INVALID"),
    ],
)
def test_a_members_time_zone(world: World, zone: str, refused: str | None) -> None:
    update = operation("storefront/member_update")
    answer = data_of(update, world.as_ada, input={"timeZone": zone})
    if refused is None:
        assert (answer["member"]["timeZone"], answer["errors"]) == (zone, [])
        return
    (error,) = answer["errors"]
    assert (error["field"], error["code"]) == ("timeZone", refused)
    assert Member.objects.get(pk=world.ada.pk).time_zone == ""


def test_a_time_zone_is_ones_own_or_for_staff(world: World) -> None:
    update = operation("dashboard/member_update")
    given = {"id": world.ada_id, "input": {"timeZone": "Asia/Tokyo"}}
    assert "errors" in answer_to(update, world.as_bob, **given)
    assert Member.objects.get(pk=world.ada.pk).time_zone == ""
    data_of(update, world.staff(Permission.MANAGE_MEMBERS), **given)
    assert Member.objects.get(pk=world.ada.pk).time_zone == "Asia/Tokyo"
    assert calendar(world)["timeZone"] == "Asia/Tokyo"


def test_settings_have_versions(world: World) -> None:
    saved = data_of(SETTINGS, world.as_admin, **SAVE)
    assert (saved["engagement"]["enabled"], saved["engagement"]["newest"]["number"]) == (False, 2)
    again = data_of(SETTINGS, world.as_admin, **SAVE)
    assert again["engagement"]["newest"]["number"] == 2
    found = data_of(operation("dashboard/engagements"), world.as_admin, versions=9)
    shares = next(one for one in found if one["subject"] == "SHARES")
    assert [(one["number"], one["enabled"]) for one in shares["versions"]] == [
        (2, False),
        (1, True),
    ]
    assert [one["subject"] for one in found] == [
        "CHECK_INS",
        "REVIEWS",
        "SHARES",
        "REFERRALS",
        "OCCASIONS",
    ]


@pytest.mark.parametrize(
    ("config", "place"),
    [
        ({}, "days"),
        ({"days": [{"points": -5}]}, "days.0.points"),
        ({"days": [{"points": 5}], "gate": {"tears": []}}, "gate.tears"),
        ([], "JSON object"),
    ],
)
def test_settings_that_cannot_be_meant(world: World, config: Any, place: str) -> None:
    before = EngagementVersion.objects.count()
    code, message = error_of(
        SETTINGS, world.as_admin, subject="CHECK_INS", enabled=True, config=config
    )
    assert code == "INVALID"
    assert place in message
    assert EngagementVersion.objects.count() == before


def test_a_link_and_who_came_by_it(world: World) -> None:
    made = data_of(operation("storefront/share_link"), world.as_ada, page="/a?b=1")["link"]
    assert made["path"] == f"/a?b=1&share={made['code']}"
    visit = operation("storefront/share_visit")
    for visitor in ("v1", "v1", "v2"):
        assert data_of(visit, ANONYMOUS, **{**VISIT, "visitor": visitor})["page"] == PAGE
    # Who is logged in as the one who shared it.
    data_of(visit, world.as_bob, **{**VISIT, "visitor": "v3"})
    (link,) = data_of(operation("storefront/share_links"), world.as_bob, first=9)["shareLinks"]
    assert {name: link[name] for name in ("visits", "counted", "orders")} == {
        "visits": 4,
        "counted": 2,
        "orders": 0,
    }
    (edge,) = data_of(HISTORY, world.as_bob)["history"]["edges"]
    assert edge["node"] == {"points": 2, "text": f"A visit by your link to {PAGE}"}


def test_what_is_no_link_and_no_page(world: World) -> None:
    before = (ShareLink.objects.count(), ShareVisit.objects.count(), ShareOrder.objects.count())
    link, visit = operation("storefront/share_link"), operation("storefront/share_visit")
    for page in ("https://evil.example", "//evil.example", "", "/" + "x" * 2_000):
        assert error_of(link, world.as_ada, page=page)[0] in ("INVALID", "REQUIRED")
    assert error_of(visit, **{**VISIT, "code": "nonesuch"})[0] == "NOT_FOUND"
    assert error_of(visit, **{**VISIT, "visitor": ""})[0] == "REQUIRED"
    assert error_of(visit, **{**VISIT, "userAgent": "x" * 1_001})[0] == "INVALID"
    order = operation("storefront/share_attach")
    assert error_of(order, **{**attach(GUEST_CHECKOUT), "code": "nonesuch"})[0] == "NOT_FOUND"
    assert error_of(order, **attach("no-checkout"))[0] == "INVALID"
    after = (ShareLink.objects.count(), ShareVisit.objects.count(), ShareOrder.objects.count())
    assert before == after


def test_a_checkout_knows_by_whom(world: World) -> None:
    order = operation("storefront/share_attach")
    assert data_of(order, **attach(CHECKOUT)) == {"page": PAGE, "errors": []}
    assert ShareOrder.objects.get().checkout_id == CHECKOUT


def test_ways_to_earn(world: World) -> None:
    query = operation("storefront/ways_to_earn")
    found = data_of(query, world.as_ada, languageCode="de")["waysToEarn"]
    ways = {one["kind"]: one for one in found}
    assert {name: ways["CHECK_IN"][name] for name in ("name", "state", "progress", "goal")} == {
        "name": "Jeden Tag",
        "state": "OPEN",
        "progress": 0,
        "goal": 3,
    }
    assert ways["SHARE_ORDER"]["gift"]["points"] == 50
    assert data_of(query, world.as_eve)["waysToEarn"] == []


def test_ways_are_read_in_few_statements(world: World, django_assert_max_num_queries: Any) -> None:
    find_or_join(world.eve, now=NOON - timedelta(days=1))
    with django_assert_max_num_queries(30):
        assert data_of(operation("storefront/ways_to_earn"), world.as_eve)["waysToEarn"]
