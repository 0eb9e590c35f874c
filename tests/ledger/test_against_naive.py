"""Random histories, on the real ledger and on the naive one: the same after every step.

The real one settles an account when it next touches it, the naive one settles everything at once
whenever time moves. That they agree says that it makes no difference when the sweep runs.
"""

from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from saleor_loyalty.errors import LoyaltyError
from saleor_loyalty.ledger import post
from saleor_loyalty.ledger.read import balances, upcoming_expiries
from saleor_loyalty.models import Account, Lot
from saleor_loyalty.values.points import Unit
from tests.ledger.book import NOW, differences, dump, open_account
from tests.ledger.naive import NaiveLedger, RefusedError, free

account = st.integers(0, 11)
few = st.integers(1, 12)
# The how-many-th hold, spending, award or write so far, from the newest.
earlier = st.integers(0, 5)
hours = st.integers(1, 72)

credits = st.tuples(
    st.just("credit"),
    account,
    st.integers(1, 30),
    st.booleans(),
    st.sampled_from([None, -3, 5, 10, 20, 30, 40]),
    st.sampled_from([None, -3, 5, 20, 40, 50, 80, 100]),
)
# How often, of 26. Enough is taken back to make debts, and time moves fast enough for much to
# happen to a lot.
weights = {
    st.just(("nothing",)): 1,
    credits: 5,
    st.tuples(st.just("credit_many"), st.lists(credits, max_size=3)): 1,
    st.tuples(st.just("spend"), account, few): 2,
    st.tuples(st.just("hold"), account, few): 2,
    st.tuples(st.just("capture"), earlier, few): 1,
    st.tuples(st.just("release"), earlier): 1,
    st.tuples(st.just("restore"), earlier, few, st.none() | hours): 2,
    st.tuples(st.just("claw_back"), earlier, few, st.booleans()): 1,
    st.tuples(st.just("claw_back"), earlier, st.integers(20, 120), st.just(True)): 1,
    st.tuples(st.just("mature"), earlier, st.integers(-20, 20)): 1,
    st.tuples(st.sampled_from(["merge", "settle_due"]), account, account): 1,
    st.tuples(st.just("extend"), account, st.none() | hours, st.none() | hours): 1,
    st.tuples(st.just("expire_inactive"), hours): 1,
    st.tuples(st.just("pass_time"), st.integers(1, 30)): 4,
    st.tuples(st.just("again"), earlier): 1,
}
operations = st.sampled_from(
    [strategy for strategy, weight in weights.items() for _ in range(weight)]
).flatmap(lambda strategy: strategy)


class History:
    """Does each operation on both ledgers and compares."""

    def __init__(self):
        self.now = NOW
        self.accounts = [open_account(), open_account()]
        self.naive = NaiveLedger(self.accounts)
        self.naive.pass_time(NOW)
        self.batches = 0
        self.writes = []
        self.holds = []
        self.spendings = []
        self.awards = []

    def step(self, name, *arguments):
        # What a failing history is made shorter with.
        if name != "nothing":
            getattr(self, name)(*arguments)
            self.compare()

    def write(self, real, naive):
        """Both do it or both refuse, for the same reason. Answers both answers, or None."""
        source = f"write:{len(self.writes)}"
        expected, refused = outcome(naive)
        answer, refusal = outcome(lambda: in_savepoint(lambda: real(source)))
        assert refusal == refused
        if refusal:
            return None
        self.writes.append((real, source, answer))
        return answer, expected

    def account(self, number):
        """Most often one that is open."""
        still_open = [account for account in self.accounts if account not in self.naive.closed]
        choice = [*still_open * 3, *self.naive.closed]
        return choice[number % len(choice)]

    def credit(self, *credit):
        wanted = self.wanted(f"write:{len(self.writes)}", *credit)
        self.write(lambda _: post.credit(wanted, now=self.now), lambda: self.expect([wanted]))

    def credit_many(self, credits):
        self.batches += 1
        wanted = [
            self.wanted(f"batch:{self.batches}:{number}", *credit)
            for number, (_, *credit) in enumerate(credits)
        ]
        answer, refusal = outcome(
            lambda: in_savepoint(lambda: post.credit_many([*wanted, *wanted[:1]], now=self.now))
        )
        assert refusal == outcome(lambda: self.expect(wanted))[1]
        assert refusal or answer == len(wanted)

    def expect(self, wanted):
        self.naive.credit(
            (
                one.account_id,
                one.points,
                one.key,
                {"pending": one.pending, "matures": one.matures_at, "expires": one.expires_at},
            )
            for one in wanted
        )
        self.awards += [(one.account_id, one.key) for one in wanted]

    def wanted(self, source, account, points, pending, matures, expires):
        return post.Credit(
            account_id=self.account(account),
            points=points,
            source=source,
            occurred_at=self.now,
            pending=pending,
            matures_at=self.later(matures) if pending else None,
            expires_at=self.later(expires),
        )

    def later(self, hours):
        return None if hours is None else self.now + timedelta(hours=hours)

    def spend(self, account, points):
        account = self.account(account)
        answers = self.write(
            lambda source: post.spend(account, points, source=source, now=self.now),
            lambda: self.naive.spend(account, points),
        )
        if answers:
            self.spendings.append((account, answers[0].seq, answers[1]))

    def hold(self, account, points):
        account = self.account(account)
        answers = self.write(
            lambda source: (
                post.hold(
                    account,
                    points,
                    source=source,
                    subject="checkout:1",
                    expires_at=NOW,
                    now=self.now,
                ).id
            ),
            lambda: self.naive.hold(account, points),
        )
        if answers:
            self.holds.append(answers)

    def capture(self, number, points):
        if not self.holds:
            return
        hold_id, hold = nth(self.holds, number)
        points = within(points, (held for _, held in hold["uses"]))
        answers = self.write(
            lambda source: post.capture(hold_id, points, source=source, now=self.now),
            lambda: self.naive.end_hold(hold, points),
        )
        if answers:
            self.spendings.append((hold["account"], answers[0].capture_seq, answers[1]))

    def release(self, number):
        if not self.holds:
            return
        hold_id, hold = nth(self.holds, number)
        self.write(
            lambda source: post.release(hold_id, source=source, now=self.now),
            lambda: self.naive.end_hold(hold, 0),
        )

    def restore(self, number, points, extend):
        if not self.spendings:
            return
        account, seq, spending = nth(self.spendings, number)
        points = within(points, (left for _, left in spending))
        until = self.later(extend)
        self.write(
            lambda source: post.restore(
                account, seq, points, source=source, now=self.now, extend_until=until
            ),
            lambda: self.naive.restore(account, spending, points, until),
        )

    def claw_back(self, number, points, allow_debt):
        if not self.awards:
            return
        account, origin = nth(self.awards, number)
        self.write(
            lambda source: post.claw_back(
                account, origin, points, source=source, now=self.now, allow_debt=allow_debt
            ),
            lambda: self.naive.claw_back(account, origin, points, allow_debt),
        )

    def mature(self, number, hours):
        if not self.awards:
            return
        account, origin = nth(self.awards, number)
        at = self.later(hours)
        post.mature(account, origin, at=at, now=self.now)
        self.naive.mature(account, origin, at)

    def merge(self, source_account, target):
        source_account, target = self.account(source_account), self.account(target)
        answers = self.write(
            lambda source: post.merge(source_account, target, source=source, now=self.now),
            lambda: self.naive.merge(source_account, target),
        )
        if answers:
            moved = [award for award in self.awards if award[0] == source_account]
            self.awards += [(target, key) for _, key in moved]
            self.accounts.append(open_account())
            self.naive.open(self.accounts[-1])

    def extend(self, account, before, until):
        account = self.account(account)
        dates = {"before": self.later(before), "until": self.later(until)}
        self.write(
            lambda source: post.extend(account, **dates, source=source, now=self.now),
            lambda: self.naive.extend(account, *dates.values()),
        )

    def expire_inactive(self, hours):
        """As in the daily run: what is due comes first."""
        while post.settle_due(now=self.now, limit=100):
            pass
        since, after, ended = self.now - timedelta(hours=hours), 0, 0
        while after is not None:
            after, some = post.expire_inactive(now=self.now, since=since, after=after, limit=1)
            ended += some
        assert ended == self.naive.expire_inactive(since)

    def settle_due(self, limit, _):
        limit += 1
        assert post.settle_due(now=self.now, limit=limit) <= limit

    def pass_time(self, hours):
        self.now += timedelta(hours=hours)
        self.naive.pass_time(self.now)

    def again(self, number):
        """A write that is tried again answers as it did and changes nothing."""
        if not self.writes:
            return
        real, source, answer = nth(self.writes, number)
        before = dump()
        assert real(source) == answer
        assert dump() == before

    def compare(self):
        self.compare_balances()
        with transaction.atomic():
            while post.settle_due(now=self.now, limit=100):
                pass
            self.compare_lots()
            transaction.set_rollback(True)

    def compare_balances(self):
        members = dict(Account.objects.values_list("pk", "member_id"))
        found = balances(members.values(), self.now)
        for account in self.accounts:
            shown = found[members[account], Unit.POINTS]
            lots = self.naive.lots[account]
            available = self.naive.free_lots(account)
            dates = sorted({lot["expires"] for lot in available} - {None})
            assert shown.available == self.naive.available(account)
            assert shown.pending == sum(lot["remaining"] for lot in lots if lot["pending"])
            assert shown.held == sum(lot["held"] for lot in lots)
            assert shown.debt == self.naive.debt[account]
            assert shown.expires_at == (dates[0] if dates else None)
            expiries = [
                (sum(free(lot) for lot in available if lot["expires"] == date), date)
                for date in dates
            ]
            upcoming = upcoming_expiries(account, self.now, limit=100)
            assert [(expiry.points, expiry.expires_at) for expiry in upcoming] == expiries
            assert shown.expiring == (expiries[0][0] if expiries else 0)

    def compare_lots(self):
        columns = ("remaining", "held", "lapsed", "pending", "matures_at", "expires_at", "origin")
        for account in self.accounts:
            real = Lot.objects.filter(account_id=account).order_by("seq").values_list(*columns)
            naive = [
                (
                    *(lot["remaining"], lot["held"], lot["lapsed"], lot["pending"]),
                    *(lot["matures"], lot["expires"], lot["origin"]),
                )
                for lot in self.naive.lots[account]
            ]
            assert [row for row in real if row[0] or row[2]] == [
                row for row in naive if row[0] or row[2]
            ]


def in_savepoint(act):
    with transaction.atomic():
        return act()


def outcome(act):
    """What it answers, and why it was refused."""
    try:
        return act(), None
    except (LoyaltyError, RefusedError) as refusal:
        return None, refusal.code


def within(points, parts):
    """From 1 to one more than all there is."""
    return 1 + points % (sum(parts) + 1)


def nth(things, number):
    return things[-1 - number % len(things)]


@pytest.mark.django_db
@settings(
    derandomize=True,
    max_examples=50,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(operations, min_size=40, max_size=80))
def test_any_history_ends_as_the_naive_ledger_says(operations):
    with transaction.atomic():
        history = History()
        for operation in operations:
            history.step(*operation)
        assert differences() == []
        transaction.set_rollback(True)
