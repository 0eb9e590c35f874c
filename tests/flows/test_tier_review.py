"""Reviewing where members stand: by date, by night, under a new ladder."""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import connection, transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.orders.models import OrderRecord
from saleor_loyalty.features.tiers.models import Standing
from saleor_loyalty.features.tiers.replay import replay
from saleor_loyalty.flows import tier_review
from saleor_loyalty.flows.ladder_terms import Ladders
from saleor_loyalty.flows.member_events import record_event
from saleor_loyalty.flows.order_changed import act_on
from saleor_loyalty.flows.tier_facts import facts_of
from saleor_loyalty.flows.tier_grants import set_tier
from saleor_loyalty.flows.tier_totals import Totals
from tests.flows.ladders import THREE, buy, ladder_of, moves_of, set_ladder, tier_of
from tests.shop import NOON, line, paid_order

DAY = timedelta(days=1)
# Long after the programme of the tests began.
NOW = NOON + timedelta(days=480)
# An order of noon counts until the end of the same day a year later.
A_YEAR_ON = datetime(2027, 3, 11, tzinfo=UTC)
YEARLY = {**THREE, "period": {"kind": "rolling", "months": 12}}


def standing(member: Member) -> Standing:
    return Standing.objects.select_related("earned_tier").get(pk=member.pk)


def test_whom_a_date_is_due_for_and_nobody_else(ada: Member, bob: Member, programme: None) -> None:
    set_ladder(THREE)
    buy(ada, 500, "o1")
    buy(bob, 500, "o2", at=NOON + DAY)
    assert tier_review.review_due(now=A_YEAR_ON - timedelta(microseconds=1)) == 0
    assert tier_review.review_due(now=A_YEAR_ON) == 1
    assert tier_review.review_due(now=A_YEAR_ON) == 0
    assert (tier_of(ada), tier_of(bob)) == (None, "silver")
    assert moves_of(ada)[-1] == ("silver", None, "dropped")


def test_who_stays_is_only_given_the_next_date(ada: Member, programme: None) -> None:
    set_ladder(THREE)
    buy(ada, 100, "o1")
    buy(ada, 500, "o2", at=NOON + DAY)
    assert tier_review.review_due(now=A_YEAR_ON) == 1
    assert (tier_of(ada), standing(ada).review_at) == ("silver", A_YEAR_ON + DAY)
    assert len(moves_of(ada)) == 2
    assert tier_review.review_due(now=A_YEAR_ON + DAY) == 1
    assert (tier_of(ada), standing(ada).review_at) == (None, None)


def test_what_was_given_ends_on_its_day(ada: Member, programme: None) -> None:
    set_ladder(YEARLY)
    set_tier(ada, "gold", reason="press", actor="a", until=NOON + 30 * DAY, now=NOON)
    buy(ada, 100, "o1")
    assert tier_review.review_due(now=NOON + 30 * DAY) == 1
    assert (tier_of(ada), standing(ada).review_at) == ("bronze", A_YEAR_ON)


def test_the_night_finds_who_stands_elsewhere_than_the_facts_say(
    ada: Member, bob: Member, programme: None
) -> None:
    """As a restored backup, or a hand in the database, would leave it."""
    set_ladder(THREE)
    buy(ada, 500, "o1")
    buy(bob, 100, "o2")
    assert tier_review.find_all(now=NOON) == 0
    OrderRecord.objects.filter(order_id="o2").update(qualifying=100_000, qualified=100_000)
    OrderRecord.objects.filter(order_id="o1").update(qualifying=0)
    assert tier_review.find_all(now=NOON) == 2
    assert (tier_of(ada), tier_of(bob)) == (None, "gold")
    Member.objects.update(tier=None)
    assert tier_review.find_all(now=NOON) == 1
    assert tier_of(bob) == "gold"
    assert tier_review.find_all(now=NOON) == 0


def test_within_a_period_who_stands_too_low_or_higher_than_they_ever_came(
    ada: Member, bob: Member, programme: None
) -> None:
    set_ladder({**YEARLY, "window": {"kind": "rolling", "months": 1}})
    buy(ada, 500, "o1")
    buy(bob, 100, "o2")
    later = NOON + 60 * DAY
    assert tier_review.find_all(now=later) == 0
    assert tier_of(ada) == "silver"
    OrderRecord.objects.filter(order_id="o1").update(qualifying=0)
    OrderRecord.objects.filter(order_id="o2").update(paid_at=later, qualifying=100_000)
    assert tier_review.find_all(now=later) == 2
    assert (tier_of(ada), tier_of(bob)) == (None, "gold")


def test_once_a_day_however_often_it_is_started(ada: Member, programme: None) -> None:
    set_ladder(THREE)
    buy(ada, 500, "o1")
    assert tier_review.review_all(now=NOON) == 0
    Member.objects.update(tier=None)
    assert tier_review.review_all(now=NOON + timedelta(hours=11)) == 0
    assert tier_review.review_all(now=NOON + timedelta(hours=12)) == 1
    assert tier_of(ada) == "silver"


def test_a_ladder_nobody_was_placed_in_yet(ada: Member, bob: Member) -> None:
    """Those who joined before there was any ladder are placed by the first review."""
    Standing.objects.all().delete()
    set_ladder(ladder_of({"slug": "new", "name": {"en": "New"}, "everybody": True}))
    assert tier_review.review_new_ladder(now=NOON) == 2
    assert (tier_of(ada), tier_of(bob)) == ("new", "new")
    assert tier_review.placed_in_newest_ladder()


MEASURES: list[dict[str, Any]] = [
    {"kind": "spend", "from": {"USD": 10_000}},
    {"kind": "spend", "from": {"USD": 10_000, "CNY": 70_000, "JPY": 1_700_003}},
    {"kind": "orders", "from": 3},
    {"kind": "orders", "from": 2, "minimum": {"USD": 5_000}},
    {"kind": "growth", "from": 100},
    {"kind": "points", "from": 120},
    {"kind": "activity", "event": "review", "from": 2},
]
WINDOWS: list[dict[str, Any]] = [
    {"kind": "rolling", "months": 1},
    {"kind": "rolling", "months": 12},
    {"kind": "calendar", "unit": "quarter"},
    {"kind": "ever"},
]
measures = st.builds(
    lambda measure, window: {**measure, "window": window},
    st.sampled_from(MEASURES),
    st.sampled_from(WINDOWS),
)
criteria = st.recursive(
    measures,
    lambda inner: st.builds(
        lambda kind, of: {"kind": kind, "of": of},
        st.sampled_from(["all", "any"]),
        st.lists(inner, min_size=1, max_size=3),
    ),
    max_leaves=4,
)
orders = st.lists(
    st.tuples(
        st.sampled_from(["USD", "CNY", "JPY"]),
        st.integers(1, 30_000),
        st.integers(0, 450),
        st.booleans(),
    ),
    max_size=6,
)


@settings(
    max_examples=30,
    phases=[Phase.generate],
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    low=criteria,
    high=criteria,
    bought=orders,
    reviews=st.lists(st.integers(0, 300), max_size=3),
    zone=st.sampled_from(["UTC", "Asia/Shanghai", "America/New_York"]),
)
def test_the_database_adds_up_what_the_replay_adds_up(
    ada: Member, low, high, bought, reviews, zone
) -> None:
    """Whatever is counted in whatever window: what the night compares with is the truth."""
    with transaction.atomic():
        _verify(ada, [low, high], bought, reviews, zone)
        # Each history begins with nothing.
        transaction.set_rollback(True)


def _verify(member: Member, entries, bought, reviews, zone) -> None:
    tiers = [
        {"slug": slug, "name": {"en": slug}, "entry": entry}
        for slug, entry in zip(("low", "high"), entries, strict=True)
    ]
    set_ladder({"time_zone": zone, "tiers": tiers})
    for number, (currency, amount, days, fulfilled) in enumerate(bought):
        at = NOW - days * DAY
        more = {"fulfilled_at": at} if fulfilled else {}
        _buy(member, currency, amount, f"o{number}", at, **more)
    for number, days in enumerate(reviews):
        at = NOW - days * DAY
        record_event(member, "review", source=f"r{number}", occurred_at=at, attributes={}, now=NOW)
    ladders = Ladders.load()
    reached = _by_sums(ladders, NOW)
    facts = facts_of([member.pk], ladders.reads, now=NOW)[member.pk]
    path = replay(ladders.versions, facts, joined_at=member.joined_at, now=NOW)
    assert reached[member.pk] == ladders.newest.config.rank(path.last.tier)
    tier_review.review_new_ladder(now=NOW)
    assert tier_review.find_all(now=NOW) == 0


def _by_sums(ladders: Ladders, now: datetime) -> dict[int, int]:
    totals = Totals(ladders.newest.config, now)
    found = []
    for joins in (totals.joins("m.id"), totals.lateral("m.id")):
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT m.id, {totals.best()} FROM saleor_loyalty_member m{joins}", totals.values
            )
            found.append(dict(cursor.fetchall()))
    assert found[0] == found[1]
    return found[0]


def _buy(member: Member, currency: str, amount: int, order_id: str, at: datetime, **more) -> None:
    act_on(
        [
            paid_order(
                line("a", amount),
                order_id=order_id,
                user_id=member.user_id,
                email=member.email,
                currency=currency,
                placed_at=at,
                paid_at=at,
                **more,
            )
        ],
        now=NOW,
    )
