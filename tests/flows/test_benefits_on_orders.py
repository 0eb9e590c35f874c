"""What benefits do to an order: more points and growth, quotas, marks; and what the quote says."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from saleor_loyalty.events.facts import OrderFact
from saleor_loyalty.features.benefits.models import BenefitUse
from saleor_loyalty.features.earning.models import Award
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows import daily
from saleor_loyalty.flows.benefit_uses import quotas_of
from saleor_loyalty.flows.order_changed import act_on
from saleor_loyalty.flows.outbox import work_outbox
from saleor_loyalty.flows.preview import preview_order
from saleor_loyalty.flows.quote import quote_checkout
from saleor_loyalty.values.points import Unit
from tests.flows.balances import sums
from tests.flows.perks import join_plan, ladder, plan, put_in
from tests.shop import NOON, Shop, line, open_checkout, paid_order

HALF_MORE = {"kind": "multiplier", "points_percent": 150, "growth_percent": 200}
TEN_TIMES = {"kind": "multiplier", "points_percent": 1000}
SHIPPING = {"kind": "free_shipping", "quota": 1, "per": "month"}
USED = (("free_shipping", "free_shipping"),)


@pytest.fixture
def gold(ada: Member) -> Member:
    ladder(gold=[HALF_MORE, SHIPPING, {"kind": "priority", "mark": "VIP"}])
    return put_in(ada, "gold")


def order(member: Member, *, order_id: str = "o1", **more: Any) -> OrderFact:
    lines = more.pop("lines", (line("a", 6000), line("b", 4000)))
    return paid_order(*lines, order_id=order_id, user_id=member.user_id, email=member.email, **more)


def parts(unit: Unit = Unit.POINTS) -> list[tuple[str, int]]:
    award = Award.objects.filter(unit=unit).latest("pk")
    return [(part["rule"], part["points"]) for part in award.breakdown["parts"]]


def test_points_and_growth_are_multiplied_and_explained(gold: Member) -> None:
    act_on([order(gold)], now=NOON)
    assert sums(gold) == (0, 150, 0, 0)
    assert sums(gold, Unit.GROWTH) == (0, 200, 0, 0)
    assert parts() == [("", 100), ("tier:gold", 50)]
    assert parts(Unit.GROWTH) == [("", 100), ("tier:gold", 100)]


def test_a_refund_takes_back_what_the_tier_brought_then(gold: Member) -> None:
    paid = order(gold)
    act_on([paid], now=NOON)
    # Neither the tier nor the benefit is there any more.
    ladder(silver=[])
    lines = (paid.lines[0], replace(paid.lines[1], refunded_quantity=1))
    act_on([replace(paid, lines=lines)], now=NOON)
    assert sums(gold) == (0, 90, 0, 0)
    act_on([replace(paid, lines=lines, fully_refunded=True)], now=NOON)
    assert sums(gold) == (0, 0, 0, 0)
    assert sums(gold, Unit.GROWTH) == (0, 0, 0, 0)


def test_the_better_one_of_tier_and_plan(gold: Member) -> None:
    join_plan(gold, plan("plus", [TEN_TIMES]), start=NOON - timedelta(days=1))
    act_on([order(gold)], now=NOON)
    assert sums(gold) == (0, 1000, 0, 0)
    assert parts() == [("", 100), ("plan:plus", 900)]
    assert parts(Unit.GROWTH) == [("", 100), ("tier:gold", 100)]


@pytest.mark.parametrize(("in_same_order", "points"), [(True, 1000), (False, 100)])
def test_a_plan_in_the_order_that_buys_it(ada: Member, in_same_order: bool, points: int) -> None:
    ladder(silver=[])
    bought = plan(
        "plus",
        [TEN_TIMES],
        in_same_order=in_same_order,
        variants={"plus-year": {"months": 12}},
    )
    lines = (line("a", 6000), line("b", 4000, variant_id="plus-year"))
    act_on([order(ada, lines=lines)], now=NOON)
    assert sums(ada) == (0, points, 0, 0)
    # An edit of the order, with the membership that it began: no more and no less.
    join_days = ada.memberships.count()
    assert join_days == 1
    assert bought.memberships.get().starts_at == NOON
    longer = (line("a", 6001), line("b", 4000, variant_id="plus-year"))
    act_on([order(ada, lines=longer)], now=NOON)
    assert sums(ada) == (0, points, 0, 0)


def test_a_fact_that_comes_late_has_the_plan_of_its_day(gold: Member) -> None:
    ladder(silver=[])
    join_plan(gold, plan("plus", [TEN_TIMES]), start=NOON - timedelta(days=10), days=9)
    act_on([order(gold)], now=NOON)
    assert sums(gold) == (0, 100, 0, 0)
    early = NOON - timedelta(days=5)
    act_on([order(gold, order_id="o2", paid_at=early, placed_at=early)], now=NOON)
    assert sums(gold) == (0, 1100, 0, 0)


def test_the_quote_and_the_preview_say_the_same_as_the_award(gold: Member) -> None:
    quote = quote_checkout(open_checkout(6000, 4000, user_id=gold.user_id), now=NOON)
    assert (quote.earn_points, quote.earn_growth) == (150, 200)
    preview = preview_order(order(gold), member=gold, at=NOON)
    assert preview is not None
    assert {unit: award.points for unit, award in preview.awards.items()} == {
        Unit.POINTS: 150,
        Unit.GROWTH: 200,
    }
    nobody = preview_order(order(gold), member=None, at=NOON)
    assert nobody is not None
    assert nobody.awards[Unit.POINTS].points == 100


def test_an_order_uses_its_quota_is_marked_and_gives_back(shop: Shop, gold: Member) -> None:
    paid = order(gold, used=USED)
    for _ in range(2):
        act_on([paid], now=NOON)
    work_outbox(now=NOON.replace(year=2100))
    assert shop.marks == {"o1": {"loyalty.priority": "VIP"}}
    assert [one.left for one in quotas_of(gold, now=NOON)] == [0]
    act_on([replace(paid, cancelled=True)], now=NOON)
    assert [one.left for one in quotas_of(gold, now=NOON)] == [1]
    assert BenefitUse.objects.count() == 1


@pytest.mark.parametrize("order_of_facts", [[0, 1], [1, 0], [1, 1, 0, 0]])
def test_in_whatever_order_facts_arrive(gold: Member, order_of_facts: list[int]) -> None:
    paid = order(gold, used=USED)
    facts = [paid, replace(paid, cancelled=True)]
    for number in order_of_facts:
        act_on([facts[number]], now=NOON)
    # Whoever came last tells what the order is; a cancelled one uses nothing.
    act_on([facts[1]], now=NOON)
    assert [one.left for one in quotas_of(gold, now=NOON)] == [1]


def test_an_order_of_somebody_in_no_tier_is_not_marked(shop: Shop, bob: Member) -> None:
    ladder(gold=[{"kind": "priority"}])
    act_on([order(bob)], now=NOON)
    work_outbox(now=NOON.replace(year=2100))
    assert shop.marks == {}


def test_the_nightly_run_gives_what_is_due(gold: Member) -> None:
    ladder(gold=[{"kind": "coupons", "coupons": [{"amount": {"USD": 500}}]}])
    put_in(gold, "gold")
    assert daily.run(now=NOON).gifts == 1
    assert daily.run(now=NOON).gifts == 0
