"""Any history of days: what the flow keeps is what a naive count of days says."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from saleor_loyalty.errors import LoyaltyError
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows.check_in_days import standing
from saleor_loyalty.flows.check_ins import check_in, make_up
from tests.flows.balances import sums
from tests.flows.check_in import days_of, offer
from tests.flows.events import event_rules
from tests.flows.lottery import rich
from tests.ledger.book import differences
from tests.shop import NOON

# Lord Howe's clocks go back by half an hour on 5 April 2026: at 15:00 UTC it is the next day.
ZONE, OFFSETS = "Australia/Lord_Howe", (timedelta(hours=11), timedelta(hours=10, minutes=30))
CHANGES = datetime.fromisoformat("2026-04-04T15:00:00+00:00")
START = datetime.fromisoformat("2026-03-28T13:10:00+00:00")
LADDER = [3, 4, 5, 40]
PRICE, BACK, PER_MONTH = 7, 4, 2
RICH = 30


class Naive:
    """Sets of days, counted one at a time."""

    def __init__(self) -> None:
        self.checked: dict[date, int] = {}
        self.made_up: set[date] = set()
        self.balance = RICH

    def streak(self, day: date) -> int:
        count = 0
        while day in self.checked or day in self.made_up:
            count, day = count + 1, day - timedelta(days=1)
        return count

    def check_in(self, today: date) -> None:
        if today not in self.checked:
            self.checked[today] = 0
            self.checked[today] = LADDER[(self.streak(today) - 1) % len(LADDER)]
            self.balance += self.checked[today]

    def make_up(self, day: date, today: date) -> None:
        used = sum((one.year, one.month) == (day.year, day.month) for one in self.made_up)
        missed = day not in self.checked and day not in self.made_up
        in_reach = today - timedelta(days=BACK) <= day < today
        if missed and in_reach and used < PER_MONTH and self.balance >= PRICE:
            self.made_up.add(day)
            self.balance -= PRICE

    def days(self) -> list[tuple[date, int, int]]:
        days = sorted({*self.checked, *self.made_up})
        return [(day, self.streak(day), self.checked.get(day, 0)) for day in days]


def local_date(now: datetime) -> date:
    """By hand, so that it is not the code that is tested."""
    return (now + OFFSETS[now >= CHANGES]).replace(tzinfo=None).date()


STEPS = st.lists(
    st.tuples(st.sampled_from(["in", "in", "in", "up"]), st.integers(0, 30), st.integers(0, 6)),
    min_size=1,
    max_size=25,
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=STEPS)
def test_any_history_is_as_a_naive_count_says(
    ada: Member, steps: list[tuple[str, int, int]]
) -> None:
    for _ in _undone():
        _a_shop(ada)
        naive, now = Naive(), START
        for act, hours, back in steps:
            now += timedelta(hours=hours)
            today = local_date(now)
            if act == "in":
                check_in(ada, now=now)
                naive.check_in(today)
            else:
                day = today - timedelta(days=back)
                _try_to_make_up(ada, day, now)
                naive.make_up(day, today)
        assert days_of(ada) == naive.days()
        assert sums(ada) == (naive.balance, 0, 0, 0)
        _stands(ada, naive, now)
        assert differences() == []


def _stands(ada: Member, naive: Naive, now: datetime) -> None:
    found, today = standing(ada, now=now), local_date(now)
    assert found is not None
    alive = naive.streak(today) or naive.streak(today - timedelta(days=1))
    assert (found.streak, found.checked_today) == (alive, today in naive.checked)


def _try_to_make_up(ada: Member, day: date, now: datetime) -> None:
    try:
        with transaction.atomic():
            make_up(ada, day, now=now)
    except LoyaltyError:
        pass


def _a_shop(ada: Member) -> None:
    event_rules(now=NOON - timedelta(days=60))
    Member.objects.update(joined_at=NOON - timedelta(days=100), time_zone=ZONE)
    ada.refresh_from_db()
    offer(
        days=[{"points": points} for points in LADDER],
        make_up={"points": PRICE, "days_back": BACK, "per_month": PER_MONTH},
    )
    rich(ada, RICH)


def _undone() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
