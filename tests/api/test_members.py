"""Members as staff look for them, programmes, and what was given up."""

from typing import Any

import pytest

from saleor_loyalty.api.ids import to_global
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows.members import merge_members
from tests.api.client import data_of, error_of, operation
from tests.api.conftest import EFFECT, FACT, World
from tests.conftest import PROGRAMME, customer
from tests.shop import NOON

MEMBER, MEMBERS = operation("dashboard/member"), operation("dashboard/members")


def emails(world: World, **asked: Any) -> list[str]:
    page = data_of(MEMBERS, world.as_admin, **{"first": 100, **asked})
    return [edge["node"]["email"] for edge in page["edges"]]


def test_one_member_by_id_or_email(world: World) -> None:
    by_id = data_of(MEMBER, world.as_admin, id=world.ada_id, first=2)
    by_email = data_of(MEMBER, world.as_admin, email=" ADA@example.com ", first=2)
    assert by_id == by_email
    assert by_id["points"]["available"] == 600
    assert [edge["node"]["text"] for edge in by_id["history"]["edges"]] == [
        "Order 1002",
        "Order 1001",
    ]
    assert data_of(MEMBER, world.as_admin, email="nobody@example.com", first=1) is None


def test_either_an_id_or_an_email(world: World) -> None:
    for given in ({}, {"id": world.ada_id, "email": "ada@example.com"}):
        assert error_of(MEMBER, world.as_admin, first=1, **given)[0] == "REQUIRED"


@pytest.mark.parametrize(
    "member_id",
    ["", "1", "x" * 5000, to_global("LoyaltyTier", "gold"), to_global("LoyaltyMember", "1")],
)
def test_what_is_no_member_id(world: World, member_id: str) -> None:
    assert error_of(MEMBER, world.as_admin, id=member_id, first=1) == (
        "INVALID",
        "id: This is not the id of a LoyaltyMember.",
    )


def test_an_email_that_a_guest_and_an_account_share_is_the_accounts(world: World) -> None:
    Member.objects.create(email="ada@example.com", guest=True, joined_at=NOON)
    found = data_of(MEMBER, world.as_admin, email="ada@example.com", first=1)
    assert (found["id"], found["isGuest"]) == (world.ada_id, False)


def test_a_merged_member_says_whose_part_it_is(world: World) -> None:
    merge_members(world.bob, world.ada, now=NOON, actor="user:9")
    found = data_of(MEMBER, world.as_admin, id=world.bob_id, first=1)
    assert found["mergedIntoId"] == world.ada_id
    assert "bob@example.com" not in emails(world)


def test_search_by_the_beginning_of_the_email(world: World) -> None:
    assert emails(world) == ["bob@example.com", "ada@example.com"]
    assert emails(world, search="AD") == ["ada@example.com"]
    assert emails(world, search="da@") == []
    # Signs with a meaning for LIKE have none for people.
    assert emails(world, search="%") == emails(world, search="_") == []


def test_search_by_tier(world: World) -> None:
    query = operation("dashboard/member_set_tier")
    gold = to_global("LoyaltyTier", "gold")
    given = {"memberId": world.bob_id, "tierId": gold, "reason": "A friend"}
    assert data_of(query, world.as_admin, **given)["errors"] == []
    assert emails(world, tier=gold) == ["bob@example.com"]
    assert emails(world, tier=to_global("LoyaltyTier", "silver")) == []
    assert error_of(MEMBERS, world.as_admin, first=1, tier="gold")[0] == "INVALID"


def test_page_after_page_comes_to_every_member_once(world: World) -> None:
    for number in range(3):
        Member.objects.create(email=f"m{number}@example.com", guest=True, joined_at=NOON)
    found: list[str] = []
    after = None
    for _ in range(3):
        page = data_of(MEMBERS, world.as_admin, first=2, after=after)
        found += [edge["node"]["email"] for edge in page["edges"]]
        after = page["pageInfo"]["endCursor"]
    assert found == emails(world)
    assert not page["pageInfo"]["hasNextPage"]


def test_nothing_shows_a_number_of_a_table(world: World) -> None:
    found = data_of(MEMBER, world.as_admin, id=world.ada_id, first=100)
    assert found["id"] == "TG95YWx0eU1lbWJlcjowMDAwMDAwMC0wMDAwLTAwMDAtMDAwMC0wMDAwMDAwMDAwMGE="
    assert f":{world.ada.pk}" not in str(found)


def test_programmes_with_their_newest_version(world: World) -> None:
    page = data_of(operation("dashboard/programmes"), world.as_admin, first=2)
    outlet, node = (edge["node"] for edge in page["edges"])
    assert (outlet["slug"], outlet["channels"]) == ("outlet", ["outlet"])
    assert (node["slug"], node["channels"], node["active"]) == ("points", [], True)
    assert node["versions"][0]["number"] == 1
    assert node["versions"][0]["validFrom"] == PROGRAMME["valid_from"]
    assert node["versions"][0]["config"]["earning"]["rates"]["USD"]["minor"] == 100
    assert not page["pageInfo"]["hasNextPage"]


@pytest.mark.parametrize(("direction", "key"), [("IN", FACT), ("OUT", EFFECT)])
def test_what_was_given_up(world: World, direction: str, key: object) -> None:
    query = operation("dashboard/dead_letters")
    page = data_of(query, world.as_admin, direction=direction, first=10)
    (edge,) = page["edges"]
    assert edge["node"]["id"] == to_global("LoyaltyDeadLetter", f"{direction}:{key}")
    assert (edge["node"]["direction"], edge["node"]["attempts"]) == (direction, 8)
    rest = data_of(
        query,
        world.as_admin,
        direction=direction,
        first=10,
        after=page["pageInfo"]["endCursor"],
    )
    assert rest["edges"] == []


def test_a_customer_of_the_host_is_not_a_member_before_joining(world: World) -> None:
    customer(world.shop, "zoe")
    assert data_of(MEMBER, world.as_admin, email="zoe@example.com", first=1) is None
