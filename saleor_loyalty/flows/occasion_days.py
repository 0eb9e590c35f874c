"""Whose birthday or anniversary it is: found for a page of members at a time, written down once.

A row is a promise: what it gives, and under which version of the setting, stands with it. So a
run that is repeated, late, killed, or done by two workers promises nothing twice.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files
from typing import Any
from zoneinfo import ZoneInfo

from django.db import connection, transaction

from ..features.engagement.models import Subject
from ..features.members.models import Member
from ..features.occasions.config import (
    Anniversary,
    Birthday,
    OccasionConfig,
    OccasionsConfig,
    On,
)
from ..features.occasions.slots import Slot, day_slots, month_slots
from .engagement import running
from .terms import Catalogue

_DUE = files("saleor_loyalty.features.occasions").joinpath("due.sql")
_PAGE = 10_000
_UTC = ZoneInfo("UTC")

DAY_OF = {
    "birthday": "p.birthday",
    "joined": "(p.joined_at AT TIME ZONE p.zone)::date",
    "first_purchase": """((
        SELECT min(o.paid_at) FROM saleor_loyalty_orderrecord o
        WHERE o.member_id = p.id AND o.paid_at IS NOT NULL AND (o.refunded < o.total OR o.total = 0)
    ) AT TIME ZONE p.zone)::date""",
}
"""By occasion: the date of a member `p` that comes round each year."""

_YEARS = "(s.year - extract(year FROM d.day))"
_BORN = f"{_YEARS} >= 0"
_ANNIVERSARY = f"{_YEARS} >= 1 AND (%(every)s OR {_YEARS} = ANY(%(gift_years)s::int[]))"
_HOLDERS = """(
    EXISTS (SELECT FROM saleor_loyalty_member m JOIN saleor_loyalty_tier t ON t.id = m.tier_id
            WHERE m.id = d.id AND t.slug = ANY(%(tiers)s::text[]))
    OR EXISTS (SELECT FROM saleor_loyalty_membership h
               JOIN saleor_loyalty_membershipplan l ON l.id = h.plan_id
               WHERE h.member_id = d.id AND l.slug = ANY(%(plans)s::text[])
                   AND h.starts_at <= %(now)s AND (h.ends_at IS NULL OR h.ends_at > %(now)s))
)"""

Parameters = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Zones:
    """Those that members have told and that both we and the database know; `own` the shop's."""

    own: ZoneInfo
    told: tuple[ZoneInfo, ...]

    @property
    def all(self) -> Iterator[ZoneInfo]:
        yield self.own
        yield from (zone for zone in self.told if zone.key != self.own.key)


def find_due(*, now: datetime) -> int:
    """Writes down whose day it is; returns how many were new."""
    setting = running(Subject.OCCASIONS, OccasionsConfig)
    if setting is None:
        return 0
    zones = zones_of(setting.config, now=now)
    return sum(
        _pages(occasion, kept, zones, setting.number, now)
        for occasion, kept in yearly(setting.config)
    )


def yearly(config: OccasionsConfig) -> Iterator[tuple[str, Birthday | Anniversary]]:
    """Those that come round each year and are kept."""
    if config.birthday is not None:
        yield "birthday", config.birthday
    if config.joined is not None:
        yield "joined", config.joined
    if config.first_purchase is not None:
        yield "first_purchase", config.first_purchase


def slots_of(kept: OccasionConfig, now: datetime, zone: ZoneInfo) -> Iterator[Slot]:
    if isinstance(kept, Birthday) and kept.on is On.MONTH:
        return month_slots(now, zone, late=kept.late_days)
    before = kept.days_before if isinstance(kept, Birthday) else 0
    return day_slots(now, zone, before=before, late=kept.late_days)


def zones_of(config: OccasionsConfig, *, now: datetime) -> Zones:
    """Asked once a run: what the database does not know would stop a whole page."""
    terms = Catalogue.without_campaigns().in_force(config.channel, now)
    told = Member.objects.exclude(time_zone="").order_by().values_list("time_zone", flat=True)
    wanted = sorted(set(told.distinct()))
    known = [zone for zone in map(_zone, wanted) if zone is not None]
    in_database = _known_there([zone.key for zone in known])
    return Zones(
        terms.config.zone if terms is not None else _UTC,
        tuple(zone for zone in known if zone.key in in_database),
    )


def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None


def _known_there(names: list[str]) -> frozenset[str]:
    if not names:
        return frozenset()
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM pg_timezone_names WHERE name = ANY(%s)", [names])
        return frozenset(name for (name,) in cursor.fetchall())


def _pages(
    occasion: str, kept: Birthday | Anniversary, zones: Zones, version: int, now: datetime
) -> int:
    statement = placed(_DUE.read_text(), occasion, kept)
    given = {
        **parameters(occasion, kept, zones, now),
        **_slots(kept, zones, now),
        "version": version,
        "limit": _PAGE,
    }
    total = 0
    after: int | None = 0
    while after is not None:
        after, made = _page(statement, {**given, "after": after})
        total += made
    return total


def placed(statement: str, occasion: str, kept: Birthday | Anniversary) -> str:
    """The statement with what is in braces for the occasion put in; {answer} is left."""
    # Segments are the shop's own affair: who is in one is asked when the gift is given.
    gate = kept.gate
    everybody = gate.is_open or bool(gate.segments)
    return statement.format(
        day=DAY_OF[occasion],
        years=_BORN if isinstance(kept, Birthday) else _ANNIVERSARY,
        holders="TRUE" if everybody else _HOLDERS,
        answer="{answer}",
    )


def parameters(
    occasion: str, kept: Birthday | Anniversary, zones: Zones, now: datetime
) -> Parameters:
    return {
        "occasion": occasion,
        "now": now,
        "zone": zones.own.key,
        "zones": [zone.key for zone in zones.told],
        "every": isinstance(kept, Birthday) or kept.gift is not None,
        "gift_years": [] if isinstance(kept, Birthday) else sorted(map(int, kept.years)),
        "tiers": sorted(kept.gate.tiers),
        "plans": sorted(kept.gate.plans),
    }


def _slots(kept: Birthday | Anniversary, zones: Zones, now: datetime) -> Parameters:
    slots = [(zone.key, slot) for zone in zones.all for slot in slots_of(kept, now, zone)]
    return {"slot_zones": [zone for zone, _ in slots], **columns(slot for _, slot in slots)}


def columns(slots: Iterable[Slot]) -> Parameters:
    """Each of their fields as an array."""
    found = list(slots)
    return {
        "months": [slot.month for slot in found],
        "days": [slot.day for slot in found],
        "years": [slot.year for slot in found],
        "begins": [slot.begins for slot in found],
        "overs": [slot.over for slot in found],
    }


@transaction.atomic
def _page(statement: str, given: Parameters) -> tuple[int | None, int]:
    """The last member looked at (None: there was nobody left), and how many rows were made."""
    with connection.cursor() as cursor:
        cursor.execute(statement, given)
        row = cursor.fetchone()
    assert row is not None, "it always answers one row"
    last, made = row
    return last, made
