"""One review, one friend, one task, and shared links, as the pages of staff show them."""

from typing import Any

import pytest

from saleor_loyalty.api.ids import to_global
from tests.api.client import data_of, error_of, operation
from tests.api.conftest import World
from tests.api.engagement_world import OPERATIONS
from tests.api.friend_world import REFERRAL
from tests.api.review_world import WAITING, review_id
from tests.api.task_world import task_id
from tests.api.visit_world import CODE, PAGE

NOBODYS = "00000000-0000-0000-0000-00000000dead"


def asked(world: World, name: str, **variables: Any) -> Any:
    return data_of(operation(f"dashboard/{name}"), world.as_admin, **variables)


def test_what_a_review_is_about_and_what_showing_it_gives(world: World) -> None:
    found = asked(world, "review", id=review_id(WAITING))
    assert (found["state"], found["points"], found["productName"]) == ("PENDING", 0, "Bulb")
    assert found["bought"] == {
        "orderNumber": found["bought"]["orderNumber"],
        "placedAt": "2026-03-02T12:00:00Z",
        "quantity": 1,
        "total": {"text": "$0.00"},
        "kept": True,
    }
    assert found["gift"]["points"] == 30


def test_what_it_gave_is_not_promised_again(world: World) -> None:
    before = asked(world, "review", id=review_id(WAITING))
    approve = operation("dashboard/review_approve")
    given = {"id": before["id"], "revision": before["revision"]}
    assert data_of(approve, world.as_admin, **given)["review"]["points"] == 30
    found = asked(world, "review", id=review_id(WAITING))
    assert (found["state"], found["points"], found["gift"]) == ("APPROVED", 30, None)


def test_one_friend_and_one_task(world: World) -> None:
    friend = asked(world, "referral", id=REFERRAL)
    assert (friend["state"], friend["friendEmail"]) == ("HELD", "ada@example.com")
    assert friend["signals"] == [{"kind": "email", "commonWith": "referrer"}]
    task = asked(world, "task", id=task_id("orders"), languageCode="de")
    assert (task["name"], task["state"]) == ("Drei Bestellungen", "ACTIVE")
    assert task["counts"] == {"running": 1, "done": 0, "lost": 0}
    assert task["config"]["steps"][0]["goal"] == 3


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("review", to_global("LoyaltyReview", NOBODYS)),
        ("referral", to_global("LoyaltyReferral", NOBODYS)),
        ("task", task_id("nothing")),
    ],
)
def test_what_is_not_there(world: World, name: str, given: str) -> None:
    assert asked(world, name, id=given) is None
    query = operation(f"dashboard/{name}")
    assert error_of(query, world.as_admin, id="nonsense")[0] == "INVALID"


def test_staff_see_who_is_behind_a_name(world: World) -> None:
    variables = OPERATIONS["dashboard/task_leaderboard"](world)
    (place,) = asked(world, "task_leaderboard", **variables)["places"]
    assert (place["name"], place["memberId"]) == ("Countess", world.ada_id)
    query = operation("dashboard/task_leaderboard")
    (seen,) = data_of(query, world.as_bob, **variables)["places"]
    assert (seen["name"], seen["memberId"]) == ("Countess", None)


def test_what_shared_links_have_brought(world: World) -> None:
    nothing = {"visits": 0, "counted": 0, "orders": 0, "waiting": 0, "rewarded": 0, "points": 0}
    assert asked(world, "share_figures") == {"links": 1, "members": 1, **nothing}
    visit = operation("storefront/share_visit")
    for _ in range(2):
        data_of(visit, code=CODE, visitor="v1", userAgent="Mozilla/5.0 Chrome/141.0")
    found = asked(world, "share_figures")
    assert (found["visits"], found["counted"], found["points"]) == (2, 1, 2)
    (edge,) = asked(world, "shared_links", first=9)["edges"]
    assert edge["node"]["member"]["email"] == "bob@example.com"
    assert (edge["node"]["link"]["page"], edge["node"]["link"]["visits"]) == (PAGE, 2)
    assert asked(world, "shared_links", first=9, memberId=world.ada_id)["edges"] == []


def test_shared_links_a_page_at_a_time(world: World) -> None:
    for page in ("/a", "/b"):
        data_of(operation("storefront/share_link"), world.as_ada, page=page)
    pages, after = [], None
    for _ in range(3):
        found = asked(world, "shared_links", first=1, after=after)
        pages += [edge["node"]["link"]["page"] for edge in found["edges"]]
        after = found["pageInfo"]["endCursor"]
    assert (pages, found["pageInfo"]["hasNextPage"]) == (["/b", "/a", PAGE], False)
