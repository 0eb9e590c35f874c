"""Reviews that another service keeps: each state once, in any order, as often as it likes."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from saleor_loyalty.api.ids import to_global
from saleor_loyalty.api.review_requests import LARGEST_DOCUMENT, tell
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.reviews.models import Review, ReviewState
from saleor_loyalty.features.reviews.signature import sign
from saleor_loyalty.flows.review_decisions import refuse
from saleor_loyalty.flows.reviews import Opinion, edit_review
from tests.flows.balances import sums
from tests.flows.events import event_rules
from tests.flows.reviews import all_there_is, bought, steps, takes_reviews, written
from tests.shop import NOON

SECRET = "between us"


@pytest.fixture(autouse=True)
def reviews(ada: Member, settings: Any) -> None:
    event_rules(rates={"USD": {"points": 1, "minor": 10_000}})
    takes_reviews(shortest_text=100)
    bought(ada)
    settings.SALEOR_LOYALTY_REVIEW_SECRETS = SECRET


def at(minutes: int) -> str:
    return (NOON + timedelta(minutes=minutes)).isoformat()


def document(**more: Any) -> dict[str, Any]:
    given = {
        "source": "trust",
        "id": "r1",
        "changed_at": at(0),
        "email": "ada@example.com",
        "product_id": "lamp",
        "rating": 4,
        "text": "Bright.",
    }
    return {**given, **more}


def sent(*left_out: str, now: datetime = NOON + timedelta(hours=1), **more: Any) -> tuple[int, Any]:
    given = {name: value for name, value in document(**more).items() if name not in left_out}
    return post(json.dumps(given).encode(), now=now)


def post(body: bytes, *, now: datetime = NOON, secret: str = SECRET) -> tuple[int, Any]:
    seconds = int(now.timestamp())
    status, answer = tell(body, f"t={seconds},v1={sign(secret, seconds, body)}", now=now)
    if "errors" in answer:
        return status, (answer["errors"][0]["code"], answer["errors"][0]["field"])
    return status, (answer["review"]["state"], answer["review"]["points"])


def unchanged(act: Callable[[], tuple[int, Any]]) -> tuple[int, Any]:
    before = all_there_is()
    found = act()
    assert all_there_is() == before
    return found


def test_a_review_is_told_of(ada: Member) -> None:
    assert sent(pictures=2, title="Fine", author="A.") == (200, ("approved", 50))
    review = Review.objects.get()
    assert (review.source, review.line_id, review.pictures_count) == ("trust", "a", 2)
    assert (review.created_at, review.author) == (NOON, "A.")
    assert unchanged(lambda: sent(pictures=2, title="Fine", author="A.")) == (
        200,
        ("approved", 50),
    )
    assert sums(ada) == (50, 0, 0, 0)
    assert steps(review) == [("written", "source:trust"), ("approved", "source:trust")]


def test_lines_and_members_by_their_ids(ada: Member) -> None:
    named = {
        "member_id": to_global("LoyaltyMember", ada.public_id),
        "order_id": to_global("Order", "o1"),
        "line_id": "b",
    }
    assert sent("email", "product_id", **named) == (200, ("approved", 30))
    assert Review.objects.get().product_id == "bulb"


def test_a_newer_state_counts_and_an_older_one_does_not(ada: Member) -> None:
    assert sent(state="pending") == (200, ("pending", 0))
    assert sent(changed_at=at(9), rating=5) == (200, ("approved", 30))
    for older in (at(8), at(9)):
        assert unchanged(lambda: sent(changed_at=older, rating=1)) == (  # noqa: B023
            409,
            ("SOURCE_KEY_CONFLICT", "changed_at"),
        )
    refused = sent(changed_at=at(10), rating=5, state="refused", reason="Spam")
    assert (refused, sums(ada)) == ((200, ("refused", 0)), (0, 0, 0, 0))
    assert sent(changed_at=at(11), rating=5, pictures=1) == (200, ("approved", 50))
    assert sent(changed_at=at(12), rating=5, state="pending") == (200, ("pending", 50))
    assert sent(changed_at=at(13), rating=5) == (200, ("approved", 30))
    assert sums(ada) == (30, 0, 0, 0)


def test_it_is_removed_there_and_may_come_back(ada: Member) -> None:
    sent(changed_at=at(1))
    gone = {"source": "trust", "id": "r1", "removed": True}
    older = {**gone, "changed_at": at(0)}
    assert unchanged(lambda: post(json.dumps(older).encode()))[0] == 409
    for _ in range(2):
        told = json.dumps({**gone, "changed_at": at(2)}).encode()
        assert (post(told), sums(ada)) == ((200, ("withdrawn", 0)), (0, 0, 0, 0))
    assert unchanged(lambda: sent(changed_at=at(1)))[0] == 409
    assert sent(changed_at=at(3)) == (200, ("approved", 30))
    unknown = json.dumps({**gone, "id": "r9", "changed_at": at(1)}).encode()
    assert unchanged(lambda: post(unknown)) == (404, ("NOT_FOUND", "id"))


def test_one_line_has_one_review_wherever_it_was_written(ada: Member) -> None:
    takes_reviews()
    written(ada)
    assert unchanged(sent) == (404, ("NOT_FOUND", "product_id"))
    by_line = {"order_id": "o1", "line_id": "a"}
    assert unchanged(lambda: sent(**by_line)) == (400, ("INVALID", "lineId"))
    assert sent(id="r2", product_id="bulb") == (200, ("approved", 30))
    assert unchanged(lambda: sent(id="r3", product_id="bulb"))[0] == 404


def test_the_shop_may_refuse_what_another_shows(ada: Member) -> None:
    sent()
    review = Review.objects.get()
    refuse(review.public_id, revision=None, reason="Rude", actor="user:9", now=NOON)
    assert (sent(), sums(ada)) == ((200, ("refused", 0)), (0, 0, 0, 0))
    with pytest.raises(Exception, match="written elsewhere"):
        edit_review(ada, review.public_id, Opinion(rating=1), now=NOON)
    assert Review.objects.get().state == ReviewState.REFUSED


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        ({"rating": 0}, (400, ("INVALID", "rating"))),
        ({"rating": "5"}, (400, ("INVALID", None))),
        ({"rating": 4.5}, (400, ("INVALID", None))),
        ({"stars": 5}, (400, ("INVALID", None))),
        ({"source": "Trust me"}, (400, ("INVALID", None))),
        ({"source": "own"}, (400, ("INVALID", None))),
        ({"id": ""}, (400, ("INVALID", None))),
        ({"changed_at": "2026-03-10T12:00:00"}, (400, ("INVALID", None))),
        ({"changed_at": "2999-01-01T00:00:00Z"}, (400, ("INVALID", "changed_at"))),
        ({"product_id": ""}, (400, ("INVALID", None))),
        ({"order_id": "o1"}, (400, ("INVALID", None))),
        ({"product_id": "sofa"}, (404, ("NOT_FOUND", "product_id"))),
        ({"order_id": "o9", "line_id": "a"}, (404, ("NOT_FOUND", "lineId"))),
        ({"email": "nobody@example.com"}, (404, ("NOT_FOUND", "email"))),
        ({"member_id": "x"}, (400, ("REQUIRED", "memberId"))),
        ({"text": "x" * 5_001}, (400, ("INVALID", "text"))),
        ({"text": "\ud800"}, (400, ("INVALID", "text"))),
        ({"language_code": "klingon"}, (400, ("INVALID", "languageCode"))),
        ({"state": "refused"}, (400, ("REQUIRED", "reason"))),
        ({"state": "deleted"}, (400, ("INVALID", None))),
        ({"pictures": -1}, (400, ("INVALID", None))),
    ],
)
def test_what_is_refused(wrong: dict[str, Any], expected: Any) -> None:
    assert unchanged(lambda: sent(**wrong)) == expected


def test_what_a_known_review_cannot_become(ada: Member, bob: Member) -> None:
    sent()
    for wrong, field in (
        ({"email": "bob@example.com"}, "email"),
        ({"product_id": "bulb"}, "product_id"),
        ({"order_id": "o1", "line_id": "b"}, "line_id"),
    ):
        told = unchanged(lambda: sent(changed_at=at(5), **wrong))  # noqa: B023
        assert told == (409, ("SOURCE_KEY_CONFLICT", field))


@pytest.mark.parametrize("body", [b"", b"[", b"[]", b'"x"', b"NaN", b"[" * 10_000, b"\xff"])
def test_what_is_no_document(body: bytes) -> None:
    assert unchanged(lambda: post(body)) == (400, ("INVALID", None))


def test_who_may_tell(settings: Any) -> None:
    body = json.dumps(document()).encode()
    assert unchanged(lambda: post(body, secret="guessed")) == (401, ("FORBIDDEN", None))
    assert unchanged(lambda: post(bytes(LARGEST_DOCUMENT + 1)))[0] == 413
    settings.SALEOR_LOYALTY_REVIEW_SECRETS = ("new", SECRET)
    assert post(body)[0] == 200
    settings.SALEOR_LOYALTY_REVIEW_SECRETS = ()
    assert unchanged(lambda: post(body)) == (404, ("NOT_FOUND", None))


def test_it_is_off_where_reviews_are(ada: Member) -> None:
    takes_reviews(enabled=False)
    assert unchanged(sent) == (404, ("NOT_FOUND", None))
