"""Reviewing where members stand, when nobody did anything: by date, by night, under a new ladder.

Published order of a run: 1. whom a date is due for; 2. once a day everybody, compared by the
database with what the facts add up to; 3. under a ladder just put in force, everybody once. Each
finds members and has them placed by `tiers.reevaluate_many`, some at a time.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from django.db import connection, transaction
from django.db.models import Q

from ..events.models import OutboxEffect
from ..features.members.models import Member
from ..features.tiers.models import Standing
from ..features.tiers.read import tiers_by_slug
from ..features.tiers.windows import Window
from ..values.source_key import key_of
from .ladder_terms import LadderDocument, Ladders, LadderTerms
from .once import once
from .tier_totals import Totals
from .tiers import reevaluate_many

_AT_ONCE = 1_000
_DUE_AT_ONCE = 10_000


def review_due(*, now: datetime) -> int:
    """Whoever time alone may have moved; returns how many were looked at."""
    ladders = Ladders.load()
    newest = ladders.newest
    if newest is None:
        return 0
    looked_at = 0
    before: list[int] = []
    while True:
        found, open_ones = _due(newest, now)
        # The same ones again: nothing can be done for them here.
        if not found or open_ones == before != []:
            return looked_at
        _place(open_ones, ladders, now)
        looked_at += found
        before = open_ones


def review_all(*, now: datetime) -> int:
    """Whoever does not stand where the facts say, once a day; returns how many were found."""
    return once(f"tier-review:{now.astimezone(UTC):%Y-%m-%d}", lambda: find_all(now=now), now=now)


def find_all(*, now: datetime) -> int:
    """The same, whenever it is asked for."""
    ladders = Ladders.load()
    if ladders.newest is None:
        return 0
    found = _astray(ladders.newest, now)
    _place(found, ladders, now)
    return len(found)


def review_new_ladder(*, now: datetime) -> int:
    """Places everybody in the ladder that was put in force last; once for each."""
    ladders = Ladders.load()
    newest = ladders.newest
    if newest is None:
        return 0
    return once(_mark(newest), lambda: _place_all(newest, ladders, now), now=now)


def placed_in_newest_ladder() -> bool:
    """Whether everybody has been placed in the ladder that is in force."""
    newest = Ladders.load().newest
    if newest is None:
        return True
    return OutboxEffect.objects.filter(key=key_of(f"done:{_mark(newest)}")).exists()


def _mark(newest: LadderTerms) -> str:
    return f"ladder:{newest.number}"


def _place_all(newest: LadderTerms, ladders: Ladders, now: datetime) -> int:
    total, after = 0, 0
    while True:
        members = Member.objects.filter(
            ~Q(standing__ladder_version=newest.version_id) | Q(standing__isnull=True),
            pk__gt=after,
            merged_into__isnull=True,
        )
        ids = list(members.order_by("pk").values_list("pk", flat=True)[:_AT_ONCE])
        if not ids:
            return total
        _place(ids, ladders, now)
        total, after = total + len(ids), ids[-1]


def _place(member_ids: Sequence[int], ladders: Ladders, now: datetime) -> None:
    for begin in range(0, len(member_ids), _AT_ONCE):
        with transaction.atomic():
            reevaluate_many(member_ids[begin : begin + _AT_ONCE], now=now, ladders=ladders)


@transaction.atomic
def _due(newest: LadderTerms, now: datetime) -> tuple[int, list[int]]:
    """How many were due, and who of them must be placed anew. The others are due later."""
    due = Standing.objects.filter(review_at__lte=now).order_by("review_at", "member_id")
    locked = due.select_for_update(skip_locked=True)
    standings = list(locked.values_list("member_id", "ladder_version_id")[:_DUE_AT_ONCE])
    ids = [member_id for member_id, _ in standings]
    if not ids or not _follows_totals(newest.config):
        return len(ids), ids
    settled = _still_there(newest, ids, now)
    _due_again(settled)
    return len(ids), [member_id for member_id in ids if member_id not in settled]


def _follows_totals(config: LadderDocument) -> bool:
    """Whether what counts now alone decides, and the database can add it up."""
    return config.only_what_counts_now and "growth" not in config.reads


def _still_there(newest: LadderTerms, ids: list[int], now: datetime) -> dict[int, datetime | None]:
    """Members who are in the tier they have reached, and given none: with their next date."""
    totals = Totals(newest.config, now, first=True)
    oldest = totals.oldest()
    columns = "".join(f", {column}" for column, _ in oldest)
    statement = (
        f"SELECT s.member_id{columns} FROM saleor_loyalty_standing s"  # noqa: S608 - our own names
        f" JOIN saleor_loyalty_member m ON m.id = s.member_id{totals.lateral('s.member_id')}"
        f" WHERE s.member_id = ANY(%(ids)s) AND s.ladder_version_id = %(version)s"
        f" AND {totals.best()} = {_rank(newest.config)}"
        f" AND m.tier_id IS NOT DISTINCT FROM s.earned_tier_id AND {_NOTHING_GIVEN}"
    )
    values = {**totals.values, "ids": ids, "version": newest.version_id}
    windows = [window for _, window in oldest]
    return {
        member_id: _next_leave(zip(moments, windows, strict=True), newest.config)
        for member_id, *moments in _rows(statement, values)
    }


_NOTHING_GIVEN = (
    "NOT EXISTS (SELECT FROM saleor_loyalty_tiergrant g"
    " WHERE g.member_id = m.id AND g.ended_at IS NULL)"
)


def _next_leave(
    oldest: Iterable[tuple[datetime | None, Window]], config: LadderDocument
) -> datetime | None:
    leaves = (window.leaves_at(at, config.zone) for at, window in oldest if at is not None)
    return min((at for at in leaves if at.year < 9999), default=None)


def _due_again(settled: dict[int, datetime | None]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE saleor_loyalty_standing s SET review_at = later.at"
            " FROM unnest(%s::bigint[], %s::timestamptz[]) AS later (member_id, at)"
            " WHERE s.member_id = later.member_id",
            [list(settled), list(settled.values())],
        )


def _astray(newest: LadderTerms, now: datetime) -> "array[int]":
    """Who does not stand where the facts say, as far as sums can tell.

    In a ladder of periods a member may rightly stand higher than what counts now; but not higher
    than all that ever happened.
    """
    config = newest.config
    totals = Totals(config, now, ever=not config.only_what_counts_now)
    rank = _rank(config)
    if config.only_what_counts_now:
        wrong = f"{totals.best()} <> {rank}"
    else:
        cases = " ".join(
            f"WHEN {number} THEN NOT {totals.within_reach(number)}"
            for number in range(1, len(config.tiers) + 1)
        )
        wrong = f"{totals.best()} > {rank} OR CASE {rank} {cases} ELSE FALSE END"
    statement = (
        "SELECT m.id FROM saleor_loyalty_member m"  # noqa: S608 - our own names
        f" LEFT JOIN saleor_loyalty_standing s ON s.member_id = m.id{totals.joins('m.id')}"
        f" WHERE m.merged_into_id IS NULL AND ({wrong}"
        " OR s.ladder_version_id IS DISTINCT FROM %(version)s"
        f" OR (m.tier_id IS DISTINCT FROM s.earned_tier_id AND {_NOTHING_GIVEN}))"
        " ORDER BY m.id"
    )
    values = {**totals.values, "version": newest.version_id}
    return array("q", (row[0] for row in _rows(statement, values)))


def _rank(config: LadderDocument) -> str:
    """The rank of the tier a standing has; 0: none, or one that is not in the ladder."""
    known = tiers_by_slug()
    cases = " ".join(
        f"WHEN {known[tier.slug].id} THEN {rank}" for rank, tier in enumerate(config.tiers, 1)
    )
    return f"CASE s.earned_tier_id {cases} ELSE 0 END"


def _rows(statement: str, values: dict[str, Any]) -> Iterator[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        while rows := cursor.fetchmany(10_000):
            yield from rows
