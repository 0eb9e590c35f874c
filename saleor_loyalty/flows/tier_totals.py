"""What members did, added up by the database: the measures of a ladder at one moment, for all
members at once.

It says the same as `features.tiers.tally` says of one member; the tests hold one to the other.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from ..features.tiers.config import LadderConfig, Refunds
from ..features.tiers.criteria import All, AnyOf, Criterion, Measure
from ..features.tiers.criteria.counts import Activity, Growth, Orders, Points
from ..features.tiers.criteria.spend import Spend
from ..features.tiers.windows import Window
from ..values.days import midnight

# Longer than any window of months.
_LONGEST_DAYS = 36_700

# By the kind of facts: rows of one member each, with `at` and what counts of them, as it is now and
# as it was before anything was taken back.
_FACTS = {
    "orders": "SELECT member_id, paid_at AS at, currency, qualifying AS now, qualified AS before"
    " FROM saleor_loyalty_orderrecord WHERE member_id IS NOT NULL AND paid_at <= %(now)s",
    "growth": "SELECT a.member_id, l.earned_at AS at, l.remaining AS now, l.amount AS before"
    " FROM saleor_loyalty_lot l"
    " JOIN saleor_loyalty_account a ON a.id = l.account_id AND a.unit = 2"
    " WHERE l.earned_at <= %(now)s AND (NOT l.pending OR l.matures_at <= %(now)s)",
    "points": "SELECT member_id, occurred_at AS at, points - taken_back AS now, points AS before"
    " FROM saleor_loyalty_award WHERE unit = 1 AND occurred_at <= %(now)s",
    "activity": "SELECT member_id, occurred_at AS at, name,"
    " CASE WHEN undone_at IS NULL THEN 1 ELSE 0 END AS now, 1 AS before"
    " FROM saleor_loyalty_memberevent WHERE occurred_at <= %(now)s",
}


@dataclass(frozen=True, slots=True)
class _Column:
    """What of the facts one measure counts, and from when on (None: ever)."""

    name: str
    amount: str
    which: str
    inside: str | None
    ever: str
    which_ever: str


class Totals:
    """Pieces of a statement, and `values`, the parameters they need.

    They are about the moment `now`, by the measures of `config`; `ever` adds what all that ever
    happened comes to, and `first` when the first of what counts happened.
    """

    def __init__(
        self, config: LadderConfig, now: datetime, *, ever: bool = False, first: bool = False
    ) -> None:
        self.values: dict[str, Any] = {"now": now}
        self._config = config
        self._with_ever, self._with_first = ever, first
        # Where refunds wait for the end of a period, what they took back may still stand.
        self._ever = "now" if config.refunds is Refunds.AT_ONCE else "before"
        self._names: dict[tuple[str, str], str] = {}
        self._columns: dict[str, list[_Column]] = {}
        for measure in config.measures:
            self._add(measure, now)

    def joins(self, members: str) -> str:
        """LEFT JOINs of one row a member with their totals, to a column of member ids.

        `members` is that column; it must be of the table that is joined to.
        """
        return "".join(
            f" LEFT JOIN (SELECT member_id, {self._sums(kind)}"  # noqa: S608 - our own names
            f" FROM ({_FACTS[kind]}) AS facts WHERE {self._which(kind)} GROUP BY member_id)"
            f" AS {kind} ON {kind}.member_id = {members}"
            for kind in self._columns
        )

    def lateral(self, members: str) -> str:
        """The same for few members: each one's own facts are looked up."""
        return "".join(
            f" LEFT JOIN LATERAL (SELECT {self._sums(kind)}"  # noqa: S608 - our own names
            f" FROM ({_FACTS[kind]}) AS facts WHERE {self._which(kind)}"
            f" AND facts.member_id = {members}) AS {kind} ON TRUE"
            for kind in self._columns
        )

    def best(self) -> str:
        """The rank of the highest tier that is reached; 0: none."""
        cases = [
            f"WHEN {'TRUE' if tier.everybody else self._condition(tier.entry)} THEN {rank}"
            for rank, tier in reversed(list(enumerate(self._config.tiers, 1)))
            if tier.everybody or tier.entry is not None
        ]
        return f"CASE {' '.join(cases)} ELSE 0 END" if cases else "0"

    def within_reach(self, rank: int) -> str:
        """Whether all that ever happened would be enough to have come to a tier or to keep it."""
        tier = self._config.tiers[rank - 1]
        if tier.everybody or tier.protected:
            return "TRUE"
        known = [self._condition(one, "ever") for one in tier.criteria()]
        return f"({' OR '.join(known)})" if known else "FALSE"

    def oldest(self) -> list[tuple[str, Window]]:
        """By measure: when the first thing happened that still counts, and in which window."""
        return [
            (f"{kind}.{name}_first", self._config.window_of(measure))
            for measure in self._config.measures
            for kind, name in [(measure.reads, self._name(measure))]
        ]

    def _add(self, measure: Measure, now: datetime) -> None:
        name = self._name(measure)
        if f"{name}_from" in self.values:
            return
        start = counts_from(self._config.window_of(measure), self._config, now)
        self.values[f"{name}_from"] = start
        write = _of(measure)
        amount, which = write(measure, name, self.values, "now")
        ever, which_ever = write(measure, name, self.values, self._ever)
        inside = f"at >= %({name}_from)s" if start is not None else None
        column = _Column(name, amount, which, inside, ever, which_ever)
        self._columns.setdefault(measure.reads, []).append(column)

    def _which(self, kind: str) -> str:
        """Only rows that any of the measures counts."""
        columns = self._columns[kind]
        if self._with_ever:
            return "TRUE"
        if len(columns) == 1:
            return f"{columns[0].which} AND {columns[0].inside or 'TRUE'}"
        insides = [column.inside for column in columns]
        return f"({' OR '.join(one for one in insides if one)})" if all(insides) else "TRUE"

    def _sums(self, kind: str) -> str:
        columns = self._columns[kind]
        alone = len(columns) == 1 and not self._with_ever
        return ", ".join(part for column in columns for part in self._of_one(column, alone=alone))

    def _of_one(self, column: _Column, *, alone: bool) -> Iterator[str]:
        """Where there is no other measure, the rows are those it counts already."""
        only = f" FILTER (WHERE {column.which} AND {column.inside or 'TRUE'})" if not alone else ""
        yield f"sum({column.amount}){only} AS {column.name}_now"
        if self._with_first:
            yield f"min(at){only} AS {column.name}_first"
        if self._with_ever:
            yield f"sum({column.ever}) FILTER (WHERE {column.which_ever}) AS {column.name}_ever"

    def _name(self, measure: Measure) -> str:
        key = measure.series, self._config.window_of(measure).model_dump_json()
        return self._names.setdefault(key, f"m{len(self._names)}")

    def _condition(self, criterion: Criterion | None, when: str = "now") -> str:
        if isinstance(criterion, (All, AnyOf)):
            between = " AND " if isinstance(criterion, All) else " OR "
            return f"({between.join(self._condition(one, when) for one in criterion.of)})"
        assert isinstance(criterion, Measure), "a tree has measures as its leaves"
        total = f"{criterion.reads}.{self._name(criterion)}_{when}"
        return f"coalesce({total}, 0) >= {criterion.threshold}"


def counts_from(window: Window, config: LadderConfig, now: datetime) -> datetime | None:
    """The first midnight from which on things count now; None: all that ever happened does."""
    today = now.astimezone(config.zone).date()

    def counts(days_ago: int) -> bool:
        start = midnight(today - timedelta(days=days_ago), config.zone)
        return window.leaves_at(start, config.zone) > now

    if counts(_LONGEST_DAYS):
        return None
    # What happened later leaves later, so the days that count are those after some day.
    near, far = 0, _LONGEST_DAYS
    while far - near > 1:
        middle = (near + far) // 2
        near, far = (middle, far) if counts(middle) else (near, middle)
    return midnight(today - timedelta(days=near), config.zone)


# By a measure, the name of its parameters, the parameters, and the column of the amounts.
_Expression = Callable[[Any, str, dict[str, Any], str], tuple[str, str]]


def _of(measure: Measure) -> _Expression:
    return next(write for kind, write in _EXPRESSIONS.items() if isinstance(measure, kind))


def _spend(measure: Spend, name: str, values: dict[str, Any], column: str) -> tuple[str, str]:
    codes = sorted(measure.from_)
    values[f"{name}_codes"] = codes if len(codes) > 1 else codes[0]
    which = f"currency = {'ANY' if len(codes) > 1 else ''}(%({name}_codes)s)"
    if all(measure.weight(code) == 1 for code in codes):
        return column, which
    values.update({f"{name}_{code}": code for code in codes})
    cases = " ".join(
        f"WHEN %({name}_{code})s THEN {measure.weight(code)}::numeric" for code in codes
    )
    return f"{column} * CASE currency {cases} END", which


def _orders(measure: Orders, name: str, values: dict[str, Any], column: str) -> tuple[str, str]:
    values.update({f"{name}_{code}": code for code in measure.minimum})
    enough = [
        f"currency = %({name}_{code})s AND {column} >= {least}"
        for code, least in sorted(measure.minimum.items())
    ]
    return "1", f"({' OR '.join(enough or [f'{column} >= 1'])})"


def _activity(measure: Activity, name: str, values: dict[str, Any], column: str) -> tuple[str, str]:
    values[f"{name}_event"] = measure.event
    return column, f"name = %({name}_event)s"


def _plain(_measure: Measure, _name: str, _values: dict[str, Any], column: str) -> tuple[str, str]:
    return column, "TRUE"


# A new kind of measure has a line here as well.
_EXPRESSIONS: dict[type[Measure], _Expression] = {
    Spend: _spend,
    Orders: _orders,
    Activity: _activity,
    Growth: _plain,
    Points: _plain,
}
