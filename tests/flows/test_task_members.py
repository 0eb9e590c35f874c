"""Tasks as members have them: accepted, gated, merged, looked at."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.tasks.models import LeaderboardName, TaskRun
from saleor_loyalty.flows.leaderboards import agree, leaderboard, withdraw
from saleor_loyalty.flows.members import merge_members, update_member
from saleor_loyalty.flows.task_members import Standing, accept, tasks_of
from saleor_loyalty.flows.task_setup import create_task
from saleor_loyalty.flows.ways_to_earn import ways_to_earn
from tests.conftest import customer
from tests.flows.balances import sums
from tests.flows.tasks import ORDERS, order, run_of, step, task, visit, work
from tests.shop import NOON, Shop

DAY = timedelta(days=1)


def mine(member: Member, slug: str = "visits"):  # type: ignore[no-untyped-def]
    found = {one.task.slug: one for one in tasks_of(member, now=NOON)}
    return found.get(slug)


def test_what_was_before_accepting_does_not_count(ada: Member) -> None:
    task(start="by_hand", steps=[step(1)])
    visit(ada, "1", NOON - DAY)
    assert (mine(ada).standing, TaskRun.objects.count()) == (Standing.OPEN, 0)
    run = accept(ada, "visits", now=NOON)
    assert accept(ada, "visits", now=NOON + DAY).pk == run.pk
    work()
    assert run_of(ada) == ("running", 0)
    visit(ada, "2", NOON)
    assert run_of(ada) == ("done", 1)


def test_days_from_the_acceptance(ada: Member) -> None:
    task(start="by_hand", window={"kind": "days", "days": 2})
    assert accept(ada, "visits", now=NOON).ends_at == (NOON + 3 * DAY).replace(hour=0)


def test_days_from_joining(ada: Member) -> None:
    task(window={"kind": "days", "days": 2}, steps=[step(1)])
    visit(ada, "1", NOON + 3 * DAY)
    assert run_of(ada) is None
    visit(ada, "2", NOON + 2 * DAY, now=NOON + 3 * DAY)
    assert run_of(ada) == ("done", 1)


@pytest.mark.parametrize(
    ("config", "code"),
    [
        ({"start": "by_itself"}, Code.INVALID),
        ({"start": "by_hand", "gate": {"tiers": ["gold"]}}, Code.FORBIDDEN),
        ({"start": "by_hand", "after": "first"}, Code.FORBIDDEN),
    ],
)
def test_what_cannot_be_accepted(ada: Member, config: dict[str, object], code: Code) -> None:
    task("first", steps=[step(9)])
    task(**config)
    with pytest.raises(LoyaltyError) as refusal:
        accept(ada, "visits", now=NOON)
    assert refusal.value.code is code
    assert TaskRun.objects.count() == 0


def test_a_draft_is_no_task_and_one_that_is_over_is_not_accepted(ada: Member) -> None:
    shown = task(start="by_hand")
    create_task("draft", shown.config)
    for slug, now, code in (
        ("draft", NOON, Code.NOT_FOUND),
        ("visits", NOON + 20 * DAY, Code.PROGRAMME_NOT_ACTIVE),
    ):
        with pytest.raises(LoyaltyError) as refusal:
            accept(ada, slug, now=now)
        assert refusal.value.code is code


def test_only_those_inside_the_gate_begin(ada: Member, bob: Member) -> None:
    task(gate={"tiers": ["silver"]}, steps=[step(1)])
    order(ada, "o1", 10_000, fulfilled_at=NOON)
    ada.refresh_from_db()
    visit(ada, "1")
    visit(bob, "1")
    assert (run_of(ada), run_of(bob), mine(bob)) == (("done", 1), None, None)


def test_a_profile_that_is_completed(ada: Member, bob: Member) -> None:
    update_member(bob, birthday=date(1990, 1, 1), time_zone="Asia/Tokyo", now=NOON)
    task(counts={"kind": "profile", "fields": ["birthday", "time_zone"]}, steps=[step(2)])
    assert (run_of(bob), sums(bob)[0]) == (("done", 2), 10)
    update_member(ada, birthday=date(1990, 1, 1), now=NOON)
    work()
    assert run_of(ada) == ("running", 1)
    update_member(ada, time_zone="Europe/Paris", now=NOON)
    work()
    assert (run_of(ada), sums(ada)[0]) == (("done", 2), 10)


def test_moving_between_zones_wins_no_hour_twice(ada: Member) -> None:
    task(window={"kind": "each", "unit": "day", "clock": "member"}, steps=[step(2)])
    update_member(ada, time_zone="Pacific/Honolulu", now=NOON)
    late = NOON + timedelta(hours=8)
    visit(ada, "1", late)
    assert run_of(ada, period="2026-03-10") == ("running", 1)
    ada.refresh_from_db()
    update_member(ada, time_zone="Asia/Tokyo", now=late)
    # Eleven hours of the eleventh in Tokyo are of the tenth in Honolulu, and count there.
    visit(ada, "2", late + timedelta(hours=1))
    assert run_of(ada, period="2026-03-10") == ("done", 2)
    assert run_of(ada, period="2026-03-11") is None
    visit(ada, "3", late + timedelta(hours=15))
    assert run_of(ada, period="2026-03-11") == ("running", 1)


def test_how_far_is_counted_when_it_is_asked(ada: Member) -> None:
    task("orders", counts=ORDERS, steps=[step(1, 5), step(3, 7, most_members=100)])
    order(ada, "o1")
    shown = mine(ada, "orders")
    assert (shown.standing, shown.progress, shown.next_step.said.goal) == (Standing.RUNNING, 1, 3)
    assert [(one.state, one.places_left) for one in shown.steps] == [("given", None), (None, 100)]
    (way,) = [one for one in ways_to_earn(ada, now=NOON) if one.kind == "task"]
    assert (way.slug, way.progress, way.goal, way.state) == ("orders", 1, 3, "open")
    assert way.gift is not None
    assert way.gift.points == 7


def test_looking_takes_few_statements_however_many_tasks(ada: Member) -> None:
    for number in range(6):
        task(f"t{number}", counts=ORDERS if number % 2 else {"kind": "points"})
    order(ada, "o1")
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert len(tasks_of(ada, now=NOON)) == 6
    assert len(asked) <= 9


def test_two_accounts_of_one_person_have_it_once(ada: Member, bob: Member) -> None:
    task(steps=[step(1), step(3, 20)])
    visit(ada, "1")
    visit(bob, "1")
    visit(bob, "2")
    merge_members(bob, ada, now=NOON, actor="staff")
    work()
    assert run_of(ada) == ("done", 3)
    assert sums(ada)[0] == 40


def test_what_the_other_account_had_is_not_had_again(ada: Member, bob: Member) -> None:
    task(steps=[step(2)])
    visit(bob, "1")
    visit(bob, "2")
    visit(ada, "1")
    merge_members(bob, ada, now=NOON, actor="staff")
    work()
    assert (run_of(ada), sums(ada)[0]) == (("done", 3), 10)


def board(member: Member | None, first: int = 10):  # type: ignore[no-untyped-def]
    found = leaderboard("visits", period=None, member=member, first=first, now=NOON)
    assert found is not None
    places = [(one.rank, one.tied, one.name, one.progress) for one in found.places]
    own = found.mine
    return places, (own.rank, own.tied, own.name, own.progress) if own else None


def test_only_those_who_agreed_are_seen(ada: Member, bob: Member) -> None:
    task(leaderboard=True)
    visit(ada, "1")
    visit(bob, "1")
    visit(bob, "2")
    agree(ada, "Ada L.", now=NOON)
    assert board(ada) == ([(1, False, "Ada L.", 1)], (1, False, "Ada L.", 1))
    assert board(bob)[1] == (1, False, None, 2)
    assert board(None)[1] is None
    assert withdraw(ada, now=NOON)
    assert not withdraw(ada, now=NOON)
    assert board(bob)[0] == []


def test_ties_share_a_rank_and_ones_own_is_shown_from_below(shop: Shop, ada: Member) -> None:
    from saleor_loyalty.flows.members import find_or_join

    task(leaderboard=True)
    others = [find_or_join(customer(shop, name), now=NOON) for name in ("bo", "cy", "di")]
    for member, visits in zip((*others, ada), (3, 2, 2, 1), strict=True):
        agree(member, member.email.partition("@")[0], now=NOON)
        for number in range(visits):
            visit(member, str(number))
    places, own = board(ada, first=2)
    assert places == [(1, False, "bo", 3), (2, True, "cy", 2)]
    assert own == (4, False, "ada", 1)
    assert board(others[2], first=3)[1] == (2, True, "di", 2)


def test_a_leaderboard_takes_as_few_statements_however_many_are_on_it(
    ada: Member, bob: Member
) -> None:
    task(leaderboard=True)
    visit(ada, "1")
    asked = []
    for member in (ada, bob):
        agree(member, member.email.partition("@")[0], now=NOON)
        visit(member, "2")
        with CaptureQueriesContext(connection) as seen:
            assert board(ada)[1] is not None
        asked.append(len(seen))
    assert asked == [5, 5]


def test_without_a_leaderboard_there_is_none(ada: Member) -> None:
    task()
    visit(ada, "1")
    assert leaderboard("visits", period=None, member=ada, first=9, now=NOON) is None


def test_nobody_takes_anothers_name(ada: Member, bob: Member) -> None:
    agree(ada, "Ada", now=NOON)
    with pytest.raises(LoyaltyError) as refusal:
        agree(bob, "aDA", now=NOON)
    assert (refusal.value.code, refusal.value.field) == (Code.INVALID, "name")
    agree(ada, "Countess", now=NOON)
    agree(bob, "Ada", now=NOON)
    assert dict(LeaderboardName.objects.values_list("member_id", "name")) == {
        ada.pk: "Countess",
        bob.pk: "Ada",
    }
