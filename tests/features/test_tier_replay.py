"""The way through the tiers, step by step: when, why, and what comes next."""

from datetime import timedelta
from typing import Any

from saleor_loyalty.features.tiers.facts import NOTHING
from saleor_loyalty.features.tiers.models import MoveCause
from saleor_loyalty.features.tiers.replay import Path, Version, replay
from tests.features.tier_stories import (
    EVER,
    buys,
    facts_of,
    ladder,
    moment,
    rolling,
    spend,
    tier,
    way,
)

REACHED, DROPPED, CHANGED = MoveCause.REACHED, MoveCause.DROPPED, MoveCause.LADDER_CHANGED
DAY = timedelta(days=1)
A_YEAR: dict[str, Any] = {"window": rolling(12), "period": rolling(12)}
SILVER = tier("silver", spend(100), keep=spend(50))
GOLD = tier("gold", spend(500), keep=spend(250))


def steps(path: Path) -> list[tuple[str, str | None, MoveCause]]:
    return [(f"{step.at:%Y-%m-%d}", step.tier, step.cause) for step in path.steps[1:]]


def test_each_step_with_its_day_and_reason() -> None:
    happened = facts_of(orders=[buys("2024-01-10", 100), buys("2024-06-01", 400)])
    path = way(ladder(SILVER, GOLD, **A_YEAR, downgrade="one_step"), happened, "2030-01-01")
    assert steps(path) == [
        ("2024-01-10", "silver", REACHED),
        ("2024-06-01", "gold", REACHED),
        ("2025-06-02", "silver", DROPPED),
        ("2026-06-02", None, DROPPED),
    ]
    assert path.changes_at is None


def test_since_when_somebody_is_there_however_often_it_was_kept() -> None:
    happened = [buys("2024-01-10 15:00", 500), buys("2024-12-01", 250), buys("2025-12-01", 250)]
    path = way(ladder(SILVER, GOLD, **A_YEAR), facts_of(orders=happened), "2026-06-01")
    assert path.last.at == moment("2026-01-11")
    assert path.since == moment("2024-01-10 15:00")


def test_since_the_last_time_it_was_reached() -> None:
    happened = facts_of(orders=[buys("2024-01-10", 500), buys("2025-06-01", 500)])
    path = way(ladder(GOLD, **A_YEAR), happened, "2025-07-01")
    assert path.since == moment("2025-06-01")


def test_nobody_has_a_tier_before_there_is_a_ladder() -> None:
    joined = moment("2024-01-01")
    path = replay([], NOTHING, joined_at=joined, now=moment("2025-01-01"))
    assert (path.last.tier, path.since, path.changes_at) == (None, joined, None)


def test_a_ladder_that_begins_later_is_looked_at_then() -> None:
    config, begins = ladder(tier("new", everybody=True)), moment("2025-01-01")
    joined = moment("2024-01-01")
    path = replay([Version(1, begins, config)], NOTHING, joined_at=joined, now=begins - DAY)
    assert (path.last.tier, path.changes_at) == (None, begins)
    after = replay([Version(1, begins, config)], NOTHING, joined_at=joined, now=begins)
    assert (after.last.tier, after.since, after.changes_at) == ("new", begins, None)


def test_something_dated_later_is_looked_at_then() -> None:
    known = facts_of(orders=[buys("2024-06-01", 500)])
    version = Version(1, moment("2020-01-01"), ladder(GOLD, window=EVER))
    path = replay([version], known, joined_at=moment("2024-01-01"), now=moment("2024-05-01"))
    assert (path.last.tier, path.changes_at) == (None, moment("2024-06-01"))


def test_the_first_ladder_is_reached_and_those_after_it_change() -> None:
    before, after = ladder(GOLD, **A_YEAR), ladder(tier("gold", spend(200)), **A_YEAR)
    happened = facts_of(orders=[buys("2024-01-10", 300)])
    path = way([("2024-02-01", before), ("2024-03-01", after)], happened, "2024-04-01")
    assert steps(path) == [("2024-03-01", "gold", CHANGED)]
    path = way([("2024-02-01", after), ("2024-03-01", before)], happened, "2024-04-01")
    assert steps(path) == [("2024-02-01", "gold", REACHED)]


def test_a_tier_that_goes_is_the_ladders_doing() -> None:
    happened = facts_of(orders=[buys("2024-01-10", 500)])
    versions = [("2023-01-01", ladder(SILVER, GOLD)), ("2024-03-01", ladder(SILVER))]
    assert steps(way(versions, happened, "2024-04-01"))[-1] == ("2024-03-01", "silver", CHANGED)
    versions = [("2023-01-01", ladder(GOLD)), ("2024-03-01", ladder(tier("vip", spend(900))))]
    assert steps(way(versions, happened, "2024-04-01"))[-1] == ("2024-03-01", None, CHANGED)


def test_two_refunds_later_the_way_is_another() -> None:
    config = ladder(SILVER, GOLD, **A_YEAR)
    bought = [buys("2024-01-10", 500), buys("2024-02-10", 60, left=60), buys("2024-03-10", 100)]
    assert way(config, facts_of(orders=bought), "2024-04-01").last.tier == "gold"
    bought[0] = buys("2024-01-10", 500, left=0)
    path = way(config, facts_of(orders=bought), "2024-04-01")
    assert steps(path) == [("2024-03-10", "silver", REACHED)]
