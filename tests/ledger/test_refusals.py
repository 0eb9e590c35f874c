"""Whatever is refused has changed nothing: every row of the ledger is as it was."""

from decimal import Decimal
from functools import partial
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.ledger import post
from saleor_loyalty.models import Account, EntryKind
from saleor_loyalty.values.points import MAX_POINTS, Unit
from tests.ledger.book import NOW, day, dump, earn, open_account, sums

pytestmark = pytest.mark.django_db

NOT_POINTS = [0, -1, MAX_POINTS + 1, 2**70, 1.0, float("nan"), True, "5", Decimal(5), None]
NOT_SOURCES = ["", "x" * 201, "a\x00b", "half \ud83d a pair"]


@pytest.fixture
def account():
    """20 points, of which 10 expire on day 1."""
    account = open_account()
    earn(account, 10, source="first", ends=1)
    earn(account, 10, source="second", ends=90)
    return account


def refuse(code, act):
    before = dump()
    with pytest.raises(LoyaltyError) as refusal, transaction.atomic():
        act()
    assert refusal.value.code == code
    assert dump() == before
    return refusal.value


def execute(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


def credit(account, points=5, **changed):
    wanted = {"source": "credit", "occurred_at": NOW, **changed}
    return post.Credit(account_id=account, points=points, **wanted)


def hold(account, points, source="hold"):
    return post.hold(
        account, points, source=source, subject="checkout:1", expires_at=day(9), now=NOW
    )


@pytest.mark.parametrize("points", NOT_POINTS)
def test_points_are_whole_numbers_above_zero(account, points):
    held = hold(account, 3)
    spent = post.spend(account, 3, source="spend", now=NOW)
    key = post.key_of("second")
    for act in (
        lambda: post.credit(credit(account, points), now=NOW),
        lambda: post.credit_many([credit(account, 5), credit(account, points)], now=NOW),
        lambda: post.spend(account, points, source="another", now=NOW),
        lambda: hold(account, points, source="another"),
        lambda: post.capture(held.id, points, source="capture", now=NOW),
        lambda: post.restore(account, spent.seq, points, source="restore", now=NOW),
        lambda: post.claw_back(account, key, points, source="claw", now=NOW, allow_debt=True),
    ):
        assert refuse(Code.INVALID, act).field == "points"


def test_the_largest_number_of_points_is_kept_exactly(account):
    earn(account, MAX_POINTS, source="large")
    post.spend(account, MAX_POINTS - 1, source="spend", now=NOW)
    assert sums(account) == (21, 0, 0, 0)


@pytest.mark.parametrize("source", NOT_SOURCES)
def test_a_source_is_a_text_of_some_length(account, source):
    for act in (
        lambda: post.credit(credit(account, source=source), now=NOW),
        lambda: post.credit_many([credit(account, source=source)], now=NOW),
        lambda: post.spend(account, 1, source=source, now=NOW),
        lambda: hold(account, 1, source=source),
        lambda: post.merge(account, account, source=source, now=NOW),
    ):
        assert refuse(Code.INVALID, act).field == "source"


def test_a_source_of_200_characters_and_emoji_is_kept(account):
    source = "🎁" * 200
    first = post.spend(account, 1, source=source, now=NOW)
    assert post.spend(account, 1, source=source, now=NOW) == first


@pytest.mark.parametrize("subject", NOT_SOURCES)
def test_a_hold_says_what_for(account, subject):
    act = lambda: post.hold(  # noqa: E731
        account, 1, source="hold", subject=subject, expires_at=day(1), now=NOW
    )
    assert refuse(Code.INVALID, act).field == "subject"


@pytest.mark.parametrize("field", ["occurred_at", "matures_at", "expires_at"])
def test_a_moment_without_time_zone_is_no_moment(account, field):
    changed = {field: NOW.replace(tzinfo=None)}
    refuse(Code.INVALID, lambda: post.credit(credit(account, **changed), now=NOW))


@pytest.mark.parametrize("reason", ["a\x00b", "half \udc00 a pair"])
def test_what_the_database_cannot_keep_is_refused_clearly(account, reason):
    refuse(
        Code.INVALID,
        lambda: post.spend(account, 1, source="spend", now=NOW, data={"reason": reason}),
    )


def test_a_reason_of_10_000_characters_and_emoji_is_kept(account):
    data = {"reason": "🎁 und Grüße " * 1000}
    posted = post.spend(account, 1, source="spend", now=NOW, data=data)
    with connection.cursor() as cursor:
        cursor.execute("SELECT data ->> 'reason' FROM saleor_loyalty_entry ORDER BY seq DESC")
        assert cursor.fetchone() == (data["reason"],)
    assert posted.available == -1


def test_nobody_spends_more_than_is_there(account):
    """Not even points that a look at the stored balance would promise."""
    for act in (
        lambda: post.spend(account, 21, source="spend", now=NOW),
        lambda: post.spend(account, 11, source="spend", now=day(2)),
        lambda: hold(account, 21),
        lambda: post.capture(hold(account, 5).id, 6, source="capture", now=NOW),
    ):
        refuse(Code.NOT_ENOUGH_POINTS, act)


def test_pending_and_held_points_are_not_there(account):
    earn(account, 50, pending=True)
    hold(account, 15)
    refuse(Code.NOT_ENOUGH_POINTS, lambda: post.spend(account, 6, source="spend", now=NOW))
    assert post.spend(account, 5, source="spend", now=NOW).available == -5


def test_accounts_and_holds_must_exist(account):
    nobody = Account.objects.order_by("pk").last().pk + 1
    for act in (
        lambda: post.credit(credit(nobody), now=NOW),
        lambda: post.credit_many([credit(account), credit(nobody, source="x")], now=NOW),
        lambda: post.spend(nobody, 1, source="spend", now=NOW),
        lambda: hold(nobody, 1),
        lambda: post.restore(nobody, 1, 1, source="restore", now=NOW),
        lambda: post.claw_back(nobody, uuid4(), 1, source="claw", now=NOW, allow_debt=True),
        lambda: post.mature(nobody, uuid4(), at=NOW, now=NOW),
        lambda: post.merge(nobody, account, source="merge", now=NOW),
        lambda: post.merge(account, nobody, source="merge", now=NOW),
    ):
        refuse(Code.NOT_FOUND, act)
    refuse(Code.HOLD_NOT_OPEN, lambda: post.release(10**9, source="release", now=NOW))


def test_a_hold_ends_once(account):
    captured, released = hold(account, 3, source="one"), hold(account, 3, source="two")
    post.capture(captured.id, 2, source="capture", now=NOW)
    post.release(released.id, source="release", now=NOW)
    for act in (
        lambda: post.release(captured.id, source="again", now=NOW),
        lambda: post.capture(captured.id, 1, source="again", now=NOW),
        lambda: post.release(released.id, source="again", now=NOW),
        lambda: post.capture(released.id, 1, source="again", now=NOW),
    ):
        refuse(Code.HOLD_NOT_OPEN, act)


def test_nobody_gets_back_more_than_was_spent(account):
    spent = post.spend(account, 12, source="spend", now=NOW)
    post.restore(account, spent.seq, 5, source="refund 1", now=NOW)
    refuse(
        Code.INVALID,
        lambda: post.restore(account, spent.seq, 8, source="refund 2", now=NOW),
    )
    post.restore(account, spent.seq, 7, source="refund 2", now=NOW)
    refuse(
        Code.INVALID,
        lambda: post.restore(account, spent.seq, 1, source="refund 3", now=NOW),
    )
    assert sums(account) == (20, 0, 0, 0)


def test_only_spendings_can_be_given_back(account):
    held = hold(account, 3)
    clawed = post.claw_back(
        account, post.key_of("second"), 3, source="claw", now=NOW, allow_debt=True
    )
    taken = post.spend(account, 2, source="adjust", now=NOW, kind=EntryKind.ADJUST)
    for seq in (0, 1, -5, 999, clawed.seq, held.id, 3):
        refuse(Code.INVALID, partial(post.restore, account, seq, 1, source="back", now=NOW))
    assert post.restore(account, taken.seq, 2, source="back", now=NOW).available == 2


def test_growth_is_never_spent():
    growth = open_account(Unit.GROWTH)
    earn(growth, 100)
    refuse(Code.INVALID, lambda: post.spend(growth, 1, source="spend", now=NOW))
    refuse(Code.INVALID, lambda: hold(growth, 1))
    post.spend(growth, 1, source="adjust", now=NOW, kind=EntryKind.ADJUST)
    assert sums(growth) == (99, 0, 0, 0)


def test_points_do_not_become_growth_nor_merge_into_themselves(account):
    growth = open_account(Unit.GROWTH)
    refuse(Code.INVALID, lambda: post.merge(account, growth, source="merge", now=NOW))
    refuse(Code.INVALID, lambda: post.merge(growth, account, source="merge", now=NOW))
    refuse(Code.INVALID, lambda: post.merge(account, account, source="merge", now=NOW))


def test_an_account_with_points_set_aside_waits_with_its_merge(account):
    hold(account, 3)
    refuse(Code.HOLD_NOT_OPEN, lambda: post.merge(account, open_account(), source="merge", now=NOW))


def test_a_merged_account_takes_only_what_is_given_back(account):
    spent = post.spend(account, 3, source="spend", now=NOW)
    target = open_account()
    post.merge(account, target, source="merge", now=NOW)
    for act in (
        lambda: post.credit(credit(account), now=NOW),
        lambda: post.credit_many([credit(target), credit(account, source="x")], now=NOW),
        lambda: post.spend(account, 1, source="more", now=NOW),
        lambda: hold(account, 1),
        lambda: post.claw_back(account, uuid4(), 1, source="claw", now=NOW, allow_debt=True),
    ):
        refuse(Code.MEMBER_CLOSED, act)
    refuse(Code.INVALID, lambda: post.merge(target, account, source="back", now=NOW))
    assert post.restore(account, spent.seq, 3, source="refund", now=NOW).available == 3


HISTORY = ("saleor_loyalty_entry", "saleor_loyalty_lotuse")


@pytest.mark.parametrize(
    "statement",
    [
        *(f"UPDATE {table} SET account_id = account_id" for table in HISTORY),
        *(f"DELETE FROM {table}" for table in HISTORY),
        *(f"TRUNCATE {table}" for table in HISTORY),
        "DELETE FROM saleor_loyalty_lot",
        "TRUNCATE saleor_loyalty_lot",
        "UPDATE saleor_loyalty_entry SET data = NULL WHERE FALSE",
    ],
)
def test_the_database_refuses_to_change_history(account, statement):
    post.spend(account, 1, source="spend", now=NOW)
    before = dump()
    # Our tests may empty their database; a shop's connection may not.
    execute("SET LOCAL saleor_loyalty.allow_truncate = 'off'")
    with pytest.raises(DatabaseError, match="is append-only"), transaction.atomic():
        execute(statement)
    assert dump() == before


@pytest.mark.parametrize(
    "change",
    [
        "account SET available = -1",
        "account SET debt = -1",
        "lot SET remaining = -1, held = 0",
        "lot SET held = remaining + 1",
        "lot SET remaining = amount + 1",
        "lot SET remaining = 0, held = 0, open = TRUE",
        "hold SET captured = amount + 1",
        "hold SET amount = 0",
    ],
)
def test_the_database_refuses_sums_that_cannot_be(account, change):
    hold(account, 3)
    with pytest.raises(DatabaseError, match="violates check"), transaction.atomic():
        execute(f"UPDATE saleor_loyalty_{change}")
