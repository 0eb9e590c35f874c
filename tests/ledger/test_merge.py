"""A guest's points go to the account of the same person."""

import pytest

from saleor_loyalty.ledger import post
from saleor_loyalty.models import Entry, EntryKind, Lot
from tests.ledger.book import NOW, day, differences, dump, earn, lots, open_account, sums

pytestmark = pytest.mark.django_db


@pytest.fixture
def guest():
    return open_account()


@pytest.fixture
def account():
    return open_account()


def merge(guest, account, source="merge", now=NOW):
    return post.merge(guest, account, source=source, now=now)


def test_every_lot_moves_with_what_belongs_to_it(guest, account):
    earn(guest, 10, ends=5, worth=post.Worth(100, 100, "EUR"))
    earn(guest, 7, pending=True, matures_at=day(3))
    earn(guest, 1, ends=-1)
    kept = ("remaining", "pending", "matures_at", "expires_at", "earned_at", "origin")
    kept = (*kept, "worth_points", "worth_minor", "worth_currency")
    before = list(Lot.objects.filter(account_id=guest, seq__lt=3).values_list(*kept))
    assert merge(guest, account) == 17
    assert (sums(guest), sums(account)) == ((0, 0, 0, 0), (10, 7, 0, 0))
    moved = Lot.objects.filter(account_id=account, open=True).order_by("seq")
    assert list(moved.values_list(*kept)) == before
    assert differences() == []


def test_a_merge_done_twice_is_done_once(guest, account):
    earn(guest, 10)
    assert merge(guest, account) == 10
    before = dump()
    assert merge(guest, account) == 10
    assert dump() == before


def test_a_merge_done_twice_is_done_once_though_its_target_was_merged_since(guest, account):
    earn(guest, 10)
    merge(guest, account)
    merge(account, open_account(), source="onward")
    assert merge(guest, account) == 10


def owe(account, points):
    origin = earn(account, points)
    post.spend(account, points, source=f"spend {account}", now=NOW)
    post.claw_back(account, origin, points, source=f"refund {account}", now=NOW, allow_debt=True)


def test_a_debt_moves_and_is_paid_there(guest, account):
    owe(guest, 10)
    earn(account, 25, ends=5)
    merge(guest, account)
    assert (sums(guest), sums(account)) == ((0, 0, 0, 0), (15, 0, 0, 0))
    assert differences() == []


def test_what_is_brought_pays_the_debt_of_the_other(guest, account):
    owe(account, 10)
    earn(guest, 4)
    merge(guest, account)
    assert (sums(guest), sums(account)) == ((0, 0, 0, 0), (0, 0, 0, 6))
    assert differences() == []


def test_an_award_can_be_taken_back_from_where_its_points_went(guest, account):
    origin = earn(guest, 10, ends=5)
    earn(account, 10, ends=1)
    merge(guest, account)
    post.claw_back(account, origin, 4, source="refund", now=NOW, allow_debt=True)
    assert lots(account) == [10, 6]


def test_what_had_expired_before_the_merge_is_not_taken_a_second_time(guest, account):
    origin = earn(guest, 10, ends=1)
    earn(account, 30)
    merge(guest, account, now=day(2))
    post.claw_back(account, origin, 10, source="refund", now=day(2), allow_debt=True)
    assert sums(account) == (30, 0, 0, 0)
    assert differences() == []


def test_a_refund_after_the_merge_follows_by_a_second_merge(guest, account):
    earn(guest, 10, ends=9)
    spent = post.spend(guest, 10, source="spend", now=NOW)
    merge(guest, account)
    post.restore(guest, spent.seq, 10, source="refund", now=NOW)
    assert merge(guest, account, source="merge again") == 10
    assert sums(account) == (10, 0, 0, 0)
    assert Lot.objects.get(account_id=account, open=True).expires_at == day(9)
    assert Entry.objects.filter(kind=EntryKind.MERGE_IN).count() == 1
