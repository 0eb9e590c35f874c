"""Whatever happens to friends and their orders, told in whatever order: in the end everybody has
what a naive model says, and the books are right.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from random import Random

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from saleor_loyalty.events.facts import OrderFact
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.referrals.models import Referral
from saleor_loyalty.flows.order_changed import act_on
from saleor_loyalty.ledger.audit import audit
from tests.flows.balances import sums
from tests.flows.referrals import (
    DAY,
    bring,
    deliver,
    got,
    order_of,
    programme,
    somebody,
    time_passes,
)
from tests.shop import NOON, Shop

MINIMUM, RETURN_DAYS, TAKE_BACK_DAYS, EVER = 2000, 5, 5, 2
NAMES = ("bob", "cleo", "dan")


class AbandonedError(Exception):
    """Leaves the database as it was before the history."""


@dataclass
class Friend:
    """What the model knows: nothing of events, gifts or rows."""

    name: str
    # (paid at, gross, when it went back)
    orders: list[tuple[datetime, int, datetime | None]] = field(default_factory=list)
    rewarded_at: datetime | None = None
    by: int | None = None
    counted: bool = False
    ended: bool = False

    def first(self) -> int | None:
        """The order that counts, by its place."""
        good = [
            (paid, place)
            for place, (paid, gross, gone) in enumerate(self.orders)
            if gross >= MINIMUM and gone is None
        ]
        return min(good)[1] if good else None


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(some.integers(0, 10**9), some.booleans())
def test_in_the_end_everybody_has_theirs(ada: Member, shop: Shop, history: int, late: bool) -> None:
    chance = Random(history)
    try:
        with transaction.atomic():
            programme(
                returns={"days": RETURN_DAYS, "since": "payment"},
                take_back_days=TAKE_BACK_DAYS,
                milestones={"2": {"points": 1000}},
                caps={"ever": EVER},
            )
            members = {name: somebody(name) for name in NAMES}
            friends = {name: Friend(name) for name in NAMES}
            for member in members.values():
                bring(ada, member)
            facts: dict[tuple[str, int], OrderFact] = {}
            now = NOON
            for _ in range(8):
                now += timedelta(hours=chance.choice([1, 30, 80]))
                _act(chance, friends, members, facts, now, late)
                _compare(ada, members, friends)
            found: list[object] = []
            audit(found.append)
            assert found == []
            raise AbandonedError
    except AbandonedError:
        assert not Referral.objects.exists()


def _act(
    chance: Random,
    friends: dict[str, Friend],
    members: dict[str, Member],
    facts: dict[tuple[str, int], OrderFact],
    now: datetime,
    late: bool,
) -> None:
    friend = friends[chance.choice(NAMES)]
    # Both sides pass the time first: what is due by now is given before what happens now.
    _pass(friends, now)
    time_passes(now)
    standing = [place for place, one in enumerate(friend.orders) if one[2] is None]
    if standing and chance.random() < 0.4:
        place = chance.choice(standing)
        paid, gross, _ = friend.orders[place]
        friend.orders[place] = (paid, gross, now)
        fact = replace(facts[friend.name, place], fully_refunded=True, fingerprint=f"b{now}")
    else:
        place, gross = len(friend.orders), chance.choice([500, 1999, 2000, 9000])
        friend.orders.append((now, gross, None))
        number = f"{friend.name}-{place}"
        fact = order_of(members[friend.name], gross, at=now, order_id=number)
    facts[friend.name, place] = fact
    _went_back(friends, now)
    told = [fact, *([facts[friend.name, 0]] if late else []), fact]
    for one in told:
        act_on([one], now=now)
    deliver(now)


def _pass(friends: dict[str, Friend], now: datetime) -> None:
    """In the order that they are due in the database: of their rows."""
    for friend in friends.values():
        first = friend.first()
        if friend.rewarded_at is not None or first is None:
            continue
        if friend.orders[first][0] + RETURN_DAYS * DAY <= now:
            friend.rewarded_at, friend.by = now, first
            friend.counted = sum(one.counted for one in friends.values()) < EVER


def _went_back(friends: dict[str, Friend], now: datetime) -> None:
    for friend in friends.values():
        if friend.rewarded_at is None or friend.by is None or friend.ended:
            continue
        gone = friend.orders[friend.by][2]
        if gone == now and now - friend.rewarded_at <= TAKE_BACK_DAYS * DAY:
            friend.ended, friend.counted = True, False


def _compare(ada: Member, members: dict[str, Member], friends: dict[str, Friend]) -> None:
    counted = sum(one.counted for one in friends.values())
    assert got(ada) == 200 * counted + (1000 if counted >= 2 else 0)
    assert sums(ada)[0] - sums(ada)[3] == got(ada)
    for name, friend in friends.items():
        rewarded = friend.rewarded_at is not None and not friend.ended
        assert got(members[name]) == 50 + (100 if rewarded else 0), name
