"""Places of steps that only so many members have: no more are taken than there are."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db import connection
from django.db.models import F

from ..features.tasks.models import TaskPlaces


@dataclass(frozen=True, slots=True, order=True)
class Place:
    task_id: int
    period: str
    step: int


# A row that is full is not changed, and so not answered.
_TAKE = """
    INSERT INTO saleor_loyalty_taskplaces AS places (task_id, period, step, taken)
    VALUES (%s, %s, %s, 1)
    ON CONFLICT (task_id, period, step) DO UPDATE SET taken = places.taken + 1
    WHERE places.taken < %s
    RETURNING taken
"""


def move_places(
    back: Collection[Place], wanted: Mapping[Place, tuple[int, int]]
) -> dict[Place, int]:
    """`wanted`: how many are asked for, of how many there are at most; answers how many were had.

    In one order for everybody, so that nobody waits for each other. In a transaction.
    """
    had: dict[Place, int] = {}
    for place in sorted({*back, *wanted}):
        for _ in range(list(back).count(place)):
            _give_back(place)
        asked, most = wanted.get(place, (0, 0))
        had[place] = sum(_take(place, most) for _ in range(asked))
    return had


def _take(place: Place, most: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(_TAKE, [place.task_id, place.period, place.step, most])
        return cursor.fetchone() is not None


def _give_back(place: Place) -> None:
    of = TaskPlaces.objects.filter(task=place.task_id, period=place.period, step=place.step)
    of.filter(taken__gt=0).update(taken=F("taken") - 1)
