"""What members did, read from where it is kept: orders, awards, growth lots, events."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime

from ..features.earning.models import Award
from ..features.member_events.models import MemberEvent
from ..features.orders.models import OrderRecord
from ..features.tiers.facts import Amount, Facts, Order
from ..ledger.models import Account, Lot
from ..values.points import Unit


@dataclass
class _Collected:
    orders: list[Order] = field(default_factory=list)
    growth: list[Amount] = field(default_factory=list)
    points: list[Amount] = field(default_factory=list)
    activity: dict[str, list[Amount]] = field(default_factory=dict)
    matures: list[datetime] = field(default_factory=list)

    def in_order(self) -> Facts:
        return Facts(
            tuple(sorted(self.orders)),
            tuple(sorted(self.growth)),
            tuple(sorted(self.points)),
            {name: tuple(sorted(amounts)) for name, amounts in self.activity.items()},
            min(self.matures, default=None),
        )


def facts_of(
    member_ids: Collection[int], reads: Collection[str], *, now: datetime
) -> dict[int, Facts]:
    """The facts of each member, of the kinds that are read, in a few statements."""
    collected = {member_id: _Collected() for member_id in member_ids}
    for kind in sorted(reads):
        _READ[kind](collected, now)
    return {member_id: found.in_order() for member_id, found in collected.items()}


def _orders(collected: dict[int, _Collected], _now: datetime) -> None:
    found = OrderRecord.objects.filter(member__in=list(collected), paid_at__isnull=False)
    columns = ("member_id", "paid_at", "currency", "qualifying", "qualified")
    for member_id, at, currency, now, before in found.values_list(*columns):
        assert member_id is not None, "filtered above"
        assert at is not None, "filtered above"
        collected[member_id].orders.append(Order(at, currency, now, before))


def _growth(collected: dict[int, _Collected], now: datetime) -> None:
    """By its lots: what a claw-back takes, it takes from the lot it belongs to. Growth that has
    not matured does not count yet.
    """
    owners = dict(
        Account.objects.filter(member__in=list(collected), unit=Unit.GROWTH).values_list(
            "pk", "member_id"
        )
    )
    lots = Lot.objects.filter(account_id__in=list(owners))
    columns = ("account_id", "earned_at", "remaining", "amount", "pending", "matures_at")
    for account, at, remaining, amount, pending, matures_at in lots.values_list(*columns):
        member = collected[owners[account]]
        if not pending or (matures_at is not None and matures_at <= now):
            member.growth.append(Amount(at, remaining, amount))
        elif matures_at is not None:
            member.matures.append(matures_at)


def _points(collected: dict[int, _Collected], _now: datetime) -> None:
    awards = Award.objects.filter(member__in=list(collected), unit=Unit.POINTS)
    columns = ("member_id", "occurred_at", "points", "taken_back")
    for member_id, at, points, taken_back in awards.values_list(*columns):
        collected[member_id].points.append(Amount(at, points - taken_back, points))


def _activity(collected: dict[int, _Collected], _now: datetime) -> None:
    events = MemberEvent.objects.filter(member__in=list(collected))
    columns = ("member_id", "occurred_at", "name", "undone_at")
    for member_id, at, name, undone_at in events.values_list(*columns):
        amounts = collected[member_id].activity.setdefault(name, [])
        amounts.append(Amount(at, int(undone_at is None), 1))


_READ: dict[str, Callable[[dict[int, _Collected], datetime], None]] = {
    "orders": _orders,
    "growth": _growth,
    "points": _points,
    "activity": _activity,
}
