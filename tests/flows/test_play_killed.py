"""Killed at each step and run on: nothing lost, nothing doubled.

A row is a step of a path: what is there before it, the step itself, and what must be there once it
was run to its end after any number of deaths. Whatever a death leaves behind must be what was
there before.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest

from saleor_loyalty.events.models import OutboxEffect, WorkStatus
from saleor_loyalty.features.flash_sales.models import FlashSaleClaim, FlashSaleItem
from saleor_loyalty.features.group_buys.models import Group, Seat
from saleor_loyalty.features.lottery.models import Lottery, LotteryTicket, LotteryWin
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows import lotteries
from saleor_loyalty.flows.flash_sale_claims import orders_changed as sale_orders_changed
from saleor_loyalty.flows.flash_sale_claims import price_for, release_due
from saleor_loyalty.flows.flash_sales import save_sale
from saleor_loyalty.flows.group_buy_orders import end_due, orders_changed
from saleor_loyalty.flows.group_buys import leave_group
from saleor_loyalty.flows.lottery_draw import draw_lottery
from saleor_loyalty.flows.outbox import work_outbox
from saleor_loyalty.flows.second_tries import try_again
from saleor_loyalty.ledger.audit import audit
from saleor_loyalty.ledger.models import Account, Entry, Hold
from tests.flows.balances import sums
from tests.flows.dying import each_death
from tests.flows.groups import (
    CLOSES,
    MUCH_LATER,
    an_offer,
    counts,
    deliver,
    in_basket,
    join,
    lead,
    order_of,
    told,
)
from tests.flows.lottery import COUPON, POINTS, a_lottery, buy, rich
from tests.shop import NOON, Shop, line, paid_order

LATE = CLOSES + timedelta(hours=1)


@dataclass(frozen=True)
class Step:
    """`before` makes what the step finds; `after` is what `look` must see in the end."""

    before: Callable[[Member, Member], Any]
    act: Callable[[Member, Member], object]
    look: Callable[[Member, Member], object]
    after: object


def _points(ada: Member, bob: Member) -> object:
    return sums(ada), sums(bob)


def _flash(ada: Member, bob: Member) -> None:
    config = {
        "name": {"en": "Flash"},
        "items": [{"variant_id": "v1", "prices": {"USD": 700}, "quota": 3}],
    }
    save_sale("flash", config, starts_at=NOON, ends_at=LATE, active=True)


def _claimed(ada: Member, bob: Member) -> None:
    _flash(ada, bob)
    price_for(ada, "v1", "USD", 2, "c1", now=NOON)


def _taken(ada: Member, bob: Member) -> object:
    claims = FlashSaleClaim.objects.values_list("state", flat=True)
    return FlashSaleItem.objects.get().taken, list(claims)


def _order(**more: Any) -> Any:
    return paid_order(line("a", 1400, quantity=2, variant_id="v1"), checkout_id="c1", **more)


def _sold(*prizes: Any) -> Callable[[Member, Member], None]:
    def before(ada: Member, bob: Member) -> None:
        a_lottery(*prizes)
        rich(ada)
        rich(bob)
        buy(ada, 3)
        buy(bob, 2)

    return before


def _closed(ada: Member, bob: Member) -> None:
    _sold(POINTS, COUPON)(ada, bob)
    lotteries.close_lottery("spring")


def _drawn(ada: Member, bob: Member) -> None:
    _closed(ada, bob)
    draw_lottery("spring", now=CLOSES)


def _cancelled(ada: Member, bob: Member) -> None:
    _sold()(ada, bob)
    lotteries.cancel_lottery("spring")


def _offered(ada: Member, bob: Member) -> None:
    an_offer(stake_points=100)
    rich(ada)
    rich(bob)


def _group(ada: Member, bob: Member) -> None:
    _offered(ada, bob)
    for seat in (lead(ada), join(bob)):
        in_basket(seat)


def _of(member: Member) -> Seat:
    return Seat.objects.get(member=member)


def _ada_paid(ada: Member, bob: Member) -> None:
    _group(ada, bob)
    orders_changed([order_of(_of(ada))], now=NOON)


def _full(ada: Member, bob: Member) -> None:
    _ada_paid(ada, bob)
    orders_changed([order_of(_of(bob))], now=NOON)


def _failed(ada: Member, bob: Member) -> None:
    _ada_paid(ada, bob)
    end_due(now=LATE, limit=9)


def _group_and_points(ada: Member, bob: Member) -> object:
    wait, cancelled, refunds = told()
    return counts(), sums(ada)[::2], sums(bob)[::2], (len(wait), len(cancelled), len(refunds))


STEPS = {
    "buying tickets": Step(
        lambda ada, bob: (a_lottery(), rich(ada)),
        lambda ada, bob: buy(ada, 3),
        lambda ada, bob: (sums(ada), Lottery.objects.get().tickets_sold),
        ((700, 0, 0, 0), 3),
    ),
    "freezing the list": Step(
        _sold(),
        lambda ada, bob: lotteries.close_lottery("spring"),
        lambda ada, bob: (Lottery.objects.get().state, bool(Lottery.objects.get().tickets_digest)),
        ("closed", True),
    ),
    "the draw": Step(
        _closed,
        lambda ada, bob: draw_lottery("spring", now=CLOSES),
        lambda ada, bob: (Lottery.objects.get().state, LotteryWin.objects.count()),
        ("drawn", 3),
    ),
    "sending prizes": Step(
        _drawn,
        lambda ada, bob: work_outbox(now=MUCH_LATER),
        lambda ada, bob: (
            sums(ada)[0] + sums(bob)[0],
            sorted(LotteryWin.objects.values_list("state", flat=True)),
        ),
        (2500, ["given"] * 3),
    ),
    "calling a lottery off": Step(
        _sold(),
        lambda ada, bob: lotteries.cancel_lottery("spring"),
        lambda ada, bob: (Lottery.objects.get().state, OutboxEffect.objects.count() > 0),
        ("cancelled", True),
    ),
    "giving tickets' points back": Step(
        _cancelled,
        lambda ada, bob: work_outbox(now=MUCH_LATER),
        _points,
        ((1000, 0, 0, 0), (1000, 0, 0, 0)),
    ),
    "keeping pieces": Step(
        _flash,
        lambda ada, bob: price_for(ada, "v1", "USD", 2, "c1", now=NOON),
        _taken,
        (2, ["reserved"]),
    ),
    "ordering pieces": Step(
        _claimed, lambda ada, bob: sale_orders_changed([_order()]), _taken, (2, ["ordered"])
    ),
    "cancelling an order of pieces": Step(
        _claimed,
        lambda ada, bob: sale_orders_changed([_order(cancelled=True)]),
        _taken,
        (0, ["released"]),
    ),
    "ending what was kept too long": Step(
        _claimed,
        lambda ada, bob: release_due(now=NOON + timedelta(days=2), limit=9),
        _taken,
        (0, []),
    ),
    "opening a group": Step(
        _offered,
        lambda ada, bob: lead(ada),
        lambda ada, bob: (counts(), sums(ada)),
        (("open", 1, 0), (900, 0, 100, 0)),
    ),
    "joining a group": Step(
        lambda ada, bob: (_offered(ada, bob), lead(ada)),
        lambda ada, bob: join(bob),
        lambda ada, bob: (counts(), sums(bob)),
        (("open", 2, 0), (900, 0, 100, 0)),
    ),
    "paying a seat": Step(
        _group,
        lambda ada, bob: orders_changed([order_of(_of(ada))], now=NOON),
        _group_and_points,
        (("open", 2, 1), (900, 100), (900, 100), (1, 0, 0)),
    ),
    "paying the last seat": Step(
        _ada_paid,
        lambda ada, bob: orders_changed([order_of(_of(bob))], now=NOON),
        lambda ada, bob: (deliver(), _group_and_points(ada, bob))[1],
        (("full", 2, 2), (900, 0), (900, 0), (0, 0, 0)),
    ),
    "confirming the orders": Step(
        _full,
        lambda ada, bob: work_outbox(now=MUCH_LATER),
        _group_and_points,
        (("full", 2, 2), (900, 0), (900, 0), (0, 0, 0)),
    ),
    "leaving with an order": Step(
        _ada_paid,
        lambda ada, bob: leave_group(ada, _of(ada).public_id, now=NOON),
        lambda ada, bob: (deliver(), _group_and_points(ada, bob))[1],
        (("open", 1, 0), (1000, 0), (900, 100), (0, 1, 1)),
    ),
    "ending a group": Step(
        _ada_paid,
        lambda ada, bob: end_due(now=LATE, limit=9),
        lambda ada, bob: (deliver(), _group_and_points(ada, bob))[1],
        (("failed", 0, 0), (1000, 0), (1000, 0), (0, 1, 1)),
    ),
    "giving everything back": Step(
        _failed,
        lambda ada, bob: work_outbox(now=MUCH_LATER),
        _group_and_points,
        (("failed", 0, 0), (1000, 0), (1000, 0), (0, 1, 1)),
    ),
}


def _rows() -> list[Any]:
    """Everything a step could have left behind."""
    tables = (Account, Entry, Hold, Lottery, LotteryTicket, LotteryWin)
    tables += (FlashSaleItem, FlashSaleClaim, Group, Seat)
    effects = OutboxEffect.objects.order_by("pk").values_list("pk", "status")
    return [[sorted(table.objects.values_list(), key=str) for table in tables], list(effects)]


@pytest.mark.parametrize("name", STEPS)
def test_killed_and_run_on(ada: Member, bob: Member, shop: Shop, name: str) -> None:
    step = STEPS[name]
    step.before(ada, bob)
    before = _rows()
    deaths = 0
    for _ in each_death(lambda: step.act(ada, bob)):
        assert _rows() == before
        deaths += 1
    assert deaths >= 3
    for _ in range(2):
        step.act(ada, bob)
    assert step.look(ada, bob) == step.after
    assert audit(lambda difference: None).differences == 0


@pytest.mark.parametrize("method", ["order_cancel", "request_refund", "remove_reward_line"])
def test_a_shop_that_is_away_is_told_later(
    ada: Member, bob: Member, shop: Shop, method: str
) -> None:
    """Given up by the worker, it is tried again at night."""
    _ada_paid(ada, bob)
    shop.failing.add(method)
    end_due(now=LATE, limit=9)
    now = MUCH_LATER
    while OutboxEffect.objects.filter(status=WorkStatus.NEW, kind="group_seat").exists():
        now += timedelta(hours=2)
        work_outbox(now=now)
    assert OutboxEffect.objects.filter(status=WorkStatus.DEAD).count() == 1
    shop.failing.clear()
    assert try_again(now=now) == 1
    assert try_again(now=now) == 0
    work_outbox(now=now)
    expected = (("failed", 0, 0), (1000, 0), (1000, 0), (0, 1, 1))
    assert _group_and_points(ada, bob) == expected
