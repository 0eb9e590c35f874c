"""Periods of tasks on the calendars of several zones; measures and steps by table."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.features.tasks.config import TaskConfig
from saleor_loyalty.features.tasks.facts import Bought, CheckedIn, Event, Facts, Order
from saleor_loyalty.features.tasks.measures import Gain, Span
from saleor_loyalty.features.tasks.names import checked_name
from saleor_loyalty.features.tasks.rules import count, reached_at, total
from saleor_loyalty.features.tasks.windows import DaysFromStart, Each, Unit

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
BERLIN, TOKYO, HONOLULU = (ZoneInfo(f) for f in ("Europe/Berlin", "Asia/Tokyo", "Pacific/Honolulu"))
DAY = timedelta(days=1)


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc,arg-type]


@pytest.mark.parametrize(
    ("unit", "at", "zone", "name", "begins", "ends"),
    [
        ("day", NOON, BERLIN, "2026-03-10", utc(2026, 3, 9, 23), utc(2026, 3, 10, 23)),
        # The clocks go forward: a day of 23 hours; and back: one of 25.
        (
            "day",
            utc(2026, 3, 29, 9),
            BERLIN,
            "2026-03-29",
            utc(2026, 3, 28, 23),
            utc(2026, 3, 29, 22),
        ),
        (
            "day",
            utc(2026, 10, 25, 9),
            BERLIN,
            "2026-10-25",
            utc(2026, 10, 24, 22),
            utc(2026, 10, 25, 23),
        ),
        (
            "day",
            utc(2026, 3, 10, 16),
            TOKYO,
            "2026-03-11",
            utc(2026, 3, 10, 15),
            utc(2026, 3, 11, 15),
        ),
        ("week", NOON, TOKYO, "2026-W11", utc(2026, 3, 8, 15), utc(2026, 3, 15, 15)),
        # The first days of a year may be of the last week of the year before.
        ("week", utc(2027, 1, 2), BERLIN, "2026-W53", utc(2026, 12, 27, 23), utc(2027, 1, 3, 23)),
        (
            "month",
            utc(2026, 12, 31, 23, 30),
            BERLIN,
            "2027-01",
            utc(2026, 12, 31, 23),
            utc(2027, 1, 31, 23),
        ),
        (
            "month",
            utc(2026, 3, 1, 3),
            HONOLULU,
            "2026-02",
            utc(2026, 2, 1, 10),
            utc(2026, 3, 1, 10),
        ),
        ("year", NOON, HONOLULU, "2026", utc(2026, 1, 1, 10), utc(2027, 1, 1, 10)),
    ],
)
def test_periods(
    unit: str, at: datetime, zone: ZoneInfo, name: str, begins: datetime, ends: datetime
) -> None:
    period = Each(kind="each", unit=Unit(unit)).period(at, LONG_AGO, zone)
    assert (period.name, period.begins, period.ends) == (name, begins, ends)
    assert period.begins <= at < ends


def test_who_begins_within_a_period_has_what_is_left_of_it() -> None:
    period = Each(kind="each", unit=Unit.MONTH).period(NOON, NOON - DAY, BERLIN)
    assert (period.name, period.begins) == ("2026-03", NOON - DAY)


def test_days_from_the_start_end_with_a_day() -> None:
    window = DaysFromStart(kind="days", days=7)
    assert window.period(NOON, NOON, BERLIN).ends == utc(2026, 3, 17, 23)


@pytest.mark.parametrize(
    ("goals", "amounts", "reached"),
    [
        ([3], [1, 1], [None]),
        ([3], [1, 1, 1], [3]),
        ([1, 3, 5], [2, 2], [1, 2, None]),
        ([1, 2], [5], [1, 1]),
    ],
)
def test_steps(goals: list[int], amounts: list[int], reached: list[int | None]) -> None:
    gains = [Gain(NOON + number * DAY, amount) for number, amount in enumerate(amounts)]
    found = reached_at(goals, gains)
    assert found == [None if one is None else NOON + (one - 1) * DAY for one in reached]


def task(counts: dict[str, Any], goal: int = 1, **more: Any) -> TaskConfig:
    given = {"name": {"en": "T"}, "counts": counts, "steps": [{"goal": goal}], **more}
    return TaskConfig.parse(given)


SPAN = Span(NOON - DAY, NOON + DAY, BERLIN)
SHOE = Bought(2, "p1", ("fashion", "shoes"))
BOOT = Bought(1, "p2", ("fashion", "boots"))
GONE = Bought(0, "p3", ("garden",))
FACTS = Facts(
    events=(
        Event(NOON, "visit", {"shop": "north", "minutes": 9}),
        Event(NOON, "visit", {"shop": "south", "minutes": True}),
        Event(NOON + DAY, "visit", {"shop": "north"}),
        Event(NOON, "loyalty.task", {"task": "mine"}),
        Event(NOON, "loyalty.task", {"task": "other"}),
    ),
    orders=(
        Order(NOON - DAY, "USD", 1000, (SHOE, GONE)),
        Order(NOON, "CNY", 3600, (SHOE, BOOT)),
        Order(NOON + timedelta(hours=1), "USD", 0, (GONE,)),
        Order(NOON - 2 * DAY, "USD", 9999, (Bought(1, "p9", ("toys",)),)),
    ),
    check_ins=(
        CheckedIn(NOON, NOON.date()),
        CheckedIn(NOON, NOON.date() - DAY, made_up=True),
        CheckedIn(NOON, NOON.date() - 9 * DAY, made_up=True),
    ),
    friends=(NOON, NOON + 3 * DAY),
    profile=frozenset({"birthday", "language"}),
    seen_at=NOON + 5 * DAY,
)


@pytest.mark.parametrize(
    ("counts", "progress"),
    [
        ({"kind": "events", "name": "visit"}, 2),
        ({"kind": "events", "name": "visit", "where": [{"name": "shop", "value": "north"}]}, 1),
        (
            {
                "kind": "events",
                "name": "visit",
                "where": [{"name": "minutes", "operator": "at_least", "value": 1}],
            },
            1,
        ),
        ({"kind": "events", "name": "loyalty.task"}, 1),
        ({"kind": "orders"}, 2),
        ({"kind": "orders", "minimum": {"USD": 1000}}, 1),
        ({"kind": "orders", "minimum": {"USD": 1001, "CNY": 3600}}, 1),
        # 10.00 dollars and 36.00 yuan are 10 + 5 of a goal in dollars; 3 yuan are nothing yet.
        ({"kind": "spend", "per": {"USD": 100, "CNY": 720}}, 15),
        ({"kind": "spend", "per": {"USD": 300, "CNY": 5400}}, 4),
        ({"kind": "categories"}, 2),
        ({"kind": "categories", "any_of": ["fashion", "garden"]}, 1),
        ({"kind": "products"}, 2),
        ({"kind": "products", "any_of": ["p2", "p3"]}, 1),
        ({"kind": "pieces"}, 5),
        ({"kind": "pieces", "products": ["p2"]}, 1),
        ({"kind": "pieces", "categories": ["shoes"]}, 4),
        ({"kind": "check_ins"}, 1),
        ({"kind": "check_ins", "made_up": True}, 2),
        ({"kind": "friends"}, 1),
        ({"kind": "profile", "fields": ["birthday", "time_zone"]}, 1),
    ],
)
def test_measures(counts: dict[str, Any], progress: int) -> None:
    gains = count(task(counts), FACTS, SPAN, slug="mine")
    assert total(gains) == progress
    assert all(gain.at in SPAN for gain in gains)


@pytest.mark.parametrize(
    ("config", "place"),
    [
        ({"counts": {"kind": "nothing"}}, "counts"),
        ({"counts": {"kind": "spend", "per": {"XXQ": 1}}}, "counts.spend.per"),
        ({"counts": {"kind": "profile", "fields": []}}, "counts.profile.fields"),
        (
            {
                "counts": {
                    "kind": "events",
                    "name": "x",
                    "where": [{"name": "a", "operator": "at_least", "value": "b"}],
                }
            },
            "compares whole numbers",
        ),
        ({"steps": []}, "steps"),
        ({"steps": [{"goal": 3}, {"goal": 3}]}, "Each goal must be above"),
        ({"steps": [{"goal": 1.5}]}, "steps.0.goal"),
        ({"steps": [{"goal": 1, "gift": {}}]}, "Give something"),
        (
            {"counts": {"kind": "profile", "fields": ["birthday"]}, "steps": [{"goal": 2}]},
            "never be reached: at most 1",
        ),
        (
            {"counts": {"kind": "categories", "any_of": ["a", "b"]}, "steps": [{"goal": 3}]},
            "at most 2",
        ),
        (
            {
                "counts": {"kind": "check_ins"},
                "window": {"kind": "each", "unit": "month", "clock": "member"},
                "steps": [{"goal": 32}],
            },
            "at most 31",
        ),
        ({"name": {}}, "one language at least"),
        ({"surprise": 1}, "surprise"),
    ],
)
def test_nonsense_is_refused_with_its_place(config: dict[str, Any], place: str) -> None:
    given = {"name": {"en": "T"}, "counts": {"kind": "orders"}, "steps": [{"goal": 1}]}
    with pytest.raises(LoyaltyError) as refusal:
        TaskConfig.parse({**given, **config})
    assert refusal.value.code is Code.INVALID
    assert place in refusal.value.message


@pytest.mark.parametrize(
    ("given", "shown"),
    [("  Ada \t L. ", "Ada L."), ("Ａｄａ", "Ada"), ("小明", "小明"), ("Zoë 7", "Zoë 7")],
)
def test_names(given: str, shown: str) -> None:
    assert checked_name(given) == shown


@pytest.mark.parametrize(
    "given",
    [
        "",
        "A",
        "--",
        "ada@example.com",
        "ada＠example.com",
        "www.ada.me",
        "see http://example.com",
        "0151 234 567",
        "x" * 31,
        "a\u202eb",
        "x" * 9999,
    ],
)
def test_names_that_are_none(given: str) -> None:
    with pytest.raises(LoyaltyError) as refusal:
        checked_name(given)
    assert (refusal.value.code, refusal.value.field) == (Code.INVALID, "name")
