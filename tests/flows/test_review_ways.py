"""What is still to be reviewed, among the ways to earn."""

from datetime import timedelta
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows.review_decisions import refuse
from saleor_loyalty.flows.review_ways import ways
from tests.flows.reviews import approved, bought, takes_reviews, written
from tests.shop import NOON


def told(member: Member, now: Any = NOON) -> list[tuple[str, str, str, int | None]]:
    return [
        (str(way.name), way.slug, way.state.value, way.gift.points if way.gift else None)
        for way in ways(member, now)
    ]


def test_lines_wait_for_their_reviews(ada: Member, bob: Member) -> None:
    takes_reviews(closes_after_days=30)
    bought(ada)
    bought(ada, "o2", fulfilled_at=None)
    lamp, bulb = (
        ("Review Lamp", "o1/a", "open", 50),
        ("Review Bulb", "o1/b", "open", 50),
    )
    assert told(ada) == [lamp, bulb]
    assert {way.until for way in ways(ada, NOON)} == {NOON + timedelta(days=30)}
    review = written(ada)
    waits = ("Review Lamp", "o1/a", "waiting", 30)
    assert told(ada) == [bulb, waits]
    approved(review)
    assert told(ada) == [bulb]
    refuse(review.public_id, revision=None, reason="Rude", actor="user:9", now=NOON)
    assert told(ada) == [bulb]
    assert told(ada, NOON + timedelta(days=30)) == []
    assert told(bob) == []
    takes_reviews(enabled=False)
    assert told(ada) == []


def test_many_orders_are_read_with_few_statements(ada: Member) -> None:
    takes_reviews()
    for number in range(7):
        bought(ada, f"o{number}")
    with CaptureQueriesContext(connection) as asked:
        assert len(told(ada)) == 10
    assert len(asked) == 4
