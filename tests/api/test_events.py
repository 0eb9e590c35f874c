"""Events, files of events and the till, as programs ask."""

from typing import Any

import pytest

from tests.api.client import data_of, error_of, operation
from tests.api.conftest import World
from tests.api.happenings import BATCH, PURCHASE, RECEIPT_NUMBER
from tests.flows.balances import sums
from tests.flows.events import REVIEW, event_rules, everything

RECORD = operation("dashboard/event_record")
HISTORY = """{ loyaltyMe { history(first: 9) { edges { node {
    points reason text eventName orderNumber award { points basis { amount } lines { name } }
} } } } }"""


def record(world: World, **more: Any) -> Any:
    given = {"memberId": world.bob_id, "name": "review", "sourceKey": "k1", "channel": "web"}
    return data_of(RECORD, world.as_admin, **{**given, **more})


def history(world: World) -> list[Any]:
    edges = data_of(HISTORY, world.as_bob)["history"]["edges"]
    return [edge["node"] for edge in edges]


def test_an_event_in_the_members_history(world: World) -> None:
    event_rules(REVIEW)
    answer = record(world)
    assert answer["event"]["points"] == 30
    assert answer["member"]["points"]["available"] == 30
    (entry,) = history(world)
    assert entry == {
        "points": 30,
        "reason": "event",
        "text": "Event review",
        "eventName": "review",
        "orderNumber": None,
        "award": {"points": 30, "basis": None, "lines": []},
    }
    undo = operation("dashboard/event_undo")
    undone = data_of(undo, world.as_admin, id=answer["event"]["id"])
    assert undone["event"]["points"] == 0
    assert history(world)[0]["text"] == "Event review was taken back"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"attributes": {"a": 1.5}}, "INVALID"),
        ({"attributes": {"a": None}}, "INVALID"),
        ({"attributes": {"a": [1]}}, "INVALID"),
        ({"attributes": [1]}, "INVALID"),
        ({"attributes": "a"}, "INVALID"),
        ({"sourceKey": " "}, "REQUIRED"),
        ({"sourceKey": "x" * 101}, "INVALID"),
        ({"name": "a\u0000"}, "INVALID"),
        ({"channel": "\ud800"}, "INVALID"),
        ({"email": "bob@example.com"}, "REQUIRED"),
        ({"memberId": None}, "REQUIRED"),
        ({"memberId": None, "email": "who@example.com"}, "NOT_FOUND"),
        ({"occurredAt": "2026-03-10T12:00:01Z"}, "INVALID"),
    ],
)
def test_bad_events_change_nothing(world: World, given: Any, code: str) -> None:
    event_rules(REVIEW)
    before = everything()
    asked = {"memberId": world.bob_id, "name": "review", "sourceKey": "k1", **given}
    assert error_of(RECORD, world.as_admin, **asked)[0] == code
    assert everything() == before


def test_the_lines_of_a_batch_page_by_page(world: World) -> None:
    query = operation("dashboard/event_batch")
    first = data_of(query, world.as_admin, id=BATCH, first=1)
    assert (first["state"], first["lines"], first["faulty"]) == ("CHECKED", 2, 1)
    assert [edge["node"]["key"] for edge in first["items"]["edges"]] == ["a"]
    assert first["items"]["pageInfo"]["hasNextPage"]
    after = first["items"]["pageInfo"]["endCursor"]
    second = data_of(query, world.as_admin, id=BATCH, first=1, after=after)
    assert [edge["node"]["key"] for edge in second["items"]["edges"]] == ["b"]
    wrong = data_of(query, world.as_admin, id=BATCH, first=9, onlyErrors=True)
    assert [edge["node"]["error"]["code"] for edge in wrong["items"]["edges"]] == ["NOT_FOUND"]


def test_a_large_batch_is_begun_and_left_to_the_worker(world: World) -> None:
    header = "key,email,name,occurred_at\n"
    lines = [f"k{n},bob@example.com,review,2026-03-10T12:00:00Z\n" for n in range(60)]
    check = operation("dashboard/event_batch_check")
    content = header + "".join(lines)
    batch = data_of(check, world.as_admin, name="May", content=content, first=1)["batch"]
    run = operation("dashboard/event_batch_run")
    assert data_of(run, world.as_admin, id=batch["id"])["batch"] == {
        "id": batch["id"],
        "state": "RUNNING",
        "lines": 60,
        "done": 50,
        "refused": 0,
        "undone": 0,
    }


def test_a_file_that_is_none(world: World) -> None:
    check = operation("dashboard/event_batch_check")
    answer = error_of(check, world.as_admin, name="May", content="hello", first=1)
    assert answer[0] == "INVALID"


def test_the_till(world: World) -> None:
    buy, back = operation("dashboard/purchase_record"), operation("dashboard/purchase_return")
    lines = [
        {"id": "1", "name": "Lamp", "quantity": 1, "grossMinor": 1999, "netMinor": 1680},
        {"id": "2", "quantity": 2, "grossMinor": 501, "categoryIds": ["7"], "onSale": True},
    ]
    receipt = {**PURCHASE, "receiptNumber": "S1-78", "lines": lines}
    answer = data_of(buy, world.as_admin, input=receipt)
    assert answer["purchase"]["points"] == 25
    assert answer["member"]["id"] == world.bob_id
    whole = {"receiptNumber": "S1-78", "returnNumber": "R1", "whole": True}
    assert data_of(back, world.as_admin, **whole)["purchase"]["points"] == 0
    assert sums(world.bob) == (0, 0, 0, 0)
    entries = history(world)
    assert entries[-1]["text"] == "Order S1-78"
    assert entries[-1]["award"]["basis"] == {"amount": "25.00"}


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"lines": []}, "REQUIRED"),
        ({"currency": "???"}, "CURRENCY_NOT_SUPPORTED"),
        ({"email": None}, "REQUIRED"),
        ({"receiptNumber": ""}, "REQUIRED"),
        ({"lines": [{"id": "1", "quantity": 1, "grossMinor": -1}]}, "INVALID"),
        ({"receiptNumber": RECEIPT_NUMBER, "currency": "JPY"}, "SOURCE_KEY_CONFLICT"),
    ],
)
def test_bad_receipts_change_nothing(world: World, wrong: Any, code: str) -> None:
    before = everything()
    given = {**PURCHASE, "receiptNumber": "S1-79", **wrong}
    buy = operation("dashboard/purchase_record")
    assert error_of(buy, world.as_admin, input=given)[0] == code
    assert everything() == before
