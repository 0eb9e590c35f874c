"""Faults of other loyalty programmes that the ledger alone rules out, by their usual numbers."""

import pytest
from django.db import transaction
from django.db.models import Sum

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.ledger import post
from saleor_loyalty.models import Entry, Lot
from tests.ledger.book import NOW, day, differences, dump, earn, lots, open_account, sums

pytestmark = pytest.mark.django_db


@pytest.fixture
def account():
    return open_account()


@pytest.mark.parametrize("how", ["refunded", "released"])
def test_fault_3_points_that_come_back_still_expire(account, how):
    earn(account, 10, ends=5)
    if how == "refunded":
        spent = post.spend(account, 10, source="order", now=NOW)
        post.restore(account, spent.seq, 10, source="cancel", now=day(1))
    else:
        held = post.hold(
            account, 10, source="hold", subject="checkout:1", expires_at=day(1), now=NOW
        )
        post.release(held.id, source="cancel", now=day(1))
    assert list(Lot.objects.values_list("remaining", "expires_at")) == [(10, day(5))]
    post.settle_due(now=day(5), limit=10)
    assert sums(account) == (0, 0, 0, 0)


def test_fault_4_a_refund_leaves_the_points_of_other_orders_alone(account):
    for ends in (1, 50, None):
        earn(account, 10, ends=ends)
    refunded = earn(account, 10, ends=20)
    post.claw_back(account, refunded, 10, source="refund", now=NOW, allow_debt=True)
    assert lots(account) == [10, 10, 10, 0]


def test_fault_6_only_what_is_left_of_a_lot_expires(account):
    earn(account, 10, ends=5)
    earn(account, 10, ends=50)
    post.spend(account, 7, source="order", now=NOW)
    post.settle_due(now=day(5), limit=10)
    assert Entry.objects.order_by("seq").last().available == -3
    assert sums(account) == (10, 0, 0, 0)


def test_fault_8_a_short_balance_is_an_error(account):
    earn(account, 10)
    before = dump()
    for act in (
        lambda: post.spend(account, 11, source="order", now=NOW),
        lambda: post.hold(
            account, 11, source="hold", subject="checkout:1", expires_at=day(1), now=NOW
        ),
    ):
        with pytest.raises(LoyaltyError) as refusal, transaction.atomic():
            act()
        assert refusal.value.code == Code.NOT_ENOUGH_POINTS
    assert dump() == before


def test_fault_9_the_log_is_the_balance(account):
    origin = earn(account, 10, ends=5)
    earn(account, 30, pending=True, matures_at=day(1))
    spent = post.spend(account, 7, source="order", now=NOW)
    post.claw_back(account, origin, 10, source="refund 1", now=NOW, allow_debt=True)
    post.restore(account, spent.seq, 7, source="refund 2", now=day(6))
    post.hold(account, 3, source="hold", subject="checkout:1", expires_at=day(9), now=day(7))
    logged = Entry.objects.filter(account_id=account).aggregate(
        *(Sum(name) for name in ("available", "pending", "held", "debt"))
    )
    assert tuple(logged.values()) == sums(account) == (20, 0, 3, 0)
    assert Entry.objects.order_by("seq").last().balance == 20
    assert differences() == []
