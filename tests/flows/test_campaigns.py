"""Campaigns: when they earn, what they say, and budgets their rules share."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Barrier, Thread
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import connection

from saleor_loyalty.api.campaign_texts import state_text
from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.features.campaigns.models import Campaign, CampaignState
from saleor_loyalty.features.campaigns.service import revision_of
from saleor_loyalty.features.earning.models import Award, Counter
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows.campaign_terms import campaign_terms
from saleor_loyalty.flows.campaigns import (
    activate_campaign,
    budget_use,
    edit_campaign,
    end_campaign,
    pause_campaign,
    resume_campaign,
)
from saleor_loyalty.flows.order_changed import act_on
from saleor_loyalty.flows.quote import quote_checkout
from saleor_loyalty.flows.tier_grants import set_tier
from saleor_loyalty.values.points import Unit
from tests.flows.balances import sums
from tests.flows.merchant import TWICE, WELCOME, draft_campaign, in_force, running
from tests.shop import NOON, Shop, line, open_checkout, paid_order

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def points_at(member: Member, at: datetime, order_id: str = "o1", *, cents: int = 1000) -> int:
    """Of an order of ten dollars paid at that moment, as awarded; the quote says the same."""
    quote = quote_checkout(open_checkout(cents, user_id=member.user_id), now=at)
    order = paid_order(line("l0", cents), order_id=order_id, user_id=member.user_id, paid_at=at)
    act_on([order], now=at)
    award = Award.objects.get(order__order_id=order_id, unit=Unit.POINTS)
    assert quote.earn_points == award.points
    return award.points


def test_its_rules_join_those_of_the_programme_in_its_window(ada: Member) -> None:
    in_force({**WELCOME, "points": 5})
    running(TWICE, starts_at=NOON + HOUR, ends_at=NOON + 2 * HOUR)
    moments = (0 * HOUR, HOUR, 2 * HOUR - timedelta(seconds=1), 2 * HOUR)
    earned = [points_at(ada, NOON + after, f"o{after}") for after in moments]
    assert earned == [15, 25, 25, 15]
    parts = Award.objects.get(order__order_id=f"o{HOUR}", unit=Unit.POINTS).breakdown["parts"]
    assert [part["rule"] for part in parts] == ["", "spring.twice", "welcome"]


def test_a_draft_earns_nothing(ada: Member) -> None:
    draft_campaign(TWICE)
    assert points_at(ada, NOON + HOUR) == 10


@pytest.mark.parametrize(
    ("schedule", "at", "points"),
    [
        # 10 March 2026 is a Tuesday.
        ({"kind": "weekday", "any_of": [2]}, NOON, 20),
        ({"kind": "weekday", "any_of": [2]}, NOON + DAY, 10),
        ({"kind": "month_day", "any_of": [10, 20]}, NOON, 20),
        ({"kind": "month_day", "any_of": [11]}, NOON, 10),
        ({"kind": "hours", "from": "12:00", "until": "14:00"}, NOON + HOUR, 20),
        ({"kind": "hours", "from": "12:00", "until": "14:00"}, NOON + 2 * HOUR, 10),
        ({"kind": "birthday"}, NOON, 20),
        ({"kind": "birthday", "within": "day"}, NOON, 10),
        ({"kind": "not", "of": {"kind": "weekday", "any_of": [6, 7]}}, NOON, 20),
    ],
)
def test_schedules(ada: Member, schedule: dict[str, Any], at: datetime, points: int) -> None:
    Member.objects.filter(pk=ada.pk).update(birthday=datetime(1990, 3, 20, tzinfo=UTC).date())
    running(TWICE, schedule=schedule)
    assert points_at(ada, at) == points


def test_for_its_audience_only(ada: Member, bob: Member) -> None:
    running(TWICE, audience={"kind": "tier", "any_of": ["gold"]})
    set_tier(ada, "gold", reason="A friend", actor="user:9", until=None, now=NOON)
    assert [points_at(ada, NOON, "o1"), points_at(bob, NOON, "o2")] == [20, 10]
    passed = Award.objects.get(order__order_id="o2", unit=Unit.POINTS).breakdown["passed_over"]
    assert passed == [
        {
            "rule": "spring.twice",
            "why": "condition",
            "failed": {"kind": "tier", "any_of": ["gold"]},
        }
    ]


def test_a_late_fact_meets_the_campaign_as_it_was(ada: Member) -> None:
    made = running(TWICE)
    pause_campaign(made.public_id, now=NOON + HOUR)
    resume_campaign(made.public_id, now=NOON + 2 * HOUR)
    end_campaign(made.public_id, now=NOON + 3 * HOUR)
    late = NOON + DAY
    orders = [
        paid_order(
            line("a", 1000),
            order_id=f"o{hours}",
            user_id=ada.user_id,
            paid_at=NOON + timedelta(minutes=hours * 60 + 30),
        )
        for hours in range(4)
    ]
    act_on(orders, now=late)
    found = Award.objects.filter(unit=Unit.POINTS).order_by("order__order_id")
    assert list(found.values_list("points", flat=True)) == [20, 10, 20, 10]


def test_an_edited_order_keeps_the_campaign_of_its_moment(ada: Member) -> None:
    made = running(TWICE)
    order = paid_order(line("a", 1000), user_id=ada.user_id)
    act_on([order], now=NOON)
    end_campaign(made.public_id, now=NOON + HOUR)
    act_on([replace(order, lines=(line("a", 3000),))], now=NOON + DAY)
    assert sums(ada) == (0, 60, 0, 0)


def test_one_that_never_began_never_runs(ada: Member) -> None:
    made = running(TWICE, starts_at=NOON + HOUR)
    end_campaign(made.public_id, now=NOON)
    assert points_at(ada, NOON + 2 * HOUR) == 10


def test_activated_late_it_does_not_reach_back(ada: Member) -> None:
    made = draft_campaign(TWICE)
    activate_campaign(made.public_id, revision=revision_of(made), now=NOON + HOUR)
    assert [points_at(ada, NOON, "o1"), points_at(ada, NOON + HOUR, "o2")] == [10, 20]


def test_its_budget_counts_for_all_its_rules_together(ada: Member) -> None:
    running(TWICE, WELCOME, budget={"points": 100})
    earned = [points_at(ada, NOON + number * HOUR, f"o{number}") for number in range(3)]
    assert earned == [10 + 10 + 50, 10 + 10 + 30, 10]
    assert dict(Counter.objects.values_list("key", "used")) == {
        "points/+campaign:spring/POINTS/all": 100
    }
    used = [(use.most, use.used) for use in budget_use(Campaign.objects.get())]
    assert used == [(100, 100)]


def test_a_budget_in_money_counts_what_points_cost(ada: Member) -> None:
    """A point pays a cent."""
    running(TWICE, WELCOME, budget={"money": {"USD": 65}})
    assert [points_at(ada, NOON, "o1"), points_at(ada, NOON, "o2")] == [70, 15]


def test_a_refund_gives_the_budget_back(ada: Member) -> None:
    running(TWICE, WELCOME, budget={"points": 100})
    order = paid_order(line("a", 1000), user_id=ada.user_id)
    act_on([order], now=NOON)
    act_on([replace(order, fully_refunded=True)], now=NOON)
    assert set(Counter.objects.values_list("used", flat=True)) == {0}


def test_rules_of_two_campaigns_may_have_the_same_name(ada: Member) -> None:
    in_force(TWICE)
    for slug in ("spring", "summer"):
        running({**TWICE, "budget": {"points": 5}}, slug=slug)
    assert points_at(ada, NOON) == 10 + 10 + 5 + 5
    keys = set(Counter.objects.values_list("key", flat=True))
    assert keys == {"points/spring.twice/POINTS/all", "points/summer.twice/POINTS/all"}


def test_a_campaign_may_join_a_group_of_its_programme(ada: Member) -> None:
    in_force({**TWICE, "percent": 150, "group": "more"}, groups={"more": "best"})
    running({**TWICE, "group": "more"})
    assert points_at(ada, NOON) == 20
    with pytest.raises(LoyaltyError, match="rule group other"):
        draft_campaign({**TWICE, "group": "other"}, slug="summer")


def test_an_activated_campaign_does_not_change(programme: None) -> None:
    made = running(TWICE)
    with pytest.raises(LoyaltyError) as caught:
        edit_campaign(
            made.public_id,
            starts_at=NOON,
            ends_at=None,
            config={"name": {"en": "X"}, "rules": [WELCOME]},
            revision=revision_of(made),
        )
    assert (caught.value.code, caught.value.field) == (Code.INVALID, "id")


def test_the_second_of_two_tabs_is_told(programme: None) -> None:
    made = draft_campaign(TWICE)
    seen = revision_of(made)
    document = {"name": {"en": "X"}, "rules": [WELCOME]}
    edit_campaign(made.public_id, starts_at=NOON, ends_at=None, config=document, revision=seen)
    for attempt in (
        lambda: edit_campaign(
            made.public_id, starts_at=NOON, ends_at=None, config=document, revision=seen
        ),
        lambda: activate_campaign(made.public_id, revision=seen, now=NOON),
    ):
        with pytest.raises(LoyaltyError) as caught:
            attempt()
        assert caught.value.code is Code.CHANGED_MEANWHILE


@pytest.mark.parametrize(
    ("wrong", "place"),
    [
        ({"name": {}}, "name"),
        ({"rules": []}, "rules"),
        ({"rules": [TWICE, TWICE]}, "given twice"),
        ({"schedule": {"kind": "tier", "any_of": ["gold"]}}, "schedule"),
        ({"schedule": {"kind": "hours", "from": "12:00", "until": "12:00"}}, "schedule"),
        ({"audience": {"kind": "nobody"}}, "audience"),
        ({"pauses": [{"from": "2026-03-01T00:00:00Z"}]}, "Pause and resume"),
        ({"budget": {}}, "budget"),
    ],
)
def test_it_is_refused_with_the_place(programme: None, wrong: dict[str, Any], place: str) -> None:
    given = {"name": {"en": "X"}, "rules": [TWICE], **wrong}
    rules = given.pop("rules")
    with pytest.raises(LoyaltyError, match=place) as caught:
        draft_campaign(*rules, **given)
    assert (caught.value.code, caught.value.field) == (Code.INVALID, "config")


def test_ways_from_state_to_state(programme: None) -> None:
    made = running(TWICE)
    with pytest.raises(LoyaltyError):
        resume_campaign(made.public_id, now=NOON)
    assert pause_campaign(made.public_id, now=NOON).state == CampaignState.PAUSED
    assert end_campaign(made.public_id, now=NOON + HOUR).state == CampaignState.ENDED
    for act in (pause_campaign, resume_campaign, end_campaign):
        with pytest.raises(LoyaltyError) as caught:
            act(made.public_id, now=NOON + HOUR)
        assert caught.value.code is Code.INVALID


# 15 March 2026 is a Sunday; midnight after it is 15:00 UTC in Tokyo.
SUNDAY_NIGHT = datetime(2026, 3, 15, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "ends_at", "rules", "text"),
    [
        ("en", SUNDAY_NIGHT, [TWICE], "2× until Sunday"),
        ("en", SUNDAY_NIGHT, [{**TWICE, "percent": 150}], "1.5× until Sunday"),
        ("de", SUNDAY_NIGHT, [{**TWICE, "percent": 150}], "1,5× bis Sonntag"),
        ("en", SUNDAY_NIGHT, [TWICE, WELCOME], "Spring until Sunday"),
        ("en", SUNDAY_NIGHT + 30 * DAY, [TWICE], "2× until Apr 14"),
        ("en", None, [TWICE], "2×"),
    ],
)
def test_what_a_storefront_shows(
    programme: None, language: str, ends_at: datetime | None, rules: list[Any], text: str
) -> None:
    terms = campaign_terms(running(*rules, ends_at=ends_at))
    zone = ZoneInfo("Asia/Tokyo")
    assert state_text(terms, now=NOON, zone=zone, language=language) == text
    before = state_text(terms, now=NOON - 2 * DAY, zone=zone, language="en")
    assert before.endswith("from Tuesday")


@pytest.mark.django_db(transaction=True)
def test_its_budget_is_never_overdrawn_by_eight_at_once(ada: Member, shop: Shop) -> None:
    running(TWICE, WELCOME, budget={"points": 100})
    start = Barrier(8)

    def award(number: int) -> None:
        start.wait()
        try:
            order = paid_order(
                line("a", 1000),
                order_id=f"o{number}",
                user_id=None,
                email=f"guest{number}@example.com",
            )
            act_on([order], now=NOON)
        finally:
            connection.close()

    threads = [Thread(target=award, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    points = Award.objects.filter(unit=Unit.POINTS).values_list("points", flat=True)
    assert sorted(points) == [10, 10, 10, 10, 10, 10, 50, 70]
    assert [use.used for use in budget_use(Campaign.objects.get())] == [100]
