"""Tasks for the API: their ids."""

from .ids import public_of

TASK = "LoyaltyTask"


def task_slug(global_id: str, *, field: str = "id") -> str:
    return public_of(global_id, TASK, field=field)
