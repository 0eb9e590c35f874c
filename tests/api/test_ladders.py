"""Tiers as staff shape them and as members see them."""

from datetime import timedelta
from typing import Any

from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from saleor_loyalty.api.ids import to_global
from saleor_loyalty.api.viewer import Permission
from saleor_loyalty.features.tiers.models import LadderTrial, TierMove
from saleor_loyalty.flows import ladder_trials, tier_warnings
from saleor_loyalty.flows.ladders import open_draft
from saleor_loyalty.flows.tier_grants import set_tier
from tests.api import tier_world
from tests.api.client import data_of, error_of, operation
from tests.api.conftest import World
from tests.conftest import LADDER
from tests.flows.ladders import buy, ladder_of, set_ladder, tier, tier_of
from tests.shop import NOON

EASY = {
    **LADDER,
    "tiers": [
        {
            "slug": "silver",
            "name": {"en": "Silver", "de": "Silber"},
            "description": {"en": "For friends"},
            "entry": {
                "kind": "any",
                "of": [
                    {"kind": "growth", "from": 20},
                    {
                        "kind": "all",
                        "of": [
                            {"kind": "spend", "from": {"USD": 500_000}},
                            {"kind": "orders", "from": 9},
                        ],
                    },
                ],
            },
        },
        *LADDER["tiers"][1:],
    ],
}


def test_a_draft_is_tried_and_put_in_force(world: World) -> None:
    opened = data_of(operation("dashboard/ladder_draft"), world.as_admin, config=EASY)["version"]
    assert (opened["state"], opened["validFrom"]) == ("DRAFT", None)

    tried = data_of(operation("dashboard/ladder_try"), world.as_admin, id=opened["id"])["trial"]
    assert (tried["state"], tried["members"]) == ("DONE", 2)
    assert tried["counts"] == [
        {"fromTier": None, "toTier": None, "members": 1},
        {"fromTier": None, "toTier": "silver", "members": 1},
    ]
    assert tried["moves"] == [
        {
            "memberId": world.ada_id,
            "email": "ada@example.com",
            "name": "",
            "fromTier": None,
            "toTier": "silver",
        }
    ]
    assert tier_of(world.ada) is None

    given = {"id": opened["id"], "revision": opened["revision"]}
    active = data_of(operation("dashboard/ladder_activate"), world.as_admin, **given)["version"]
    assert (active["state"], active["validFrom"]) == ("ACTIVE", "2026-03-10T12:00:00Z")
    assert tier_of(world.ada) == "silver"
    ladder = data_of(operation("dashboard/ladder"), world.as_admin, first=9)
    assert (ladder["everybodyPlaced"], ladder["inForce"]["id"]) == (True, opened["id"])
    again = error_of(operation("dashboard/ladder_activate"), world.as_admin, **given)
    assert again == ("INVALID", "Only a draft may be changed.")


def test_who_would_move_is_for_those_who_manage_members(
    world: World, django_assert_num_queries: Any
) -> None:
    both = Permission.MANAGE_PROGRAMMES, Permission.MANAGE_MEMBERS
    moves = [
        {"member": str(member.public_id), "from": None, "to": "gold"}
        for member in (world.ada, world.bob)
    ]
    LadderTrial.objects.update(moves=moves)
    User.objects.filter(pk=world.ada.user_id).update(first_name="Ada", last_name="Lovelace")
    query = operation("dashboard/ladder_trial")
    with django_assert_num_queries(2):
        seen = data_of(query, world.staff(*both), id=tier_world.TRIAL)["trial"]
    assert [(move["email"], move["name"]) for move in seen["moves"]] == [
        ("ada@example.com", "Ada Lovelace"),
        ("bob@example.com", ""),
    ]
    without = data_of(query, world.staff(Permission.MANAGE_PROGRAMMES), id=tier_world.TRIAL)
    assert without["trial"] == {**seen, "moves": []}


def test_more_versions_take_no_more_statements(world: World) -> None:
    query = operation("dashboard/ladder").replace("trials(first: 1)", "trials(first: 2)")
    few, statements = _counted(query, world)
    assert [len(version["trials"]) for version in few["versions"]] == [1, 0, 0]
    for _ in range(3):
        number = open_draft().number
        tried = [ladder_trials.start(number, actor="user:9", now=NOON) for _ in range(3)]
        newest = [to_global("LoyaltyLadderTrial", trial.public_id) for trial in tried[:0:-1]]
    many, still = _counted(query, world)
    assert [len(version["trials"]) for version in many["versions"]] == [2, 2, 2, 1, 0, 0]
    assert [trial["id"] for trial in many["versions"][0]["trials"]] == newest
    assert still == statements


def _counted(query: str, world: World) -> tuple[Any, int]:
    with CaptureQueriesContext(connection) as asked:
        ladder = data_of(query, world.as_admin, first=9)
    return ladder, len(asked)


def test_what_is_wrong_with_a_draft_is_named(world: World) -> None:
    query = operation("dashboard/ladder_draft")
    config = {"tiers": [{"slug": "gold", "name": {"en": "Gold"}, "entry": {"kind": "luck"}}]}
    code, message = error_of(query, world.as_admin, config=config)
    assert code == "INVALID"
    assert message.startswith("tiers.0.entry: ")


def test_the_ladder_in_the_readers_language(world: World) -> None:
    set_ladder(EASY)
    query = """query($of: String) { loyaltyTiers(languageCode: $of) {
        name description rank ways { text parts { kind need needMoney { text } } } } }"""
    silver, _ = data_of(query, of="de-AT")
    assert (silver["name"], silver["description"], silver["rank"]) == ("Silber", "For friends", 1)
    assert [[part["kind"] for part in way["parts"]] for way in silver["ways"]] == [
        ["GROWTH"],
        ["SPEND", "ORDERS"],
    ]
    (silver, _) = data_of(query, of="en")
    assert [way["text"] for way in silver["ways"]] == [
        "20 growth",
        "purchases of $5,000.00 and 9 orders",
    ]


def test_what_is_missing_part_by_part(world: World) -> None:
    set_ladder(ladder_of(tier("silver", 100), tier("gold", 500)))
    progress = data_of(operation("storefront/tier_outlook"), world.as_ada)["progress"]
    (way,) = progress["waysUp"]
    assert way["parts"] == [
        {
            "kind": "SPEND",
            "event": None,
            "have": None,
            "need": None,
            "missing": None,
            "haveMoney": {"text": "$75.00"},
            "needMoney": {"text": "$100.00"},
            "missingMoney": {"text": "$25.00"},
        }
    ]
    assert (way["done"], way["text"]) == (False, "purchases of $25.00")
    assert (progress["percent"], progress["kept"], progress["keepUntil"]) == (75, True, None)


def test_moves_newest_first_and_who_made_them_for_staff_only(world: World) -> None:
    given = {"reason": "A friend", "actor": "user:9", "until": None, "now": NOON}
    set_tier(world.ada, "gold", **given)
    set_tier(world.ada, None, **{**given, "reason": "No more"})
    moves = data_of(operation("storefront/tier_moves"), world.as_ada, first=1)["tierMoves"]
    (edge,) = moves["edges"]
    assert (edge["node"]["fromTier"], edge["node"]["toTier"]) == ({"name": "Gold"}, None)
    assert (edge["node"]["text"], edge["node"]["reason"]) == ("Given by the shop", "No more")
    after = moves["pageInfo"]["endCursor"]
    moves = data_of(operation("storefront/tier_moves"), world.as_ada, first=9, after=after)
    assert [edge["node"]["reason"] for edge in moves["tierMoves"]["edges"]] == ["A friend"]

    query = """query($id: ID) { loyaltyMember(id: $id) {
        tierMoves(first: 9) { edges { node { actor } } } tierGrants(first: 9) { actor } } }"""
    seen = data_of(query, world.as_admin, id=world.ada_id)
    assert [edge["node"]["actor"] for edge in seen["tierMoves"]["edges"]] == ["user:9"] * 2
    own = data_of(
        "{ loyaltyMe { tierMoves(first: 9) { edges { node { actor } } } } }", world.as_ada
    )
    assert [edge["node"]["actor"] for edge in own["tierMoves"]["edges"]] == [None] * 2


def test_a_shopper_takes_up_an_invitation(world: World) -> None:
    query = operation("storefront/tier_invitation_redeem")
    grant = data_of(query, world.as_eve, code="Welcome-1")["grant"]
    assert (grant["tier"]["slug"], grant["kind"]) == ("silver", "INVITATION")
    assert grant["endsAt"] == "2026-06-11T00:00:00Z"
    made = data_of(operation("dashboard/tier_invitations"), world.as_admin, first=9)
    assert [edge["node"]["used"] for edge in made["edges"]] == [1]


def test_wrong_codes_are_counted_although_they_are_refused(world: World) -> None:
    query = operation("storefront/tier_invitation_redeem")
    wrong = [error_of(query, world.as_ada, code=f"GUESS-{number}")[0] for number in range(11)]
    assert wrong == ["INVALID"] * 10 + ["LIMIT_EXCEEDED"]
    assert error_of(query, world.as_ada, code="WELCOME-1")[0] == "LIMIT_EXCEEDED"
    assert not TierMove.objects.exists()


def test_a_tier_for_points(world: World) -> None:
    query = operation("storefront/tier_buy")
    wanted = {"tierId": tier_world.GOLD, "sourceKey": "k1"}
    assert error_of(query, world.as_ada, **wanted, points=499)[0] == "CHANGED_MEANWHILE"
    assert error_of(query, world.as_bob, **wanted, points=500)[0] == "NOT_ENOUGH_POINTS"
    bought = data_of(query, world.as_ada, **wanted, points=500)["grant"]
    assert (bought["tier"]["slug"], bought["kind"], bought["endsAt"]) == ("gold", "POINTS", None)
    assert data_of(query, world.as_ada, **wanted, points=500)["grant"] == bought
    history = data_of(operation("storefront/history"), world.as_ada, first=1)["history"]
    (newest,) = history["edges"]
    assert (newest["node"]["points"], newest["node"]["text"]) == (-500, "Used for a tier")


def test_whoever_sends_e_mails_asks_on_from_the_last_warning(world: World) -> None:
    set_ladder(ladder_of(tier("silver", 100)))
    buy(world.ada, 100, "more")
    end = NOON + timedelta(days=365 - 9)
    assert tier_warnings.due_warnings(now=end - timedelta(days=20)) == 1
    query = operation("dashboard/tier_warnings")
    found = data_of(query, world.as_admin, now=end - timedelta(days=20), first=9)
    (edge,) = found["edges"]
    assert (edge["node"]["member"]["id"], edge["node"]["daysBefore"]) == (world.ada_id, 30)
    assert edge["node"]["endsAt"] == edge["node"]["member"]["progress"]["keepUntil"]
    after = found["pageInfo"]["endCursor"]
    assert data_of(query, world.as_admin, first=9, after=after)["edges"] == []
