"""Stories of members on ladders. Each says what the merchant expects, and when."""

from typing import Any, NamedTuple

import pytest

from saleor_loyalty.features.tiers.config import LadderConfig
from tests.features.tier_stories import (
    EVER,
    FOR_GOOD,
    Fact,
    all_of,
    any_of,
    buys,
    calendar,
    facts_of,
    grows,
    growth,
    ladder,
    orders,
    rolling,
    spend,
    tier,
    told,
    way,
)

SHANGHAI = "Asia/Shanghai"
CALIFORNIA = "America/Los_Angeles"
SAO_PAULO = "America/Sao_Paulo"


class Story(NamedTuple):
    says: str
    ladder: LadderConfig | list[tuple[str, LadderConfig]]
    happened: list[Fact]
    stands: dict[str, str]
    zone: str = "UTC"
    joined: str = "2020-01-01"


def check_story(story: Story, **facts: Any) -> None:
    known = facts_of(**{"orders": story.happened, "zone": story.zone, **facts})
    found = {
        now: told(way(story.ladder, known, now, joined=story.joined, zone=story.zone), story.zone)
        for now in story.stands
    }
    assert found == story.stands, story.says


def vip(**more: Any) -> LadderConfig:
    """VIP for 1,000 in the window, kept by 500; everybody else is new."""
    known = tier("vip", spend(1000), keep=spend(500))
    return ladder(tier("new", everybody=True), known, **more)


def three(**more: Any) -> LadderConfig:
    """Silver, gold and platinum for 100, 500 and 1,000; half of it keeps them."""
    return ladder(
        tier("silver", spend(100), keep=spend(50)),
        tier("gold", spend(500), keep=spend(250)),
        tier("platinum", spend(1000), keep=spend(500)),
        **more,
    )


A_YEAR = {"window": rolling(12), "period": rolling(12)}
BY_THE_YEAR = {"window": calendar(), "period": calendar(more=1)}

UP = [
    Story(
        "up at once, with the order that reaches it and not before",
        vip(window=rolling(12)),
        [buys("2024-01-10 15:00", 600), buys("2024-03-01 09:30", 400)],
        {
            "2024-01-10 15:00": "new",
            "2024-03-01 09:29:59": "new",
            "2024-03-01 09:30": "vip until 2025-01-11",
        },
    ),
    Story(
        "a cent too little is too little",
        ladder(tier("vip", {"kind": "spend", "from": {"CNY": 100_001}})),
        [buys("2024-01-10", 1000)],
        {"2024-01-10": "nothing"},
    ),
    Story(
        "over two tiers in one step",
        three(**A_YEAR),
        [buys("2024-01-10", 5000)],
        {"2024-01-09": "nothing", "2024-01-10": "platinum until 2025-01-11"},
    ),
    Story(
        "what a guest bought before joining counts, from then on",
        vip(**A_YEAR),
        [buys("2024-01-10", 1000)],
        {"2024-01-10": "vip until 2025-01-11", "2024-06-01 12:00": "vip until 2025-01-11"},
        joined="2024-06-01",
    ),
    Story(
        "everybody's tier from joining on, and no end to it",
        vip(**A_YEAR),
        [],
        {"2024-06-01": "new", "2034-06-01": "new"},
        joined="2024-06-01",
    ),
    Story(
        "a tier that is only given is passed by",
        ladder(tier("silver", spend(100)), tier("friends"), tier("gold", spend(500)), window=EVER),
        [buys("2024-01-10", 499), buys("2024-01-11", 1)],
        {"2024-01-10": "silver", "2024-01-11": "gold"},
    ),
    Story(
        "another currency does not count where it is not named",
        ladder(tier("vip", spend(500, "USD"))),
        [buys("2024-01-10", 100_000, currency="CNY"), buys("2024-02-10", 500, currency="USD")],
        {"2024-01-10": "nothing", "2024-02-10": "vip until 2025-02-11"},
    ),
    Story(
        "half in dollars and half in yuan is all of it",
        ladder(tier("vip", {"kind": "spend", "from": {"USD": 50_000, "CNY": 350_000}})),
        [buys("2024-01-10", 250, currency="USD"), buys("2024-02-10", 1750, currency="CNY")],
        {"2024-01-10": "nothing", "2024-02-10": "vip until 2025-01-11"},
    ),
    Story(
        "5,000 or three orders a year: the third small order is enough",
        ladder(
            tier("new", everybody=True),
            tier("growth", any_of(spend(1000), orders(2))),
            tier("vip", any_of(spend(5000), orders(3))),
        ),
        [buys("2024-01-10", 10), buys("2024-02-10", 10), buys("2024-03-10", 10)],
        {
            "2024-01-10": "new",
            "2024-02-10": "growth until 2025-01-11",
            "2024-03-10": "vip until 2025-01-11",
            "2025-01-10 23:59": "vip until 2025-01-11",
            "2025-01-11": "growth until 2025-02-11",
            "2025-02-11": "new",
        },
    ),
    Story(
        "1,000 and three orders: both, in either order",
        ladder(tier("vip", all_of(spend(1000), orders(3))), **A_YEAR),
        [buys("2024-01-10", 2000), buys("2024-02-10", 1), buys("2024-03-10", 1)],
        {"2024-02-10": "nothing", "2024-03-10": "vip until 2025-03-11"},
    ),
    Story(
        "one measure of the year, the other of ever",
        ladder(tier("elite", all_of(spend(1000, window=EVER), orders(1, window=calendar())))),
        [buys("2020-05-01", 1000), buys("2024-07-01", 1)],
        {
            "2020-12-31": "elite until 2021-01-01",
            "2021-01-01": "nothing",
            "2024-07-01": "elite until 2025-01-01",
        },
    ),
]

NO_PERIOD = [
    Story(
        "with a rolling window the order of a year ago is gone on the day after its date",
        ladder(tier("vip", spend(1000)), window=rolling(12)),
        [buys("2024-01-10 15:00", 1000)],
        {"2025-01-10 23:59:59": "vip until 2025-01-11", "2025-01-11": "nothing"},
    ),
    Story(
        "an order on a leap day is gone with the end of February",
        ladder(tier("vip", spend(1000)), window=rolling(12)),
        [buys("2024-02-29 12:00", 1000)],
        {"2025-02-28 23:59:59": "vip until 2025-03-01", "2025-03-01": "nothing"},
    ),
    Story(
        "with the new year everybody begins at nothing, by the clock in Shanghai",
        ladder(tier("vip", spend(1000)), window=calendar(), zone=SHANGHAI),
        [buys("2024-06-01", 1000)],
        {"2024-12-31 23:59:59": "vip until 2025-01-01", "2025-01-01": "nothing"},
        zone=SHANGHAI,
    ),
    Story(
        "an order of the new year's first second counts for the new year",
        ladder(tier("vip", spend(1000)), window=calendar(), zone=SHANGHAI),
        [buys("2024-12-31 23:59:59", 600), buys("2025-01-01 00:00:00", 600)],
        {"2025-01-01": "nothing", "2025-06-01": "nothing"},
        zone=SHANGHAI,
    ),
    Story(
        "by quarters",
        ladder(tier("vip", orders(2)), window=calendar("quarter")),
        [buys("2024-03-30", 5), buys("2024-04-01", 5), buys("2024-06-30 23:00", 5)],
        {"2024-04-01": "nothing", "2024-06-30 23:00": "vip until 2024-07-01",
         "2024-07-01": "nothing"},
    ),
    Story(
        "by months, with a short day at the end of one in California",
        ladder(tier("vip", orders(1)), window=rolling(1), zone=CALIFORNIA),
        [buys("2026-02-07 23:30", 5)],
        {"2026-03-07 23:59:59": "vip until 2026-03-08", "2026-03-08": "nothing"},
        zone=CALIFORNIA,
    ),
    Story(
        "a day that begins at one o'clock",
        ladder(tier("vip", orders(1)), window=rolling(1), zone=SAO_PAULO),
        [buys("2018-10-03 12:00", 5)],
        {"2018-11-03 23:59:59": "vip until 2018-11-04 01:00", "2018-11-04 01:00": "nothing"},
        zone=SAO_PAULO,
    ),
    Story(
        "what keeps a tier keeps it while it counts: entered at 1,000, lost below 500",
        vip(window=rolling(12)),
        [buys("2024-01-10", 600), buys("2024-06-10", 400), buys("2024-09-10", 100)],
        {
            "2024-06-10": "vip until 2025-01-11",
            "2024-09-10": "vip until 2025-06-11",
            "2025-01-11": "vip until 2025-06-11",
            "2025-06-10 23:59": "vip until 2025-06-11",
            "2025-06-11": "new",
        },
    ),
    Story(
        "a protected tier is never lost, also without a period",
        ladder(tier("silver", spend(100), protected=True), tier("gold", spend(500))),
        [buys("2024-01-10", 500)],
        {"2024-12-31": "gold until 2025-01-11", "2025-01-11": "silver", "2035-01-11": "silver"},
    ),
    Story(
        "ever counts for ever",
        ladder(tier("vip", spend(1000)), window=EVER),
        [buys("1999-12-31", 600), buys("2024-01-01", 400)],
        {"2024-01-01": "vip", "2099-01-01": "vip"},
        joined="1999-01-01",
    ),
]  # fmt: skip

PERIODS = [
    Story(
        "kept a year, then lost: the order that reached it is a year old",
        vip(**A_YEAR),
        [buys("2024-01-10 15:00", 1000)],
        {"2025-01-10 23:59:59": "vip until 2025-01-11", "2025-01-11": "new"},
    ),
    Story(
        "half of it in that year keeps it for one more year, to the same day",
        vip(**A_YEAR),
        [buys("2024-01-10 15:00", 1000), buys("2024-11-01", 500), buys("2025-11-01", 500)],
        {
            "2025-01-11": "vip until 2026-01-11",
            "2026-01-11": "vip until 2027-01-11",
            "2027-01-11": "new",
        },
    ),
    Story(
        "a cent less than half does not",
        vip(**A_YEAR),
        [buys("2024-01-10 15:00", 1000), buys("2024-11-01", 499)],
        {"2025-01-11": "new"},
    ),
    Story(
        "an order in the first second after the period comes too late to keep it",
        vip(**A_YEAR),
        [buys("2024-01-10 15:00", 1000), buys("2025-01-11", 500)],
        {"2025-01-10 23:59": "vip until 2025-01-11", "2025-01-11": "new"},
    ),
    Story(
        "but if it is enough to reach it, it is reached",
        vip(**A_YEAR),
        [buys("2024-01-10 15:00", 1000), buys("2025-01-11", 1000)],
        {"2025-01-11": "vip until 2026-01-12"},
    ),
    Story(
        "an order in the new year's first second, imported with its date only",
        vip(**BY_THE_YEAR),
        [buys("2023-05-01", 1000), buys("2025-01-01", 1000)],
        {"2024-12-31": "vip until 2025-01-01", "2025-01-01": "vip until 2027-01-01"},
    ),
    Story(
        "meeting it again within the period does not move the end",
        vip(**A_YEAR),
        [buys("2024-01-10", 1000), buys("2024-07-01", 1000)],
        {"2024-07-01": "vip until 2025-01-11", "2025-01-11": "vip until 2026-01-11"},
    ),
    Story(
        "reaching a higher tier begins a period of its own",
        three(**A_YEAR),
        [buys("2024-01-10", 500), buys("2024-07-01", 500)],
        {"2024-01-10": "gold until 2025-01-11", "2024-07-01": "platinum until 2025-07-02"},
    ),
    Story(
        "reached on 29 February, kept on every 28th",
        vip(**A_YEAR),
        [buys("2024-02-29", 1000), buys("2025-02-28 23:59", 500), buys("2026-02-01", 500)],
        {
            "2025-02-28 23:59": "vip until 2025-03-01",
            "2025-03-01": "vip until 2026-03-01",
            "2026-03-01": "vip until 2027-03-01",
        },
    ),
    Story(
        "airline style: the rest of this year and all of the next",
        vip(**BY_THE_YEAR),
        [buys("2024-03-05", 1000)],
        {"2025-12-31 23:59:59": "vip until 2026-01-01", "2026-01-01": "new"},
    ),
    Story(
        "who does enough in the second year has the third as well, and no more than that",
        vip(**BY_THE_YEAR),
        [buys("2024-03-05", 1000), buys("2025-12-31 23:59:59", 500)],
        {"2026-01-01": "vip until 2027-01-01", "2027-01-01": "new"},
    ),
    Story(
        "what was spent in the year it was reached in does not count for the year after",
        vip(**BY_THE_YEAR),
        [buys("2024-03-05", 5000), buys("2025-06-01", 499)],
        {"2026-01-01": "new"},
    ),
    Story(
        "kept or not by what China calls 2025",
        vip(**BY_THE_YEAR, zone=SHANGHAI),
        [buys("2024-03-05", 1000), buys("2025-12-31 23:30", 500)],
        {"2025-12-31 23:59": "vip until 2026-01-01", "2026-01-01": "vip until 2027-01-01"},
        zone=SHANGHAI,
    ),
    Story(
        "half an hour later it is 2026 in China",
        vip(**BY_THE_YEAR, zone=SHANGHAI),
        [buys("2024-03-05", 1000), buys("2026-01-01 00:00", 500)],
        {"2025-12-31 23:59": "vip until 2026-01-01", "2026-01-01 00:00": "new"},
        zone=SHANGHAI,
    ),
    Story(
        "a year measured in seconds would be wrong twice a year in California",
        vip(window=rolling(6), period=rolling(6), zone=CALIFORNIA),
        [buys("2026-01-20 23:59", 1000), buys("2026-07-20 23:59", 500)],
        {
            "2026-07-20 23:59:59": "vip until 2026-07-21",
            "2026-07-21": "vip until 2027-01-21",
            "2027-01-20 23:59": "vip until 2027-01-21",
            "2027-01-21": "new",
        },
        zone=CALIFORNIA,
    ),
    Story(
        "by quarters: this one and the next",
        vip(window=calendar("quarter"), period=calendar("quarter", more=1)),
        [buys("2024-05-20", 1000), buys("2024-09-30", 500)],
        {
            "2024-09-30": "vip until 2024-10-01",
            "2024-10-01": "vip until 2025-01-01",
            "2025-01-01": "new",
        },
    ),
    Story(
        "by months",
        vip(window=calendar("month"), period=calendar("month", more=0)),
        [buys("2024-02-10", 1000), buys("2024-03-31", 500)],
        {
            "2024-02-29 12:00": "vip until 2024-03-01",
            "2024-03-01": "vip until 2024-04-01",
            "2024-04-01": "vip until 2024-05-01",
            "2024-05-01": "new",
        },
    ),
    Story(
        "once a VIP, always a VIP",
        vip(window=rolling(1), period=FOR_GOOD),
        [buys("2024-02-10", 1000)],
        {"2024-02-10": "vip", "2054-02-10": "vip"},
    ),
]

DOWN = [
    Story(
        "one step down each year",
        three(**A_YEAR, downgrade="one_step"),
        [buys("2024-01-10", 1000)],
        {
            "2025-01-11": "gold until 2026-01-11",
            "2026-01-11": "silver until 2027-01-11",
            "2027-01-11": "nothing",
        },
    ),
    Story(
        "to what fits: what was bought keeps silver",
        three(**A_YEAR, downgrade="fitting"),
        [buys("2024-01-10", 1000), buys("2024-11-01", 60)],
        {"2025-01-11": "silver until 2026-01-11", "2026-01-11": "nothing"},
    ),
    Story(
        "to what fits, by the year: the new one begins with the right tier",
        three(**BY_THE_YEAR, downgrade="fitting"),
        [buys("2024-01-10", 1000), buys("2025-11-01", 300)],
        {"2026-01-01": "gold until 2027-01-01", "2027-01-01": "nothing"},
    ),
    Story(
        "one step down passes by tiers that are only given",
        ladder(
            tier("silver", spend(100)), tier("friends"), tier("gold", spend(500)),
            **A_YEAR, downgrade="one_step",
        ),
        [buys("2024-01-10", 500)],
        {"2025-01-11": "silver until 2026-01-11"},
    ),
    Story(
        "nobody falls into a protected tier that has to be given",
        ladder(
            tier("silver", spend(100)), tier("founders", protected=True), tier("gold", spend(500)),
            **A_YEAR,
        ),
        [buys("2024-01-10", 500)],
        {"2025-01-11": "nothing"},
    ),
    Story(
        "never below a protected tier",
        ladder(
            tier("silver", spend(100), protected=True),
            tier("gold", spend(500)),
            tier("platinum", spend(1000)),
            **A_YEAR,
        ),
        [buys("2024-01-10", 1000)],
        {"2025-01-11": "silver", "2045-01-11": "silver"},
    ),
    Story(
        "a protected tier itself has no end",
        ladder(tier("silver", spend(100), protected=True), **A_YEAR),
        [buys("2024-01-10", 100)],
        {"2024-01-10": "silver", "2045-01-11": "silver"},
    ),
    Story(
        "down to everybody's tier, and no further",
        vip(**A_YEAR, downgrade="one_step"),
        [buys("2024-01-10", 1000)],
        {"2025-01-11": "new", "2045-01-11": "new"},
    ),
    Story(
        "dropped, and up again at once with enough",
        three(**A_YEAR, downgrade="one_step"),
        [buys("2024-01-10", 1000), buys("2025-02-01", 1000)],
        {"2025-01-31": "gold until 2026-01-11", "2025-02-01": "platinum until 2026-02-02"},
    ),
]  # fmt: skip

GRACE = [
    Story(
        "thirty days of grace, then lost",
        vip(**A_YEAR, grace_days=30),
        [buys("2024-01-10", 1000)],
        {
            "2025-01-11": "vip in grace until 2025-02-10",
            "2025-02-09 23:59": "vip in grace until 2025-02-10",
            "2025-02-10": "new",
        },
    ),
    Story(
        "what was missing is made good in grace: the year is that of all others",
        vip(**A_YEAR, grace_days=30),
        [buys("2024-01-10", 1000), buys("2024-11-01", 400), buys("2025-01-20", 100)],
        {
            "2025-01-19": "vip in grace until 2025-02-10",
            "2025-01-20": "vip until 2026-01-11",
        },
    ),
    Story(
        "made good in January for the year that has ended: not from nothing",
        vip(**BY_THE_YEAR, grace_days=30),
        [buys("2024-03-05", 1000), buys("2025-06-01", 400), buys("2026-01-20", 100)],
        {
            "2026-01-19": "vip in grace until 2026-01-31",
            "2026-01-20": "vip until 2027-01-01",
            "2027-01-01": "vip in grace until 2027-01-31",
            "2027-01-31": "new",
        },
    ),
    Story(
        "one yuan less is not enough",
        vip(**BY_THE_YEAR, grace_days=30),
        [buys("2024-03-05", 1000), buys("2025-06-01", 400), buys("2026-01-20", 99)],
        {"2026-01-20": "vip in grace until 2026-01-31", "2026-01-31": "new"},
    ),
    Story(
        "in the first second after grace it is too late",
        vip(**BY_THE_YEAR, grace_days=30),
        [buys("2024-03-05", 1000), buys("2025-06-01", 400), buys("2026-01-31", 100)],
        {"2026-01-30 23:59": "vip in grace until 2026-01-31", "2026-01-31": "new"},
    ),
    Story(
        "a higher tier reached in grace is reached",
        three(**A_YEAR, grace_days=30),
        [buys("2024-01-10", 500), buys("2025-01-20", 1000)],
        {"2025-01-11": "gold in grace until 2025-02-10", "2025-01-20": "platinum until 2026-01-21"},
    ),
    Story(
        "one step down after grace: the lower one lasts as if there had been none",
        three(**BY_THE_YEAR, grace_days=30, downgrade="one_step"),
        [buys("2024-03-05", 1000)],
        {
            "2026-01-01": "platinum in grace until 2026-01-31",
            "2026-01-31": "gold until 2027-01-01",
            "2027-01-01": "gold in grace until 2027-01-31",
            "2027-01-31": "silver until 2028-01-01",
        },
    ),
    Story(
        "grace that is longer than the period it follows",
        vip(window=rolling(1), period=rolling(1), grace_days=60),
        [buys("2024-01-10", 1000), buys("2024-03-20", 500)],
        {
            "2024-02-11": "vip in grace until 2024-04-11",
            "2024-03-20": "vip until 2024-04-11",
            "2024-04-11": "vip until 2024-05-11",
        },
    ),
    Story(
        "thirty days in Shanghai",
        vip(**BY_THE_YEAR, grace_days=30, zone=SHANGHAI),
        [buys("2024-03-05", 1000)],
        {"2026-01-30 23:59": "vip in grace until 2026-01-31", "2026-01-31": "new"},
        zone=SHANGHAI,
    ),
    Story(
        "grace over the night in which the clocks change",
        vip(window=rolling(1), period=rolling(1), grace_days=2, zone=CALIFORNIA),
        [buys("2026-02-06", 1000)],
        {
            "2026-03-07": "vip in grace until 2026-03-09",
            "2026-03-08 23:59": "vip in grace until 2026-03-09",
            "2026-03-09": "new",
        },
        zone=CALIFORNIA,
    ),
]

REFUNDS = [
    Story(
        "at once: as if it had never been bought",
        vip(**A_YEAR),
        [buys("2024-01-10", 1000, left=999)],
        {"2024-01-10": "new", "2024-06-01": "new"},
    ),
    Story(
        "at once: the second order had reached it as well, and its year is the year",
        vip(**A_YEAR),
        [buys("2024-01-10", 1000, left=0), buys("2024-06-01", 1000)],
        {"2024-05-31": "new", "2024-06-01": "vip until 2025-06-02"},
    ),
    Story(
        "an order returned in full is no order",
        ladder(tier("vip", orders(3))),
        [buys("2024-01-10", 5), buys("2024-01-11", 5, left=0), buys("2024-01-12", 5)],
        {"2024-01-12": "nothing"},
    ),
    Story(
        "one returned in part still is one",
        ladder(tier("vip", orders(3))),
        [buys("2024-01-10", 5), buys("2024-01-11", 5, left=1), buys("2024-01-12", 5)],
        {"2024-01-12": "vip until 2025-01-11"},
    ),
    Story(
        "unless what is left is less than an order that counts",
        ladder(tier("vip", orders(1, minimum={"CNY": 10_000}))),
        [buys("2024-01-10", 150, left=99)],
        {"2024-01-12": "nothing"},
    ),
    Story(
        "at the period's end: kept until then, and not any longer",
        vip(**A_YEAR, refunds="period_end"),
        [buys("2024-01-10", 1000, left=0)],
        {
            "2024-01-10": "vip until 2025-01-11",
            "2025-01-10 23:59": "vip until 2025-01-11",
            "2025-01-11": "new",
        },
    ),
    Story(
        "at the period's end: what was bought and returned does not keep it",
        vip(**A_YEAR, refunds="period_end"),
        [buys("2024-01-10", 1000), buys("2024-06-01", 500, left=499)],
        {"2025-01-11": "new"},
    ),
    Story(
        "at the period's end: it does not come back by the same order afterwards",
        vip(window=rolling(24), period=rolling(12), refunds="period_end"),
        [buys("2024-01-10", 1000, left=0), buys("2025-02-01", 100)],
        {"2025-01-11": "new", "2025-02-01": "new"},
    ),
    Story(
        "at the period's end: what keeps it in grace keeps it, even if it goes back",
        vip(**A_YEAR, refunds="period_end", grace_days=30),
        [buys("2024-01-10", 1000), buys("2025-01-20", 500, left=0)],
        {
            "2025-01-11": "vip in grace until 2025-02-10",
            "2025-01-20": "vip until 2026-01-11",
            "2026-01-11": "vip in grace until 2026-02-10",
        },
    ),
    Story(
        "in grace: a refund of the year before is no longer overlooked",
        vip(**A_YEAR, refunds="period_end", grace_days=30),
        [buys("2024-01-10", 1000), buys("2024-06-01", 500, left=400), buys("2025-01-20", 99)],
        {"2025-01-20": "vip in grace until 2025-02-10", "2025-02-10": "new"},
    ),
]

VERSIONS = [
    Story(
        "lower thresholds: up on the day they hold",
        [("2023-01-01", vip(**A_YEAR)), ("2024-06-01", ladder(tier("vip", spend(300)), **A_YEAR))],
        [buys("2024-01-10", 400)],
        {"2024-05-31": "new", "2024-06-01": "vip until 2025-06-02"},
    ),
    Story(
        "higher thresholds: what was reached is kept to the end of its period",
        [
            ("2023-01-01", vip(**A_YEAR)),
            ("2024-06-01", ladder(tier("vip", spend(9000)), **A_YEAR)),
        ],
        [buys("2024-01-10", 1000), buys("2024-12-01", 1000)],
        {
            "2024-06-01": "vip until 2025-01-11",
            "2025-01-10": "vip until 2025-01-11",
            "2025-01-11": "nothing",
        },
    ),
    Story(
        "higher thresholds without periods: lost on the day they hold",
        [
            ("2023-01-01", ladder(tier("vip", spend(1000)))),
            ("2024-06-01", ladder(tier("vip", spend(2000)))),
        ],
        [buys("2024-01-10", 1000)],
        {"2024-05-31": "vip until 2025-01-11", "2024-06-01": "nothing"},
    ),
    Story(
        "the tier is gone: the one that fits",
        [("2023-01-01", three(**A_YEAR)), ("2024-06-01", vip(**A_YEAR))],
        [buys("2024-01-10", 1000)],
        {"2024-05-31": "platinum until 2025-01-11", "2024-06-01": "vip until 2025-06-02"},
    ),
    Story(
        "the tier is gone and none fits",
        [
            ("2023-01-01", three(**A_YEAR)),
            ("2024-06-01", ladder(tier("elite", spend(5000)), **A_YEAR)),
        ],
        [buys("2024-01-10", 1000)],
        {"2024-06-01": "nothing"},
    ),
    Story(
        "a ladder with periods after one without: the first period begins then",
        [("2023-01-01", vip(window=rolling(12))), ("2024-06-01", vip(**A_YEAR))],
        [buys("2024-01-10", 1000), buys("2024-12-01", 500)],
        {
            "2024-05-31": "vip until 2025-01-11",
            "2024-06-01": "vip until 2025-06-02",
            "2025-06-02": "vip until 2026-06-02",
        },
    ),
    Story(
        "a ladder without periods after one with: what does not fit any more is lost",
        [("2023-01-01", vip(**A_YEAR)), ("2024-06-01", vip(window=calendar()))],
        [buys("2023-08-10", 1000)],
        {"2024-05-31": "vip until 2024-08-11", "2024-06-01": "new"},
    ),
    Story(
        "protected before and not any more: a period begins",
        [
            ("2023-01-01", ladder(tier("vip", spend(1000), protected=True), **A_YEAR)),
            ("2024-06-01", vip(**A_YEAR)),
        ],
        [buys("2023-08-10", 1000)],
        {"2024-05-31": "vip", "2024-06-01": "vip until 2025-06-02", "2025-06-02": "new"},
    ),
    Story(
        "protected from now on: no end from now on",
        [
            ("2023-01-01", vip(**A_YEAR)),
            ("2024-06-01", ladder(tier("vip", spend(9000), protected=True), **A_YEAR)),
        ],
        [buys("2023-08-10", 1000)],
        {"2024-05-31": "vip until 2024-08-11", "2024-06-01": "vip", "2034-06-01": "vip"},
    ),
    Story(
        "in grace when the ladder changes: grace goes on",
        [("2023-01-01", vip(**A_YEAR, grace_days=30)), ("2024-08-20", vip(**A_YEAR))],
        [buys("2023-08-10", 1000)],
        {"2024-08-20": "vip in grace until 2024-09-10", "2024-09-10": "new"},
    ),
    Story(
        "who joins later never meets the ladders of before",
        [("2023-01-01", ladder(tier("vip", spend(1)), **A_YEAR)), ("2024-06-01", vip(**A_YEAR))],
        [buys("2024-07-01 10:00", 10)],
        {"2024-07-01 10:00": "new", "2024-08-01": "new"},
        joined="2024-07-01 10:00",
    ),
    Story(
        "nor those that nobody lived under for a moment",
        [
            ("2024-06-01", ladder(tier("vip", spend(1)), **A_YEAR)),
            ("2024-06-01", vip(**A_YEAR)),
        ],
        [buys("2024-01-10", 10)],
        {"2024-05-31": "nothing", "2024-06-01": "new"},
    ),
    Story(
        "what was bought before there was a ladder counts on its first day",
        [("2024-06-01", vip(**A_YEAR))],
        [buys("2024-01-10", 1000)],
        {"2024-05-31": "nothing", "2024-06-01": "vip until 2025-06-02"},
    ),
    Story(
        "a period that ends on the day of the new ladder is looked at by the new one",
        [
            ("2023-01-01", vip(**A_YEAR)),
            ("2025-01-11", ladder(tier("vip", spend(300)), **A_YEAR)),
        ],
        [buys("2024-01-10", 1000), buys("2024-06-01", 300)],
        {"2025-01-10": "vip until 2025-01-11", "2025-01-11": "vip until 2026-01-11"},
    ),
]


@pytest.mark.parametrize(
    "story",
    [*UP, *NO_PERIOD, *PERIODS, *DOWN, *GRACE, *REFUNDS, *VERSIONS],
    ids=lambda story: story.says.replace(" ", "_"),
)
def test_story(story: Story) -> None:
    check_story(story)


def test_growth_with_a_claw_back() -> None:
    story = Story(
        "growth taken back is growth that never was",
        ladder(tier("gold", growth(5000)), window=rolling(12)),
        [],
        {"2024-05-01": "nothing", "2024-06-01": "gold until 2025-01-11"},
    )
    check_story(story, growth=[grows("2024-01-10", 3000), grows("2024-05-01", 4000, left=1500),
                        grows("2024-06-01", 500)])  # fmt: skip


def test_events_that_the_merchant_names() -> None:
    reviews = {"kind": "activity", "event": "review", "from": 2}
    story = Story(
        "two reviews in a quarter; a share is no review",
        ladder(tier("critic", reviews), window=calendar("quarter")),
        [],
        {"2024-02-10": "nothing", "2024-03-31": "critic until 2024-04-01", "2024-04-01": "nothing"},
    )
    happened = {
        "review": [grows("2024-01-10", 1), grows("2024-03-31", 1)],
        "share": [grows("2024-02-10", 1)],
    }
    check_story(story, activity=happened)


def test_points_earned_and_not_what_is_left_of_them() -> None:
    config = ladder(tier("gold", {"kind": "points", "from": 100}), window=EVER)
    story = Story("points of awards", config, [], {"2024-01-10": "nothing", "2024-01-11": "gold"})
    check_story(story, points=[grows("2024-01-10", 90), grows("2024-01-11", 20, left=10)])
