"""The window shows what is, also before a sweep has said so."""

from functools import partial

import pytest

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.ledger import post, read
from saleor_loyalty.ledger.read import Balance, Expiry
from saleor_loyalty.models import Account, Member
from saleor_loyalty.values.points import Unit
from tests.ledger.book import NOW, day, earn, open_account

pytestmark = pytest.mark.django_db


@pytest.fixture
def account():
    return open_account()


def balance(account, now=NOW):
    return read.balance(Account.objects.get(pk=account).member_id, Unit.POINTS, now)


def test_nobody_has_nothing():
    assert read.balance(999_999, Unit.POINTS, NOW) == Balance()
    assert read.balances([], NOW) == {}


def test_the_sums_and_what_ends_next(account):
    earn(account, 10)
    earn(account, 20, ends=5)
    earn(account, 30, ends=5)
    earn(account, 40, ends=9)
    earn(account, 7, pending=True, ends=1)
    post.hold(account, 15, source="hold", subject="checkout:1", expires_at=day(1), now=NOW)
    assert balance(account) == Balance(85, 7, 15, 0, 35, day(5))


def test_lots_that_are_due_count_as_what_they_are_by_now(account):
    earn(account, 10, ends=3)
    earn(account, 20, ends=9)
    earn(account, 30, pending=True, matures_at=day(2))
    earn(account, 40, pending=True, matures_at=day(1), ends=2)
    assert balance(account, day(0)) == Balance(30, 70, 0, 0, 10, day(3))
    assert balance(account, day(1)) == Balance(70, 30, 0, 0, 40, day(2))
    assert balance(account, day(2)) == Balance(60, 0, 0, 0, 10, day(3))
    assert balance(account, day(3)) == Balance(50, 0, 0, 0, 20, day(9))
    assert balance(account, day(9)) == Balance(30)


def test_what_has_matured_by_now_has_paid_the_debt(account):
    origin = earn(account, 10)
    post.spend(account, 10, source="spend", now=NOW)
    post.claw_back(account, origin, 10, source="refund", now=NOW, allow_debt=True)
    earn(account, 6, pending=True, matures_at=day(1), ends=20)
    earn(account, 6, pending=True, matures_at=day(2), ends=10)
    for now in (day(0), day(1), day(2), day(10)):
        shown = balance(account, now)
        post.settle_due(now=now, limit=10)
        assert balance(account, now) == shown
    assert balance(account, day(10)) == Balance()


def test_all_balances_of_many_members_in_one_statement(django_assert_num_queries):
    points, growth = open_account(), open_account(Unit.GROWTH)
    earn(points, 5)
    earn(growth, 7, ends=3)
    members = [Account.objects.get(pk=pk).member_id for pk in (points, growth)]
    accountless = Member.objects.create(email="x@example.com", guest=True, joined_at=NOW).pk
    with django_assert_num_queries(1):
        found = read.balances([*members, accountless], NOW)
    assert found == {
        (members[0], Unit.POINTS): Balance(5),
        (members[0], Unit.GROWTH): Balance(),
        (members[1], Unit.POINTS): Balance(),
        (members[1], Unit.GROWTH): Balance(7, expiring=7, expires_at=day(3)),
        (accountless, Unit.POINTS): Balance(),
        (accountless, Unit.GROWTH): Balance(),
    }
    with django_assert_num_queries(1):
        assert read.balance(members[0], Unit.POINTS, NOW) == Balance(5)


def test_what_will_end_when(account):
    earn(account, 10, ends=9)
    earn(account, 20, ends=3)
    earn(account, 30, ends=9)
    earn(account, 40)
    earn(account, 50, ends=1)
    earn(account, 60, pending=True, ends=5)
    assert read.upcoming_expiries(account, day(1)) == [Expiry(20, day(3)), Expiry(40, day(9))]
    assert read.upcoming_expiries(account, day(1), limit=1) == [Expiry(20, day(3))]


def test_history_page_by_page_newest_first(account):
    earn(open_account(), 100)
    for number in range(5):
        earn(account, 10, source=f"gift:{number}", data={"reason": str(number)})
    whose = Account.objects.get(pk=account)
    page = partial(read.history, whose.member_id, Unit(whose.unit))
    first = page(first=2)
    assert [entry.source for entry in first.entries] == ["gift:4", "gift:3"]
    assert first.entries[0].data == {"reason": "4"}
    assert first.entries[0].balance == 50
    second = page(first=2, before=first.next_before)
    third = page(first=2, before=second.next_before)
    assert [entry.source for entry in second.entries] == ["gift:2", "gift:1"]
    assert [entry.source for entry in third.entries] == ["gift:0"]
    assert third.next_before is None
    assert page(first=5).next_before is None


@pytest.mark.parametrize("size", [0, -1, 101])
def test_pages_have_a_limit(account, size):
    for ask in (
        lambda: read.history(1, Unit.POINTS, first=size),
        lambda: read.upcoming_expiries(account, NOW, limit=size),
    ):
        with pytest.raises(LoyaltyError) as refusal:
            ask()
        assert refusal.value.code == Code.INVALID
