"""Tasks by GraphQL: what members and staff see, what is refused."""

from typing import Any

import pytest

from saleor_loyalty.features.tasks.models import LeaderboardName, Task, TaskRun
from tests.api.client import answer_to, data_of, error_of, operation
from tests.api.conftest import World
from tests.api.task_world import ORDERS, VISITS, task_id


def my_tasks(viewer: Any) -> dict[str, Any]:
    found = data_of(operation("storefront/tasks"), viewer, languageCode="de")
    return {one["task"]["slug"]: one for one in found["tasks"]}


def test_a_member_sees_how_far_they_are(world: World) -> None:
    found = my_tasks(world.as_ada)
    assert list(found) == ["orders", "visits"]
    orders, visits = found["orders"], found["visits"]
    assert orders["task"]["name"] == "Drei Bestellungen"
    assert (orders["standing"], orders["progress"], orders["goal"]) == ("RUNNING", 2, 3)
    (step,) = orders["steps"]
    assert (step["goal"], step["gift"]["points"], step["placesLeft"]) == (3, 50, 100)
    assert (visits["standing"], visits["progress"]) == ("OPEN", 0)
    # A receipt of the till.
    assert my_tasks(world.as_bob)["orders"]["progress"] == 1
    assert my_tasks(world.as_eve) == {}


def test_accepting_is_told_at_once(world: World) -> None:
    accepted = data_of(operation("storefront/task_accept"), world.as_ada, taskId=task_id("visits"))
    assert accepted["task"]["standing"] == "RUNNING"
    assert my_tasks(world.as_ada)["visits"]["standing"] == "RUNNING"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (task_id("orders"), "INVALID"),
        (task_id("draft"), "NOT_FOUND"),
        (task_id("nothing"), "NOT_FOUND"),
        ("TG95YWx0eU1lbWJlcjpvcmRlcnM=", "INVALID"),
        ("nonsense", "INVALID"),
    ],
)
def test_what_cannot_be_accepted(world: World, given: str, code: str) -> None:
    before = list(TaskRun.objects.order_by("pk").values())
    refused = error_of(operation("storefront/task_accept"), world.as_ada, taskId=given)
    assert refused[0] == code
    assert list(TaskRun.objects.order_by("pk").values()) == before


def test_refusals_are_in_the_shoppers_language(world: World) -> None:
    query = operation("storefront/task_accept")
    world.ada.language_code = "de"
    world.ada.save()
    _, message = error_of(query, world.as_ada, taskId=task_id("orders"))
    assert message == "Diese Aufgabe beginnt von selbst."


def test_what_staff_see_is_for_staff(world: World) -> None:
    query = "{ loyaltyMe { tasks { task { state config counts { done } } } } }"
    for one in data_of(query, world.as_ada)["tasks"]:
        assert one["task"] == {"state": None, "config": None, "counts": None}
    shown = data_of(operation("dashboard/all_tasks"), world.as_admin, first=9)
    states = {edge["node"]["slug"]: edge["node"]["state"] for edge in shown["edges"]}
    assert states == {"draft": "DRAFT", "orders": "ACTIVE", "visits": "ACTIVE"}
    (orders,) = [one["node"] for one in shown["edges"] if one["node"]["slug"] == "orders"]
    assert orders["counts"] == {"running": 1, "done": 0, "lost": 0}
    assert orders["config"]["steps"][0]["goal"] == 3


def test_pages_of_who_is_where(world: World) -> None:
    query = operation("dashboard/task_runs")
    page = data_of(query, world.as_admin, taskId=task_id("orders"), first=1)
    (edge,) = page["edges"]
    assert edge["node"]["member"]["email"] == "ada@example.com"
    assert (edge["node"]["state"], edge["node"]["progress"]) == ("RUNNING", 2)
    rest = data_of(
        query,
        world.as_admin,
        taskId=task_id("orders"),
        first=1,
        after=page["pageInfo"]["endCursor"],
    )
    assert rest["edges"] == []
    for more in ({"state": "DONE"}, {"period": "2026-03"}):
        found = data_of(query, world.as_admin, taskId=task_id("orders"), first=9, **more)
        assert found["edges"] == []


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"slug": "not a slug"}, "slug"),
        ({"slug": "orders"}, "slug"),
        ({"slug": ""}, "slug"),
        ({"config": []}, "config"),
        ({"config": {**ORDERS, "steps": []}}, "config"),
        ({"config": {**ORDERS, "after": "nothing"}}, "config"),
        ({"config": {**ORDERS, "surprise": True}}, "config"),
        (
            {"startsAt": "2026-04-02T00:00:00Z", "endsAt": "2026-04-01T00:00:00Z"},
            "endsAt",
        ),
    ],
)
def test_bad_input_makes_nothing(world: World, given: dict[str, Any], field: str) -> None:
    before = list(Task.objects.order_by("pk").values())
    variables = {"slug": "new", "config": ORDERS, **given}
    answer = answer_to(operation("dashboard/task_create"), world.as_admin, **variables)
    (error,) = answer["data"]["loyaltyTaskCreate"]["errors"]
    assert error["field"] == field
    assert list(Task.objects.order_by("pk").values()) == before


def test_the_life_of_a_task(world: World) -> None:
    def done(name: str, **variables: Any) -> Any:
        found = data_of(operation(f"dashboard/{name}"), world.as_admin, **variables)
        assert found["errors"] == []
        return found["task"]

    made = done("task_create", slug="new", config=VISITS)
    assert (made["state"], made["startsAt"]) == ("DRAFT", None)
    changed = done("task_update", id=made["id"], config=ORDERS, position=7)
    assert (changed["name"], changed["position"]) == ("Three orders", 7)
    shown = done("task_activate", id=made["id"])
    assert (shown["state"], shown["startsAt"]) == ("ACTIVE", "2026-03-10T12:00:00Z")
    ended = done("task_end", id=made["id"])
    assert (ended["state"], ended["endsAt"]) == ("ENDED", "2026-03-10T12:00:00Z")
    for name in ("task_update", "task_activate"):
        variables = {"id": made["id"]}
        if name == "task_update":
            variables["config"] = ORDERS
        refused = error_of(operation(f"dashboard/{name}"), world.as_admin, **variables)
        assert refused[0] == "INVALID"


def test_the_leaderboard_and_leaving_it(world: World) -> None:
    query = operation("storefront/leaderboard")
    place = {"rank": 1, "tied": False, "name": "Countess", "progress": 2}
    found = data_of(query, taskId=task_id("orders"), first=9)
    assert (found["places"], found["mine"]) == ([{**place, "mine": False}], None)
    found = data_of(query, world.as_ada, taskId=task_id("orders"), first=9)
    assert found["mine"] == {**place, "mine": True}
    withdrawn = data_of(operation("storefront/leaderboard_withdraw"), world.as_ada)
    assert withdrawn["withdrawn"] is True
    found = data_of(query, world.as_ada, taskId=task_id("orders"), first=9)
    assert (found["places"], found["mine"]["name"]) == ([], None)
    assert data_of(query, taskId=task_id("visits"), first=9) is None


def test_only_staff_take_anothers_name_off(world: World) -> None:
    query = operation("dashboard/leaderboard_remove")
    answer = answer_to(query, world.as_bob, memberId=world.ada_id)
    assert answer["errors"][0]["extensions"]["code"] == "FORBIDDEN"
    assert LeaderboardName.objects.count() == 1
    assert data_of(query, world.as_admin, memberId=world.ada_id)["withdrawn"] is True


@pytest.mark.parametrize("name", ["a", "x@y.com", "countess", "COUNTESS", "x" * 301, " "])
def test_names_that_are_refused(world: World, name: str) -> None:
    code, _ = error_of(operation("storefront/leaderboard_agree"), world.as_bob, name=name)
    assert code in ("INVALID", "REQUIRED")
    assert list(LeaderboardName.objects.values_list("name", flat=True)) == ["Countess"]
