"""Days that come, boosts and ways to earn, as the API answers them."""

from datetime import timedelta
from typing import Any

import pytest

from saleor_loyalty.api.viewer import Permission, Viewer
from saleor_loyalty.features.engagement.models import EngagementVersion
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows.occasion_gifts import give_due
from tests.api.client import answer_to, data_of, error_of, operation
from tests.api.conftest import World
from tests.flows.occasions import BIRTHDAY, born, keep, night
from tests.shop import NOON

DAYS, AHEAD = operation("dashboard/occasion_days"), operation("dashboard/occasions_ahead")
BOOSTS = operation("storefront/boosts")
WAYS = """query { loyaltyMe { waysToEarn(languageCode: "en") {
    kind name text state until gift { points boostPercent rewardId } } } }"""
STAFF = Viewer(user_id=0, is_staff=True, permissions=frozenset({Permission.MANAGE_MEMBERS}))
"""Whoever may see members."""


def me(member: Member) -> Viewer:
    return Viewer(user_id=member.user_id)


def asked(days: int = 30, **more: Any) -> Any:
    given = {"occasion": "BIRTHDAY", "days": days, "first": 100, **more}
    return data_of(AHEAD, STAFF, **given)


def test_staff_see_whose_day_comes(world: World) -> None:
    keep(birthday={**BIRTHDAY, "days_before": 2}, joined={"years": {"5": {"points": 1}}})
    born(world.ada, "1990-03-14", joined="2021-03-20")
    born(world.bob, "1992-03-12", joined="2020-03-20")
    days = data_of(DAYS, STAFF, days=30)
    assert days == [
        {"day": "2026-03-10", "occasion": "BIRTHDAY", "members": 1},
        {"day": "2026-03-12", "occasion": "BIRTHDAY", "members": 1},
        {"day": "2026-03-20", "occasion": "JOINED", "members": 1},
    ]
    nodes = [edge["node"] for edge in asked()["edges"]]
    assert [(one["day"], one["years"], one["member"]["email"]) for one in nodes] == [
        ("2026-03-10", 34, world.bob.email),
        ("2026-03-12", 36, world.ada.email),
    ]
    assert night(NOON) == 1
    assert [edge["node"]["day"] for edge in asked()["edges"]] == ["2026-03-12"]


def test_the_list_goes_on_where_it_ended(world: World) -> None:
    keep(birthday=BIRTHDAY)
    born(world.ada, "1990-03-14"), born(world.bob, "1990-03-14")
    one = asked(first=1)
    assert one["pageInfo"]["hasNextPage"]
    two = asked(first=1, after=one["pageInfo"]["endCursor"])
    assert not two["pageInfo"]["hasNextPage"]
    emails = [page["edges"][0]["node"]["member"]["email"] for page in (one, two)]
    assert sorted(emails) == sorted([world.ada.email, world.bob.email])


def test_nothing_is_kept_where_it_is_off(world: World) -> None:
    keep(birthday=BIRTHDAY, enabled=False)
    born(world.ada, "1990-03-14")
    assert data_of(DAYS, STAFF, days=30) == []
    assert asked()["edges"] == []


@pytest.mark.parametrize(
    ("given", "code", "field"),
    [
        ({"days": 0}, "LIMIT_EXCEEDED", "days"),
        ({"days": 367}, "LIMIT_EXCEEDED", "days"),
        ({"first": 101}, "LIMIT_EXCEEDED", "first"),
        ({"after": "nonsense"}, "INVALID", "after"),
        ({"after": "Y3Vyc29yOjIwMjYtMTMtMDEsMQ=="}, "INVALID", "after"),
    ],
)
def test_bad_input_is_refused(world: World, given: dict[str, Any], code: str, field: str) -> None:
    variables = {"occasion": "BIRTHDAY", "days": 30, "first": 9, **given}
    found, message = error_of(AHEAD, STAFF, **variables)
    assert (found, message.partition(":")[0]) == (code, field)


def test_members_see_their_boosts(world: World) -> None:
    keep(birthday={"gift": {"boost": {"percent": 200, "days": 2}}, "name": {"en": "Your day"}})
    born(world.ada, "1990-03-10")
    night(NOON)
    assert data_of(BOOSTS, me(world.ada))["boosts"] == [
        {
            "name": "Your day",
            "percent": 200,
            "startsAt": "2026-03-10T12:00:00Z",
            "endsAt": "2026-03-13T00:00:00Z",
        }
    ]
    assert data_of(BOOSTS, me(world.bob))["boosts"] == []


def ways(member: Member) -> dict[str, tuple[str, str | None]]:
    found = data_of(WAYS, me(member))["waysToEarn"]
    return {one["kind"]: (one["state"], (one["until"] or "")[:10] or None) for one in found}


def test_ways_to_earn_tell_of_days(world: World) -> None:
    once = {"gift": {"points": 5}}
    keep(
        birthday={**BIRTHDAY, "on": "month"},
        joined={"years": {"10": {"points": 1}}},
        first_order={**once, "when": "paid"},
        welcome=once,
    )
    born(world.bob, "1992-02-29", joined="2021-05-01T09:00")
    told = ways(world.bob)
    assert told["BIRTHDAY"] == ("NOT_YET", "2027-02-01")
    assert told["JOINED_ANNIVERSARY"] == ("NOT_YET", "2031-05-01")
    Member.objects.filter(pk=world.bob.pk).update(birthday=None)
    assert ways(world.bob)["BIRTHDAY"] == ("OPEN", None)
    born(world.bob, "1992-03-20")
    assert ways(world.bob)["BIRTHDAY"] == ("WAITING", "2026-03-01")
    night(NOON)
    assert give_due(now=NOON + timedelta(days=1)) == 0
    assert ways(world.bob)["BIRTHDAY"] == ("NOT_YET", "2027-03-01")


SAVE = operation("dashboard/engagement_save")
ADMIN = Viewer(user_id=0, is_staff=True, permissions=frozenset(Permission))


def saved(config: dict[str, Any], viewer: Viewer = ADMIN) -> dict[str, Any]:
    given = {"subject": "OCCASIONS", "enabled": True, "config": config, "versions": 9}
    return answer_to(SAVE, viewer, **given)


def test_staff_set_it_up(world: World) -> None:
    (answer,) = saved({"birthday": BIRTHDAY})["data"].values()
    assert answer["errors"] == []
    born(world.ada, "1990-03-10")
    assert night(NOON) == 1


@pytest.mark.parametrize(
    "config",
    [
        {"birthday": {}},
        {"birthday": {"gift": {"reward": "nothing"}}},
        {"joined": {"years": {"x": {"points": 1}}}},
        {"easter": BIRTHDAY},
    ],
)
def test_what_makes_no_sense_is_refused(world: World, config: dict[str, Any]) -> None:
    (answer,) = saved(config)["data"].values()
    assert [(error["code"], error["field"]) for error in answer["errors"]] == [
        ("INVALID", "config")
    ]
    assert not EngagementVersion.objects.filter(subject="occasions").exists()


def test_without_the_permission_nothing_is_set_up(world: World) -> None:
    assert saved({"birthday": BIRTHDAY}, STAFF).get("errors")
    assert not EngagementVersion.objects.filter(subject="occasions").exists()
