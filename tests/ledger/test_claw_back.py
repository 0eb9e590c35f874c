"""Taking an award back: from its own lots, what of them expired, other lots, then debt."""

import pytest

from saleor_loyalty.ledger import post
from saleor_loyalty.models import Entry, EntryKind
from tests.ledger.book import NOW, day, differences, earn, lots, open_account, sums

pytestmark = pytest.mark.django_db


@pytest.fixture
def account():
    return open_account()


def claw_back(account, origin, points, *, source="refund", now=NOW, allow_debt=True):
    return post.claw_back(
        account, origin, points, source=source, now=now, allow_debt=allow_debt, data={"order": "7"}
    )


def told(posted):
    return Entry.objects.get(account_id=posted.account_id, seq=posted.seq).data


def test_the_orders_own_lot_goes_first_even_where_others_expire_sooner(account):
    earn(account, 10, ends=1)
    origin = earn(account, 10, ends=50)
    posted = claw_back(account, origin, 7)
    assert lots(account) == [10, 3]
    assert told(posted) == {
        "order": "7",
        "origin": str(origin),
        "asked": 7,
        "own": 7,
        "lapsed": 0,
        "other": 0,
        "debt": 0,
        "loss": 0,
    }


def test_a_pending_award_is_taken_back_while_it_waits(account):
    earn(account, 10)
    origin = earn(account, 10, pending=True)
    claw_back(account, origin, 10)
    assert (lots(account), sums(account)) == ([10, 0], (10, 0, 0, 0))


def test_then_other_lots_in_spending_order_then_debt(account):
    origin = earn(account, 10, ends=5)
    post.spend(account, 10, source="spend", now=NOW)
    earn(account, 3)
    earn(account, 4, ends=9)
    posted = claw_back(account, origin, 5)
    assert lots(account) == [0, 2, 0]
    assert told(posted)["other"] == 5
    claw_back(account, origin, 5, source="refund 2")
    assert (lots(account), sums(account)) == ([0, 0, 0], (0, 0, 0, 3))


def test_without_debt_the_loss_is_written_down(account):
    origin = earn(account, 10)
    post.spend(account, 8, source="spend", now=NOW)
    posted = claw_back(account, origin, 10, allow_debt=False)
    assert sums(account) == (0, 0, 0, 0)
    assert (told(posted)["own"], told(posted)["loss"]) == (2, 8)


@pytest.fixture
def in_debt(account):
    origin = earn(account, 10)
    post.spend(account, 10, source="spend", now=NOW)
    claw_back(account, origin, 10)
    return account


def test_the_next_credit_pays_the_debt_first(in_debt):
    earn(in_debt, 4)
    assert sums(in_debt) == (0, 0, 0, 6)
    earn(in_debt, 10)
    assert sums(in_debt) == (4, 0, 0, 0)
    assert Entry.objects.filter(kind=EntryKind.DEBT_PAYMENT).count() == 2
    assert differences() == []


def test_many_credits_at_once_pay_the_debt_too(in_debt):
    wanted = [
        post.Credit(account_id=in_debt, points=6, source=f"batch:{number}", occurred_at=NOW)
        for number in range(2)
    ]
    assert post.credit_many(wanted, now=NOW) == 2
    assert sums(in_debt) == (2, 0, 0, 0)
    assert differences() == []


def test_pending_points_pay_when_they_mature_whenever_the_sweep_runs(in_debt):
    earn(in_debt, 15, pending=True, matures_at=day(1), ends=5)
    assert sums(in_debt) == (0, 15, 0, 10)
    post.settle_due(now=day(30), limit=10)
    assert sums(in_debt) == (0, 0, 0, 0)
    kinds = Entry.objects.filter(account_id=in_debt, seq__gt=4).order_by("seq")
    assert list(kinds.values_list("kind", "available")) == [
        (EntryKind.MATURE, 15),
        (EntryKind.DEBT_PAYMENT, -10),
        (EntryKind.EXPIRE, -5),
    ]
    assert differences() == []


def test_what_has_matured_pays_before_what_is_told_late_to_have_matured_earlier(in_debt):
    earn(in_debt, 15, pending=True, matures_at=day(1))
    late = earn(in_debt, 20, pending=True)
    post.mature(in_debt, late, at=day(0), now=day(3))
    assert lots(in_debt) == [0, 5, 20]


def test_what_has_matured_pays_before_what_is_released_later(account):
    origin = earn(account, 10)
    held = post.hold(account, 10, source="hold", subject="checkout:1", expires_at=day(1), now=NOW)
    claw_back(account, origin, 4)
    earn(account, 20, pending=True, matures_at=day(1))
    post.release(held.id, source="release", now=day(2))
    assert lots(account) == [10, 16]


def test_released_points_pay_the_debt_that_came_while_they_were_held(account):
    origin = earn(account, 10)
    held = post.hold(account, 10, source="hold", subject="checkout:1", expires_at=day(1), now=NOW)
    claw_back(account, origin, 4)
    assert sums(account) == (0, 0, 10, 4)
    post.release(held.id, source="release", now=NOW)
    assert sums(account) == (6, 0, 0, 0)


def test_restored_points_pay_the_debt_before_they_are_forfeited(account):
    """Two orders: the first earned what the second spent; both are refunded, in either order."""
    for first in ("claw back", "give back"):
        account = open_account()
        origin = earn(account, 10, ends=1)
        spent = post.spend(account, 10, source=f"spend, {first}", now=NOW)
        if first == "claw back":
            claw_back(account, origin, 10, source="a", now=day(2))
            assert sums(account) == (0, 0, 0, 10)
        post.restore(account, spent.seq, 10, source=f"restore, {first}", now=day(2))
        if first == "give back":
            claw_back(account, origin, 10, source="b", now=day(2))
        assert sums(account) == (0, 0, 0, 0)
    assert differences() == []


@pytest.mark.parametrize("spent", [0, 3, 10])
@pytest.mark.parametrize("asked", [4, 10])
@pytest.mark.parametrize("others", [0, 2, 20])
def test_refund_then_expiry_comes_to_the_same_as_expiry_then_refund(spent, asked, others):
    ends = []
    for first in ("refund", "expiry"):
        account = open_account()
        if others:
            earn(account, others)
        origin = earn(account, 10, ends=1)
        if spent:
            post.spend(account, spent, source=f"spend, {first}", now=NOW)
        if first == "expiry":
            post.settle_due(now=day(1), limit=10)
        claw_back(account, origin, asked, source=first, now=NOW if first == "refund" else day(1))
        post.settle_due(now=day(1), limit=10)
        ends.append((sums(account), lots(account)))
    assert ends[0] == ends[1]
    assert differences() == []


def test_points_given_back_too_late_count_as_taken_from_their_own_award(account):
    """They had expired anyhow: nobody loses them twice."""
    earn(account, 20)
    origin = earn(account, 10, ends=1)
    claw_back(account, origin, 10, now=day(2))
    assert sums(account) == (20, 0, 0, 0)
