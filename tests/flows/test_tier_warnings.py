"""Who is told, and what, before a tier is lost."""

from datetime import UTC, datetime, timedelta

import pytest

from saleor_loyalty.events.models import OutboxEffect
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.tiers.models import TierWarning
from saleor_loyalty.flows import tier_review
from saleor_loyalty.flows.outbox import work_outbox
from saleor_loyalty.flows.tier_grants import set_tier
from saleor_loyalty.flows.tier_warnings import Warned, due_warnings
from tests.flows.ladders import buy, ladder_of, set_ladder, tier, tier_of
from tests.shop import NOON

DAY = timedelta(days=1)
# Yearly by the calendar: what is reached this year is kept to the end of the next.
CALENDAR = ladder_of(
    {"slug": "new", "name": {"en": "New", "de": "Neu"}, "everybody": True},
    {
        "slug": "gold",
        "name": {"en": "Gold", "zh-hans": "金卡"},
        "entry": {"kind": "spend", "from": {"USD": 20_000, "CNY": 100_000}},
        "keep": {"kind": "spend", "from": {"USD": 10_000, "CNY": 50_000}},
    },
    window={"kind": "calendar", "unit": "year"},
    period={"kind": "calendar", "unit": "year", "more": 1},
    time_zone="Asia/Shanghai",
)
# The end of 2027 in Shanghai.
END = datetime(2027, 12, 31, 16, tzinfo=UTC)

TOLD: list[Warned] = []


def tell(warned: Warned) -> None:
    TOLD.append(warned)


@pytest.fixture(autouse=True)
def told(settings, programme: None) -> list[Warned]:
    settings.SALEOR_LOYALTY_ON_TIER_WARNING = f"{__name__}.tell"
    TOLD.clear()
    return TOLD


def warned_at(at: datetime) -> int:
    new = due_warnings(now=at)
    work_outbox(now=at + timedelta(days=36_500))
    return new


def texts_at(at: datetime) -> list[str]:
    """What they are told, as of the moment the warning is written."""
    due_warnings(now=at)
    OutboxEffect.objects.update(due_at=at)
    work_outbox(now=at)
    return [one.text for one in TOLD]


def test_what_keeps_it_until_when_in_their_own_words_and_money(ada: Member) -> None:
    set_ladder(CALENDAR)
    Member.objects.update(language_code="de")
    buy(ada, 1000, "o1", currency="CNY")
    buy(ada, 320, "o2", at=NOON + 365 * DAY, currency="CNY")
    assert tier_of(ada) == "gold"
    assert texts_at(END - 7 * DAY) == [
        "Noch nötig bis 31. Dezember 2027, um Gold zu behalten: Einkäufe über 180,00\xa0CN¥."
    ]
    (warned,) = TOLD
    assert (warned.member, warned.user_id, warned.email) == (
        ada.public_id,
        ada.user_id,
        "ada@example.com",
    )
    assert (warned.tier, warned.tier_name) == ("gold", "Gold")
    assert (warned.ends_at, warned.days_before) == (END, 7)


def test_once_for_each_of_the_days_before(ada: Member) -> None:
    set_ladder(CALENDAR)
    buy(ada, 200, "o1")
    assert due_warnings(now=END - 30 * DAY - timedelta(seconds=1)) == 0
    assert due_warnings(now=END - 30 * DAY) == 1
    assert due_warnings(now=END - 20 * DAY) == 0
    assert due_warnings(now=END - 7 * DAY) == 1
    assert due_warnings(now=END - DAY) == 0
    found = TierWarning.objects.order_by("pk").values_list("ends_at", "days_before")
    assert list(found) == [(END, 30), (END, 7)]


def test_a_run_that_was_missed_is_made_good_by_the_nearest_day(ada: Member) -> None:
    set_ladder(CALENDAR)
    buy(ada, 200, "o1")
    assert due_warnings(now=END - 3 * DAY) == 1
    assert TierWarning.objects.get().days_before == 7


def test_who_has_done_enough_is_left_in_peace(ada: Member, bob: Member) -> None:
    set_ladder(CALENDAR)
    for number, (member, dollars) in enumerate([(ada, 100), (bob, 99)]):
        buy(member, 200, f"o{number}")
        buy(member, dollars, f"p{number}", at=NOON + 365 * DAY)
    assert due_warnings(now=END - 30 * DAY) == 1
    assert TierWarning.objects.get().member_id == bob.pk


def test_who_does_it_between_the_warning_and_the_message_is_not_told(ada: Member) -> None:
    set_ladder(CALENDAR)
    buy(ada, 200, "o1")
    assert due_warnings(now=END - 30 * DAY) == 1
    buy(ada, 100, "o2", at=END - 29 * DAY)
    work_outbox(now=END + 36_500 * DAY)
    assert TOLD == []


def test_without_periods_it_ends_when_the_first_of_it_is_too_long_ago(ada: Member) -> None:
    set_ladder(ladder_of(tier("silver", 100), tier("gold", 500)))
    buy(ada, 200, "o1")
    buy(ada, 310, "o2", at=NOON + 100 * DAY)
    end = datetime(2027, 3, 11, tzinfo=UTC)
    assert due_warnings(now=end - 31 * DAY) == 0
    assert texts_at(end - 30 * DAY) == [
        "Still needed until March 10, 2027 to keep Gold: purchases of $190.00."
    ]
    tier_review.review_due(now=end)
    assert tier_of(ada) == "silver"


def test_what_was_given_is_said_to_end(ada: Member) -> None:
    set_ladder(ladder_of(tier("silver", 100), tier("black")))
    set_tier(ada, "black", reason="press", actor="a", until=NOON + 10 * DAY, now=NOON)
    assert texts_at(NOON + 3 * DAY) == ["Black is yours until March 20, 2026."]
    TOLD.clear()
    set_tier(ada, "silver", reason="press", actor="a", until=NOON + 10 * DAY, now=NOON)
    assert TierWarning.objects.count() == 1


def test_a_ladder_may_warn_of_nothing(ada: Member) -> None:
    set_ladder({**CALENDAR, "warn_days_before": []})
    buy(ada, 200, "o1")
    assert due_warnings(now=END - DAY) == 0
    assert not TierWarning.objects.exists()


def test_without_a_function_of_the_merchants_nothing_is_dead(ada: Member, settings) -> None:
    settings.SALEOR_LOYALTY_ON_TIER_WARNING = None
    set_ladder(CALENDAR)
    buy(ada, 200, "o1")
    assert warned_at(END - DAY) == 1
    assert not OutboxEffect.objects.filter(kind="tier_warning", error__gt="").exists()
