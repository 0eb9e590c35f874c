"""Which points go first, come back and end: lots and holds."""

import pytest

from saleor_loyalty.ledger import post
from saleor_loyalty.models import Entry, EntryKind, Lot
from tests.ledger.book import NOW, day, differences, earn, lots, open_account, sums

pytestmark = pytest.mark.django_db


@pytest.fixture
def account():
    return open_account()


def spend(account, points, source="spend", now=NOW):
    return post.spend(account, points, source=source, now=now)


def hold(account, points, source="hold", now=NOW):
    return post.hold(
        account, points, source=source, subject="checkout:1", expires_at=day(1), now=now
    )


def kinds(account):
    entries = Entry.objects.filter(account_id=account).order_by("seq")
    return [EntryKind(kind) for kind in entries.values_list("kind", flat=True)]


def test_the_soonest_expiry_is_spent_first_then_the_oldest_then_what_never_expires(account):
    earn(account, 10)
    earn(account, 10, ends=20)
    earn(account, 10, ends=10)
    earn(account, 10, ends=10, now=day(-1))
    spend(account, 12)
    assert lots(account) == [10, 10, 8, 0]
    spend(account, 19, source="another")
    assert lots(account) == [9, 0, 0, 0]


def test_expired_points_cannot_be_spent_though_no_sweep_has_run(account):
    earn(account, 10, ends=1)
    earn(account, 10)
    spend(account, 10, now=day(2))
    assert (sums(account), lots(account)) == ((0, 0, 0, 0), [0, 0])
    assert kinds(account)[2:] == [EntryKind.EXPIRE, EntryKind.SPEND]


def test_points_last_until_the_very_moment_of_their_expiry(account):
    earn(account, 10, ends=1)
    almost = day(1).replace(hour=11, minute=59, second=59)
    assert spend(account, 4, now=almost).available == -4
    assert post.settle_due(now=day(1), limit=10) == 1
    assert sums(account) == (0, 0, 0, 0)


def test_pending_points_wait_for_their_day(account):
    earn(account, 10, pending=True, matures_at=day(2))
    assert sums(account) == (0, 10, 0, 0)
    post.settle_due(now=day(1), limit=10)
    assert sums(account) == (0, 10, 0, 0)
    post.settle_due(now=day(2), limit=10)
    assert sums(account) == (10, 0, 0, 0)


def test_pending_points_without_a_day_wait_for_their_event(account):
    origin = earn(account, 10, pending=True)
    post.settle_due(now=day(1000), limit=10)
    assert sums(account) == (0, 10, 0, 0)
    assert post.mature(account, origin, at=day(3), now=day(1)) == 1
    assert post.mature(account, origin, at=day(5), now=day(1)) == 0
    assert sums(account) == (0, 10, 0, 0)
    post.settle_due(now=day(3), limit=10)
    assert sums(account) == (10, 0, 0, 0)
    assert post.mature(account, origin, at=day(3), now=day(4)) == 0


def test_a_hold_names_its_lots_and_captures_the_soonest_expiry(account):
    earn(account, 10, ends=20)
    earn(account, 10, ends=10)
    held = hold(account, 15)
    assert sums(account) == (5, 0, 15, 0)
    assert post.capture(held.id, 12, source="order", now=NOW).captured == 12
    assert (sums(account), lots(account)) == ((8, 0, 0, 0), [8, 0])


def test_a_released_hold_leaves_everything_as_it_was(account):
    earn(account, 10, ends=20)
    earn(account, 10, ends=10)
    before = list(Lot.objects.order_by("seq").values())
    post.release(hold(account, 15).id, source="release", now=NOW)
    assert (sums(account), list(Lot.objects.order_by("seq").values())) == ((20, 0, 0, 0), before)


def test_held_points_outlive_their_expiry_until_they_are_captured(account):
    earn(account, 10, ends=1)
    held = hold(account, 6)
    post.settle_due(now=day(2), limit=10)
    assert (sums(account), lots(account)) == ((0, 0, 6, 0), [6])
    assert post.settle_due(now=day(2), limit=10) == 0
    captured = post.capture(held.id, 6, source="order", now=day(3))
    assert (captured.captured, sums(account), lots(account)) == (6, (0, 0, 0, 0), [0])


def test_points_that_expired_while_held_end_when_they_are_released(account):
    earn(account, 10, ends=1)
    held = hold(account, 6)
    post.capture(held.id, 2, source="order", now=day(3))
    assert (sums(account), lots(account)) == ((0, 0, 0, 0), [0])
    assert kinds(account)[2:] == [
        EntryKind.EXPIRE,
        EntryKind.CAPTURE,
        EntryKind.RELEASE,
        EntryKind.EXPIRE,
    ]


def test_a_refund_gives_points_back_to_their_lots_with_their_old_expiry(account):
    earn(account, 10, ends=10)
    earn(account, 10, ends=20)
    spent = spend(account, 15)
    post.restore(account, spent.seq, 3, source="refund 1", now=NOW)
    assert lots(account) == [0, 8]
    post.restore(account, spent.seq, 12, source="refund 2", now=NOW)
    assert (lots(account), sums(account)) == ([10, 10], (20, 0, 0, 0))
    assert set(Lot.objects.values_list("expires_at", flat=True)) == {day(10), day(20)}


def test_points_of_a_captured_hold_come_back_to_their_lots(account):
    earn(account, 10, ends=10)
    captured = post.capture(hold(account, 10).id, 10, source="order", now=NOW)
    post.restore(account, captured.capture_seq, 4, source="refund", now=NOW)
    assert (lots(account), sums(account)) == ([4], (4, 0, 0, 0))


def test_what_is_refunded_to_an_expired_lot_is_forfeited_and_an_entry_says_so(account):
    earn(account, 10, ends=1)
    spent = spend(account, 10)
    post.restore(account, spent.seq, 10, source="refund", now=day(2))
    assert sums(account) == (0, 0, 0, 0)
    assert kinds(account)[2:] == [EntryKind.RESTORE, EntryKind.EXPIRE]


def test_what_is_refunded_to_an_expired_lot_is_extended_and_an_entry_says_so(account):
    earn(account, 10, ends=1, worth=post.Worth(100, 99, "USD"))
    earn(account, 10, ends=50)
    spent = spend(account, 15)
    post.restore(account, spent.seq, 15, source="refund", now=day(2), extend_until=day(9))
    assert (lots(account), sums(account)) == ([0, 10, 10], (20, 0, 0, 0))
    assert kinds(account)[3:] == [EntryKind.RESTORE, EntryKind.EXTEND]
    first, _, extension = Lot.objects.order_by("seq")
    assert extension.expires_at == day(9)
    for kept in ("origin", "earned_at", "worth_points", "worth_minor", "worth_currency"):
        assert getattr(extension, kept) == getattr(first, kept)


def test_the_sweep_takes_no_more_accounts_than_it_is_told_and_all_in_the_end():
    for _ in range(5):
        account = open_account()
        earn(account, 10, ends=1)
        earn(account, 10, pending=True, matures_at=day(1))
    rounds = []
    while settled := post.settle_due(now=day(2), limit=2):
        rounds.append(settled)
    assert rounds == [2, 2, 1]
    assert differences() == []
