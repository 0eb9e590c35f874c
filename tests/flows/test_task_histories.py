"""Any history of visits, orders, refunds, late facts and nights ends as the naive model says."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from saleor_loyalty.events.facts import OrderFact
from saleor_loyalty.events.host import HostCustomer
from saleor_loyalty.features.member_events.models import MemberEvent
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.tasks.models import TaskRun, TaskStepReached
from saleor_loyalty.flows import daily
from saleor_loyalty.flows.member_events import undo_event
from saleor_loyalty.flows.members import find_or_join
from saleor_loyalty.flows.order_changed import act_on
from tests import shop as shop_module
from tests.flows.balances import sums
from tests.flows.tasks import order, step, task, visit, work
from tests.ledger.book import differences
from tests.shop import NOON, line

DAY = timedelta(days=1)
FIRST_DAY = NOON.replace(hour=0)
# Slug, what counts, each day or once, goals with their points, what becomes of it.
TASKS: tuple[tuple[str, str, bool, dict[int, int], str], ...] = (
    ("day", "visit", True, {2: 3}, "keep"),
    ("day-back", "visit", True, {1: 5, 3: 7}, "take_back"),
    ("once", "visit", False, {3: 11, 6: 13}, "keep"),
    ("once-back", "visit", False, {4: 17}, "take_back"),
    ("orders", "orders", False, {2: 19}, "keep"),
    ("orders-back", "orders", False, {1: 23, 3: 29}, "take_back"),
    ("spend", "spend", False, {25: 31}, "take_back"),
)
COUNTS = {
    "visit": {"kind": "events", "name": "visit"},
    "orders": {"kind": "orders"},
    "spend": {"kind": "spend", "per": {"USD": 100}},
}
ACTS = ("visit", "visit", "visit", "undo", "order", "order", "refund", "night", "look")
acts = st.tuples(st.sampled_from(ACTS), st.integers(0, 4), st.integers(0, 9))


@dataclass
class Naive:
    """Everything is counted from the start after each act: no rows, no periods kept."""

    visits: list[tuple[datetime, bool]] = field(default_factory=list)
    orders: list[tuple[datetime, int]] = field(default_factory=list)
    # Of what is kept, what was ever had: slug, day, goal.
    kept: set[tuple[str, str, int]] = field(default_factory=set)

    def points(self) -> int:
        had = 0
        for slug, counts, each_day, steps, refunds in TASKS:
            for day, progress in self._progress(counts, each_day).items():
                for goal, points in steps.items():
                    if progress >= goal and refunds == "keep":
                        self.kept.add((slug, day, goal))
                    had += points * (progress >= goal and refunds == "take_back")
        worth = {(slug, goal): p for slug, _, _, steps, _ in TASKS for goal, p in steps.items()}
        return had + sum(worth[slug, goal] for slug, _, goal in self.kept)

    def _progress(self, counts: str, each_day: bool) -> dict[str, int]:
        found: dict[str, int] = {}
        for at, amount in self._gains(counts):
            day = at.date().isoformat() if each_day else ""
            found[day] = found.get(day, 0) + amount
        if counts == "spend":
            return {day: amount // 100 for day, amount in found.items()}
        return found

    def _gains(self, counts: str) -> list[tuple[datetime, int]]:
        if counts == "visit":
            return [(at, 1) for at, undone in self.visits if not undone]
        if counts == "orders":
            return [(at, 1) for at, money in self.orders if money]
        return list(self.orders)


class History:
    def __init__(self) -> None:
        shop_module.SHOP.__init__()  # type: ignore[misc]
        user = User.objects.create_user("hist", "hist@example.com")
        shop = shop_module.SHOP
        shop.customers[user.pk] = HostCustomer(user.pk, user.email, "en", True)
        self.member: Member = find_or_join(user.pk, now=NOON - DAY)
        for slug, counts, each_day, steps, refunds in TASKS:
            more: dict[str, Any] = {"window": {"kind": "each", "unit": "day"}} if each_day else {}
            said = [step(goal, points) for goal, points in steps.items()]
            task(
                slug,
                counts=COUNTS[counts],
                steps=said,
                refunds=refunds,
                starts_at=FIRST_DAY,
                ends_at=FIRST_DAY + 5 * DAY,
                **more,
            )
        self.naive = Naive()
        self.now = NOON + 4 * DAY + timedelta(hours=1)
        self.events: list[MemberEvent] = []
        self.facts: list[OrderFact] = []

    def step(self, act: str, day: int, number: int) -> None:
        at = NOON + day * DAY + timedelta(minutes=number)
        if act == "visit":
            self.naive.visits.append((at, False))
            self.events.append(visit(self.member, f"v{len(self.events)}", at, now=self.now))
        elif act == "undo" and self.events:
            which = number % len(self.events)
            self.naive.visits[which] = (self.naive.visits[which][0], True)
            undo_event(self.events[which], now=self.now)
        elif act == "order":
            money = 500 + 333 * number
            self.naive.orders.append((at, money))
            lines = (line("a", money),)
            name = f"o{len(self.facts)}"
            self.facts.append(order(self.member, name, lines=lines, at=at, now=self.now))
        elif act == "refund" and self.facts:
            which = number % len(self.facts)
            back = replace(self.facts[which], fully_refunded=True)
            self.naive.orders[which] = (self.naive.orders[which][0], 0)
            act_on([back], now=self.now)
        elif act == "night":
            self.now += 2 * DAY
            daily.run(now=self.now)
        work(self.now)

    def check(self) -> None:
        assert sums(self.member)[0] == self.naive.points()
        standing = TaskStepReached.objects.exclude(state="taken_back").order_by()
        pairs = list(standing.values_list("run", "step"))
        assert len(pairs) == len(set(pairs))


@pytest.mark.django_db
@settings(
    derandomize=True,
    max_examples=12,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(acts, min_size=6, max_size=16))
def test_random_histories(programme: None, history: list[tuple[str, int, int]]) -> None:
    with transaction.atomic():
        ours = History()
        for act in history:
            ours.step(*act)
            ours.check()
        assert differences() == []
        progress = {
            (run.task.slug, run.period): run.progress
            for run in TaskRun.objects.select_related("task").filter(progress__gt=0)
        }
        for slug, counts, each_day, _, _ in TASKS:
            naive = ours.naive._progress(counts, each_day)
            assert {day: n for day, n in naive.items() if n} == {
                day: n for (of, day), n in progress.items() if of == slug
            }
        transaction.set_rollback(True)
