"""What a member is told: exactly what is missing, neither more nor less."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from saleor_loyalty.features.tiers.config import LadderConfig
from saleor_loyalty.features.tiers.criteria import Missing
from saleor_loyalty.features.tiers.facts import Amount, Facts, Order
from saleor_loyalty.features.tiers.outlook import Outlook, outlook
from saleor_loyalty.features.tiers.replay import Version, replay
from tests.features.naive_tiers import Text
from tests.features.test_tier_properties import BEGIN, DAYS, histories, ladders
from tests.features.tier_stories import (
    EVER,
    all_of,
    any_of,
    buys,
    calendar,
    facts_of,
    grows,
    growth,
    known_by,
    ladder,
    moment,
    orders,
    rolling,
    spend,
    tier,
    way,
)

GOLD = tier("gold", spend(1000), keep=spend(500))
A_YEAR: dict[str, Any] = {"window": rolling(12), "period": rolling(12)}


def ahead(config: LadderConfig, now: str, facts: Facts, **more: Any) -> Outlook:
    at = moment(now, config.time_zone)
    known = known_by(facts, at)
    path = way(config, known, now, zone=config.time_zone)
    return outlook(config, known, path.last, at, **more)


def missing(ways: list[list[Missing]]) -> list[list[tuple[str, int]]]:
    return [[(one.currency or one.event or one.kind, one.missing) for one in way] for way in ways]


def test_the_whole_way_up_for_somebody_new() -> None:
    told = ahead(ladder(GOLD, **A_YEAR), "2024-01-10", Facts())
    assert told.next_tier == "gold"
    assert told.ways_up == [[Missing("spend", 0, 100_000, currency="CNY")]]
    assert (told.percent, told.keep_until, told.kept) == (0, None, True)


def test_how_far_and_how_much_more() -> None:
    told = ahead(ladder(GOLD), "2024-06-01", facts_of(orders=[buys("2024-01-10", 333)]))
    assert told.ways_up == [[Missing("spend", 33_300, 100_000, currency="CNY")]]
    assert told.ways_up[0][0].missing == 66_700
    assert told.percent == 33


def test_at_the_top_there_is_no_way_up() -> None:
    told = ahead(ladder(GOLD, **A_YEAR), "2024-06-01", facts_of(orders=[buys("2024-01-10", 1000)]))
    assert (told.next_tier, told.ways_up, told.percent) == (None, [], 100)


def test_each_way_that_is_enough_by_itself() -> None:
    config = ladder(tier("vip", any_of(spend(5000), orders(3))))
    told = ahead(config, "2024-06-01", facts_of(orders=[buys("2024-01-10", 1000)]))
    assert missing(told.ways_up) == [[("CNY", 400_000)], [("orders", 2)]]
    # The nearest way: one order of three.
    assert told.percent == 33


def test_all_that_one_way_takes() -> None:
    config = ladder(tier("vip", all_of(growth(100), any_of(spend(100), orders(2)))), window=EVER)
    told = ahead(config, "2024-06-01", facts_of(growth=[grows("2024-01-10", 50)]))
    assert missing(told.ways_up) == [
        [("growth", 50), ("CNY", 10_000)],
        [("growth", 50), ("orders", 2)],
    ]
    assert told.percent == 25


def test_the_same_way_in_each_currency() -> None:
    config = ladder(tier("vip", {"kind": "spend", "from": {"USD": 50_000, "CNY": 350_000}}))
    bought = facts_of(orders=[buys("2024-01-10", 250, currency="USD")])
    told = ahead(config, "2024-06-01", bought)
    assert told.ways_up == [
        [Missing("spend", 175_000, 350_000, currency="CNY")],
        [Missing("spend", 25_000, 50_000, currency="USD")],
    ]
    assert told.percent == 50


def test_tiers_that_are_only_given_are_no_next_tier() -> None:
    config = ladder(tier("silver", spend(100)), tier("friends"), tier("gold", spend(500)))
    told = ahead(config, "2024-06-01", facts_of(orders=[buys("2024-01-10", 100)]))
    assert told.next_tier == "gold"


def test_from_a_tier_that_was_given_the_way_goes_on_above_it() -> None:
    config = ladder(tier("silver", spend(100)), tier("friends"), tier("gold", spend(500)))
    assert ahead(config, "2024-06-01", Facts(), tier="silver").next_tier == "gold"
    assert ahead(config, "2024-06-01", Facts(), tier="gold").next_tier is None


def test_180_yuan_until_31_december_keep_gold() -> None:
    config = ladder(
        GOLD, window=calendar(), period=calendar(more=1), zone="Asia/Shanghai", grace_days=31
    )
    happened = [buys("2025-03-05", 1000), buys("2026-02-01", 320)]
    told = ahead(config, "2026-12-01", facts_of(orders=happened, zone="Asia/Shanghai"))
    assert told.keep_until == moment("2027-01-01", "Asia/Shanghai")
    assert missing(told.ways_to_keep) == [[("CNY", 18_000)], [("CNY", 68_000)]]
    assert (told.kept, told.in_grace) == (False, False)
    in_grace = ahead(config, "2027-01-10", facts_of(orders=happened, zone="Asia/Shanghai"))
    assert in_grace.keep_until == moment("2027-02-01", "Asia/Shanghai")
    assert missing(in_grace.ways_to_keep) == [[("CNY", 18_000)], [("CNY", 68_000)]]
    assert (in_grace.kept, in_grace.in_grace) == (False, True)


def test_enough_was_done_to_keep_it() -> None:
    happened = [buys("2024-01-10", 1000), buys("2024-06-01", 500)]
    told = ahead(ladder(GOLD, **A_YEAR), "2024-06-01", facts_of(orders=happened))
    assert (told.kept, told.keep_until) == (True, moment("2025-01-11"))
    assert missing(told.ways_to_keep)[0] == [("CNY", 0)]


def test_what_will_be_too_old_by_then_does_not_keep_it() -> None:
    happened = [buys("2024-01-10", 400), buys("2024-03-01", 600)]
    told = ahead(ladder(GOLD, **A_YEAR), "2025-02-15", facts_of(orders=happened))
    assert missing(told.ways_to_keep)[0] == [("CNY", 50_000)]


def test_without_periods_the_end_is_when_too_little_counts() -> None:
    happened = [buys("2024-01-10", 600), buys("2024-06-01", 400)]
    told = ahead(ladder(GOLD), "2024-12-01", facts_of(orders=happened))
    assert (told.kept, told.keep_until) == (False, moment("2025-01-11"))
    assert missing(told.ways_to_keep) == [[("CNY", 10_000)], [("CNY", 60_000)]]


def test_before_a_year_turns_over_nothing_helps() -> None:
    told = ahead(
        ladder(GOLD, window=calendar()), "2024-12-01", facts_of(orders=[buys("2024-01-10", 1000)])
    )
    assert (told.kept, told.keep_until) == (False, moment("2025-01-01"))
    assert told.ways_to_keep == []


@pytest.mark.parametrize("safe", [{"period": {"kind": "for_good"}}, {"window": EVER}])
def test_what_has_no_end_needs_no_keeping(safe: Text) -> None:
    told = ahead(ladder(GOLD, **safe), "2024-06-01", facts_of(orders=[buys("2024-01-10", 1000)]))
    assert (told.kept, told.keep_until, told.ways_to_keep) == (True, None, [])


def done(way: list[Missing], at: datetime, less: int = 0) -> Facts:
    """Exactly what is missing, or of its first part so much less."""
    orders: list[Order] = []
    growth: list[Amount] = []
    reviews: list[Amount] = []
    for number, one in enumerate(way):
        amount = one.missing - (less if number == 0 else 0)
        if one.kind == "spend":
            orders.append(Order(at, one.currency, amount, amount))
        elif one.kind == "orders":
            orders += [Order(at, "JPY", 1, 1)] * amount
        elif one.kind == "growth":
            growth.append(Amount(at, amount, amount))
        else:
            reviews += [Amount(at, 1, 1)] * amount
    return Facts(tuple(orders), tuple(growth), (), {"review": tuple(reviews)})


def together(one: Facts, other: Facts) -> Facts:
    return Facts(
        (*one.orders, *other.orders),
        (*one.growth, *other.growth),
        (),
        {"review": (*one.activity["review"], *other.activity["review"])},
    )


def simple(text: Text) -> bool:
    """No tree, so that what is done for one measure does nothing for another."""
    found = [tier[name] for tier in text["tiers"] for name in ("entry", "keep") if tier.get(name)]
    return all(one["kind"] in ("spend", "growth", "activity") for one in found)


def rank_after(text: Text, facts: Facts, now: datetime) -> int:
    config = LadderConfig.model_validate(text)
    versions = [Version(1, BEGIN, config)]
    return config.rank(replay(versions, facts, joined_at=BEGIN, now=now).last.tier)


@settings(max_examples=150, deadline=None)
@given(ladders(), histories(), st.integers(1, DAYS), st.data())
def test_exactly_what_is_missing_moves_up(
    text: Text, facts: Facts, days: int, data: st.DataObject
) -> None:
    now = BEGIN + timedelta(days=days, hours=12)
    facts = known_by(facts, now)
    config = LadderConfig.model_validate(text)
    here = replay([Version(1, BEGIN, config)], facts, joined_at=BEGIN, now=now).last
    told = outlook(config, facts, here, now)
    assume(told.ways_up)
    way = data.draw(st.sampled_from(told.ways_up))
    assert any(one.missing for one in way)
    assert 0 <= told.percent < 100
    reached = rank_after(text, together(facts, done(way, now)), now)
    assert reached >= config.rank(told.next_tier) > config.rank(here.tier)
    if simple(text):
        almost = together(facts, done(way, now, less=1))
        assert rank_after(text, almost, now) != config.rank(told.next_tier)


periods = st.sampled_from([*map(rolling, (1, 3, 12)), calendar(more=1), calendar("month", more=0)])


@settings(max_examples=150, deadline=None)
@given(ladders(periods), histories(), st.integers(1, DAYS), st.data())
def test_exactly_what_is_missing_keeps_it(
    text: Text, facts: Facts, days: int, data: st.DataObject
) -> None:
    now = BEGIN + timedelta(days=days, hours=12)
    facts = known_by(facts, now)
    config = LadderConfig.model_validate(text)
    here = replay([Version(1, BEGIN, config)], facts, joined_at=BEGIN, now=now).last
    told = outlook(config, facts, here, now)
    assume(told.keep_until is not None)
    assert told.keep_until is not None
    at_last = told.keep_until - timedelta(seconds=1)
    rank, over = config.rank(here.tier), told.keep_until

    def stays(known: Facts) -> bool:
        """As it is, and not only by grace."""
        path = replay([Version(1, BEGIN, config)], known, joined_at=BEGIN, now=over)
        return config.rank(path.last.tier) >= rank and not path.last.in_grace

    assert stays(facts) == told.kept
    way = data.draw(st.sampled_from(told.ways_to_keep))
    assert stays(together(facts, done(way, at_last)))
    if simple(text) and not told.kept and len(told.ways_to_keep) == 1:
        assert not stays(together(facts, done(way, at_last, less=1)))
