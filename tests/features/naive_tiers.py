"""Where members stand, told by going through every moment and counting everything anew.

Slow and plain, and written without looking at `features.tiers`: it reads the ladder's text and
does its own arithmetic, on local days with the last one included.
"""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from saleor_loyalty.features.tiers.facts import Facts

UNITS = {"month": 1, "quarter": 3, "year": 12}
DAY = timedelta(days=1)
Text = dict[str, Any]


@dataclass(frozen=True)
class Stands:
    """`last_day` is the last one of the period or of grace; None: there is none."""

    tier: str | None = None
    last_day: date | None = None
    # In grace: the last day of the period that has ended.
    ended: date | None = None
    reviewed: datetime | None = None


def told_by_hand(
    ladders: list[tuple[datetime, Text]], facts: Facts, joined_at: datetime, now: datetime
) -> list[tuple[datetime, Stands]]:
    """Every moment at which something might change, and how the member stood after it."""
    happened = _all(facts)
    begin = min([joined_at, *happened])
    zones = {text["time_zone"] for _, text in ladders}
    starts = [at for at, _ in ladders]
    midnights = {at for zone in zones for at in _midnights(ZoneInfo(zone), begin, now)}
    moments = sorted({begin, now, *starts, *midnights, *happened})
    stands, told = Stands(), []
    running: Text | None = None
    for at in moments:
        if begin <= at <= now:
            current = next((text for start, text in reversed(ladders) if start <= at), None)
            if current is not None:
                judge = _Judge(current, facts, at)
                stands = judge.new_ladder(stands) if current is not running else judge.go(stands)
                running = current
            told.append((at, stands))
    return told


def _all(facts: Facts) -> list[datetime]:
    lists = [facts.orders, facts.growth, facts.points, *facts.activity.values()]
    return [one.at for happened in lists for one in happened]


def _midnights(zone: ZoneInfo, begin: datetime, end: datetime) -> list[datetime]:
    """The first moment of each day, found by asking the clock on the wall."""
    day, found = begin.astimezone(zone).date(), []
    while day <= end.astimezone(zone).date() + DAY:
        found.append(_first_moment(day, zone))
        day += DAY
    return found


@cache
def _first_moment(day: date, zone: ZoneInfo) -> datetime:
    """In steps of a quarter of an hour from the afternoon before."""
    at = datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(hours=15)
    while at.astimezone(zone).date() < day:
        at += timedelta(minutes=15)
    return at


# Asked again and again for the same few days.
@cache
def _local_day(at: datetime, zone: ZoneInfo) -> date:
    return at.astimezone(zone).date()


@cache
def _months_after(day: date, months: int) -> date:
    return day + relativedelta(months=months)


class _Judge:
    """One moment under one ladder."""

    def __init__(self, text: Text, facts: Facts, at: datetime) -> None:
        self.text = text
        self.tiers: list[Text] = text["tiers"]
        self.zone = ZoneInfo(text["time_zone"])
        self.facts = facts
        self.at = at
        self.today = at.astimezone(self.zone).date()
        self.free = text["period"]["kind"] == "as_long_as_it_fits"

    def new_ladder(self, stands: Stands) -> Stands:
        names = [tier["slug"] for tier in self.tiers]
        here = names.index(stands.tier) + 1 if stands.tier in names else 0
        best = self._best(stands)
        if best > here or (stands.tier and not here):
            return self._into(best, stands)
        if self.free and here and not self._stays(here, stands, "now"):
            return self._into(self._fitting(here, stands, "now"), stands)
        if here and (self._ends(here) is None) != (stands.last_day is None):
            return replace(stands, last_day=self._ends(here), ended=None)
        return self.go(stands)

    def go(self, stands: Stands) -> Stands:
        here = self._rank(stands)
        if self._best(stands) > here:
            return self._into(self._best(stands), stands)
        if self.free:
            if here and not self._stays(here, stands, "now"):
                return self._into(self._fitting(here, stands, "now"), stands)
            return stands
        if stands.last_day is not None and self.today > stands.last_day:
            stands = self._over(here, stands)
            best = self._best(stands)
            return self._into(best, stands) if best > self._rank(stands) else stands
        if stands.ended is not None and self._stays(here, stands, "grace"):
            return self._again(here, stands)
        return stands

    def _rank(self, stands: Stands) -> int:
        slugs = [tier["slug"] for tier in self.tiers]
        return slugs.index(stands.tier) + 1 if stands.tier in slugs else 0

    def _over(self, here: int, stands: Stands) -> Stands:
        how = "late" if stands.ended else "closing"
        if self._stays(here, stands, how):
            return self._again(here, stands)
        if self.text.get("grace_days") and not stands.ended:
            grace = timedelta(days=self.text["grace_days"])
            ended = stands.last_day
            assert ended is not None
            return replace(stands, last_day=self.today - DAY + grace, ended=ended, reviewed=self.at)
        if self.text.get("downgrade") == "one_step":
            to = max((n for n in range(1, here) if self._by_doing(n)), default=0)
        else:
            to = self._fitting(here, stands, how)
        return self._again(to, stands)

    def _again(self, rank: int, stands: Stands) -> Stands:
        """In this tier for the period after the last one."""
        if not rank:
            return Stands(reviewed=self.at)
        slug = self.tiers[rank - 1]["slug"]
        if self._safe(rank):
            return Stands(slug, None, None, self.at)
        last = stands.ended or stands.last_day
        over = stands.last_day is not None and self.today > stands.last_day
        assert last is not None
        # The day that the period's successor must reach to.
        least = self.today if over or stands.ended else last + DAY
        while last < least:
            last = self._following(last)
        return Stands(slug, last, None, self.at)

    def _following(self, last: date) -> date:
        period = self.text["period"]
        if period["kind"] == "rolling":
            return last + relativedelta(months=period["months"])
        months = UNITS[period["unit"]]
        if period["more"] == 0:
            last += DAY
        return _unit_end(last, months, period["more"])

    def _into(self, rank: int, stands: Stands) -> Stands:
        slug = self.tiers[rank - 1]["slug"] if rank else None
        return Stands(slug, self._ends(rank), None, stands.reviewed)

    def _ends(self, rank: int) -> date | None:
        period = self.text["period"]
        if not rank or self._safe(rank) or period["kind"] in ("for_good", "as_long_as_it_fits"):
            return None
        if period["kind"] == "rolling":
            return self.today + relativedelta(months=period["months"])
        return _unit_end(self.today, UNITS[period["unit"]], period["more"])

    def _safe(self, rank: int) -> bool:
        tier = self.tiers[rank - 1]
        return bool(tier.get("everybody") or tier.get("protected"))

    def _by_doing(self, rank: int) -> bool:
        tier = self.tiers[rank - 1]
        return bool(tier.get("everybody") or tier.get("entry"))

    def _best(self, stands: Stands) -> int:
        for rank in range(len(self.tiers), 0, -1):
            tier = self.tiers[rank - 1]
            if tier.get("everybody") or self._met(tier.get("entry"), stands, "now"):
                return rank
        return 0

    def _stays(self, rank: int, stands: Stands, how: str) -> bool:
        tier = self.tiers[rank - 1]
        asked = (tier.get("keep"), tier.get("entry"))
        return self._safe(rank) or any(self._met(one, stands, how) for one in asked)

    def _fitting(self, here: int, stands: Stands, how: str) -> int:
        lower = (n for n in range(1, here) if self._by_doing(n) and self._stays(n, stands, how))
        return max(lower, default=0)

    def _met(self, tree: Text | None, stands: Stands, how: str) -> bool:
        if not tree:
            return False
        if tree["kind"] == "all":
            return all(self._met(one, stands, how) for one in tree["of"])
        if tree["kind"] == "any":
            return any(self._met(one, stands, how) for one in tree["of"])
        if tree["kind"] == "spend":
            # In parts of a whole, exactly: cross-multiplied instead of divided.
            whole = 1
            for need in tree["from"].values():
                whole *= need
            parts = sum(self._sum(tree, stands, how, code) * whole // need
                        for code, need in tree["from"].items())  # fmt: skip
            return parts >= whole
        return self._sum(tree, stands, how) >= int(tree["from"])

    def _sum(self, tree: Text, stands: Stands, how: str, currency: str = "") -> int:
        window = tree.get("window") or self.text["window"]
        return sum(
            self._worth(tree, one, currency, self._forgiven(one.at, stands, how))
            for one in self._happened(tree)
            if self._counts(one.at, window, stands, how)
        )

    def _happened(self, tree: Text) -> Any:
        if tree["kind"] in ("spend", "orders"):
            return self.facts.orders
        if tree["kind"] == "activity":
            return self.facts.activity.get(tree["event"], ())
        return getattr(self.facts, tree["kind"])

    def _worth(self, tree: Text, one: Any, currency: str, forgiven: bool) -> int:
        amount = one.before if forgiven else one.now
        if tree["kind"] == "spend":
            return amount if one.currency == currency else 0
        if tree["kind"] == "orders":
            return int(amount > 0)
        return int(amount)

    def _forgiven(self, at: datetime, stands: Stands, how: str) -> bool:
        if self.text.get("refunds") != "period_end" or how in ("closing", "late"):
            return False
        return stands.reviewed is None or at >= stands.reviewed

    def _counts(self, at: datetime, window: Text, stands: Stands, how: str) -> bool:
        if at > self.at:
            return False
        day = _local_day(at, self.zone)
        if how == "now":
            return self._in_window(day, self.today, window)
        if how == "closing":
            last = self.today - DAY
            return day <= last and self._in_year_to(day, last, window)
        assert stands.ended is not None
        if how == "late" and day >= self.today:
            return False
        return day > stands.ended or self._in_year_to(day, stands.ended, window)

    def _in_year_to(self, day: date, last: date, window: Text) -> bool:
        """Looked at from after the last day: rolling ones are then a day further already."""
        on = last + DAY if window["kind"] == "rolling" else last
        return self._in_window(day, on, window)

    @staticmethod
    def _in_window(day: date, today: date, window: Text) -> bool:
        if window["kind"] == "ever":
            return True
        if window["kind"] == "rolling":
            return _months_after(day, window["months"]) >= today
        months = UNITS[window["unit"]]
        return (day.year, (day.month - 1) // months) == (today.year, (today.month - 1) // months)


def _unit_end(day: date, months: int, more: int) -> date:
    """The last day of the month, quarter or year that this day is in, and so many after it."""
    month = (day.month - 1) // months * months + months * (more + 1)
    return date(day.year, 1, 1) + relativedelta(months=month) - DAY
