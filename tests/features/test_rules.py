"""Base, bonus and multiplier rules with their conditions, groups, caps and budgets."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from saleor_loyalty.features.earning.basis import BasisLine
from saleor_loyalty.features.earning.conditions import KINDS, Condition, Item, Occasion
from saleor_loyalty.features.earning.config import EarningConfig
from saleor_loyalty.features.earning.decide import Decision, Question, decide
from saleor_loyalty.values.points import Unit
from saleor_loyalty.values.rate import Rate

UTC_ZONE = ZoneInfo("UTC")
# A Tuesday.
AT = datetime(2026, 3, 10, 12, tzinfo=UTC)
OCCASION = Occasion(
    at=AT,
    zone=UTC_ZONE,
    member_zone=UTC_ZONE,
    channel="web",
    currency="USD",
    country="DE",
    basis=10_000,
    order_number=3,
    tier="gold",
    segments=frozenset({"lapsed"}),
    customer_groups=frozenset({"vip"}),
    birthday=date(1990, 3, 20),
    event="survey",
    attributes={"stars": 5, "verified": True, "topic": "tea"},
)
ITEM = Item("p1", "v1", ("c1", "c0"), ("k1",), on_sale=True)


def question(
    *rules: dict[str, Any],
    basis: tuple[int, ...] = (6_000, 4_000),
    occasion: Occasion = OCCASION,
    room: dict[str, int] | None = None,
    unit: Unit = Unit.POINTS,
    **config: Any,
) -> Question:
    lines = tuple(
        BasisLine(f"l{index}", "", 1, amount, amount) for index, amount in enumerate(basis)
    )
    items = tuple(Item(f"p{index}", category_ids=(f"c{index}",)) for index in range(len(basis)))
    rates = {"USD": {"points": 1, "minor": 100}}
    return Question(
        owner="points",
        config=EarningConfig.model_validate({"rates": rates, "rules": rules, **config}),
        unit=unit,
        occasion=occasion,
        lines=lines,
        items=items,
        member_id=7,
        worth=Rate(100, 100),
        room=room or {},
    )


def ask(*rules: dict[str, Any], **more: Any) -> Decision:
    return decide(question(*rules, **more))


def times(percent: int, slug: str = "times", **more: Any) -> dict[str, Any]:
    return {"kind": "multiplier", "slug": slug, "percent": percent, **more}


def bonus(points: int, slug: str = "bonus", **more: Any) -> dict[str, Any]:
    return {"kind": "bonus", "slug": slug, "points": points, **more}


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ({"kind": "channel", "any_of": ["web"]}, True),
        ({"kind": "channel", "any_of": ["app"]}, False),
        ({"kind": "currency", "any_of": ["EUR", "USD"]}, True),
        ({"kind": "currency", "any_of": ["JPY"]}, False),
        ({"kind": "country", "any_of": ["DE"]}, True),
        ({"kind": "country", "any_of": ["US"]}, False),
        ({"kind": "product", "any_of": ["p1"]}, True),
        ({"kind": "product", "any_of": ["p2"]}, False),
        ({"kind": "variant", "any_of": ["v1"]}, True),
        ({"kind": "variant", "any_of": ["p1"]}, False),
        ({"kind": "category", "any_of": ["c0"]}, True),
        ({"kind": "category", "any_of": ["c2"]}, False),
        ({"kind": "collection", "any_of": ["k1"]}, True),
        ({"kind": "collection", "any_of": ["k2"]}, False),
        ({"kind": "on_sale"}, True),
        ({"kind": "tier", "any_of": ["gold"]}, True),
        ({"kind": "tier", "any_of": ["silver"]}, False),
        ({"kind": "segment", "any_of": ["lapsed"]}, True),
        ({"kind": "segment", "any_of": ["new"]}, False),
        ({"kind": "customer_group", "any_of": ["vip"]}, True),
        ({"kind": "customer_group", "any_of": ["staff"]}, False),
        ({"kind": "order_number", "is": 3}, True),
        ({"kind": "order_number", "is": 1}, False),
        ({"kind": "order_number", "every": 3}, True),
        ({"kind": "order_number", "every": 2}, False),
        ({"kind": "basis_minimum", "amounts": {"USD": 10_000}}, True),
        ({"kind": "basis_minimum", "amounts": {"USD": 10_001}}, False),
        ({"kind": "basis_minimum", "amounts": {"EUR": 1}}, False),
        ({"kind": "weekday", "any_of": [2]}, True),
        ({"kind": "weekday", "any_of": [1, 3]}, False),
        ({"kind": "month_day", "any_of": [10]}, True),
        ({"kind": "month_day", "any_of": [11]}, False),
        ({"kind": "hours", "from": "12:00", "until": "13:00"}, True),
        ({"kind": "hours", "from": "11:00", "until": "12:00"}, False),
        ({"kind": "hours", "from": "22:00", "until": "13:00"}, True),
        ({"kind": "dates", "from": "2026-03-10T12:00:00Z"}, True),
        ({"kind": "dates", "until": "2026-03-10T12:00:00Z"}, False),
        ({"kind": "dates", "from": "2026-03-11T00:00:00+14:00"}, True),
        ({"kind": "birthday"}, True),
        ({"kind": "birthday", "within": "day"}, False),
        ({"kind": "event", "name": "survey"}, True),
        ({"kind": "event", "name": "visit"}, False),
        ({"kind": "attribute", "name": "stars", "value": 5}, True),
        ({"kind": "attribute", "name": "stars", "value": "5"}, False),
        ({"kind": "attribute", "name": "stars", "operator": "at_least", "value": 6}, False),
        ({"kind": "attribute", "name": "stars", "operator": "at_most", "value": 5}, True),
        ({"kind": "attribute", "name": "verified", "value": True}, True),
        ({"kind": "attribute", "name": "verified", "value": 1}, False),
        ({"kind": "attribute", "name": "missing", "value": 1}, False),
        ({"kind": "not", "of": {"kind": "on_sale"}}, False),
        ({"kind": "all", "of": [{"kind": "on_sale"}, {"kind": "birthday"}]}, True),
        ({"kind": "all", "of": [{"kind": "on_sale"}, {"kind": "order_number", "is": 1}]}, False),
        ({"kind": "any", "of": [{"kind": "order_number", "is": 1}, {"kind": "on_sale"}]}, True),
    ],
)
def test_each_kind_of_condition(condition: dict[str, Any], holds: bool) -> None:
    parsed = TypeAdapter(Condition).validate_python(condition)
    assert parsed.holds(OCCASION, ITEM) is holds
    assert (parsed.first_failure(OCCASION, ITEM) is None) is holds
    assert TypeAdapter(Condition).validate_python(parsed.to_json()) == parsed


def test_the_table_above_names_every_kind() -> None:
    table = test_each_kind_of_condition.pytestmark[0].args[1]  # type: ignore[attr-defined]
    tried = {condition["kind"] for condition, _ in table}
    assert tried == {kind.model_fields["kind"].annotation.__args__[0] for kind in KINDS}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("condition", "place"),
    [
        ({"kind": "weekday", "any_of": [8]}, "less than or equal to 7"),
        ({"kind": "weekday", "any_of": []}, "at least 1 item"),
        ({"kind": "weather"}, "does not match any of the expected tags"),
        ({"kind": "on_sale", "surprise": 1}, "Extra inputs"),
        ({"kind": "order_number"}, "Give either one order or every how many"),
        ({"kind": "order_number", "is": 1, "every": 2}, "Give either one order or every how many"),
        ({"kind": "dates"}, "Give a beginning, an end or both"),
        ({"kind": "dates", "from": "2026-03-10T12:00:00"}, "timezone"),
        (
            {"kind": "dates", "from": "2026-03-10T12:00:00Z", "until": "2026-03-10T12:00:00Z"},
            "The end must lie after the beginning",
        ),
        ({"kind": "currency", "any_of": ["UDS"]}, "not a currency code"),
    ],
)
def test_a_condition_that_makes_no_sense_is_refused(condition: dict[str, Any], place: str) -> None:
    with pytest.raises(ValidationError, match=place):
        TypeAdapter(Condition).validate_python(condition)


@pytest.mark.parametrize(
    "when",
    [
        {"kind": "hours", "from": "09:00", "until": "09:00"},
        {"kind": "attribute", "name": "topic", "operator": "at_least", "value": "tea"},
    ],
)
def test_a_rule_that_can_never_hold_is_refused(when: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="can never hold"):
        question(bonus(5, when=when))


def test_leap_day_birthdays_and_short_months() -> None:
    leap = replace(OCCASION, birthday=date(2000, 2, 29), at=datetime(2026, 3, 1, tzinfo=UTC))
    condition = TypeAdapter(Condition).validate_python({"kind": "birthday", "within": "day"})
    assert condition.holds(leap, None)
    assert not condition.holds(replace(leap, at=datetime(2028, 3, 1, tzinfo=UTC)), None)
    last = TypeAdapter(Condition).validate_python({"kind": "month_day", "any_of": [31]})
    assert last.holds(replace(OCCASION, at=datetime(2026, 2, 28, tzinfo=UTC)), None)
    assert not last.holds(replace(OCCASION, at=datetime(2026, 2, 27, tzinfo=UTC)), None)


def test_the_members_clock_is_not_the_programmes() -> None:
    late = replace(
        OCCASION, at=datetime(2026, 3, 10, 20, tzinfo=UTC), member_zone=ZoneInfo("Asia/Tokyo")
    )
    shop = TypeAdapter(Condition).validate_python({"kind": "weekday", "any_of": [2]})
    member = TypeAdapter(Condition).validate_python(
        {"kind": "weekday", "any_of": [3], "clock": "member"}
    )
    assert shop.holds(late, None)
    assert member.holds(late, None)


@pytest.mark.parametrize(
    ("rules", "config", "points"),
    [
        ([], {}, 100),
        ([times(200)], {}, 200),
        ([times(150)], {}, 150),
        ([bonus(50)], {}, 150),
        ([times(300, "a"), times(200, "b")], {}, 400),
        ([times(300, "a"), times(200, "b")], {"stacking": "multiply"}, 600),
        ([times(200), bonus(50)], {}, 250),
        # Only the second line, 40 points of base.
        ([times(200, when={"kind": "product", "any_of": ["p1"]})], {}, 140),
        ([times(200, when={"kind": "tier", "any_of": ["silver"]})], {}, 100),
        (
            [times(200, "a", group="g"), times(300, "b", group="g"), bonus(120, "c", group="g")],
            {"groups": {"g": "best"}},
            300,
        ),
        (
            [times(200, "a", group="g"), times(300, "b", group="g")],
            {"groups": {"g": "all"}},
            400,
        ),
        ([bonus(50, caps=[{"period": "event", "points": 20}])], {}, 120),
        ([bonus(50, budget={"points": 10})], {}, 110),
        ([bonus(50, budget={"money": {"USD": 33}})], {}, 133),
        ([bonus(50, budget={"money": {"EUR": 33}})], {}, 150),
        ([times(200), bonus(50)], {"caps": [{"period": "event", "points": 160}]}, 160),
        ([], {"caps": [{"period": "month", "points": 0}]}, 0),
    ],
)
def test_worked_numbers(rules: list[dict[str, Any]], config: dict[str, Any], points: int) -> None:
    decision = ask(*rules, **config)
    assert decision.points == points
    assert sum(decision.shares) == points


def test_a_base_rule_replaces_the_rate_on_its_lines() -> None:
    rule = {
        "kind": "base",
        "slug": "books",
        "rates": {"USD": {"points": 3, "minor": 100}},
        "when": {"kind": "category", "any_of": ["c1"]},
    }
    decision = ask(rule, times(200))
    assert decision.shares == (120, 240)
    assert [(part.rule, part.points) for part in decision.parts] == [
        ("", 60),
        ("books", 120),
        ("times", 180),
    ]


def test_a_dated_rate_holds_for_its_time() -> None:
    dated = {
        "currency": "USD",
        "points": 5,
        "minor": 100,
        "from": "2026-03-10T00:00:00Z",
        "until": "2026-03-11T00:00:00Z",
    }
    assert ask(dated_rates=[dated]).points == 500
    later = replace(OCCASION, at=datetime(2026, 3, 11, tzinfo=UTC))
    assert ask(dated_rates=[dated], occasion=later).points == 100


def test_what_a_counter_has_left_is_all_that_is_given_and_the_award_says_so() -> None:
    rule = bonus(50, caps=[{"period": "day", "points": 60}], budget={"money": {"USD": 100}})
    key = "points/bonus/POINTS/7/day:2026-03-10"
    assert {limit.key for limit in question(rule).limits()} == {key, "points/bonus/POINTS/all/USD"}
    part = ask(rule, room={key: 15}).parts[-1]
    assert (part.points, part.cut, part.cut_by) == (15, 35, key)
    assert part.draws == {key: 15, "points/bonus/POINTS/all/USD": 15}
    assert ask(rule, room={key: -5}).points == 100


def test_the_day_of_a_cap_is_the_members_day() -> None:
    late = replace(
        OCCASION,
        at=datetime(2026, 3, 10, 20, tzinfo=UTC),
        member_zone=ZoneInfo("Asia/Tokyo"),
    )
    rule = bonus(50, caps=[{"period": "day", "points": 60}, {"period": "week", "points": 90}])
    assert [limit.key.partition("/7/")[2] for limit in question(rule, occasion=late).limits()] == [
        "day:2026-03-11",
        "week:2026-03-09",
    ]


def test_the_lower_priority_is_cut_first() -> None:
    low, high = bonus(50, "low"), bonus(50, "high", priority=5)
    decision = ask(low, high, caps=[{"period": "event", "points": 170}])
    assert {part.rule: part.points for part in decision.parts} == {"": 100, "high": 50, "low": 20}


def test_rules_passed_over_say_which_condition_failed_first() -> None:
    when = {"kind": "all", "of": [{"kind": "on_sale"}, {"kind": "tier", "any_of": ["silver"]}]}
    decision = ask(
        bonus(50, when=when),
        bonus(1, "a", group="g"),
        bonus(2, "b", group="g"),
        groups={"g": "best"},
    )
    assert {(one.rule, one.why) for one in decision.passed_over} == {
        ("bonus", "condition"),
        ("a", "group"),
    }
    assert {one.failed.get("kind") for one in decision.passed_over} == {"on_sale", None}


def test_growth_has_rules_of_its_own() -> None:
    rules = [bonus(5, "p"), bonus(7, "g", units="growth"), bonus(11, "both", units="both")]
    config = {"growth_rates": {"USD": {"points": 2, "minor": 100}}}
    assert ask(*rules, **config).points == 116
    assert ask(*rules, unit=Unit.GROWTH, **config).points == 218


def test_an_event_without_lines_earns_its_bonus() -> None:
    when = {"kind": "event", "name": "survey"}
    decision = ask(bonus(50, when=when), times(200), basis=())
    assert (decision.points, decision.shares) == (50, ())


def test_an_order_that_earns_nothing_brings_no_bonus() -> None:
    assert ask(bonus(50), basis=(0, 0)).points == 0


RULES = [
    times(200, "a"),
    times(150, "b", when={"kind": "product", "any_of": ["p1"]}),
    bonus(40, "c", caps=[{"period": "event", "points": 30}]),
    bonus(25, "d", group="g", priority=3),
    bonus(26, "e", group="g"),
    times(300, "f", when={"kind": "tier", "any_of": ["silver"]}),
]


@given(
    st.permutations(RULES),
    st.sampled_from(["add", "multiply"]),
    st.lists(st.integers(0, 1_000_000), min_size=1, max_size=5),
    st.integers(0, 5_000),
)
def test_the_order_of_rules_does_not_matter(
    rules: list[dict[str, Any]], stacking: str, basis: list[int], cap: int
) -> None:
    more: dict[str, Any] = {
        "groups": {"g": "best"},
        "stacking": stacking,
        "caps": [{"period": "event", "points": cap}],
        "basis": tuple(basis),
    }
    decision = ask(*rules, **more)
    assert decision == ask(*RULES, **more)
    assert sum(decision.shares) == decision.points <= cap
