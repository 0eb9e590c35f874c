"""Caps and budgets on the ledger: kept under concurrency, given back by refunds."""

from dataclasses import replace
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connection

from saleor_loyalty.features.earning.models import Award, Counter
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows.order_changed import act_on
from saleor_loyalty.flows.quote import quote_checkout
from saleor_loyalty.flows.setup import set_up
from saleor_loyalty.values.points import Unit
from tests.conftest import PROGRAMME
from tests.flows.balances import sums
from tests.shop import NOON, Shop, line, open_checkout, paid_order


def rules(*given: dict[str, Any], **earning: Any) -> None:
    config = {**PROGRAMME["config"]}
    config["earning"] = {**config["earning"], "rules": list(given), **earning}
    set_up({"programmes": [{**PROGRAMME, "config": config}]}, now=NOON)


WELCOME = {"kind": "bonus", "slug": "welcome", "points": 50}
TWICE = {"kind": "multiplier", "slug": "twice", "percent": 200}


def used() -> dict[str, int]:
    return dict(Counter.objects.values_list("key", "used"))


def test_a_members_cap_cuts_the_next_award(ada: Member) -> None:
    rules({**WELCOME, "caps": [{"period": "month", "points": 70}]})
    for number in range(3):
        order = paid_order(line("a", 1000), order_id=f"o{number}", user_id=ada.user_id)
        act_on([order], now=NOON)
    given = Award.objects.filter(unit=Unit.POINTS).order_by("pk").values_list("points", flat=True)
    assert list(given) == [60, 30, 10]
    assert set(used().values()) == {70}


def test_fault_18_a_days_cap_begins_at_the_members_own_midnight(ada: Member, bob: Member) -> None:
    """It is the 10th at noon in UTC: in Auckland the 11th begins before the second order."""
    rules({**WELCOME, "caps": [{"period": "day", "points": 50}]})
    Member.objects.filter(pk=bob.pk).update(time_zone="Pacific/Auckland")
    for member in (ada, bob):
        for hour in (10, 12):
            paid_at = NOON.replace(hour=hour)
            order = paid_order(
                line("a", 1000),
                order_id=f"o{member.pk}-{hour}",
                user_id=member.user_id,
                email=member.email,
                paid_at=paid_at,
            )
            act_on([order], now=paid_at)
    assert (sums(ada)[1], sums(bob)[1]) == (10 + 50 + 10, 10 + 50 + 10 + 50)


def test_one_batch_keeps_a_cap_as_several_do(ada: Member) -> None:
    rules({**WELCOME, "caps": [{"period": "month", "points": 70}]})
    orders = [
        paid_order(line("a", 1000), order_id=f"o{number}", user_id=ada.user_id)
        for number in range(3)
    ]
    act_on(orders, now=NOON)
    assert sums(ada) == (0, 100, 0, 0)


def test_a_full_refund_gives_a_budget_back_to_the_last_point(ada: Member) -> None:
    rules({**TWICE, "budget": {"points": 90}}, {**WELCOME, "budget": {"money": {"USD": 70}}})
    order = paid_order(line("a", 4000), line("b", 3333), user_id=ada.user_id)
    act_on([order], now=NOON)
    assert sums(ada) == (0, 73 + 73 + 50, 0, 0)
    assert sorted(used().values()) == [50, 73]
    for refunded in (1234, 2000, 5555):
        act_on([replace(order, refunded_by_amount=refunded)], now=NOON)
    assert all(0 < left < 73 for left in used().values())
    act_on([replace(order, fully_refunded=True)], now=NOON)
    assert sums(ada) == (0, 0, 0, 0)
    assert set(used().values()) == {0}


def test_the_quote_is_the_award(ada: Member) -> None:
    rules(
        {**TWICE, "when": {"kind": "basis_minimum", "amounts": {"USD": 5000}}},
        {**WELCOME, "when": {"kind": "order_number", "is": 2}, "budget": {"points": 30}},
    )
    for number, cents in enumerate((4_000, 6_000, 8_000)):
        order_id = f"o{number}"
        paid_at = NOON.replace(hour=12 + number)
        quote = quote_checkout(open_checkout(cents, user_id=ada.user_id), now=paid_at)
        order = paid_order(
            line("l0", cents), order_id=order_id, user_id=ada.user_id, paid_at=paid_at
        )
        act_on([order], now=paid_at)
        award = Award.objects.get(order__order_id=order_id, unit=Unit.POINTS)
        assert quote.earn_points == award.points
    assert sums(ada)[1] == 40 + (120 + 30) + 160


def test_the_trace_is_stored_with_the_award(ada: Member) -> None:
    rules(
        {**TWICE, "when": {"kind": "tier", "any_of": ["gold"]}},
        {**WELCOME, "caps": [{"period": "event", "points": 20}]},
    )
    act_on([paid_order(line("a", 1000), user_id=ada.user_id)], now=NOON)
    stored = Award.objects.get(unit=Unit.POINTS).breakdown
    assert [(part["rule"], part["points"], part["cut"]) for part in stored["parts"]] == [
        ("", 10, 0),
        ("welcome", 20, 30),
    ]
    assert stored["passed_over"] == [
        {"rule": "twice", "why": "condition", "failed": {"kind": "tier", "any_of": ["gold"]}}
    ]


@pytest.mark.django_db(transaction=True)
def test_a_budget_is_never_overdrawn_by_eight_at_once(ada: Member, shop: Shop) -> None:
    rules({**WELCOME, "budget": {"points": 120}})
    start = Barrier(8)

    def award(number: int) -> None:
        start.wait()
        try:
            order = paid_order(
                line("a", 1000),
                order_id=f"o{number}",
                user_id=None,
                email=f"guest{number}@example.com",
            )
            act_on([order], now=NOON)
        finally:
            connection.close()

    threads = [Thread(target=award, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    points = Award.objects.filter(unit=Unit.POINTS).values_list("points", flat=True)
    assert sorted(points) == [10, 10, 10, 10, 10, 30, 60, 60]
    assert used() == {"points/welcome/POINTS/all": 120}
