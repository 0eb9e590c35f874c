"""Points that live longer than they were meant to, and those that end because nothing happened."""

from datetime import timedelta

import pytest
from django.db import transaction

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.ledger import post
from saleor_loyalty.models import Account, Entry, EntryKind, Lot
from saleor_loyalty.values.points import Unit
from tests.ledger.book import NOW, day, differences, dump, earn, lots, open_account, sums
from tests.ledger.threads import together

pytestmark = pytest.mark.django_db


@pytest.fixture
def account():
    return open_account()


def ends(account):
    return list(
        Lot.objects.filter(account_id=account).order_by("seq").values_list("expires_at", flat=True)
    )


def extend(account, until, *, source="extend", now=NOW, **which):
    return post.extend(
        account, until=until, source=source, now=now, data={"reason": "extended"}, **which
    )


def expire_inactive(now, since):
    """How many accounts it ended, in pages of two."""
    after, ended = 0, 0
    while after is not None:
        after, some = post.expire_inactive(now=now, since=since, after=after, limit=2)
        ended += some
    return ended


def test_all_that_ends_before_a_day_lives_until_another(account):
    for last_day in (10, 20, 30, 90, None):
        earn(account, 10, ends=last_day)
    posted = extend(account, day(60), before=day(30))
    assert (posted.available, posted.pending) == (0, 0)
    assert ends(account) == [day(60), day(60), day(30), day(90), None]
    data = Entry.objects.get(account_id=account, seq=posted.seq).data
    assert data["reason"] == "extended"
    assert data["points"] == 20
    assert [lot["lot"] for lot in data["lots"]] == [1, 2]
    assert differences() == []


def test_one_lot_may_live_for_good(account):
    earn(account, 10, ends=10)
    earn(account, 10, ends=20)
    assert extend(account, None, lot=1).seq == 3
    assert ends(account) == [None, day(20)]
    assert differences() == []


def test_nothing_ends_sooner_and_what_is_gone_stays_gone(account):
    earn(account, 10, ends=90)
    earn(account, 10, ends=1)
    earn(account, 10)
    before = ends(account)
    with pytest.raises(LoyaltyError) as refused, transaction.atomic():
        extend(account, day(60), now=day(2))
    assert refused.value.code is Code.INVALID
    assert ends(account) == before


def test_an_extension_tried_again_changes_nothing(account):
    earn(account, 10, ends=10)
    posted = extend(account, day(60))
    earn(account, 10, ends=10)
    before = dump()
    assert extend(account, day(60), now=day(5)) == posted
    assert dump() == before
    with pytest.raises(LoyaltyError) as refused, transaction.atomic():
        extend(account, day(61))
    assert refused.value.code is Code.SOURCE_KEY_CONFLICT


def test_extended_points_expire_on_their_new_day(account):
    earn(account, 10, ends=10)
    held = post.hold(account, 4, source="h", subject="checkout:1", expires_at=day(1), now=NOW)
    extend(account, day(60))
    post.settle_due(now=day(59), limit=10)
    assert sums(account) == (6, 0, 4, 0)
    post.release(held.id, source="r", now=day(59))
    post.settle_due(now=day(60), limit=10)
    assert (sums(account), lots(account)) == ((0, 0, 0, 0), [0])
    assert differences() == []


def test_the_audit_sees_an_end_that_no_extension_says(account):
    earn(account, 10, ends=10)
    extend(account, day(60))
    Lot.objects.filter(account_id=account).update(expires_at=day(61))
    assert [found.check for found in differences()] == ["extensions"]


def test_points_end_where_nothing_happened(account):
    earn(account, 10)
    earn(account, 10, ends=400)
    assert expire_inactive(day(300), NOW) == 0
    assert expire_inactive(day(300), NOW + timedelta(seconds=1)) == 1
    assert sums(account) == (0, 0, 0, 0)
    entries = Entry.objects.filter(account_id=account, kind=EntryKind.EXPIRE)
    assert {(entry.occurred_at, entry.data["reason"]) for entry in entries} == {
        (day(300), "inactive")
    }
    assert expire_inactive(day(301), NOW + timedelta(seconds=1)) == 0
    assert differences() == []


@pytest.mark.parametrize("touch", ["earn", "spend", "hold", "adjust", "extend", "mature"])
def test_whatever_happens_keeps_all_points(account, touch):
    earn(account, 20, ends=900)
    match touch:
        case "earn":
            earn(account, 1, now=day(100))
        case "spend":
            post.spend(account, 1, source="s", now=day(100))
        case "hold":
            until = {"subject": "checkout:1", "expires_at": day(100)}
            held = post.hold(account, 1, source="h", now=day(100), **until)
            post.release(held.id, source="r", now=day(100))
        case "adjust":
            post.spend(account, 1, source="s", now=day(100), kind=EntryKind.ADJUST)
        case "extend":
            extend(account, day(999), now=day(100))
        case "mature":
            earn(account, 1, pending=True, matures_at=day(100))
    assert expire_inactive(day(300), day(99)) == 0
    assert expire_inactive(day(300), day(101)) == 1


def test_an_event_told_late_counts_at_its_own_time(account):
    earn(account, 10, now=day(100))
    earn(account, 10, now=day(50))
    assert expire_inactive(day(300), day(80)) == 0


def test_what_is_set_aside_pending_or_growth_does_not_end():
    holding, waiting, growth = open_account(), open_account(), open_account(Unit.GROWTH)
    for account in (holding, growth):
        earn(account, 10)
    earn(waiting, 10, pending=True)
    post.hold(holding, 1, source="h", subject="checkout:1", expires_at=day(1), now=NOW)
    before = list(Account.objects.order_by("pk").values())
    assert expire_inactive(day(300), day(200)) == 0
    assert list(Account.objects.order_by("pk").values()) == before


def test_all_accounts_get_their_turn():
    accounts = [open_account() for _ in range(5)]
    for account in accounts:
        earn(account, 10)
    earn(accounts[2], 1, now=day(250))
    assert expire_inactive(day(300), day(200)) == 4
    assert [sums(account)[0] for account in accounts] == [0, 0, 11, 0, 0]
    assert differences() == []


def test_points_given_back_after_that_follow_their_lots_end(account):
    earn(account, 10)
    spent = post.spend(account, 4, source="s", now=NOW)
    expire_inactive(day(300), day(200))
    post.restore(account, spent.seq, 4, source="refund", now=day(301))
    assert sums(account) == (0, 0, 0, 0)
    assert differences() == []


@pytest.mark.django_db(transaction=True)
def test_who_buys_in_the_same_second_keeps_their_points_or_was_too_late():
    for number in range(10):
        account = open_account()
        earn(account, 10)
        bought, ended = together(
            lambda account=account, number=number: post.spend(
                account, 3, source=f"order:{number}", now=day(300)
            ),
            lambda: expire_inactive(day(300), day(200)),
        )
        late = bought is Code.NOT_ENOUGH_POINTS
        assert (ended, sums(account)[0]) == ((1, 0) if late else (0, 7))
    assert differences() == []
