"""The history: every entry with its reason, its explanation, page by page."""

from datetime import timedelta
from typing import Any

import pytest

from saleor_loyalty.api.viewer import Viewer
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows.daily import run
from saleor_loyalty.flows.order_changed import act_on
from saleor_loyalty.flows.points import adjust_points
from saleor_loyalty.flows.setup import set_up
from tests.api.client import data_of, error_of, operation
from tests.api.conftest import World
from tests.conftest import PROGRAMME
from tests.shop import NOON, line, paid_order

HISTORY = operation("storefront/history")


def entries(viewer: Viewer, **asked: Any) -> list[dict[str, Any]]:
    page = data_of(HISTORY, viewer, **{"first": 100, **asked})["history"]
    return [edge["node"] for edge in page["edges"]]


def test_every_entry_newest_first_with_its_reason(world: World) -> None:
    told = [
        (entry["kind"], entry["points"], entry["balanceAfter"], entry["reason"], entry["text"])
        for entry in entries(world.as_ada)
    ]
    assert told == [
        ("EARN", 50, 600, "order", "Order 1002"),
        ("EARN", 25, 600, "order", "Order 1001"),
        ("HOLD", 0, 575, "checkout", "Set aside for a checkout"),
        ("ADJUST", 975, 975, "adjusted", "Adjusted by the shop"),
    ]


def test_an_award_explains_itself_line_by_line(world: World) -> None:
    (award,) = [e["award"] for e in entries(world.as_ada) if e["orderNumber"] == "1001"]
    assert award == {
        "parts": [{"name": None, "text": "1 point for each $1.00", "points": 25, "cut": 0}],
        "basis": {"text": "$25.00"},
        "lines": [
            award_line("Lamp", "$19.99", 20),
            award_line("Bulb", "$5.00", 5),
            award_line("Screw", "$0.01", 0),
            award_line("Gift card", "$0.00", 0, "Gift cards earn no points"),
        ],
    }


def test_rules_by_their_names_in_the_members_language(world: World) -> None:
    rules = [
        {"slug": "double", "kind": "multiplier", "percent": 200, "name": {"de": "Doppelt"}},
        {
            "slug": "hello",
            "kind": "bonus",
            "points": 50,
            "caps": [{"period": "ever", "points": 30}],
        },
    ]
    earning = {**PROGRAMME["config"]["earning"], "rules": rules}
    config = {**PROGRAMME["config"], "earning": earning}
    starts = (NOON + timedelta(hours=1)).isoformat()
    set_up({"programmes": [{**PROGRAMME, "config": config, "valid_from": starts}]}, now=NOON)
    Member.objects.filter(pk=world.bob.pk).update(language_code="de")
    paid = {"paid_at": NOON + timedelta(days=1), "fulfilled_at": NOON + timedelta(days=1)}
    order = paid_order(line("a", 2000), order_id="o7", user_id=world.bob.user_id, **paid)
    act_on([order], now=NOON + timedelta(days=1))

    assert entries(world.as_bob)[0]["award"]["parts"] == [
        {"name": None, "text": "1 Punkt je 1,00\xa0$", "points": 20, "cut": 0},
        {"name": "Doppelt", "text": "200\xa0% der Grundpunkte", "points": 20, "cut": 0},
        {"name": None, "text": "Bonus", "points": 30, "cut": 20},
    ]


def award_line(name: str, basis: str, points: int, excluded: str | None = None) -> dict[str, Any]:
    return {
        "name": name,
        "quantity": 1,
        "basis": {"text": basis},
        "points": points,
        "excludedText": excluded,
    }


def test_what_staff_wrote_is_there_to_read_and_who_wrote_it_is_not(world: World) -> None:
    entry = entries(world.as_ada)[-1]
    assert (entry["note"], entry["award"], entry["orderNumber"]) == ("Welcome", None, None)
    assert "user:9" not in str(entry)


def test_changes_of_each_sum(world: World) -> None:
    pending, _, hold, _ = entries(world.as_ada)
    sums = ("available", "pending", "held", "debt")
    assert [hold[name] for name in sums] == [-400, 0, 400, 0]
    assert [pending[name] for name in sums] == [0, 50, 0, 0]


def test_a_refund_and_what_it_leaves_owed(world: World) -> None:
    order = paid_order(line("a", 2000), order_id="o7", user_id=world.bob.user_id, fulfilled_at=NOON)
    act_on([order], now=NOON)
    adjust_points(world.bob, -15, reason="Typo", source="t", actor="user:9", now=NOON)
    gone = paid_order(
        line("a", 2000),
        order_id="o7",
        user_id=world.bob.user_id,
        fulfilled_at=NOON,
        fully_refunded=True,
        refunded_total=2000,
    )
    act_on([gone], now=NOON)

    newest = entries(world.as_bob)[0]
    assert newest["text"] == "Order 7 was refunded"
    assert (newest["kind"], newest["points"]) == ("CLAW_BACK", -20)
    assert (newest["available"], newest["debt"], newest["balanceAfter"]) == (-5, 15, -15)


def test_growth_has_a_history_of_its_own(world: World) -> None:
    (waiting, counted) = entries(world.as_ada, unit="GROWTH")
    assert (counted["points"], counted["available"]) == (25, 25)
    assert (waiting["points"], waiting["pending"]) == (50, 50)
    assert counted["award"]["parts"][0]["text"] == "1 growth for each $1.00"


def test_page_after_page_comes_to_every_entry_once(world: World) -> None:
    for number in range(5):
        adjust_points(world.ada, number + 1, reason="x", source=f"n{number}", actor="x", now=NOON)
    found: list[str] = []
    after = None
    while True:
        page = data_of(HISTORY, world.as_ada, first=2, after=after)["history"]
        found += [edge["node"]["id"] for edge in page["edges"]]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break
    assert found == [entry["id"] for entry in entries(world.as_ada)]
    assert len(set(found)) == 9


def test_what_comes_meanwhile_does_not_move_the_pages(world: World) -> None:
    first = data_of(HISTORY, world.as_ada, first=2)["history"]
    adjust_points(world.ada, 1, reason="x", source="between", actor="x", now=NOON)
    after = first["pageInfo"]["endCursor"]
    second = data_of(HISTORY, world.as_ada, first=2, after=after)["history"]
    assert [edge["node"]["balanceAfter"] for edge in second["edges"]] == [575, 975]


@pytest.mark.parametrize("first", [0, -1, 101, 2**31 - 1])
def test_a_page_has_1_to_100_entries(world: World, first: int) -> None:
    assert error_of(HISTORY, world.as_ada, first=first)[0] == "LIMIT_EXCEEDED"


@pytest.mark.parametrize("after", ["", "x", "Y3Vyc29yOg==", "Y3Vyc29yOng=", "%00", "é" * 300])
def test_a_cursor_that_is_none(world: World, after: str) -> None:
    code, message = error_of(HISTORY, world.as_ada, first=1, after=after)
    assert (code, message) == ("INVALID", "after: This is not a cursor of this list.")


def test_texts_in_the_members_language_or_any_other(world: World) -> None:
    Member.objects.filter(pk=world.ada.pk).update(language_code="de")
    assert entries(world.as_ada)[0]["text"] == "Bestellung 1002"
    query = """{ loyaltyMe { history(first: 1) { edges { node {
        ja: text(languageCode: "ja") en: text(languageCode: "en") } } } } }"""
    texts = data_of(query, world.as_ada)["history"]["edges"][0]["node"]
    assert texts == {"ja": "注文 1002", "en": "Order 1002"}


def test_points_that_expired_say_so(world: World) -> None:
    act_on(
        [paid_order(line("a", 900), order_id="o8", user_id=world.bob.user_id, fulfilled_at=NOON)],
        now=NOON,
    )
    later = NOON + timedelta(days=400)
    run(now=later)
    newest = data_of(HISTORY, world.as_bob, first=1, now=later)["history"]["edges"][0]["node"]
    assert (newest["kind"], newest["reason"], newest["text"]) == ("EXPIRE", "expired", "Expired")
    assert newest["points"] == -9
