"""Members as a list: searched, filtered, in an order, page by page, and as a table."""

import csv
import io
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User

from saleor_loyalty.api.ids import to_global
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.memberships.models import Membership
from saleor_loyalty.features.referrals.models import ReferralCode
from saleor_loyalty.features.rewards.models import Redemption
from saleor_loyalty.features.tiers.models import Tier
from saleor_loyalty.flows.members import find_or_join
from saleor_loyalty.flows.points import adjust_points
from saleor_loyalty.ledger.models import Account
from saleor_loyalty.values.points import Unit
from tests.api.client import data_of, error_of, operation
from tests.api.conftest import World
from tests.conftest import customer
from tests.shop import NOON

MEMBERS, EXPORT = operation("dashboard/members"), operation("dashboard/member_export")


def emails(world: World, **asked: Any) -> list[str]:
    page = data_of(MEMBERS, world.as_admin, **{"first": 100, **asked})
    return [edge["node"]["email"].partition("@")[0] for edge in page["edges"]]


def given(world: World, **points: int) -> World:
    for name, number in points.items():
        member = find_or_join(customer(world.shop, name), now=NOON - timedelta(days=len(points)))
        adjust_points(member, number, reason="x", source=name, actor="user:9", now=NOON)
    return world


def test_by_the_beginning_of_a_name(world: World) -> None:
    User.objects.filter(pk=world.ada.user_id).update(first_name="Augusta", last_name="King Noel")
    for search in ("aug", "KING", "augusta king", "king noel augusta", "King N"):
        assert emails(world, search=search) == ["ada"]
    assert emails(world, search="usta") == emails(world, search="king augusta x") == []
    page = data_of(MEMBERS, world.as_admin, first=1, search="aug")
    assert page["edges"][0]["node"]["name"] == "Augusta King Noel"


def test_by_a_code(world: World) -> None:
    code = Redemption.objects.exclude(code="").values_list("code", flat=True)[0]
    assert emails(world, search=code) == ["ada"]
    friends = ReferralCode.objects.select_related("member").first()
    assert friends is not None
    assert emails(world, search=friends.code.lower()) == [friends.member.email.partition("@")[0]]


def test_by_tier_plan_and_account(world: World) -> None:
    everybody = emails(world)
    gold = to_global("LoyaltyTier", "gold")
    chosen = {"memberId": world.bob_id, "tierId": gold, "reason": "A friend"}
    given_tier = data_of(operation("dashboard/member_set_tier"), world.as_admin, **chosen)
    assert given_tier["errors"] == []
    assert emails(world, tier=gold) == ["bob"]
    assert emails(world, withoutTier=True) == ["ada"]
    assert emails(world, guest=True) == []
    assert emails(world, guest=False) == everybody
    running = Membership.objects.filter(member=world.ada).select_related("plan")
    has = {one.plan.slug for one in running if one.ends_at is None or one.ends_at > NOON}
    for one in running:
        plan = to_global("LoyaltyPlan", one.plan.slug)
        assert emails(world, plan=plan) == (["ada"] if one.plan.slug in has else [])


def test_by_when_they_joined_and_what_they_have(world: World) -> None:
    given(world, lou=10, max=300)
    assert emails(world, joinedUntil="2026-03-10T12:00:00Z") == ["max", "lou"]
    assert "lou" not in emails(world, joinedSince="2026-03-10T12:00:00Z")
    assert emails(world, pointsFrom=10, pointsTo=300, search="l") == ["lou"]
    assert emails(world, pointsFrom=11, pointsTo=300) == ["max"]
    assert "ada" in emails(world, growthFrom=25)
    assert "ada" not in emails(world, growthTo=24)
    Account.objects.filter(member__email="max@example.com", unit=Unit.POINTS).update(debt=5)
    assert emails(world, debtors=True) == ["max"]


@pytest.mark.parametrize("sort", ["JOINED", "EMAIL", "POINTS", "GROWTH"])
@pytest.mark.parametrize("descending", [True, False])
def test_page_after_page_in_any_order(world: World, sort: str, descending: bool) -> None:
    given(world, lou=10, max=10, ned=10, joe=600)
    found: list[str] = []
    asked = {"first": 2, "sort": sort, "descending": descending}
    after = None
    for _ in range(4):
        page = data_of(MEMBERS, world.as_admin, after=after, **asked)
        found += [edge["node"]["email"].partition("@")[0] for edge in page["edges"]]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break
    whole = emails(world, sort=sort, descending=descending)
    assert found == whole
    assert sorted(whole) == ["ada", "bob", "joe", "lou", "max", "ned"]
    backwards = emails(world, sort=sort, descending=not descending)
    assert backwards == whole[::-1]
    if sort == "EMAIL":
        assert whole == sorted(whole, reverse=descending)
    if sort == "POINTS":
        assert set(whole[:2] if descending else whole[-2:]) == {"ada", "joe"}


def test_a_cursor_of_another_order_is_refused(world: World) -> None:
    page = data_of(MEMBERS, world.as_admin, first=1, sort="EMAIL")
    after = page["pageInfo"]["endCursor"]
    assert error_of(MEMBERS, world.as_admin, first=1, sort="POINTS", after=after) == (
        "INVALID",
        "after: This is not a cursor of this list.",
    )


def test_an_email_of_any_length_can_be_a_cursor(world: World) -> None:
    for letter in "ab":
        email = f"{letter * 64}@{'x' * 180}.example"
        User.objects.create_user(letter, email)
        Member.objects.create(email=email, guest=True, joined_at=NOON)
    page = data_of(MEMBERS, world.as_admin, first=1, sort="EMAIL", search="aaa")
    after = page["pageInfo"]["endCursor"]
    rest = data_of(MEMBERS, world.as_admin, first=9, sort="EMAIL", after=after, descending=False)
    assert rest["edges"][0]["node"]["email"].startswith("ada@")


@pytest.mark.parametrize(
    "asked",
    [{}, {"sort": "POINTS"}, {"search": "a", "pointsFrom": 1}, {"sort": "EMAIL", "guest": False}],
)
def test_a_page_is_two_statements(
    world: World, asked: dict[str, Any], django_assert_num_queries: Any
) -> None:
    Member.objects.update(tier=Tier.objects.get(slug="gold"))
    with django_assert_num_queries(2):
        page = data_of(MEMBERS, world.as_admin, first=50, **asked)
    assert {edge["node"]["tier"]["name"] for edge in page["edges"]} == {"Gold"}


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_as_a_table(world: World) -> None:
    User.objects.filter(pk=world.ada.user_id).update(first_name="=1+1")
    User.objects.filter(pk=world.bob.user_id).update(first_name="\uff1dcmd|' /C calc'!A0")
    found = data_of(EXPORT, world.as_admin, first=1000, sort="EMAIL", descending=False)
    ada, bob = table(found["csv"])
    assert (found["rows"], found["endCursor"]) == (2, None)
    assert (ada["email"], ada["name"], ada["guest"]) == ("ada@example.com", "'=1+1", "no")
    points = [ada[f"points_{name}"] for name in ("available", "pending", "held", "debt")]
    assert points == ["600", "50", "400", "0"]
    assert ada["last_entry_at"].startswith("2026-03-09")
    assert (bob["email"], bob["name"]) == ("bob@example.com", "'\uff1dcmd|' /C calc'!A0")


def test_a_table_page_by_page(world: World) -> None:
    given(world, lou=1, max=2)
    found: list[str] = []
    after = None
    for _ in range(2):
        page = data_of(EXPORT, world.as_admin, first=2, sort="POINTS", after=after)
        found += [row["email"].partition("@")[0] for row in table(page["csv"])]
        after = page["endCursor"]
    assert (found, after) == (emails(world, sort="POINTS"), None)
    assert error_of(EXPORT, world.as_admin, first=1001)[0] == "LIMIT_EXCEEDED"
