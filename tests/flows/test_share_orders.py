"""First orders by a link: given once they are safe, taken back when they are returned."""

from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import pytest
from django.db import transaction

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.events.facts import OrderFact
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.shares.models import ShareOrder, ShareOrderState
from saleor_loyalty.flows import share_orders as flow
from saleor_loyalty.flows.locks import lock_subjects
from saleor_loyalty.flows.members import find_or_join
from saleor_loyalty.flows.order_changed import act_on
from saleor_loyalty.flows.outbox import work_outbox
from tests.conftest import customer
from tests.flows.balances import sums
from tests.flows.events import event_rules
from tests.flows.sharing import link_of, offer, told_last
from tests.ledger.threads import together
from tests.shop import NOON, Shop, line, open_checkout, paid_order

DAY = timedelta(days=1)
SAFE = NOON + 14 * DAY
# Effects are due by the clock of the database.
MUCH_LATER = NOON + timedelta(days=3_650)


@pytest.fixture
def ada(ada: Member) -> Member:
    event_rules(now=NOON - timedelta(days=60))
    return ada


def attached(shop: Shop, member: Member, user_id: int | None, checkout_id: str = "c1") -> None:
    checkout = open_checkout(3000, checkout_id=checkout_id, user_id=user_id)
    shop.checkouts[checkout_id] = checkout
    flow.attach(link_of(member).code, checkout_id, now=NOON)


def bought_by(
    member: Member, order_id: str = "o1", checkout_id: str = "c1", **more: Any
) -> OrderFact:
    given: dict[str, Any] = {"fulfilled_at": NOON, **more}
    return paid_order(
        line("a", 3000),
        order_id=order_id,
        user_id=member.user_id,
        email=member.email,
        checkout_id=checkout_id,
        **given,
    )


def told(*orders: OrderFact, now: datetime = NOON) -> None:
    lock_subjects(f"order:{order.order_id}" for order in orders)
    act_on(orders, now=now)


def state() -> tuple[str, str]:
    row = ShareOrder.objects.get()
    return row.state, row.why_not


def refusal(act: Any, *arguments: Any, **named: Any) -> Code:
    with pytest.raises(LoyaltyError) as refused:
        act(*arguments, **named)
    return refused.value.code


def test_a_first_order_is_worth_something_once_it_is_safe(
    ada: Member, bob: Member, shop: Shop
) -> None:
    offer()
    attached(shop, ada, bob.user_id)
    told(bought_by(bob, fulfilled_at=None))
    assert ShareOrder.objects.get().due_at is None
    told(bought_by(bob))
    assert ShareOrder.objects.get().due_at == SAFE
    assert flow.settle_due(now=SAFE - timedelta(seconds=1)) == 0
    assert flow.settle_due(now=SAFE) == 1
    assert flow.settle_due(now=SAFE) == 0
    told(bought_by(bob), now=SAFE)
    work_outbox(now=MUCH_LATER)
    assert (state(), sums(ada)) == ((ShareOrderState.REWARDED, ""), (50, 0, 0, 0))
    assert told_last(ada) == {
        "reason": "share_order",
        "event": "/products/red-shoe",
    }


def test_at_once_where_the_shop_trusts(ada: Member, bob: Member, shop: Shop) -> None:
    offer(order={"gift": {"points": 50}, "days": 0, "safe_from": "payment"})
    attached(shop, ada, bob.user_id)
    told(bought_by(bob, fulfilled_at=None))
    work_outbox(now=MUCH_LATER)
    assert sums(ada) == (50, 0, 0, 0)


@pytest.mark.parametrize("returned", [{"cancelled": True}, {"fully_refunded": True}])
def test_returned_before_it_is_safe(
    ada: Member, bob: Member, shop: Shop, returned: dict[str, bool]
) -> None:
    offer()
    attached(shop, ada, bob.user_id)
    told(bought_by(bob))
    told(replace(bought_by(bob), **returned))
    assert flow.settle_due(now=SAFE) == 0
    assert (state(), sums(ada)) == ((ShareOrderState.REFUSED, "returned"), (0, 0, 0, 0))


def test_returned_afterwards_it_is_taken_back_once(ada: Member, bob: Member, shop: Shop) -> None:
    offer()
    attached(shop, ada, bob.user_id)
    told(bought_by(bob))
    flow.settle_due(now=SAFE)
    for _ in range(2):
        told(replace(bought_by(bob), fully_refunded=True), now=SAFE)
        work_outbox(now=MUCH_LATER)
    # A late fact of how it was before gives nothing again.
    told(bought_by(bob), now=SAFE)
    work_outbox(now=MUCH_LATER)
    assert flow.settle_due(now=SAFE + DAY) == 0
    assert (state(), sums(ada)) == ((ShareOrderState.REFUSED, "returned"), (0, 0, 0, 0))
    assert told_last(ada)["reason"] == "share_order_undone"


def test_only_the_first_order_of_the_buyer(ada: Member, bob: Member, shop: Shop) -> None:
    offer()
    earlier = bought_by(bob, "o0", "c0", paid_at=NOON - DAY)
    attached(shop, ada, bob.user_id)
    told(earlier)
    told(bought_by(bob))
    assert flow.settle_due(now=SAFE) == 0
    assert (state(), sums(ada)) == ((ShareOrderState.REFUSED, "not_first"), (0, 0, 0, 0))


def test_a_guest_who_registers_has_bought_before(ada: Member, shop: Shop) -> None:
    offer()
    guest = paid_order(
        line("a", 500),
        order_id="o0",
        user_id=None,
        email="Eve@example.com",
        paid_at=NOON - DAY,
        placed_at=NOON - DAY,
    )
    told(guest)
    eve = find_or_join(customer(shop, "eve", confirmed=False), now=NOON)
    attached(shop, ada, eve.user_id)
    told(bought_by(eve))
    assert state() == (ShareOrderState.REFUSED, "not_first")


def test_ones_own_order_is_worth_nothing(ada: Member, bob: Member, shop: Shop) -> None:
    offer()
    shop.checkouts["c1"] = open_checkout(3000, user_id=ada.user_id)
    link = link_of(ada)
    assert refusal(flow.attach, link.code, "c1", now=NOON) is Code.FORBIDDEN
    assert not ShareOrder.objects.exists()
    # As a guest, with the same mailbox differently written.
    attached(shop, ada, None, "c2")
    own = bought_by(bob, checkout_id="c2")
    told(replace(own, user_id=None, email="Ada+shop@example.com"))
    assert flow.settle_due(now=SAFE) == 0
    assert (state(), sums(ada)) == ((ShareOrderState.REFUSED, "self"), (0, 0, 0, 0))


def test_the_last_link_before_the_order_counts(ada: Member, bob: Member, shop: Shop) -> None:
    offer()
    eve = find_or_join(customer(shop, "eve"), now=NOON)
    attached(shop, ada, eve.user_id)
    attached(shop, bob, eve.user_id)
    told(bought_by(eve))
    flow.attach(link_of(ada).code, "c1", now=NOON)
    flow.settle_due(now=SAFE)
    assert (sums(ada), sums(bob)) == ((0, 0, 0, 0), (50, 0, 0, 0))


def test_what_is_refused(ada: Member, shop: Shop) -> None:
    offer()
    link = link_of(ada)
    attach = partial(flow.attach, now=NOON)
    assert refusal(attach, link.code, "c1") is Code.NOT_FOUND
    shop.checkouts["c1"] = open_checkout(3000, user_id=None)
    assert refusal(attach, "nonesuch", "c1") is Code.NOT_FOUND
    offer(order=None)
    assert refusal(attach, link.code, "c1") is Code.NOT_FOUND
    offer(enabled=False)
    assert refusal(attach, link.code, "c1") is Code.NOT_FOUND
    assert not ShareOrder.objects.exists()


def test_switched_off_it_waits(ada: Member, bob: Member, shop: Shop) -> None:
    offer()
    attached(shop, ada, bob.user_id)
    told(bought_by(bob))
    offer(enabled=False)
    assert flow.settle_due(now=SAFE) == 0
    offer(gate={"tiers": ["gold"]})
    assert flow.settle_due(now=SAFE) == 0
    offer()
    assert flow.settle_due(now=SAFE + 90 * DAY) == 1
    assert sums(ada) == (50, 0, 0, 0)


def test_who_has_left_gets_nothing(ada: Member, bob: Member, shop: Shop) -> None:
    offer()
    attached(shop, ada, bob.user_id)
    told(bought_by(bob))
    Member.objects.filter(pk=ada.pk).update(user=None)
    assert flow.settle_due(now=SAFE) == 0
    assert state() == (ShareOrderState.REFUSED, "left")


def test_checkouts_that_were_left_are_forgotten(ada: Member, bob: Member, shop: Shop) -> None:
    offer()
    attached(shop, ada, bob.user_id)
    attached(shop, ada, bob.user_id, "c2")
    told(bought_by(bob))
    assert flow.forget_left(before=NOON) == 0
    assert flow.forget_left(before=NOON + DAY) == 1
    assert ShareOrder.objects.get().checkout_id == "c1"


@pytest.mark.django_db(transaction=True)
def test_two_daily_runs_at_once_give_once(ada: Member, bob: Member, shop: Shop) -> None:
    offer()
    attached(shop, ada, bob.user_id)
    act_on([bought_by(bob)], now=NOON)
    act = partial(flow.settle_due, now=SAFE)
    assert sorted(together(act, act)) == [0, 1]
    assert sums(ada) == (50, 0, 0, 0)


@pytest.mark.django_db(transaction=True)
def test_a_return_against_the_daily_run_leaves_nothing(
    ada: Member, bob: Member, shop: Shop
) -> None:
    offer()
    attached(shop, ada, bob.user_id)
    act_on([bought_by(bob)], now=NOON)
    gone = replace(bought_by(bob), cancelled=True)
    together(partial(_in_turn, gone), partial(flow.settle_due, now=SAFE))
    work_outbox(now=MUCH_LATER)
    assert sums(ada) == (0, 0, 0, 0)
    assert state() == (ShareOrderState.REFUSED, "returned")


def _in_turn(order: OrderFact) -> None:
    with transaction.atomic():
        told(order, now=SAFE)
