"""Every write has a name. The same again is answered as it was; another by that name is refused."""

from dataclasses import replace
from datetime import timedelta, timezone

import pytest
from django.db import transaction

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.ledger import post
from saleor_loyalty.models import Entry, EntryKind
from tests.ledger.book import NOW, day, dump, earn, open_account, sums

pytestmark = pytest.mark.django_db


@pytest.fixture
def account():
    account = open_account()
    earn(account, 100, source="first", ends=5)
    return account


def credit(account, points=10, **changed):
    return post.Credit(
        **{"account_id": account, "points": points, "source": "key", "occurred_at": NOW, **changed}
    )


def hold(account, points=10, subject="checkout:1", now=NOW):
    return post.hold(account, points, source="key", subject=subject, expires_at=day(1), now=now)


def claw_back(account, points=10, origin="first", now=NOW):
    return post.claw_back(
        account, post.key_of(origin), points, source="key", now=now, allow_debt=True
    )


WRITES = {
    "credit": lambda account, now: post.credit(credit(account), now=now),
    "spend": lambda account, now: post.spend(account, 10, source="key", now=now),
    "hold": lambda account, now: hold(account, now=now),
    "claw_back": lambda account, now: claw_back(account, now=now),
}


@pytest.mark.parametrize("write", WRITES)
def test_the_same_again_is_answered_as_it_was_and_changes_nothing(account, write):
    first = WRITES[write](account, NOW)
    before = dump()
    assert WRITES[write](account, NOW) == first
    # Also when it is tried again after the points have expired, or when none is left.
    assert WRITES[write](account, day(30)) == first
    assert dump() == before


def test_the_end_of_a_hold_again(account):
    held = hold(account)
    captured = post.capture(held.id, 4, source="capture", now=NOW)
    before = dump()
    assert post.capture(held.id, 4, source="capture", now=NOW) == captured
    assert hold(account) == captured
    assert dump() == before


def test_a_refund_and_a_merge_again(account):
    spent = post.spend(account, 10, source="spend", now=NOW)
    restored = post.restore(account, spent.seq, 5, source="refund", now=NOW)
    target = open_account()
    assert post.merge(account, target, source="merge", now=NOW) == 95
    before = dump()
    assert post.restore(account, spent.seq, 5, source="refund", now=NOW) == restored
    assert post.merge(account, target, source="merge", now=NOW) == 95
    assert dump() == before


def refuse_conflict(act):
    before = dump()
    with pytest.raises(LoyaltyError) as refusal, transaction.atomic():
        act()
    assert refusal.value.code == Code.SOURCE_KEY_CONFLICT
    assert dump() == before


@pytest.mark.parametrize("first", WRITES)
def test_another_write_by_that_name_is_refused(account, first):
    """Another amount, another account, another kind of write."""
    WRITES[first](account, NOW)
    other = open_account()
    earn(other, 100)
    others = {
        "credit": [
            lambda: post.credit(credit(account, 11), now=NOW),
            lambda: post.credit(credit(other), now=NOW),
            lambda: post.credit(credit(account, kind=EntryKind.ADJUST), now=NOW),
            lambda: post.credit_many([credit(account, 11)], now=NOW),
            lambda: post.credit_many([credit(other)], now=NOW),
        ],
        "spend": [
            lambda: post.spend(account, 11, source="key", now=NOW),
            lambda: post.spend(other, 10, source="key", now=NOW),
            lambda: post.spend(account, 10, source="key", now=NOW, kind=EntryKind.ADJUST),
        ],
        "hold": [
            lambda: hold(account, 11),
            lambda: hold(other),
            lambda: hold(account, subject="checkout:2"),
        ],
        "claw_back": [
            lambda: claw_back(account, 11),
            lambda: claw_back(other),
            lambda: claw_back(account, origin="second"),
        ],
    }
    for write, acts in others.items():
        for act in acts:
            refuse_conflict(act)
        if write != first:
            refuse_conflict(lambda write=write: WRITES[write](account, NOW))


def test_a_merge_by_a_name_that_is_taken_is_refused(account):
    WRITES["spend"](account, NOW)
    refuse_conflict(lambda: post.merge(account, open_account(), source="key", now=NOW))


def test_the_same_moment_in_another_time_zone_is_the_same_credit(account):
    first = post.credit(credit(account), now=NOW)
    elsewhere = credit(account, occurred_at=NOW.astimezone(timezone(timedelta(hours=9))))
    assert post.credit(elsewhere, now=NOW) == first


def test_a_batch_counts_what_is_new(account):
    other = open_account()
    batch = [
        credit(account),
        credit(other, 7, source="other", pending=True),
        credit(account, 3, source="third"),
    ]
    assert post.credit_many(batch[:1], now=NOW) == 1
    assert post.credit_many(batch, now=NOW) == 2
    assert post.credit_many(batch, now=NOW) == 0
    assert (sums(account), sums(other)) == ((113, 0, 0, 0), (0, 7, 0, 0))
    assert post.credit_many([], now=NOW) == 0


def test_a_batch_and_single_credits_know_each_other(account):
    posted = post.credit(credit(account), now=NOW)
    assert post.credit_many([credit(account)], now=NOW) == 0
    assert post.credit_many([credit(account, source="batch")], now=NOW) == 1
    assert post.credit(credit(account, source="batch"), now=NOW).seq == posted.seq + 1


def test_a_credit_twice_in_one_batch_counts_once(account):
    assert post.credit_many([credit(account), credit(account)], now=NOW) == 1
    assert sums(account) == (110, 0, 0, 0)


def test_two_credits_by_one_name_in_one_batch_are_refused(account):
    refuse_conflict(lambda: post.credit_many([credit(account), credit(account, 11)], now=NOW))
    both = [credit(account), replace(credit(account), account_id=open_account())]
    refuse_conflict(lambda: post.credit_many(both, now=NOW))


def test_the_name_is_kept_for_people(account):
    post.spend(account, 1, source="order:Zoë/1", now=NOW, data={"reason": "gift"})
    entry = Entry.objects.get(source="order:Zoë/1")
    assert (entry.key, entry.data) == (post.key_of("order:Zoë/1"), {"reason": "gift"})
