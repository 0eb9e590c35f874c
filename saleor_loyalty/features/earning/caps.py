"""Caps and budgets: how much room a rule has, and what an award draws on it. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from ...values.points import Unit
from ...values.rate import Rate
from .conditions import Occasion
from .rule_config import Budget, Cap, Period, RuleConfig


@dataclass(frozen=True, slots=True)
class Limit:
    """`key` names a counter; one that does not last is for this event alone.

    `currency` "": counts points, else money in minor units.
    """

    key: str
    most: int
    currency: str = ""
    lasts: bool = True


# How much is left under each counter's key.
Room = Mapping[str, int]


def limits_of(
    owner: str, rule: RuleConfig, unit: Unit, occasion: Occasion, member_id: int
) -> list[Limit]:
    """The limits one rule of `owner` (a programme) has on one occasion."""
    name = f"{owner}/{rule.slug}"
    found = list(cap_limits(name, rule.caps, unit, occasion, member_id))
    if rule.budget is not None:
        found += budget_limits(name, rule.budget, unit, occasion.currency)
    return found


def shared_limits(owner: str, name: str, budget: Budget, unit: Unit, currency: str) -> list[Limit]:
    """Those of a budget that several rules draw on; no rule's slug begins like its key."""
    return budget_limits(f"{owner}/+{name}", budget, unit, currency)


def all_shared_limits(owner: str, name: str, budget: Budget, unit: Unit) -> list[Limit]:
    """The same for every currency."""
    return all_budget_limits(f"{owner}/+{name}", budget, unit)


def all_budget_limits(name: str, budget: Budget, unit: Unit) -> list[Limit]:
    limits = {
        limit.key: limit
        for currency in ["", *sorted(budget.money)]
        for limit in budget_limits(name, budget, unit, currency)
    }
    return list(limits.values())


def cap_limits(
    name: str, caps: tuple[Cap, ...], unit: Unit, occasion: Occasion, member_id: int
) -> Iterator[Limit]:
    for cap in caps:
        if cap.period is Period.EVENT:
            yield Limit(f"{name}/{unit.name}/event", cap.points, lasts=False)
        else:
            start = period_start(cap.period, occasion.local("member"))
            yield Limit(f"{name}/{unit.name}/{member_id}/{cap.period}:{start}", cap.points)


def budget_limits(name: str, budget: Budget, unit: Unit, currency: str) -> list[Limit]:
    """`name` is "<owner>/<rule>", or "<owner>/+<budget>"."""
    found = []
    if budget.points is not None:
        found.append(Limit(f"{name}/{unit.name}/all", budget.points))
    # Growth is never spent and so costs nothing.
    if currency in budget.money and unit is Unit.POINTS:
        found.append(Limit(f"{name}/{unit.name}/all/{currency}", budget.money[currency], currency))
    return found


def period_start(period: Period, local: datetime) -> str:
    """The first day of the period the local day is in; weeks begin on Monday (ISO 8601)."""
    day = local.date()
    match period:
        case Period.WEEK:
            day -= timedelta(days=day.weekday())
        case Period.MONTH:
            day = day.replace(day=1)
        case Period.YEAR:
            day = day.replace(month=1, day=1)
        case Period.EVER | Period.EVENT:
            return ""
    return day.isoformat()


def cut(points: int, limits: list[Limit], room: Room, worth: Rate | None) -> tuple[int, str]:
    """What of `points` the limits leave, and the key of the tightest one that cut ("": none)."""
    left, by = points, ""
    for limit in limits:
        most = _in_points(limit, room.get(limit.key, limit.most), worth)
        if most < left:
            left, by = most, limit.key
    return left, by


def draws(points: int, limits: list[Limit], worth: Rate | None) -> dict[str, int]:
    """What so many points draw on each limit, by key."""
    return {limit.key: _drawn(limit, points, worth) for limit in limits}


def _in_points(limit: Limit, room: int, worth: Rate | None) -> int:
    room = max(room, 0)
    if not limit.currency:
        return room
    # Points that are worth nothing in this currency cost the budget nothing.
    return room * worth.points // worth.minor if worth else 2**62


def _drawn(limit: Limit, points: int, worth: Rate | None) -> int:
    if not limit.currency:
        return points
    return -(-points * worth.minor // worth.points) if worth else 0
