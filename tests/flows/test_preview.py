"""A preview says what the award will be, under any version and at any moment, and why."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from saleor_loyalty.events.facts import OrderFact
from saleor_loyalty.features.earning.models import Award, Counter
from saleor_loyalty.features.earning.rules import Breakdown
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows.campaigns import end_campaign, pause_campaign
from saleor_loyalty.flows.order_changed import act_on
from saleor_loyalty.flows.preview import (
    Preview,
    member_of_order,
    preview_checkout,
    preview_order,
)
from saleor_loyalty.flows.tier_grants import set_tier
from saleor_loyalty.values.points import Unit
from tests.flows.merchant import TWICE, WELCOME, draft_with, in_force, running, slugs
from tests.shop import NOON, line, open_checkout, paid_order

DAY = timedelta(days=1)


def points_of(preview: Preview | None) -> Breakdown:
    assert preview is not None
    return preview.awards[Unit.POINTS]


def stored(order_id: str = "o1", unit: Unit = Unit.POINTS) -> Breakdown:
    award = Award.objects.get(order__order_id=order_id, unit=unit)
    return Breakdown.from_json(award.breakdown)


def test_every_rule_is_told_that_applied_or_did_not(ada: Member) -> None:
    in_force(
        {**TWICE, "when": {"kind": "category", "any_of": ["tea"]}},
        {**WELCOME, "caps": [{"period": "event", "points": 20}]},
        {"kind": "bonus", "slug": "first", "points": 9, "when": {"kind": "order_number", "is": 1}},
        {**WELCOME, "slug": "gold", "when": {"kind": "tier", "any_of": ["gold"]}},
    )
    order = paid_order(line("a", 999, category_ids=("tea",)), line("b", 501), user_id=ada.user_id)
    found = points_of(preview_order(order, member=ada, at=NOON))
    assert [(part.rule, part.points, part.shares, part.cut) for part in found.parts] == [
        ("", 15, (10, 5), 0),
        ("first", 9, (6, 3), 0),
        ("twice", 10, (10, 0), 0),
        ("welcome", 20, (13, 7), 30),
    ]
    assert found.parts[3].cut_by == "points/welcome/POINTS/event"
    assert [(one.rule, one.why, one.failed["kind"]) for one in found.passed_over] == [
        ("gold", "condition", "tier")
    ]
    assert [share.points for share in found.lines] == [39, 15]


def test_nothing_is_written_and_the_award_has_the_same_trace(ada: Member) -> None:
    in_force({**TWICE, "budget": {"points": 7}}, {**WELCOME, "units": "both"})
    running({**WELCOME, "slug": "extra"}, audience={"kind": "tier", "any_of": ["gold"]})
    order = paid_order(line("a", 1234), line("b", 4321), user_id=ada.user_id)
    preview = preview_order(order, member=member_of_order(order), at=NOON)
    assert not Award.objects.exists()
    assert not Counter.objects.exists()
    act_on([order], now=NOON)
    assert preview is not None
    for unit in Unit:
        assert preview.awards[unit] == stored(unit=unit)


def test_under_a_draft_and_at_another_moment(ada: Member) -> None:
    draft = draft_with(TWICE)
    campaign = running(WELCOME, starts_at=NOON + DAY)
    order = paid_order(line("a", 1000), user_id=ada.user_id)

    def points(**asked: Any) -> int:
        return points_of(preview_order(order, member=ada, **asked)).points

    assert points(at=NOON) == 10
    assert points(at=NOON, version_id=draft.pk) == 20
    assert points(at=NOON + DAY, version_id=draft.pk) == 70
    end_campaign(campaign.public_id, now=NOON + 2 * DAY)
    assert [points(at=NOON + days * DAY) for days in (1, 2)] == [60, 10]
    pause_campaign(running(WELCOME, slug="other").public_id, now=NOON)
    assert points(at=NOON) == 10


def test_as_another_member(ada: Member, bob: Member) -> None:
    in_force({**TWICE, "when": {"kind": "tier", "any_of": ["gold"]}})
    set_tier(bob, "gold", reason="A friend", actor="user:9", until=None, now=NOON)
    checkout = open_checkout(1000, user_id=ada.user_id)
    bob.refresh_from_db()
    assert points_of(preview_checkout(checkout, at=NOON)).points == 10
    assert points_of(preview_checkout(checkout, member=bob, at=NOON)).points == 20


def test_a_checkout_knows_its_country_and_the_group_of_its_customer(ada: Member) -> None:
    in_force(
        {**TWICE, "when": {"kind": "country", "any_of": ["DE"]}},
        {**WELCOME, "when": {"kind": "customer_group", "any_of": ["trade"]}},
    )
    checkout = open_checkout(1000, user_id=ada.user_id)
    there = replace(checkout, country="DE", customer_groups=("trade",))
    assert points_of(preview_checkout(checkout, at=NOON)).points == 10
    assert points_of(preview_checkout(there, at=NOON)).points == 70


def test_a_channel_without_a_programme_has_none(db: None) -> None:
    assert preview_order(paid_order(line("a", 1000)), member=None, at=NOON) is None


def test_the_member_of_an_order_joins_nobody(ada: Member) -> None:
    known = paid_order(line("a", 1), user_id=ada.user_id)
    guest = replace(known, user_id=None, email="nobody@example.com")
    assert member_of_order(known) == ada
    assert member_of_order(guest) is None
    assert Member.objects.count() == 1


CONDITIONS = st.one_of(
    st.none(),
    st.sampled_from(
        [
            {"kind": "tier", "any_of": ["gold"]},
            {"kind": "category", "any_of": ["c0"]},
            {"kind": "not", "of": {"kind": "category", "any_of": ["c0", "c1"]}},
            {"kind": "order_number", "is": 1},
            {"kind": "basis_minimum", "amounts": {"USD": 5_000}},
            {"kind": "weekday", "any_of": [2]},
            {"kind": "currency", "any_of": ["JPY"]},
        ]
    ),
)
LIMITS = st.one_of(
    st.just({}),
    st.builds(lambda most: {"budget": {"points": most}}, st.integers(0, 200)),
    st.builds(lambda most: {"budget": {"money": {"USD": most}}}, st.integers(1, 200)),
    st.builds(lambda most: {"caps": [{"period": "event", "points": most}]}, st.integers(0, 99)),
    st.builds(lambda most: {"caps": [{"period": "month", "points": most}]}, st.integers(0, 99)),
)


@st.composite
def rules(draw: st.DrawFn) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = []
    for number in range(draw(st.integers(1, 4))):
        kind = draw(
            st.sampled_from(
                [
                    {"kind": "bonus", "points": 33},
                    {"kind": "multiplier", "percent": 250},
                    {"kind": "base", "rates": {"USD": {"points": 3, "minor": 100}}},
                ]
            )
        )
        more = {"units": draw(st.sampled_from(["points", "growth", "both"])), **draw(LIMITS)}
        condition = draw(CONDITIONS)
        when = {"when": condition} if condition is not None else {}
        made.append({**kind, "slug": f"r{number}", **more, **when})
    return made


@st.composite
def orders(draw: st.DrawFn) -> OrderFact:
    amounts = draw(st.lists(st.integers(0, 20_000), min_size=1, max_size=4))
    lines = [
        line(f"l{number}", amount, category_ids=(f"c{draw(st.integers(0, 2))}",))
        for number, amount in enumerate(amounts)
    ]
    return paid_order(*lines, paid_by_points=draw(st.integers(0, 1_000)))


@pytest.fixture
def gold(ada: Member) -> Member:
    set_tier(ada, "gold", reason="A friend", actor="user:9", until=None, now=NOON)
    ada.refresh_from_db()
    return ada


@settings(
    max_examples=40,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    own=rules(),
    theirs=rules(),
    stacking=st.sampled_from(["add", "multiply"]),
    budget=st.one_of(st.none(), st.integers(1, 100)),
    bought=st.lists(orders(), min_size=1, max_size=3),
)
def test_the_preview_is_the_award(
    gold: Member,
    own: list[dict[str, Any]],
    theirs: list[dict[str, Any]],
    stacking: str,
    budget: int | None,
    bought: list[OrderFact],
) -> None:
    """Of each order in turn, whatever rules, campaigns, caps and budgets there are."""
    more = {"budget": {"points": budget}} if budget is not None else {}
    with transaction.atomic():
        in_force(*own, stacking=stacking)
        running(*theirs, **more)
        for number, one in enumerate(bought):
            order = replace(one, order_id=f"o{number}", user_id=gold.user_id)
            preview = preview_order(order, member=gold, at=NOON)
            act_on([order], now=NOON)
            assert preview is not None
            for unit, award in preview.awards.items():
                assert award == stored(order.order_id, unit)
                assert sum(share.points for share in award.lines) == award.points
        if budget is not None:
            used = Counter.objects.filter(key__contains="/+campaign:")
            assert all(counter.used <= budget for counter in used)
        assert slugs(preview.awards[Unit.POINTS].parts).count("") <= 1
        transaction.set_rollback(True)
