"""Whose days come: for staff, before they are there. Reads only.

By the days of the shop; a member far away has theirs some hours earlier or later.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from importlib.resources import files
from typing import Any

from django.db import connection

from ..features.engagement.models import Subject
from ..features.members.models import Member
from ..features.occasions.config import Anniversary, Birthday, OccasionsConfig, On
from ..features.occasions.slots import Slot, months_from, slots_from
from .engagement import running
from .occasion_days import Zones, columns, parameters, placed, yearly, zones_of

_AHEAD = files("saleor_loyalty.features.occasions").joinpath("ahead.sql")
_COUNTS = "SELECT due, count(*) FROM wanted GROUP BY due ORDER BY due"
_LIST = """SELECT due, id, years FROM wanted
WHERE %(after_day)s::date IS NULL OR (due, id) > (%(after_day)s::date, %(after)s::bigint)
ORDER BY due, id LIMIT %(limit)s"""

MOST_DAYS = 366


@dataclass(frozen=True, slots=True)
class DayAhead:
    """How many members have theirs on that day."""

    day: date
    occasion: str
    members: int


@dataclass(frozen=True, slots=True)
class MemberAhead:
    """`years`: which anniversary it is; of a birthday the age."""

    day: date
    member: Member
    years: int


def days_ahead(days: int, *, now: datetime) -> list[DayAhead]:
    """By day, from today on; days on which nobody has anything are left out."""
    found = []
    for occasion, _, statement, given in _asked(days, now):
        with connection.cursor() as cursor:
            cursor.execute(statement.replace("{answer}", _COUNTS), given)
            found += [DayAhead(day, occasion, members) for day, members in cursor.fetchall()]
    return sorted(found, key=lambda one: one.day)


def members_ahead(
    wanted: str, days: int, *, after: tuple[date, int] | None, limit: int, now: datetime
) -> list[MemberAhead]:
    """Whose day of that occasion comes, in the order of their days, after the last one seen."""
    for occasion, _, statement, given in _asked(days, now):
        if occasion == wanted:
            last_day, last = after if after is not None else (None, None)
            page = {**given, "after_day": last_day, "after": last, "limit": limit}
            with connection.cursor() as cursor:
                cursor.execute(statement.replace("{answer}", _LIST), page)
                rows = cursor.fetchall()
            members = Member.objects.select_related("tier").in_bulk([row[1] for row in rows])
            return [MemberAhead(day, members[member], years) for day, member, years in rows]
    return []


Asked = tuple[str, Birthday | Anniversary, str, dict[str, Any]]


def _asked(days: int, now: datetime) -> Iterator[Asked]:
    """Each occasion that is kept, with its statement and what that is about."""
    setting = running(Subject.OCCASIONS, OccasionsConfig)
    if setting is None:
        return
    zones = zones_of(setting.config, now=now)
    for occasion, kept in yearly(setting.config):
        slots = list(_slots(kept, zones, days, now))
        given = {
            **parameters(occasion, kept, zones, now),
            **columns(slot for _, slot in slots),
            "dues": [due for due, _ in slots],
        }
        yield occasion, kept, placed(_AHEAD.read_text(), occasion, kept), given


def _slots(
    kept: Birthday | Anniversary, zones: Zones, days: int, now: datetime
) -> Iterator[tuple[date, Slot]]:
    today = now.astimezone(zones.own).date()
    if isinstance(kept, Birthday) and kept.on is On.MONTH:
        return months_from(today, days, zones.own)
    before = kept.days_before if isinstance(kept, Birthday) else 0
    return slots_from(today, days, zones.own, before=before)
