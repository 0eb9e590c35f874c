"""What each criterion counts, when it is met, and what a ladder may not say."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from saleor_loyalty.features.tiers.config import LadderConfig
from saleor_loyalty.features.tiers.criteria import Criterion, Missing
from saleor_loyalty.features.tiers.facts import Amount, Facts, Order
from tests.features.tier_stories import (
    EVER,
    FOR_GOOD,
    all_of,
    any_of,
    calendar,
    growth,
    ladder,
    moment,
    orders,
    rolling,
    spend,
    tier,
)

CRITERION: TypeAdapter[Any] = TypeAdapter(Criterion)
AT = moment("2024-01-10")
BOUGHT = (
    Order(AT, "CNY", 7_000, 10_000),
    Order(AT, "CNY", 0, 5_000),
    Order(AT, "USD", 999, 1_000),
    Order(AT, "JPY", 1, 1),
)
DONE = Facts(
    BOUGHT,
    (Amount(AT, 30, 40),),
    (Amount(AT, 50, 60), Amount(AT, 7, 7)),
    {"review": (Amount(AT, 1, 1), Amount(AT, 0, 1)), "share": (Amount(AT, 1, 1),)},
)


@pytest.mark.parametrize(
    ("says", "criterion", "now", "before"),
    [
        ("money of its own currency", spend(1), 7_000, 15_000),
        ("dollars as so many yuan as their thresholds say",
         {"kind": "spend", "from": {"CNY": 700, "USD": 100}}, 7_000 + 7 * 999, 15_000 + 7_000),
        ("orders of which something is left", orders(1), 3, 4),
        ("orders of so much, in currencies that say how much",
         orders(1, minimum={"CNY": 7_000, "USD": 1_000}), 1, 2),
        ("growth that was not taken back", growth(1), 30, 40),
        ("points earned", {"kind": "points", "from": 1}, 57, 67),
        ("events of that name", {"kind": "activity", "event": "review", "from": 1}, 1, 2),
        ("events nobody had", {"kind": "activity", "event": "visit", "from": 1}, 0, 0),
    ],
)  # fmt: skip
def test_what_counts(says: str, criterion: dict[str, Any], now: int, before: int) -> None:
    amounts = list(CRITERION.validate_python(criterion).amounts(DONE))
    assert sum(one.now for one in amounts) == now, says
    assert sum(one.before for one in amounts) == before, says


@given(
    st.dictionaries(
        st.sampled_from(["CNY", "USD", "EUR", "JPY"]), st.integers(1, 1_000_000), min_size=1
    ),
    st.lists(
        st.tuples(st.sampled_from(["CNY", "USD", "EUR", "JPY", "KWD"]), st.integers(0, 900_000)),
        max_size=6,
    ),
)
def test_currencies_fill_one_measure_together_without_rounding(
    need: dict[str, int], bought: list[tuple[str, int]]
) -> None:
    measure = CRITERION.validate_python({"kind": "spend", "from": need})
    facts = Facts(tuple(Order(AT, code, minor, minor) for code, minor in bought))
    total = sum(one.now for one in measure.amounts(facts))
    product = 1
    for least in need.values():
        product *= least
    whole = sum(minor * product // need[code] for code, minor in bought if code in need)
    assert measure.met(lambda _: total) == (whole >= product)
    for one in measure.missing(total):
        more = measure.weight(one.currency)
        if one.missing:
            assert total + one.missing * more >= measure.threshold
            assert total + (one.missing - 1) * more < measure.threshold


def test_a_threshold_is_met_by_exactly_so_much() -> None:
    measure = CRITERION.validate_python(growth(5_000))
    assert not measure.met(lambda _: 4_999)
    assert measure.met(lambda _: 5_000)


@pytest.mark.parametrize(
    ("criterion", "met_by"),
    [
        (any_of(growth(1), orders(1)), [{"growth"}, {"orders"}, {"growth", "orders"}]),
        (all_of(growth(1), orders(1)), [{"growth", "orders"}]),
        (any_of(all_of(growth(1), orders(1)), spend(1)), [{"growth", "orders"}, {"spend/CNY1"}]),
    ],
)
def test_trees(criterion: dict[str, Any], met_by: list[set[str]]) -> None:
    tree = CRITERION.validate_python(criterion)
    assert not tree.met(lambda _: 0)
    for done in met_by:
        assert tree.met(lambda one, done=done: one.threshold if one.series in done else 0)
    assert len(tree.ways(lambda _: 0)) == tree.number_of_ways


def test_ways_name_all_that_each_takes() -> None:
    tree = CRITERION.validate_python(all_of(any_of(growth(5), orders(2)), spend(1)))
    money = Missing("spend", 0, 100, currency="CNY")
    assert tree.ways(lambda _: 0) == [
        [Missing("growth", 0, 5), money],
        [Missing("orders", 0, 2), money],
    ]


NEW = tier("new", everybody=True)
VIP = tier("vip", spend(1000))
A_YEAR: dict[str, Any] = {"period": rolling(12)}


WRONG: dict[str, dict[str, Any]] = {
    "a tier given twice": {"tiers": [VIP, VIP]},
    "everybody's above another": {"tiers": [VIP, NEW]},
    "everybody's with an entry": {"tiers": [{**VIP, "everybody": True}]},
    "kept but never entered": {"tiers": [{**VIP, "entry": None, "keep": spend(1)}]},
    "grace without an end before it": {"tiers": [VIP], "grace_days": 3},
    "grace after a tier for good": {"tiers": [VIP], "grace_days": 3, "period": FOR_GOOD},
    "refunds at the end of no period": {"tiers": [VIP], "refunds": "period_end"},
    "one step at the end of no period": {"tiers": [VIP], "downgrade": "one_step"},
    "a zone there is not": {"tiers": [VIP], "time_zone": "Europe/Atlantis"},
    "a currency there is not": {"tiers": [tier("vip", spend(1, "XYQ"))]},
    "nothing to spend": {"tiers": [tier("vip", {"kind": "spend", "from": {}})]},
    "for nothing": {"tiers": [tier("vip", growth(0))]},
    "a fraction": {"tiers": [tier("vip", {"kind": "growth", "from": 1.5})]},
    "a kind there is not": {"tiers": [tier("vip", {"kind": "charm", "from": 1})]},
    "any of nothing": {"tiers": [tier("vip", any_of())]},
    "a tier without a name": {"tiers": [{**VIP, "name": {}}]},
    "a word too much": {"tiers": [VIP], "colour": "gold"},
    "more ways than anybody could be shown": {
        "tiers": [tier("vip", all_of(*[any_of(*[growth(1)] * 10)] * 3))]
    },
    "a tree of six levels": {
        "tiers": [tier("vip", any_of(any_of(any_of(any_of(any_of(growth(1)))))))]
    },
}


@pytest.mark.parametrize("says", WRONG)
def test_ladders_that_mean_nothing(says: str) -> None:
    with pytest.raises(ValidationError):
        LadderConfig.model_validate(WRONG[says])


def test_a_ladder_written_down_and_read_again() -> None:
    config = ladder(
        NEW,
        tier("vip", any_of(spend(1000), orders(3, window=calendar())), keep=spend(500)),
        **A_YEAR,
        grace_days=30,
        zone="Asia/Shanghai",
    )
    text = config.to_json()
    assert LadderConfig.model_validate(text) == config
    assert text["tiers"][1]["entry"]["of"][1]["from"] == 3


@pytest.mark.parametrize(
    ("says", "entry", "window", "reads", "lasting"),
    [
        ("growth for ever", growth(1), EVER, {"growth"}, True),
        ("growth of a year", growth(1), rolling(12), {"growth"}, False),
        ("growth and orders for ever", all_of(growth(1), orders(1)), EVER, {"growth", "orders"},
         False),
        ("one measure of its own window", growth(1, window=rolling(1)), EVER, {"growth"}, False),
        ("nothing is read for tiers that are given", None, EVER, set(), True),
    ],
)  # fmt: skip
def test_what_has_to_be_read(
    says: str, entry: dict[str, Any] | None, window: Any, reads: set[str], lasting: bool
) -> None:
    config = ladder(tier("vip", entry), window=window)
    assert (config.reads, config.only_lasting_growth) == (reads, lasting), says


def test_ranks() -> None:
    config = ladder(NEW, VIP)
    assert [config.rank(slug) for slug in (None, "new", "vip", "gone")] == [0, 1, 2, 0]


@pytest.mark.parametrize(
    ("more", "keep", "protected", "alone"),
    [
        ({}, None, False, True),
        ({}, spend(1), False, False),
        ({}, None, True, False),
        (A_YEAR, None, False, False),
    ],
)
def test_whether_what_counts_now_tells_all(
    more: dict[str, Any], keep: dict[str, Any] | None, protected: bool, alone: bool
) -> None:
    config = ladder(tier("vip", spend(9), keep=keep, protected=protected), **more)
    assert config.only_what_counts_now is alone
