"""What the pages about engagement ask of one thing: variables and who may."""

from collections.abc import Callable
from typing import Any

from saleor_loyalty.api.viewer import Permission
from tests.api.friend_world import REFERRAL
from tests.api.review_world import WAITING, review_id
from tests.api.task_world import of, task_id

OPERATIONS: dict[str, Callable[[Any], dict[str, Any]]] = {
    "dashboard/review": lambda world: {"id": review_id(WAITING)},
    "dashboard/referral": lambda world: {"id": REFERRAL},
    "dashboard/task": lambda world: {"id": task_id("orders"), "languageCode": "de"},
    "dashboard/task_leaderboard": of("orders", first=9),
    "dashboard/share_figures": lambda world: {},
    "dashboard/shared_links": lambda world: {"first": 9},
}

PERMISSIONS = {
    "review": Permission.MANAGE_MEMBERS,
    "referral": Permission.MANAGE_MEMBERS,
    "task": Permission.MANAGE_PROGRAMMES,
    "share_figures": Permission.MANAGE_MEMBERS,
    "shared_links": Permission.MANAGE_MEMBERS,
}
