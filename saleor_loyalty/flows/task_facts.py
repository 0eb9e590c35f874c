"""What members did that tasks count, read from where it is kept."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from ..events.facts import OrderFact
from ..features.check_ins.models import CheckIn
from ..features.earning.models import Award
from ..features.member_events.models import MemberEvent
from ..features.member_events.names import Own
from ..features.members.models import Member
from ..features.orders.models import OrderRecord
from ..features.orders.returned import line_back
from ..features.referrals.models import Referral, ReferralState
from ..features.tasks.facts import Bought, CheckedIn, Earned, Event, Facts, Order
from ..features.tasks.measures import Reads
from ..features.tasks.models import LeaderboardName
from ..values.points import Unit


@dataclass
class _Found:
    """What is read, by member. `since`: nothing that happened before is asked for."""

    members: dict[int, Member]
    since: datetime
    lists: dict[str, dict[int, list[Any]]] = field(default_factory=dict)

    def add(self, kind: str, member_id: int, one: object) -> None:
        self.lists.setdefault(kind, {}).setdefault(member_id, []).append(one)

    def of(self, member_id: int, seen_at: datetime) -> Facts:
        found = {kind: by_member.get(member_id, []) for kind, by_member in self.lists.items()}
        return Facts(
            events=tuple(found.get("events", ())),
            orders=tuple(found.get("orders", ())),
            check_ins=tuple(found.get("check_ins", ())),
            earned=tuple(found.get("earned", ())),
            friends=tuple(found.get("friends", ())),
            profile=frozenset(found.get("profile", ())),
            seen_at=seen_at,
        )


def facts_of(
    members: Collection[Member], reads: Collection[Reads], *, since: datetime, seen_at: datetime
) -> dict[int, Facts]:
    """The facts of each member, of the kinds that are read, a statement or two for each kind."""
    found = _Found({member.pk: member for member in members}, since)
    kinds = set(reads)
    if Reads.LINES in kinds:
        # Which are orders as well.
        kinds.discard(Reads.ORDERS)
    for kind in sorted(kinds):
        _READ[kind](found)
    return {member_id: found.of(member_id, seen_at) for member_id in found.members}


def _events(found: _Found) -> None:
    events = MemberEvent.objects.filter(
        member__in=list(found.members), occurred_at__gte=found.since, undone_at__isnull=True
    )
    columns = ("member_id", "occurred_at", "name", "attributes")
    for member_id, at, name, attributes in events.values_list(*columns):
        found.add("events", member_id, Event(at, name, attributes))


def _orders(found: _Found) -> None:
    columns = ("member_id", "paid_at", "currency", "qualifying")
    for member_id, at, currency, money in _paid(found).values_list(*columns):
        found.add("orders", member_id, Order(at, currency, money))


def _lines(found: _Found) -> None:
    columns = ("member_id", "paid_at", "currency", "qualifying", "snapshot")
    for member_id, at, currency, money, snapshot in _paid(found).values_list(*columns):
        lines = _bought(OrderFact.from_json(snapshot))
        found.add("orders", member_id, Order(at, currency, money, lines))


def _paid(found: _Found) -> Any:
    return OrderRecord.objects.filter(member__in=list(found.members), paid_at__gte=found.since)


def _bought(order: OrderFact) -> tuple[Bought, ...]:
    """What cost nothing was given, not bought."""
    return tuple(
        Bought(line.quantity - line_back(order, line).pieces, line.product_id, line.category_ids)
        for line in order.lines
        if line.gross > 0
    )


def _check_ins(found: _Found) -> None:
    days = CheckIn.objects.filter(
        member__in=list(found.members), at__gte=found.since, event__undone_at__isnull=True
    )
    for member_id, at, day, price in days.values_list("member_id", "at", "day", "made_up_for"):
        found.add("check_ins", member_id, CheckedIn(at, day, price is not None))


def _earned(found: _Found) -> None:
    awards = Award.objects.filter(
        member__in=list(found.members), unit=Unit.POINTS, occurred_at__gte=found.since
    )
    columns = ("member_id", "occurred_at", "points", "taken_back", "event__name")
    for member_id, at, points, taken_back, name in awards.values_list(*columns):
        if name != Own.TASK:
            found.add("earned", member_id, Earned(at, points - taken_back))


def _friends(found: _Found) -> None:
    brought = Referral.objects.filter(
        referrer__in=list(found.members),
        state=ReferralState.REWARDED,
        counted=True,
        decided_at__gte=found.since,
    )
    for member_id, at in brought.values_list("referrer_id", "decided_at"):
        found.add("friends", member_id, at)


def _profile(found: _Found) -> None:
    named = LeaderboardName.objects.filter(member__in=list(found.members))
    for member_id in named.values_list("member_id", flat=True):
        found.add("profile", member_id, "leaderboard_name")
    for member_id, member in found.members.items():
        there = {
            "birthday": member.birthday is not None,
            "language": bool(member.language_code),
            "time_zone": bool(member.time_zone),
            "account": member.user_id is not None,
        }
        for name in (name for name, told in there.items() if told):
            found.add("profile", member_id, name)


_READ: dict[Reads, Callable[[_Found], None]] = {
    Reads.EVENTS: _events,
    Reads.ORDERS: _orders,
    Reads.LINES: _lines,
    Reads.CHECK_INS: _check_ins,
    Reads.EARNED: _earned,
    Reads.FRIENDS: _friends,
    Reads.PROFILE: _profile,
}
