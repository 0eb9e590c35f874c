"""What a tier or a plan multiplies: in the one engine, beside the merchant's rules."""

from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_loyalty.features.earning.conditions import Occasion
from saleor_loyalty.features.earning.config import EarningConfig
from saleor_loyalty.features.earning.decide import MemberMultiplier
from saleor_loyalty.features.earning.rules import Breakdown, explain, points_left, question_of
from saleor_loyalty.values.points import Unit
from tests.shop import NOON, line, paid_order

ORDER = paid_order(line("a", 6000), line("b", 4000))
DOUBLE = {"kind": "multiplier", "slug": "double", "percent": 200}
BONUS = {"kind": "bonus", "slug": "bonus", "points": 30}


def award(percent: int, order: Any = ORDER, **earning: Any) -> Breakdown:
    config = {"rates": {"USD": {"points": 1, "minor": 100}}, **earning}
    zone = ZoneInfo("UTC")
    question = question_of(
        order,
        EarningConfig.model_validate(config),
        owner="points",
        unit=Unit.POINTS,
        occasion=Occasion(at=NOON, zone=zone, member_zone=zone, currency="USD"),
        member_id=7,
    )
    mine = MemberMultiplier("tier:gold", percent, {"en": "Gold"})
    return explain(order, replace(question, multiplier=mine))


@pytest.mark.parametrize(
    ("percent", "earning", "points"),
    [
        (100, {}, 100),
        (150, {}, 150),
        (1000, {}, 1000),
        # 100 + 100 of the rule + 50 of the tier.
        (150, {"rules": [DOUBLE]}, 250),
        # The tier multiplies what the rule has made of it.
        (150, {"rules": [DOUBLE], "stacking": "multiply"}, 300),
        # A bonus is not multiplied.
        (150, {"rules": [BONUS]}, 180),
        # It is cut first by a cap of all rules together.
        (150, {"rules": [BONUS], "caps": [{"period": "day", "points": 140}]}, 140),
        (150, {"excluded_products": [""]}, 0),
    ],
)
def test_on_a_hundred_points(percent: int, earning: dict[str, Any], points: int) -> None:
    found = award(percent, **earning)
    assert found.points == points == sum(one.points for one in found.lines)


def test_its_line_in_the_explanation() -> None:
    part = award(150, rules=[BONUS]).parts[-1]
    assert (part.rule, part.kind, part.percent, part.points) == ("tier:gold", "multiplier", 150, 50)
    assert (part.shares, part.counted, part.name) == ((30, 20), 100, {"en": "Gold"})


def test_it_reads_back_as_it_was_written() -> None:
    found = award(150, rules=[DOUBLE])
    assert Breakdown.from_json(found.to_json()).parts == found.parts


def test_a_refund_of_a_line_takes_what_the_line_brought() -> None:
    back = replace(ORDER, lines=(ORDER.lines[0], replace(ORDER.lines[1], refunded_quantity=1)))
    assert points_left(award(150), back) == 90
    assert points_left(award(150), replace(ORDER, fully_refunded=True)) == 0


@given(
    st.lists(st.integers(0, 100_000), min_size=1, max_size=5),
    st.integers(100, 1000),
    st.integers(0, 1000),
)
def test_more_percent_is_never_less_points(grosses: list[int], percent: int, more: int) -> None:
    order = paid_order(*(line(f"l{number}", gross) for number, gross in enumerate(grosses)))
    base = sum(grosses) // 100
    low, high = award(percent, order), award(percent + more, order)
    assert base <= low.points <= high.points
    assert low.points == base + base * (percent - 100) // 100
