"""Whatever happens to groups and orders in whatever order: in the end it all fits together."""

from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from saleor_loyalty.errors import LoyaltyError
from saleor_loyalty.features.group_buys.models import Group, Seat
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows.group_buy_orders import end_due, orders_changed
from saleor_loyalty.flows.group_buys import join_group, leave_group, open_group, put_in_checkout
from saleor_loyalty.ledger.audit import audit
from tests.flows.balances import sums
from tests.flows.groups import an_offer, deliver, order_of
from tests.flows.lottery import rich
from tests.shop import NOON, SHOP, Shop, open_checkout

WORDS = (
    "open join join basket place place pay pay cancel refund leave tell tell sweep deliver"
    " buy buy buy"
)
BUY = ("basket", "place", "pay", "tell")


class AbandonedError(Exception):
    """Leaves the database as it was before the history."""


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(some.integers(0, 10**9), some.sampled_from([0, 100]))
def test_in_the_end_it_all_fits(
    ada: Member, bob: Member, shop: Shop, history: int, stake: int
) -> None:
    chance = Random(history)
    people = (ada, bob)
    try:
        with transaction.atomic():
            SHOP.__init__()  # type: ignore[misc]
            an_offer(stake_points=stake, most_open=2)
            for member in people:
                rich(member)
            now = NOON
            _do("open", ada, now)
            for _ in range(20):
                now += timedelta(minutes=chance.choice([*[0] * 9, 5, 40, 900]))
                step, member = chance.choice(WORDS.split()), chance.choice(people)
                for part in BUY if step == "buy" else (step,):
                    _do(part, member, now)
            _settle(now + timedelta(days=3))
            _check(people, stake)
            raise AbandonedError
    except AbandonedError:
        assert not Group.objects.exists()


def _do(step: str, member: Member, now: datetime) -> None:
    seat = Seat.objects.filter(member=member).order_by("-pk").first()
    group = Group.objects.order_by("-pk").first()
    try:
        with transaction.atomic():
            if step == "open":
                open_group(member, "tea", source_key=now.isoformat(), now=now)
            elif step == "join" and group is not None:
                join_group(member, group.code, now=now)
            elif step == "sweep":
                end_due(now=now, limit=9)
            elif step == "deliver":
                deliver()
            elif seat is not None:
                _with_seat(step, seat, now)
    except LoyaltyError:
        # Refused: nothing was changed.
        return


def _with_seat(step: str, seat: Seat, now: datetime) -> None:
    known = SHOP.orders.get(f"o{seat.pk}")
    if step == "basket" and known is None:
        mine = open_checkout(checkout_id=f"c{seat.pk}", user_id=seat.member.user_id)
        SHOP.checkouts.setdefault(f"c{seat.pk}", mine)
        put_in_checkout(seat.member, seat.public_id, f"c{seat.pk}", now=now)
    elif step == "place" and known is None and seat.checkout_id:
        order_of(seat, paid_at=None)
    elif step == "leave":
        leave_group(seat.member, seat.public_id, now=now)
    elif known is not None:
        changes = {
            "pay": {"paid_at": known.paid_at or now},
            "cancel": {"cancelled": True},
            "refund": {"fully_refunded": known.paid_at is not None},
        }
        SHOP.orders[known.order_id] = replace(known, **changes.get(step, {}))
        if step == "tell":
            orders_changed([SHOP.orders[known.order_id]], now=now)


def _settle(now: datetime) -> None:
    """All facts arrive, all time is over, everything is delivered."""
    for _ in range(3):
        orders_changed(list(SHOP.orders.values()), now=now)
        deliver()
        end_due(now=now, limit=99)
        deliver()


def _check(people: tuple[Member, ...], stake: int) -> None:
    for group in Group.objects.all():
        assert group.state in ("full", "failed")
        confirmed = group.seats.filter(state="confirmed").count()
        assert confirmed <= (group.size if group.state == "full" else 0)
    for seat in Seat.objects.all():
        order = SHOP.orders.get(f"o{seat.pk}")
        if seat.state == "confirmed":
            assert order is not None
            assert order.paid_at is not None
            assert not order.cancelled
            assert order.order_id not in SHOP.waiting | set(SHOP.refund_requests)
        else:
            assert seat.state == "returned"
            if order is not None and seat.reason != "order cancelled":
                assert order.cancelled
                back = order.fully_refunded or order.order_id in SHOP.refund_requests
                assert back == (order.paid_at is not None)
    for member in people:
        spent = stake * Seat.objects.filter(member=member, state="confirmed").count()
        assert sums(member) == (1000 - spent, 0, 0, 0)
    assert audit(lambda difference: None).differences == 0
