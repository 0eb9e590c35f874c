"""One member: what they hold, how far they are, and every entry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Max, Q, QuerySet
from django.db.models.functions import Length

from saleor_loyalty.api.texts import entry_text, reason_of
from saleor_loyalty.features.tiers.criteria import Missing
from saleor_loyalty.features.tiers.models import Tier
from saleor_loyalty.flows.ladder_terms import Ladders
from saleor_loyalty.flows.tier_facts import facts_of
from saleor_loyalty.flows.tier_outlooks import look_ahead, that_count
from saleor_loyalty.flows.tiers import open_grants
from saleor_loyalty.ledger import read
from saleor_loyalty.models import Entry, EntryKind, Lot, Member
from saleor_loyalty.values.points import Unit

PAGE = 50
_FOUND = 40


@dataclass(frozen=True, slots=True)
class Row:
    """One entry, as a line of the history."""

    at: datetime
    text: str
    note: str
    change: int
    pending: int
    held: int
    balance: int
    expires_at: datetime | None


@dataclass(frozen=True, slots=True)
class Progress:
    """`missing`: each way to the next tier, as "500 growth" or "3 orders and 20 growth"."""

    next_tier: Tier | None
    growth: int
    missing: list[str]
    percent: int


@dataclass(frozen=True, slots=True)
class Person:
    member: Member
    points: read.Balance
    growth: read.Balance
    progress: Progress
    rows: list[Row]
    # The number of the entry the next page begins before.
    older: int | None


def search(text: str, *, now: datetime) -> list[tuple[Member, int, int]]:
    """Members whose e-mail begins with the text; without one, those with most growth.

    Each with their available points and their growth.
    """
    members = list(_leading() if not text else _called(text))
    balances = read.balances([member.pk for member in members], now)
    return [
        (
            member,
            balances[member.pk, Unit.POINTS].available,
            balances[member.pk, Unit.GROWTH].available,
        )
        for member in members
    ]


def _called(text: str) -> QuerySet[Member]:
    found = _members().filter(email__startswith=text.strip().lower())
    return found.order_by(Length("email"), "email")[:_FOUND]


def _leading() -> QuerySet[Member]:
    growth = Max("accounts__available", filter=Q(accounts__unit=Unit.GROWTH))
    return (
        _members()
        .annotate(growth=growth)
        .order_by(F("growth").desc(nulls_last=True), "pk")[:_FOUND]
    )


def _members() -> QuerySet[Member]:
    return Member.objects.filter(merged_into=None).select_related("tier")


def person(member: Member, *, before: int | None, now: datetime) -> Person:
    balances = read.balances([member.pk], now)
    growth = balances[member.pk, Unit.GROWTH]
    page = read.history(member.pk, Unit.POINTS, first=PAGE, before=before)
    return Person(
        member=member,
        points=balances[member.pk, Unit.POINTS],
        growth=growth,
        progress=_progress(member, growth.available, now),
        rows=_rows(page.entries),
        older=page.next_before,
    )


def _progress(member: Member, growth: int, now: datetime) -> Progress:
    ladders = Ladders.load()
    if ladders.newest is None:
        return Progress(None, growth, [], 100)
    versions, reads = that_count(ladders, now)
    facts = facts_of([member.pk], reads, now=now)[member.pk]
    grants = open_grants([member.pk]).get(member.pk, ())
    _, ahead = look_ahead(versions, facts, grants, member=member, now=now)
    if ahead.next_tier is None:
        return Progress(None, growth, [], 100)
    following = Tier.objects.get(slug=ahead.next_tier)
    return Progress(following, growth, [_way(way) for way in ahead.ways_up], ahead.percent)


def _way(way: list[Missing]) -> str:
    parts = (f"{one.missing:,} {one.currency or one.event or one.kind}" for one in way)
    return " and ".join(parts)


def _rows(entries: Sequence[Entry]) -> list[Row]:
    if not entries:
        return []
    brought = Lot.objects.filter(
        account_id=entries[0].account_id, seq__in=[entry.seq for entry in entries]
    )
    expiries = dict(brought.values_list("seq", "expires_at"))
    return [_row(entry, expiries.get(entry.seq)) for entry in entries]


def _row(entry: Entry, expires_at: datetime | None) -> Row:
    data = entry.data or {}
    kind = EntryKind(entry.kind)
    return Row(
        at=entry.occurred_at,
        text=entry_text(kind, reason_of(kind, data.get("reason")), data.get("order", ""), "en"),
        note=data.get("text", ""),
        change=entry.available - entry.debt,
        pending=entry.pending,
        held=entry.held,
        balance=entry.balance,
        expires_at=expires_at,
    )
