"""Everything about one member in one order of time."""

import json
from typing import Any
from uuid import uuid4

from saleor_loyalty.api.execute import execute
from saleor_loyalty.api.ids import to_global
from saleor_loyalty.features.memberships.models import MembershipPurchase
from saleor_loyalty.features.reviews.models import Review
from saleor_loyalty.features.tiers.models import MoveCause, Tier, TierMove
from saleor_loyalty.flows.members import find_or_join
from saleor_loyalty.ledger.models import Account, Entry
from saleor_loyalty.values.points import Unit
from tests.api.client import data_of, error_of, operation
from tests.api.conftest import World
from tests.conftest import customer
from tests.shop import NOON

TIMELINE = operation("dashboard/member_timeline")


def page(world: World, member_id: str, **asked: Any) -> Any:
    return data_of(TIMELINE, world.as_admin, id=member_id, **{"first": 100, **asked})["timeline"]


def lines(world: World, member_id: str, **asked: Any) -> list[dict[str, Any]]:
    return [edge["node"] for edge in page(world, member_id, **asked)["edges"]]


def test_all_kinds_in_one_order(world: World) -> None:
    shown = lines(world, world.ada_id)
    moments = [line["at"] for line in shown]
    assert moments == sorted(moments, reverse=True)
    kinds = {line["kind"] for line in shown}
    assert {"POINTS", "GROWTH", "REWARD", "MEMBERSHIP", "REVIEW", "JOINED"} <= kinds
    assert "FRIEND" in kinds | {line["kind"] for line in lines(world, world.bob_id)}
    assert len({line["id"] for line in shown}) == len(shown)


def test_nothing_is_missing(world: World) -> None:
    shown = lines(world, world.ada_id)
    for unit in Unit:
        account = Account.objects.get(member=world.ada, unit=unit)
        entries = Entry.objects.filter(account_id=account.pk)
        totals = [one.available + one.pending + one.held - one.debt for one in entries]
        changes = [line["change"] for line in shown if line["kind"] == unit.name]
        assert sorted(changes) == sorted(total for total in totals if total)
    numbers = {kind: sum(line["kind"] == kind for line in shown) for kind in ("REVIEW", "TIER")}
    assert numbers["REVIEW"] == Review.objects.filter(member=world.ada).count()
    assert numbers["TIER"] == TierMove.objects.filter(member=world.ada).count()
    bought = MembershipPurchase.objects.filter(member=world.ada).count()
    assert sum(line["kind"] == "MEMBERSHIP" for line in shown) == bought


def test_page_after_page(world: World) -> None:
    whole = [line["id"] for line in lines(world, world.ada_id)]
    found: list[str] = []
    after, more = None, True
    while more:
        part = page(world, world.ada_id, first=4, after=after)
        found += [edge["node"]["id"] for edge in part["edges"]]
        after, more = part["pageInfo"]["endCursor"], part["pageInfo"]["hasNextPage"]
    assert found == whole
    assert len(found) > 8


def test_what_staff_read(world: World) -> None:
    tier = operation("dashboard/member_set_tier")
    given = {"tierId": to_global("LoyaltyTier", "gold"), "reason": "A friend of the house"}
    data_of(tier, world.as_admin, memberId=world.ada_id, **given)
    moved = next(line for line in lines(world, world.ada_id) if line["kind"] == "TIER")
    assert (moved["text"], moved["note"]) == ("Reached Gold", "A friend of the house")
    assert moved["actor"] == f"user:{world.eve + 1}"
    adjust = operation("dashboard/points_adjust")
    data_of(adjust, world.as_admin, memberId=world.ada_id, points=7, reason="Hi", sourceKey="k")
    line = next(line for line in lines(world, world.ada_id) if line["change"] == 7)
    assert (line["kind"], line["note"], line["actor"]) == ("POINTS", "Hi", moved["actor"])
    order = next(line for line in lines(world, world.ada_id) if line["change"] == 50)
    assert (order["text"], order["orderNumber"]) == ("Order 1002", "1002")


def test_staff_read_it_in_the_language_of_their_pages(world: World) -> None:
    """Whatever the member's own is: as they read the history and the tier beside it."""
    TierMove.objects.create(
        public_id=uuid4(),
        member=world.ada,
        from_tier=Tier.objects.get(slug="silver"),
        to_tier=Tier.objects.get(slug="gold"),
        cause=MoveCause.BY_HAND,
        since=NOON,
        moved_at=NOON,
    )
    asked = {"id": world.ada_id, "first": 100}
    body = json.dumps({"query": TIMELINE, "variables": asked}).encode()
    _, answer = execute(body, world.as_admin, now=NOON, accept_language="fr-CA, en;q=0.5")
    found = answer["data"]["loyaltyMember"]["timeline"]["edges"]
    texts = {edge["node"]["kind"]: edge["node"]["text"] for edge in reversed(found)}
    assert texts["TIER"] == "De Silver à Gold"
    assert texts["JOINED"] == "A rejoint le programme"
    assert "Commande 1002" in {edge["node"]["text"] for edge in found}


def test_one_who_did_nothing_has_joined(world: World) -> None:
    zoe = find_or_join(customer(world.shop, "zoe"), now=NOON)
    shown = lines(world, to_global("LoyaltyMember", zoe.public_id))
    assert [(line["kind"], line["text"], line["at"]) for line in shown] == [
        ("JOINED", "Joined", "2026-03-10T12:00:00Z")
    ]


def test_a_page_is_two_statements(world: World, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(2):
        found = page(world, world.ada_id, first=50)
    assert len(found["edges"]) > 8


def test_only_for_staff(world: World) -> None:
    query = "{ loyaltyMe { timeline(first: 9) { edges { node { id } } } } }"
    assert data_of(query, world.as_ada) == {"timeline": None}


def test_what_is_no_cursor(world: World) -> None:
    for after in ("x", to_global("cursor", "2026-03-10T12:00:00 points x")):
        code, _ = error_of(TIMELINE, world.as_admin, id=world.ada_id, first=9, after=after)
        assert code == "INVALID"
