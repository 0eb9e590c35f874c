"""Several connections at once. Whoever comes first, the books agree and nobody is left waiting."""

from functools import partial

import pytest
from django.db import connection, transaction

from saleor_loyalty.errors import Code
from saleor_loyalty.ledger import post
from saleor_loyalty.ledger.accounts import lock_accounts
from saleor_loyalty.models import Entry, EntryKind, Hold, HoldStatus
from tests.ledger.book import NOW, day, differences, dump, earn, lots, open_account, sums
from tests.ledger.threads import outcome, together

pytestmark = pytest.mark.django_db(transaction=True)

ROUNDS = 10


def spend(account, points, source, now=NOW):
    return post.spend(account, points, source=source, now=now)


def hold(account, points, source, now=NOW):
    return post.hold(
        account, points, source=source, subject="checkout:1", expires_at=day(1), now=now
    )


def claw_back(account, origin, points, source, now=NOW):
    return post.claw_back(account, origin, points, source=source, now=now, allow_debt=True)


def test_points_are_spent_once():
    """8 people want 3 points ten times each: of 100 points 33 get theirs."""
    account = open_account()
    for _ in range(10):
        earn(account, 10, ends=5)

    def shop(person):
        return [outcome(spend, account, 3, f"order:{person}/{number}") for number in range(10)]

    answers = [
        answer for bought in together(*(partial(shop, n) for n in range(8))) for answer in bought
    ]
    refused = [answer for answer in answers if isinstance(answer, Code)]
    assert set(refused) == {Code.NOT_ENOUGH_POINTS}
    assert len(answers) - len(refused) == 33
    assert sums(account) == (1, 0, 0, 0)
    assert differences() == []


def test_two_checkouts_cannot_hold_the_same_points():
    for number in range(ROUNDS):
        account = open_account()
        earn(account, 10)
        wanted = [partial(hold, account, 10, f"{number}:{person}") for person in range(2)]
        answers = together(*wanted)
        assert answers.count(Code.NOT_ENOUGH_POINTS) == 1
        assert sums(account) == (0, 0, 10, 0)
    assert differences() == []


def test_the_same_write_from_8_threads_happens_once():
    account = open_account()
    earn(account, 100)
    wanted = post.Credit(account_id=account, points=7, source="gift", occurred_at=NOW)
    for act in (
        partial(post.credit, wanted, now=NOW),
        partial(spend, account, 5, "order"),
        partial(hold, account, 5, "hold"),
    ):
        first, *others = together(*[act] * 8)
        assert others == [first] * 7
    assert sums(account) == (97, 0, 5, 0)
    assert Entry.objects.count() == 4
    batches = [[wanted, post.Credit(account_id=account, points=1, source="b", occurred_at=NOW)]]
    assert sorted(together(*[partial(post.credit_many, *batches, now=NOW)] * 8)) == [0] * 7 + [1]
    assert differences() == []


def test_one_name_on_two_accounts_is_one_write():
    for number in range(ROUNDS):
        wanted = [
            post.Credit(account_id=open_account(), points=7, source=f"x{number}", occurred_at=NOW)
            for _ in range(2)
        ]
        answers = together(*(partial(post.credit, one, now=NOW) for one in wanted))
        assert answers.count(Code.SOURCE_KEY_CONFLICT) == 1
    assert Entry.objects.count() == ROUNDS
    assert differences() == []


def test_a_hold_against_the_expiry_of_its_points():
    """Either the hold has them and they stay, or they are gone and it says so."""
    for number in range(ROUNDS):
        account = open_account()
        earn(account, 10, ends=1)
        held, _ = together(
            partial(hold, account, 6, f"hold:{number}"),
            partial(post.settle_due, now=day(1), limit=10),
        )
        expected = (0, 0, 0, 0) if held == Code.NOT_ENOUGH_POINTS else (0, 0, 6, 0)
        assert sums(account) == expected
    assert differences() == []


def test_a_refund_against_the_expiry_of_the_award():
    """In either order the same is left."""
    for number in range(ROUNDS):
        account = open_account()
        origin = earn(account, 10, ends=1)
        earn(account, 5)
        together(
            partial(claw_back, account, origin, 4, f"refund:{number}"),
            partial(post.settle_due, now=day(1), limit=10),
        )
        assert (sums(account), lots(account)) == ((5, 0, 0, 0), [0, 5])
    assert differences() == []


def test_capture_against_release():
    for number in range(ROUNDS):
        account = open_account()
        earn(account, 10)
        held = hold(account, 10, f"hold:{number}")
        answers = together(
            partial(post.capture, held.id, 10, source=f"capture:{number}", now=NOW),
            partial(post.release, held.id, source=f"release:{number}", now=NOW),
        )
        captured = Hold.objects.get(pk=held.id).status == HoldStatus.CAPTURED
        assert answers.index(Code.HOLD_NOT_OPEN) == (1 if captured else 0)
        assert sums(account) == ((0 if captured else 10), 0, 0, 0)
    assert differences() == []


def test_two_refunds_of_one_spending():
    for number in range(ROUNDS):
        account = open_account()
        earn(account, 10)
        spent = spend(account, 10, f"order:{number}")
        answers = together(
            *(
                partial(
                    post.restore, account, spent.seq, 6, source=f"back:{number}:{staff}", now=NOW
                )
                for staff in range(2)
            )
        )
        assert answers.count(Code.INVALID) == 1
        assert sums(account) == (6, 0, 0, 0)
    assert differences() == []


def test_a_merge_against_a_spending():
    """The points are spent before they move, or are not there any more: never both."""
    for number in range(ROUNDS):
        guest, account = open_account(), open_account()
        earn(guest, 10)
        moved, spent = together(
            partial(post.merge, guest, account, source=f"merge:{number}", now=NOW),
            partial(spend, guest, 4, f"order:{number}"),
        )
        assert (moved, spent == Code.MEMBER_CLOSED) in {(10, True), (6, False)}
        assert (sums(guest), sums(account)) == ((0, 0, 0, 0), (moved, 0, 0, 0))
    assert differences() == []


def test_merges_in_opposite_directions():
    for number in range(ROUNDS):
        one, other = open_account(), open_account()
        earn(one, 10)
        earn(other, 5)
        answers = together(
            partial(post.merge, one, other, source=f"merge:{number}", now=NOW),
            partial(post.merge, other, one, source=f"egrem:{number}", now=NOW),
        )
        assert answers.count(Code.INVALID) == 1
        assert sorted([sums(one), sums(other)]) == [(0, 0, 0, 0), (15, 0, 0, 0)]
    assert differences() == []


def test_sweeps_against_spendings_and_claw_backs():
    """Nobody waits for each other in a circle, so nobody is told to come again."""
    accounts = [open_account() for _ in range(40)]
    origins = {}
    for account in accounts:
        earn(account, 10, ends=1)
        earn(account, 10, pending=True, matures_at=day(1))
        origins[account] = earn(account, 10, ends=90)

    def sweep(limit):
        while post.settle_due(now=day(2), limit=limit):
            pass

    def shop(person, order):
        return [spend(account, 2, f"order:{person}/{account}", day(2)) for account in order]

    def refund():
        return [
            claw_back(account, origins[account], 10, f"refund:{account}", day(2))
            for account in accounts
        ]

    answers = together(
        partial(sweep, 7),
        partial(sweep, 40),
        partial(shop, 1, accounts),
        partial(shop, 2, accounts[::-1]),
        refund,
    )
    assert not [answer for answer in answers if isinstance(answer, Code)]
    assert {sums(account) for account in accounts} == {(6, 0, 0, 0)}
    assert Entry.objects.filter(kind=EntryKind.EXPIRE).count() == len(accounts)
    assert Entry.objects.filter(kind=EntryKind.MATURE).count() == len(accounts)
    assert differences() == []


def test_batches_in_opposite_orders():
    accounts = [open_account() for _ in range(50)]

    def batch(number, order):
        return post.credit_many(
            [
                post.Credit(
                    account_id=account, points=1, source=f"{number}:{account}", occurred_at=NOW
                )
                for account in order
            ],
            now=NOW,
        )

    acts = [
        partial(batch, number, accounts[:: 1 if number % 2 else -1]) for number in range(ROUNDS)
    ]
    assert together(*acts) == [50] * ROUNDS
    assert {sums(account) for account in accounts} == {(ROUNDS, 0, 0, 0)}
    assert differences() == []


def test_sweeps_against_batches():
    """Both lock many accounts at once, in the same order whatever the order they were given."""
    accounts = [open_account() for _ in range(40)]
    for number in range(ROUNDS):
        for account in accounts:
            earn(account, 1, ends=number)
        credits = [
            post.Credit(account_id=account, points=1, source=f"{number}:{account}", occurred_at=NOW)
            for account in reversed(accounts)
        ]
        answers = together(
            partial(post.settle_due, now=day(number), limit=40),
            partial(post.credit_many, credits, now=NOW),
            partial(post.settle_due, now=day(number), limit=40),
        )
        assert not [answer for answer in answers if isinstance(answer, Code)]
    assert {sums(account) for account in accounts} == {(ROUNDS, 0, 0, 0)}
    assert differences() == []


def test_an_account_that_is_busy_for_too_long_is_said_to_be():
    account, other = open_account(), open_account()
    earn(account, 10, ends=1)
    before = dump()

    def hurry(act):
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '20ms'")
        return act()

    with transaction.atomic():
        lock_accounts([account])
        for act in (
            partial(spend, account, 1, "order"),
            partial(hold, account, 1, "hold"),
            partial(post.settle_due, now=day(1), limit=10),
            partial(post.merge, account, other, source="merge", now=NOW),
        ):
            assert together(partial(hurry, act)) == [Code.BUSY]
    assert dump() == before
