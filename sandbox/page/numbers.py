"""The programme's figures, each with a definition that fits in a line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Max, Min, Q

from saleor_loyalty.flows import overview
from saleor_loyalty.flows.figures import By, Span, spans, zone_of_shop
from saleor_loyalty.models import Entry, InboxFact, Measure, OrderRecord, Tier, WorkStatus
from saleor_loyalty.values.money import Money

_MONTHS = 24


@dataclass(frozen=True, slots=True)
class Month:
    """Points that came and went in one month."""

    first_day: date
    issued: int
    spent: int
    expired: int


@dataclass(frozen=True, slots=True)
class Step:
    """One tier and those in it."""

    name: str
    members: int


@dataclass(frozen=True, slots=True)
class Figures:
    members: int
    orders: int
    issued: int
    spent: int
    expired: int
    taken_back: int
    outstanding: int
    available: int
    pending: int
    held: int
    debt: int
    liabilities: list[Money]
    tiers: list[Step]
    months: list[Month]
    waiting: int
    dead: int


def figures(*, now: datetime) -> Figures:
    there, every = overview.outstanding(), _spans(now)
    return Figures(
        members=overview.members(),
        orders=OrderRecord.objects.count(),
        issued=sum(_issued(span) for span in every),
        spent=-_sum(every, Measure.SPENT),
        expired=-_sum(every, Measure.EXPIRED),
        taken_back=-_sum(every, Measure.TAKEN_BACK),
        outstanding=there.points,
        available=there.available,
        pending=there.pending,
        held=there.held,
        debt=there.debt,
        liabilities=list(there.worth),
        tiers=_tiers(),
        months=[_month(span) for span in every[-_MONTHS:]],
        **InboxFact.objects.aggregate(
            waiting=Count("pk", filter=Q(status=WorkStatus.NEW)),
            dead=Count("pk", filter=Q(status=WorkStatus.DEAD)),
        ),
    )


def _spans(now: datetime) -> list[Span]:
    """Every month from the first in which something happened to the last."""
    seen = Entry.objects.aggregate(first=Min("occurred_at"), last=Max("occurred_at"))
    if seen["first"] is None:
        return []
    zone = zone_of_shop(now=now)
    first, last = (seen[end].astimezone(zone).date() for end in ("first", "last"))
    return spans(first, last, By.MONTH, now=now)


def _month(span: Span) -> Month:
    points = span.points
    spent, expired = points.get(Measure.SPENT, 0), points.get(Measure.EXPIRED, 0)
    return Month(span.first_day, _issued(span), -spent, -expired)


def _issued(span: Span) -> int:
    """Less what staff took."""
    return span.points.get(Measure.ISSUED, 0) + span.points.get(Measure.ADJUSTED, 0)


def _sum(every: list[Span], measure: Measure) -> int:
    return sum(span.points.get(measure, 0) for span in every)


def _tiers() -> list[Step]:
    """From the highest down; those without a tier last."""
    names = dict(Tier.objects.values_list("slug", "name"))
    counts = overview.members_by_tier()
    return [Step(names.get(one.slug, "No tier yet"), one.members) for one in counts]
