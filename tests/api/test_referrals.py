"""Friends by GraphQL: what members see of each other, what staff see, what is refused."""

import json
from typing import Any

import pytest

from saleor_loyalty.api.ids import to_global
from saleor_loyalty.features.engagement.models import Subject
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.referrals.models import Referral, ReferralCode
from saleor_loyalty.flows.engagement import save
from tests.api.client import answer_to, data_of, error_of, operation
from tests.api.conftest import CHECKOUT, World
from tests.api.friend_world import BOBS, CODE, CONFIG, DECIDED, LISTED, REFERRAL, at
from tests.shop import NOON

NOBODYS = "00000000-0000-0000-0000-00000000dead"


def page(viewer: Any) -> Any:
    return data_of(operation("storefront/my_referrals"), viewer, first=9)


def test_a_member_sees_the_friends_shortened_and_not_why_they_are_looked_at(world: World) -> None:
    found = page(world.as_bob)
    assert (found["code"], found["link"], found["visits"]) == (BOBS, f"/friends/{BOBS}", 0)
    (edge,) = found["friends"]["edges"]
    assert {**edge["node"], "id": ""} == {
        "id": "",
        "name": "A***",
        "state": "CHECKING",
        "since": "2026-03-10T12:00:00Z",
        "dueAt": None,
        "points": 0,
    }
    counts = [found[name] for name in ("registered", "ordered", "checking", "rewarded", "ended")]
    assert counts == [0, 0, 1, 0, 0]
    assert (found["earnedPoints"], found["leftThisMonth"], found["leftEver"]) == (0, 5, None)
    assert found["nextMilestone"] == found["milestones"][0]
    assert (found["nextMilestone"]["friends"], found["nextMilestone"]["left"]) == (3, 3)
    written = json.dumps([found, page(world.as_ada)])
    assert not any(word in written for word in ("email", "@", "HELD", "signal"))


def test_the_friend_sees_by_whom(world: World) -> None:
    found = page(world.as_ada)
    assert found["broughtBy"] == {"fromName": "B***", "state": "CHECKING"}
    assert (found["code"], found["link"]) == (None, None)


def test_what_a_code_promises_is_for_everybody(world: World) -> None:
    found = data_of(operation("storefront/referral_invitation"), **CODE, languageCode="de")
    assert (found["code"], found["fromName"]) == (BOBS, "B***")
    assert (found["welcome"]["points"], found["welcomeWithOrder"]) == (50, True)
    assert found["minimum"] == [{"currency": "USD", "text": "20,00\xa0$"}]
    nobodys = answer_to(operation("storefront/referral_invitation"), code="NOBODYS2")
    assert nobodys == {"data": {"loyaltyReferralInvitation": None}}


def test_eve_is_brought_once(world: World) -> None:
    join = operation("storefront/referral_join")
    found = data_of(join, world.as_eve, **CODE)
    assert found["broughtBy"] == {"fromName": "B***", "state": "REGISTERED"}
    assert data_of(join, world.as_eve, **CODE) == found
    assert Referral.objects.count() == 2
    other = data_of(operation("storefront/referral_code_make"), world.as_ada)["code"]
    assert error_of(join, world.as_eve, code=other)[0] == "INVALID"


def test_staff_see_the_cases_and_decide(world: World) -> None:
    listed = data_of(operation("dashboard/referrals"), world.as_admin, **LISTED)
    (node,) = [edge["node"] for edge in listed["edges"]]
    assert (node["referrerEmail"], node["friendEmail"]) == ("bob@example.com", "ada@example.com")
    assert node["signals"] == [{"kind": "email", "commonWith": "referrer"}]
    decided = data_of(operation("dashboard/referral_approve"), world.as_admin, **DECIDED)
    assert (decided["referral"]["state"], decided["referral"]["cleared"]) == ("REGISTERED", True)
    row = Referral.objects.get()
    assert (row.actor, row.reason) == (world.as_admin.actor, "They are sisters")
    assert data_of(operation("dashboard/referrals"), world.as_admin, **LISTED)["edges"] == []
    ended = data_of(operation("dashboard/referral_refuse"), world.as_admin, **DECIDED)
    assert ended["referral"]["state"] == "REFUSED"
    assert page(world.as_bob)["friends"]["edges"][0]["node"]["state"] == "ENDED"


def test_staff_look_for_a_member(world: World) -> None:
    listing = operation("dashboard/referrals")
    for member, count in ((world.ada_id, 1), (world.bob_id, 1), (_member_of(world.eve), 0)):
        found = data_of(listing, world.as_admin, first=9, memberId=member)
        assert len(found["edges"]) == count


def _member_of(user_id: int) -> str:
    public_id = Member.objects.filter(user=user_id).values_list("public_id", flat=True).first()
    return to_global("LoyaltyMember", public_id or NOBODYS)


def test_a_page_at_a_time(world: World) -> None:
    data_of(operation("storefront/referral_join"), world.as_eve, **CODE)
    mine = operation("storefront/my_referrals")
    first = data_of(mine, world.as_bob, first=1)["friends"]
    second = data_of(mine, world.as_bob, first=1, after=first["pageInfo"]["endCursor"])["friends"]
    names = [one["edges"][0]["node"]["name"] for one in (first, second)]
    assert (names, second["pageInfo"]["hasNextPage"]) == (["E***", "A***"], False)


@pytest.mark.parametrize(
    ("name", "given", "code"),
    [
        ("storefront/referral_join", {"code": "NOBODYS2"}, "NOT_FOUND"),
        ("storefront/referral_join", {"code": " "}, "REQUIRED"),
        ("storefront/referral_join", {"code": "x" * 65}, "INVALID"),
        ("storefront/referral_join", {**CODE, "deviceId": "x" * 201}, "INVALID"),
        ("storefront/referral_visit", {"code": "NOBODYS2"}, "NOT_FOUND"),
        ("storefront/referral_at_checkout", {"checkoutId": "x", **CODE}, "INVALID"),
        (
            "storefront/referral_at_checkout",
            at(NOBODYS),
            "NOT_FOUND",
        ),
        ("storefront/referral_at_checkout", at(CHECKOUT), "NOT_FOUND"),
        ("storefront/device_note", {"deviceId": ""}, "REQUIRED"),
    ],
)
def test_refused(world: World, name: str, given: dict[str, Any], code: str) -> None:
    before = list(Referral.objects.values())
    assert error_of(operation(name), world.as_eve, **given)[0] == code
    assert list(Referral.objects.values()) == before


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({**DECIDED, "reason": " "}, "REQUIRED"),
        ({**DECIDED, "reason": "x" * 501}, "INVALID"),
        ({**DECIDED, "id": "x"}, "INVALID"),
        (
            {**DECIDED, "id": to_global("LoyaltyReferral", NOBODYS)},
            "NOT_FOUND",
        ),
    ],
)
@pytest.mark.parametrize("name", ["dashboard/referral_approve", "dashboard/referral_refuse"])
def test_staff_are_refused(world: World, name: str, given: dict[str, Any], code: str) -> None:
    assert error_of(operation(name), world.as_admin, **given)[0] == code
    assert Referral.objects.get().state == "held"


def test_switched_off_there_is_nothing(world: World) -> None:
    save(Subject.REFERRALS, CONFIG, enabled=False, actor="user:9", now=NOON)
    assert page_or_none(world.as_bob) is None
    assert answer_to(operation("storefront/referral_invitation"), **CODE)["data"] == {
        "loyaltyReferralInvitation": None
    }
    for name in ("referral_join", "referral_visit"):
        assert error_of(operation(f"storefront/{name}"), world.as_eve, **CODE)[0] == "NOT_FOUND"
    assert error_of(operation("storefront/referral_code_make"), world.as_ada)[0] == "NOT_FOUND"
    assert (
        error_of(operation("storefront/device_note"), world.as_ada, deviceId="d")[0] == "NOT_FOUND"
    )
    assert ReferralCode.objects.count() == 1


def page_or_none(viewer: Any) -> Any:
    return answer_to(operation("storefront/my_referrals"), viewer, first=9)["data"][
        "loyaltyMyReferrals"
    ]


def test_the_id_is_the_one_staff_are_shown(world: World) -> None:
    listed = data_of(operation("dashboard/referrals"), world.as_admin, **LISTED)
    assert [edge["node"]["id"] for edge in listed["edges"]] == [REFERRAL]


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"link": "https://elsewhere.example/{code}"}, "link"),
        ({"link": "//elsewhere.example/{code}"}, "link"),
        ({"link": "/friends"}, "link"),
        ({"levels": 2}, "second"),
        ({"second": {"points": 5}}, "second"),
        ({"milestones": {"0": {"points": 5}}}, "milestones"),
        ({"milestones": {"3": {}}}, "milestones"),
        ({"minimum": {"XXQ": 5}}, "minimum"),
        ({"signals": ["shoe_size"]}, "signals"),
        ({"caps": {"month": 0}}, "caps.month"),
        ({"returns": {"days": -1}}, "returns.days"),
        ({"friend": {"reward": "nothing-like-it"}}, "nothing-like-it"),
        ({"wellcome": {"points": 5}}, "wellcome"),
    ],
)
def test_a_setting_that_makes_no_sense(world: World, change: dict[str, Any], place: str) -> None:
    given = {"subject": "REFERRALS", "enabled": True, "config": {**CONFIG, **change}}
    code, message = error_of(operation("dashboard/engagement_save"), world.as_admin, **given)
    assert (code, place in message) == ("INVALID", True), message
