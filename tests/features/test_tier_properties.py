"""What holds for every ladder and every member."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache, partial
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from saleor_loyalty.features.tiers.config import LadderConfig
from saleor_loyalty.features.tiers.facts import Amount, Facts, Order
from saleor_loyalty.features.tiers.replay import Path, Version, replay
from tests.features.naive_tiers import Text, told_by_hand
from tests.features.tier_stories import (
    AS_LONG_AS_IT_FITS,
    EVER,
    FOR_GOOD,
    calendar,
    known_by,
    moment,
    rolling,
    tier,
)

BEGIN = moment("2023-06-01")
DAYS = 700
END = BEGIN + timedelta(days=DAYS)
SLUGS = ("bronze", "silver", "gold", "platinum")
ZONES = ("UTC", "Asia/Shanghai", "America/Los_Angeles", "America/Sao_Paulo", "Asia/Beirut")

windows = st.sampled_from(
    [rolling(1), rolling(3), rolling(12), *map(calendar, ("month", "quarter", "year")), EVER]
)
lasting = st.sampled_from(
    [
        *map(rolling, (1, 3, 12)),
        *(calendar(unit, more=more) for unit in ("month", "quarter", "year") for more in (0, 1, 2)),
    ]
)


some = st.integers(1, 12)
counted = st.one_of(
    st.builds(lambda n: {"kind": "spend", "from": {"CNY": n * 100}}, some),
    st.builds(lambda n: {"kind": "spend", "from": {"CNY": n * 70, "USD": 90}}, some),
    st.builds(lambda n: {"kind": "orders", "from": n}, st.integers(1, 4)),
    st.builds(lambda n: {"kind": "growth", "from": n * 100}, some),
    st.builds(lambda n: {"kind": "activity", "event": "review", "from": n}, st.integers(1, 3)),
)
measures = st.builds(
    lambda one, window: {**one, **({"window": window} if window else {})},
    counted,
    st.one_of(st.none(), windows),
)
criteria = st.one_of(
    measures,
    measures,
    st.builds(
        lambda kind, of: {"kind": kind, "of": of},
        st.sampled_from(["all", "any"]),
        st.lists(measures, min_size=1, max_size=3),
    ),
)

# Made once: Hypothesis takes longer to look over a strategy than to draw from it.
keeping = st.one_of(st.none(), criteria)
earned_or_not = st.sampled_from(["everybody", "given", "protected", *["earned"] * 5])
slugs_from_below = st.sampled_from([SLUGS, SLUGS[1:], SLUGS[:2]])
zones = st.sampled_from(ZONES)
without_end = st.sampled_from([AS_LONG_AS_IT_FITS, FOR_GOOD])
any_period = st.one_of(lasting, lasting, without_end)
ends = st.fixed_dictionaries(
    {
        "grace_days": st.sampled_from([0, 0, 1, 30, 100]),
        "downgrade": st.sampled_from(["one_step", "fitting"]),
        "refunds": st.sampled_from(["at_once", "at_once", "period_end"]),
    }
)


@st.composite
def ladders(draw: st.DrawFn, periods: st.SearchStrategy[Text] = any_period) -> Text:
    """As a merchant might write it down, from the sober to the mad."""
    period = draw(periods)
    tiers = []
    for rank, slug in enumerate(draw(slugs_from_below)):
        kind = draw(earned_or_not)
        entry = None if kind == "given" else draw(criteria)
        if kind == "everybody" and not rank:
            tiers.append(tier(slug, everybody=True))
            continue
        keep = draw(keeping) if entry else None
        tiers.append(tier(slug, entry, keep=keep, protected=kind == "protected"))
    return {
        "tiers": tiers,
        "window": draw(windows),
        "period": period,
        "time_zone": draw(zones),
        **(draw(ends) if period["kind"] in ("rolling", "calendar") else {}),
    }


days = st.integers(0, DAYS - 40)
first_of_a_month = st.booleans()
off = st.sampled_from([0, -1, 1, 3600, 12 * 3600 + 7])


@st.composite
def times(draw: st.DrawFn, zone: str = "UTC") -> datetime:
    """Often in the first or last moment of a day, and of a month."""
    day = date(2023, 6, 1) + timedelta(days=draw(days))
    if draw(first_of_a_month):
        day = day.replace(day=1)
    local = datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone)).astimezone(UTC)
    return max(local + timedelta(seconds=draw(off)), BEGIN)


currencies = st.sampled_from(["CNY", "CNY", "USD"])
# Now and before; most often nothing has been given back.
amounts = st.builds(
    lambda before, left: (left(before * 100), before * 100),
    st.integers(1, 9),
    st.sampled_from(
        [*[lambda all: all] * 2, lambda all: all // 2, lambda all: all - 1, lambda all: 0]
    ),
)


@cache
def histories(zone: str = "UTC") -> st.SearchStrategy[Facts]:
    at = times(zone)

    def happened(most: int, *parts: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
        return st.lists(st.tuples(*parts), max_size=most).map(sorted)

    return st.builds(
        lambda orders, growth, reviews: Facts(
            tuple(Order(at, currency, *amounts) for at, currency, amounts in orders),
            tuple(Amount(at, *amounts) for at, amounts in growth),
            (),
            {"review": tuple(Amount(at, now, 1) for at, now in reviews)},
        ),
        happened(8, at, currencies, amounts),
        happened(4, at, amounts),
        happened(4, at, st.integers(0, 1)),
    )


@st.composite
def members(
    draw: st.DrawFn, periods: st.SearchStrategy[Text] = any_period, most: int = 3
) -> tuple[list[tuple[datetime, Text]], Facts, datetime]:
    """A ladder in some versions, what somebody did, and when they joined."""
    texts = [draw(ladders(periods)) for _ in range(draw(st.sampled_from([1, 1, most])))]
    zone = texts[-1]["time_zone"]
    texts = [{**text, "time_zone": zone} for text in texts]
    starts = [BEGIN, *sorted(draw(times(zone)) for _ in texts[1:])]
    assume(len(set(starts)) == len(starts))
    return list(zip(starts, texts, strict=True)), draw(histories(zone)), draw(times(zone))


def versions_of(texts: list[tuple[datetime, Text]]) -> list[Version]:
    return [
        Version(number, start, LadderConfig.model_validate(text))
        for number, (start, text) in enumerate(texts, 1)
    ]


def stands_at(path: Path, at: datetime) -> tuple[str | None, datetime | None, bool]:
    step = path.steps[max(bisect_right([one.at for one in path.steps], at) - 1, 0)]
    return step.tier, step.until, step.in_grace


@settings(max_examples=150, deadline=None)
@given(members())
def test_the_same_as_going_through_every_moment(
    member: tuple[list[tuple[datetime, Text]], Facts, datetime],
) -> None:
    texts, facts, joined_at = member
    path = replay(versions_of(texts), facts, joined_at=joined_at, now=END)
    last = len(path.steps) - 1
    for at, stands in told_by_hand(texts, facts, joined_at, END):
        text = next(text for start, text in reversed(texts) if start <= at)
        found, until, in_grace = stands_at(path, at)
        last_day = None
        if until is not None and not _is_forecast(text, path, at, last):
            instant = timedelta(microseconds=1)
            last_day = (until - instant).astimezone(ZoneInfo(text["time_zone"])).date()
        told = (stands.tier, stands.last_day, stands.ended is not None)
        assert (found, last_day, in_grace) == told, at


def _is_forecast(text: Text, path: Path, at: datetime, last: int) -> bool:
    return text["period"] == AS_LONG_AS_IT_FITS and path.steps[last].at <= at


@settings(max_examples=100, deadline=None)
@given(members(), st.integers(0, DAYS), st.integers(0, DAYS))
def test_looking_in_between_changes_nothing(
    member: tuple[list[tuple[datetime, Text]], Facts, datetime], one: int, other: int
) -> None:
    """Today's way is the beginning of tomorrow's, where nothing new became known of before."""
    texts, facts, joined_at = member
    first, second = (BEGIN + timedelta(days=days) for days in sorted([one, other]))
    assume(joined_at <= first)
    begun = [version for version in versions_of(texts) if version.valid_from <= first]
    go = partial(replay, joined_at=joined_at)
    path = go(begun, known_by(facts, first), now=first)
    later = go(versions_of(texts), facts, now=second)
    known = [replace(step, until=None) for step in path.steps]
    assert [replace(step, until=None) for step in later.steps][: len(known)] == known


@settings(max_examples=100, deadline=None)
@given(members(), st.integers(0, DAYS))
def test_nothing_changes_before_it_is_said_to(
    member: tuple[list[tuple[datetime, Text]], Facts, datetime], days: int
) -> None:
    texts, facts, joined_at = member
    now = BEGIN + timedelta(days=days)
    assume(joined_at <= now)
    go = partial(replay, versions_of(texts), known_by(facts, now), joined_at=joined_at)
    path = go(now=now)
    far = now + timedelta(days=2000)
    later = [step for step in go(now=far).steps if step.at > now]
    due = path.changes_at or far
    assert due > now
    assert all(step.at >= due for step in later)
    instant = timedelta(microseconds=1)
    before = go(now=due - instant)
    assert before.last == path.last
    assert before.changes_at == path.changes_at


@settings(max_examples=100, deadline=None)
@given(members(most=1, periods=st.just(AS_LONG_AS_IT_FITS)), st.integers(0, DAYS))
def test_without_periods_the_end_is_foretold(
    member: tuple[list[tuple[datetime, Text]], Facts, datetime], days: int
) -> None:
    texts, facts, joined_at = member
    now = BEGIN + timedelta(days=days)
    assume(joined_at <= now)
    go = partial(replay, versions_of(texts), known_by(facts, now), joined_at=joined_at)
    path = go(now=now)
    later = (step.at for step in go(now=now + timedelta(days=2000)).steps if step.at > now)
    assert path.last.until == next(later, None)


@settings(max_examples=100, deadline=None)
@given(members(), st.randoms(use_true_random=False))
def test_the_order_in_which_facts_arrive_says_nothing(
    member: tuple[list[tuple[datetime, Text]], Facts, datetime], chance: Any
) -> None:
    texts, facts, joined_at = member
    versions = versions_of(texts)

    def mixed(happened: Sequence[Any]) -> tuple[Any, ...]:
        # By time, as `Facts` says; those of one moment in any order.
        return tuple(sorted(chance.sample(happened, len(happened)), key=lambda one: one.at))

    arrived = Facts(
        mixed(facts.orders),
        mixed(facts.growth),
        (),
        {"review": mixed(facts.activity["review"])},
    )
    chance.shuffle(versions)
    known = replay(versions_of(texts), facts, joined_at=joined_at, now=END)
    assert replay(versions, arrived, joined_at=joined_at, now=END) == known


def rank_at_end(texts: list[tuple[datetime, Text]], facts: Facts, now: datetime) -> int:
    versions = versions_of(texts)
    config = versions[-1].config
    return config.rank(replay(versions, facts, joined_at=BEGIN, now=now).last.tier)


@settings(max_examples=100, deadline=None)
@given(members(), st.integers(1, 900), st.sampled_from(["CNY", "USD"]))
def test_more_never_lowers_a_tier_at_once(
    member: tuple[list[tuple[datetime, Text]], Facts, datetime], amount: int, currency: str
) -> None:
    texts, facts, _ = member
    more = Facts(
        (*facts.orders, Order(END, currency, amount, amount)),
        (*facts.growth, Amount(END, amount, amount)),
        (),
        {"review": (*facts.activity["review"], Amount(END, 1, 1))},
    )
    assert rank_at_end(texts, more, END) >= rank_at_end(texts, facts, END)


@settings(max_examples=150, deadline=None)
@given(
    members(periods=without_end),
    st.data(),
)
def test_a_refund_never_raises_a_tier(
    member: tuple[list[tuple[datetime, Text]], Facts, datetime], data: st.DataObject
) -> None:
    """Where no period hangs on when a tier was reached."""
    texts, facts, _ = member
    assume(facts.orders)
    which = data.draw(st.integers(0, len(facts.orders) - 1))
    orders = list(facts.orders)
    left = data.draw(st.integers(0, orders[which].now))
    orders[which] = replace(orders[which], now=left)
    refunded = replace(facts, orders=tuple(orders))
    now = data.draw(st.sampled_from([END, orders[which].at, END - timedelta(days=300)]))
    assert rank_at_end(texts[-1:], refunded, now) <= rank_at_end(texts[-1:], facts, now)
