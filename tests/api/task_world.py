"""Tasks: one on its way with a leaderboard, one to be accepted, a draft."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from saleor_loyalty.api.ids import to_global
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows.leaderboards import agree
from saleor_loyalty.flows.task_setup import activate_task, create_task
from saleor_loyalty.flows.tasks import look_at
from tests.shop import NOON

ORDERS: dict[str, Any] = {
    "name": {"en": "Three orders", "de": "Drei Bestellungen"},
    "counts": {"kind": "orders"},
    "steps": [{"goal": 3, "gift": {"points": 50}, "most_members": 100}],
    "leaderboard": True,
    "channel": "web",
}
VISITS: dict[str, Any] = {
    **ORDERS,
    "name": {"en": "Visits"},
    "counts": {"kind": "events", "name": "visit"},
    "start": "by_hand",
    "leaderboard": False,
}


def tasks(ada: Member) -> None:
    """ada has two orders of three, and is seen as Countess."""
    create_task("orders", ORDERS, starts_at=NOON - timedelta(days=10))
    create_task("visits", VISITS, starts_at=NOON - timedelta(days=10), position=1)
    for slug in ("orders", "visits"):
        activate_task(slug, now=NOON)
    create_task("draft", ORDERS)
    look_at({ada.pk: [NOON]}, now=NOON)
    agree(ada, "Countess", now=NOON)


def task_id(slug: str) -> str:
    return to_global("LoyaltyTask", slug)


def of(slug: str, **more: Any) -> Callable[[object], dict[str, Any]]:
    return lambda _world: {"taskId": task_id(slug), **more}


def _given(**variables: Any) -> Callable[[object], dict[str, Any]]:
    return lambda _world: variables


MERCHANTS: dict[str, Callable[[Any], dict[str, Any]]] = {
    "task_create": _given(slug="new", config=ORDERS, endsAt="2026-04-01T00:00:00Z"),
    "task_update": _given(id=task_id("draft"), config=VISITS, position=2),
    "task_activate": _given(id=task_id("draft")),
    "task_end": _given(id=task_id("orders")),
}
OPERATIONS: dict[str, Callable[[Any], dict[str, Any]]] = {
    **{f"dashboard/{name}": variables for name, variables in MERCHANTS.items()},
    "dashboard/all_tasks": _given(first=9, languageCode="de"),
    "dashboard/task_runs": of("orders", first=9, state="RUNNING"),
    "dashboard/leaderboard_remove": lambda world: {"memberId": world.ada_id},
    "storefront/tasks": _given(languageCode="de"),
    "storefront/task_accept": of("visits"),
    "storefront/leaderboard": of("orders", first=9),
    "storefront/leaderboard_agree": _given(name="The Countess"),
    "storefront/leaderboard_withdraw": _given(),
}
