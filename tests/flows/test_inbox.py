"""Facts are acted on, tried again, given up and played again; one bad one holds nobody up."""

from datetime import timedelta

import pytest

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.events import inbox, work
from saleor_loyalty.events.models import InboxFact, WorkStatus
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.orders.models import OrderRecord
from saleor_loyalty.flows.inbox import dead_facts, replay, work_inbox
from saleor_loyalty.flows.reconcile import reconcile
from tests.flows.balances import sums
from tests.shop import NOON, Shop, line, paid_order


def nudge(order_id: str) -> None:
    inbox.record(inbox.NewFact("order", f"order:{order_id}", NOON))


def test_a_nudge_makes_the_flow_ask_the_shop(ada: Member, shop: Shop) -> None:
    shop.orders["o1"] = paid_order(line("a", 2500), user_id=ada.user_id)
    nudge("o1")
    nudge("o1")
    assert work_inbox(now=NOON) == 2
    assert work_inbox(now=NOON) == 0
    assert sums(ada) == (0, 25, 0, 0)


def test_a_fact_with_a_source_is_known_the_second_time(ada: Member) -> None:
    order = paid_order(line("a", 2500), user_id=ada.user_id)
    for _ in range(2):
        inbox.record(
            inbox.NewFact("order", "order:o1", NOON, source="till:1", payload=order.to_json())
        )
    assert work_inbox(now=NOON) == 1
    assert sums(ada) == (0, 25, 0, 0)


def test_an_order_the_shop_does_not_know_changes_nothing(ada: Member) -> None:
    nudge("gone")
    work_inbox(now=NOON)
    assert not OrderRecord.objects.exists()
    assert InboxFact.objects.get().status == WorkStatus.DONE


def test_one_bad_fact_holds_nobody_up(ada: Member, shop: Shop) -> None:
    shop.orders["o1"] = paid_order(line("a", 2500), user_id=ada.user_id)
    inbox.record(inbox.NewFact("nonsense", "x:1", NOON))
    nudge("o1")
    work_inbox(now=NOON)
    assert sums(ada) == (0, 25, 0, 0)
    bad = InboxFact.objects.get(kind="nonsense")
    assert (bad.status, bad.attempts, bad.error) == (WorkStatus.NEW, 1, "KeyError: 'nonsense'")


def test_tries_are_bounded_and_a_dead_letter_can_be_played_again(ada: Member, shop: Shop) -> None:
    shop.orders["o1"] = paid_order(line("a", 2500), user_id=ada.user_id)
    shop.broken = True
    nudge("o1")
    now = NOON
    tries = 0
    while not dead_facts().exists():
        assert work_inbox(now=now) <= 1
        tries += 1
        now += timedelta(hours=1)
    dead = dead_facts().get()
    assert (tries, dead.attempts) == (8, 8)
    assert dead.error == "RuntimeError: the shop is closed"
    assert work_inbox(now=now) == 0

    shop.broken = False
    replay(dead.pk, now=now)
    work_inbox(now=now)
    assert sums(ada) == (0, 25, 0, 0)
    with pytest.raises(LoyaltyError) as refusal:
        replay(dead.pk, now=now)
    assert refusal.value.code is Code.NOT_FOUND


def test_a_try_waits_longer_each_time(ada: Member, shop: Shop) -> None:
    shop.broken = True
    nudge("o1")
    work_inbox(now=NOON)
    assert work_inbox(now=NOON + timedelta(seconds=1)) == 0
    assert work_inbox(now=NOON + timedelta(seconds=2)) == 1
    assert InboxFact.objects.get().due_at == NOON + timedelta(seconds=6)


def test_reconcile_feeds_in_what_no_hook_told(ada: Member, shop: Shop) -> None:
    order = paid_order(line("a", 2500), user_id=ada.user_id, fingerprint="1")
    shop.orders["o1"] = order
    since = NOON - timedelta(days=1)
    assert reconcile(since=since, now=NOON) == 1
    work_inbox(now=NOON)
    assert sums(ada) == (0, 25, 0, 0)
    assert reconcile(since=since, now=NOON) == 0

    shop.orders["o1"] = paid_order(
        line("a", 2500), user_id=ada.user_id, fingerprint="2", refunded_by_amount=1000
    )
    assert reconcile(since=since, now=NOON) == 1
    work_inbox(now=NOON)
    assert sums(ada) == (0, 15, 0, 0)


def test_done_rows_are_forgotten_in_time(ada: Member) -> None:
    nudge("gone")
    work_inbox(now=NOON)
    assert work.prune(InboxFact, before=NOON, limit=10) == 0
    assert work.prune(InboxFact, before=NOON + timedelta(seconds=1), limit=10) == 1
    assert not InboxFact.objects.exists()
