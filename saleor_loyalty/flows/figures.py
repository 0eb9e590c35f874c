"""How many points came and went, by day, week or month.

Entries never change, so once a night the new ones are added to the sums of the days they happened
on; what was booked since is added up when it is asked for.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from importlib.resources import files
from typing import Any
from zoneinfo import ZoneInfo

from django.db import connection, transaction

from ..features.figures.models import DayFigure, FigureMark, Measure
from ..ledger.models import EntryKind
from ..values.money import Money
from ..values.points import Unit
from ..values.rate import Rate
from .expiry_terms import default_terms
from .locks import lock_subjects

logger = logging.getLogger(__name__)

_MOVEMENTS = files("saleor_loyalty.features.figures").joinpath("movements.sql")
_SPENT = (EntryKind.SPEND, EntryKind.CAPTURE, EntryKind.RESTORE)
_KINDS = (*_SPENT, EntryKind.EARN, EntryKind.EXPIRE, EntryKind.CLAW_BACK, EntryKind.ADJUST)
# An entry is booked when its transaction begins: none is open for so long.
_STILL_OPEN = timedelta(hours=1)
_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
_END = datetime(9999, 1, 1, tzinfo=UTC)
_WHOLE = """
SELECT (SELECT coalesce(sum(points), 0) FROM saleor_loyalty_dayfigure) + (
           SELECT coalesce(sum(e.available + e.pending + e.held - e.debt), 0)
             FROM saleor_loyalty_entry e
             JOIN saleor_loyalty_account a ON a.id = e.account_id AND a.unit = %(unit)s
            WHERE e.created_at >= %(mark)s
       ) = (SELECT coalesce(sum(available + pending + held - debt), 0)
              FROM saleor_loyalty_account WHERE unit = %(unit)s)"""
_FIELDS = "day, measure, channel, worth_currency, worth_points, worth_minor, points"


class By(StrEnum):
    DAY = "day"
    WEEK = "week"
    MONTH = "month"

    def first_day(self, day: date) -> date:
        """Of the span the day is in; weeks begin on Monday (ISO 8601)."""
        match self:
            case By.WEEK:
                return day - timedelta(days=day.weekday())
            case By.MONTH:
                return day.replace(day=1)
            case By.DAY:
                return day


@dataclass(slots=True)
class Span:
    """What happened from `first_day` on. Points by measure, signed; their worth by measure and
    currency in minor units, floored for each rate they were earned at.
    """

    first_day: date
    points: dict[Measure, int] = field(default_factory=dict)
    worth: dict[tuple[Measure, str], int] = field(default_factory=dict)

    def worth_of(self, measure: Measure) -> list[Money]:
        worths = sorted(self.worth.items())
        return [Money(minor, currency) for (of, currency), minor in worths if of == measure]


def zone_of_shop(*, now: datetime) -> ZoneInfo:
    """That of the programme which names no channel, else UTC."""
    terms = default_terms(now=now)
    return terms.config.zone if terms is not None else ZoneInfo("UTC")


@transaction.atomic
def sum_up(*, now: datetime) -> int:
    """Adds what is new to the sums of days; returns how many sums it touched. Twice is once.

    All sums together are what members have: where they are not, everything is added up anew.
    """
    lock_subjects(["figures"])
    zone, until = zone_of_shop(now=now), now - _STILL_OPEN
    mark = FigureMark.objects.first()
    if mark is not None and mark.zone == zone.key:
        until = max(until, mark.booked_before)
        touched = _add(mark.booked_before, until, zone)
        _mark(zone, until)
        if _is_whole(until):
            return touched
        logger.warning("the figures of days did not add up; they are summed up anew")
    DayFigure.objects.all().delete()
    touched = _add(_BEGINNING, until, zone)
    _mark(zone, until)
    return touched


def spans(
    since: date,
    until: date,
    by: By,
    *,
    channel: str | None = None,
    currency: str | None = None,
    now: datetime,
) -> list[Span]:
    """Each span that touches the days from `since` to `until`, both included, oldest first.

    `channel` "" is what no order was about. `currency` counts only points that were worth money
    in it when they were earned.
    """
    found = {span.first_day: span for span in _empty(since, until, by)}
    worths: dict[tuple[date, Measure, str, int, int], int] = {}
    for day, measure, of_channel, of_currency, per, minor, points in _all(since, until, now):
        if channel not in (None, of_channel) or currency not in (None, of_currency):
            continue
        span = found[by.first_day(day)]
        span.points[measure] = span.points.get(measure, 0) + points
        if of_currency:
            key = span.first_day, measure, of_currency, per, minor
            worths[key] = worths.get(key, 0) + points
    for (first_day, measure, of_currency, per, minor), points in worths.items():
        worth = found[first_day].worth
        value = _worth(points, Rate(per, minor))
        worth[measure, of_currency] = worth.get((measure, of_currency), 0) + value
    return list(found.values())


def _worth(points: int, rate: Rate) -> int:
    value = rate.worth_floor(abs(points))
    return value if points >= 0 else -value


def _empty(since: date, until: date, by: By) -> Iterator[Span]:
    day = by.first_day(since)
    while day <= until:
        yield Span(day)
        day = by.first_day(day + timedelta(days={By.DAY: 1, By.WEEK: 7, By.MONTH: 31}[by]))


Row = tuple[date, Measure, str, str, int, int, int]


def _all(since: date, until: date, now: datetime) -> Iterator[Row]:
    """What is summed up, and what was booked since."""
    mark = FigureMark.objects.first()
    zone = ZoneInfo(mark.zone) if mark is not None else zone_of_shop(now=now)
    begun = mark.booked_before if mark is not None else _BEGINNING
    kept = DayFigure.objects.filter(day__gte=since, day__lte=until)
    rows = [*kept.values_list(*_FIELDS.split(", ")), *_movements(begun, _END, zone)]
    for day, measure, *more in rows:
        if since <= day <= until:
            yield day, Measure(measure), *more


def _add(since: datetime, until: datetime, zone: ZoneInfo) -> int:
    columns = _FIELDS.rpartition(", ")[0]
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO saleor_loyalty_dayfigure AS kept ({_FIELDS})"
            f" {_MOVEMENTS.read_text()}"
            f" ON CONFLICT ({columns}) DO UPDATE SET points = kept.points + excluded.points",
            _parameters(since, until, zone),
        )
        return int(cursor.rowcount)


def _movements(since: datetime, until: datetime, zone: ZoneInfo) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(_MOVEMENTS.read_text(), _parameters(since, until, zone))
        found: list[tuple[Any, ...]] = cursor.fetchall()
        return found


def _parameters(since: datetime, until: datetime, zone: ZoneInfo) -> dict[str, Any]:
    return {
        "since": since,
        "until": until,
        "zone": zone.key,
        "unit": Unit.POINTS.value,
        "kinds": [int(kind) for kind in _KINDS],
        "spent": [int(kind) for kind in _SPENT],
        "expire": int(EntryKind.EXPIRE),
        "claw_back": int(EntryKind.CLAW_BACK),
        "adjust": int(EntryKind.ADJUST),
    }


def _mark(zone: ZoneInfo, until: datetime) -> None:
    FigureMark.objects.update_or_create(pk=1, defaults={"zone": zone.key, "booked_before": until})


def _is_whole(mark: datetime) -> bool:
    """Asked in one statement, or it would see two moments."""
    with connection.cursor() as cursor:
        cursor.execute(_WHOLE, {"mark": mark, "unit": Unit.POINTS.value})
        (whole,) = cursor.fetchone() or (False,)
        return bool(whole)
