"""The programme's figures, each with a definition that fits in a line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.db import connection
from django.db.models import Count, F, Q, Sum

from saleor_loyalty.models import (
    Account,
    Entry,
    EntryKind,
    InboxFact,
    Lot,
    Member,
    OrderRecord,
    Tier,
    WorkStatus,
)
from saleor_loyalty.values.money import Money
from saleor_loyalty.values.points import Unit
from saleor_loyalty.values.rate import Rate

_ISSUED = (EntryKind.EARN, EntryKind.ADJUST)
_SPENT = (EntryKind.SPEND, EntryKind.CAPTURE, EntryKind.RESTORE)
_EXPIRED = (EntryKind.EXPIRE,)
_TAKEN_BACK = (EntryKind.CLAW_BACK,)
_CHANGE = F("available") + F("pending") + F("held") - F("debt")


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
    available: int
    pending: int
    held: int
    debt: int
    liabilities: list[Money]
    tiers: list[Step]
    months: list[Month]
    waiting: int
    dead: int

    @property
    def outstanding(self) -> int:
        return self.available + self.pending + self.held


def figures() -> Figures:
    points = Account.objects.filter(unit=Unit.POINTS)
    changes = _changes(points.values("pk"))
    sums = points.aggregate(
        available=Sum("available", default=0),
        pending=Sum("pending", default=0),
        held=Sum("held", default=0),
        debt=Sum("debt", default=0),
    )
    return Figures(
        members=Member.objects.filter(merged_into=None).count(),
        orders=OrderRecord.objects.count(),
        issued=_of(changes, _ISSUED),
        spent=-_of(changes, _SPENT),
        expired=-_of(changes, _EXPIRED),
        taken_back=-_of(changes, _TAKEN_BACK),
        **sums,
        liabilities=liabilities(),
        tiers=_tiers(),
        months=months(),
        **InboxFact.objects.aggregate(
            waiting=Count("pk", filter=Q(status=WorkStatus.NEW)),
            dead=Count("pk", filter=Q(status=WorkStatus.DEAD)),
        ),
    )


def liabilities() -> list[Money]:
    """What all open points are worth, each at the rate it was earned at, by currency."""
    rates = (
        Lot.objects.filter(open=True, worth_points__isnull=False)
        .values_list("worth_currency", "worth_points", "worth_minor")
        .annotate(points=Sum("remaining"))
        .order_by("worth_currency")
    )
    worths = [
        (currency, Rate(per_points, minor).worth_floor(points))
        for currency, per_points, minor, points in rates
    ]
    return [
        Money(sum(worth for _, worth in group), str(currency))
        for currency, group in groupby(worths, key=lambda worth: worth[0])
    ]


def months() -> list[Month]:
    """The last two years, by the moment things happened."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT date_trunc('month', occurred_at AT TIME ZONE 'UTC')::date AS first_day,
                   coalesce(sum(change) FILTER (WHERE kind = ANY (%(issued)s)), 0)::bigint,
                   coalesce(-sum(change) FILTER (WHERE kind = ANY (%(spent)s)), 0)::bigint,
                   coalesce(-sum(change) FILTER (WHERE kind = ANY (%(expired)s)), 0)::bigint
            FROM (
                SELECT e.kind, e.occurred_at, e.available + e.pending + e.held - e.debt AS change
                FROM saleor_loyalty_entry e
                JOIN saleor_loyalty_account a ON a.id = e.account_id AND a.unit = %(points)s
            ) entries
            GROUP BY 1 ORDER BY 1 DESC LIMIT 24
            """,
            {
                "issued": list(_ISSUED),
                "spent": list(_SPENT),
                "expired": list(_EXPIRED),
                "points": Unit.POINTS,
            },
        )
        return [Month(*row) for row in reversed(cursor.fetchall())]


def _changes(accounts: Any) -> dict[int, int]:
    changed = Entry.objects.filter(account_id__in=accounts).values_list("kind")
    return dict(changed.annotate(change=Sum(_CHANGE)).order_by("kind"))


def _of(changes: dict[int, int], kinds: Iterable[EntryKind]) -> int:
    return sum(changes.get(kind, 0) for kind in kinds)


def _tiers() -> list[Step]:
    """From the highest down; those without a tier last."""
    counted = (
        Tier.objects.filter(active=True)
        .annotate(number=Count("members", filter=Q(members__merged_into=None)))
        .order_by("-rank")
    )
    steps = [Step(tier.name, tier.number) for tier in counted]
    none = Member.objects.filter(tier=None, merged_into=None).count()
    return [*steps, Step("No tier yet", none)]
