"""What is told of reviews to whom, and what is asked in vain."""

from typing import Any

import pytest

from saleor_loyalty.api.ids import to_global
from saleor_loyalty.features.reviews.models import Review, ReviewState
from tests.api.client import answer_to, data_of, error_of, operation
from tests.api.conftest import World
from tests.api.review_world import CREATE, OPINION, ORDER, SHOWN, UPDATE, WAITING, review_id
from tests.flows.reviews import takes_reviews

OF_PRODUCT = operation("storefront/product_reviews")
SUMMARIES = operation("storefront/review_summaries")
PRIVATE = """query { loyaltyProductReviews(productId: "lamp", first: 1) { edges { node {
  text state reason revision points productName orderId lineId source member { id } steps { kind }
} } } }"""


def nodes(found: Any) -> list[Any]:
    return [edge["node"] for edge in found["edges"]]


def test_a_product_page(world: World) -> None:
    (shown,) = nodes(data_of(OF_PRODUCT, productId="lamp", first=9))
    assert (shown["rating"], shown["title"], shown["author"]) == (5, "Nice", "Ada")
    assert nodes(data_of(OF_PRODUCT, productId="bulb", first=9)) == []
    assert data_of(SUMMARIES, productIds=["sofa", "lamp"]) == [
        {"productId": "sofa", "count": 0, "average": None, "stars": stars()},
        {"productId": "lamp", "count": 1, "average": "5.00", "stars": stars(five=1)},
    ]


def stars(five: int = 0) -> list[dict[str, int]]:
    return [{"rating": rating, "count": five if rating == 5 else 0} for rating in (5, 4, 3, 2, 1)]


def test_strangers_read_what_is_shown_and_no_more(world: World) -> None:
    for viewer in (world.as_bob, world.as_ada, world.as_admin):
        (shown,) = nodes(data_of(PRIVATE, viewer))
        assert shown.pop("text") == "Bright."
        assert set(shown.values()) == {None}


def test_what_became_of_ones_own(world: World) -> None:
    mine = nodes(data_of(operation("storefront/my_reviews"), world.as_ada, first=9))
    assert sorted((one["productName"], one["state"], one["points"]) for one in mine) == [
        ("Bulb", "PENDING", 0),
        ("Lamp", "APPROVED", 0),
    ]
    assert {one["orderId"] for one in mine} == {to_global("Order", ORDER)}
    assert nodes(data_of(operation("storefront/my_reviews"), world.as_bob, first=9)) == []


def test_what_can_be_reviewed(world: World) -> None:
    asked = operation("storefront/reviewable_lines")
    found = data_of(asked, world.as_ada, first=9)
    assert [(one["lineId"], one["productName"]) for one in found] == [
        (to_global("OrderLine", "c"), "Screw")
    ]
    takes_reviews(enabled=False)
    assert data_of(asked, world.as_ada, first=9) == []


def test_a_review_by_the_ids_of_the_shop_or_its_own(world: World) -> None:
    create = operation("storefront/review_create")
    given = {**CREATE(None), "orderId": ORDER, "lineId": "c"}
    first, again = (data_of(create, world.as_ada, **found) for found in (given, CREATE(None)))
    assert first["review"]["id"] == again["review"]["id"]
    assert (first["review"]["state"], first["review"]["rating"]) == ("PENDING", 4)


def test_staff_decide_what_they_have_read(world: World) -> None:
    (found,) = nodes(
        data_of(operation("dashboard/reviews"), world.as_admin, first=9, state="PENDING")
    )
    assert (found["member"]["email"], found["source"]) == ("ada@example.com", "")
    assert [step["kind"] for step in found["steps"]] == ["written"]
    approve = operation("dashboard/review_approve")
    wrong = {"id": found["id"], "revision": "0" * 16}
    assert error_of(approve, world.as_admin, **wrong)[0] == "CHANGED_MEANWHILE"
    right = {"id": found["id"], "revision": found["revision"]}
    review = data_of(approve, world.as_admin, **right)["review"]
    assert (review["state"], review["points"]) == ("APPROVED", 30)
    assert review["steps"][-1]["actor"] == world.as_admin.actor


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"rating": 0}, "INVALID"),
        ({"rating": 6}, "INVALID"),
        ({"text": "x" * 5_001}, "INVALID"),
        ({"title": "a\tb"}, "INVALID"),
        ({"author": "\u202e"}, "INVALID"),
        ({"languageCode": "x" * 36}, "INVALID"),
        ({"pictureIds": ["x"]}, "INVALID"),
        ({"pictureIds": [to_global("LoyaltyReviewPicture", SHOWN)]}, "NOT_FOUND"),
        ({"pictureIds": [to_global("LoyaltyReviewPicture", SHOWN)] * 6}, "INVALID"),
    ],
)
def test_bad_reviews(world: World, changes: dict[str, Any], code: str) -> None:
    before = list(Review.objects.order_by("pk").values_list())
    for name, given in (("create", CREATE(None)), ("update", UPDATE(None))):
        asked = {**given, "input": {**OPINION, **changes}}
        assert error_of(operation(f"storefront/review_{name}"), world.as_ada, **asked)[0] == code
    assert list(Review.objects.order_by("pk").values_list()) == before


@pytest.mark.parametrize("wrong", ["", "x", "LoyaltyReview", to_global("LoyaltyMember", SHOWN)])
def test_bad_ids(world: World, wrong: str) -> None:
    for name in ("approve", "refuse", "answer", "reopen"):
        asked = {"id": wrong, "revision": "", "reason": "x", "text": "x"}
        query = operation(f"dashboard/review_{name}")
        wanted = {key: value for key, value in asked.items() if f"${key}:" in query}
        assert error_of(query, world.as_admin, **wanted)[0] == "INVALID"
    gone = review_id(Review(public_id=world.ada.public_id).public_id)
    assert error_of(operation("storefront/review_withdraw"), world.as_ada, id=gone)[0] == (
        "NOT_FOUND"
    )


@pytest.mark.parametrize(
    "asked",
    [
        {"first": 0},
        {"first": 101},
        {"first": 1, "after": "x"},
        {"first": 1, "after": to_global("cursor", "5 yesterday x")},
        {"first": 1, "productId": ""},
        {"first": 1, "productId": "x" * 101},
        {"first": 1, "languageCode": "x" * 36},
    ],
)
def test_bad_pages(world: World, asked: dict[str, Any]) -> None:
    code, _ = error_of(OF_PRODUCT, **{"productId": "lamp", **asked})
    assert code in ("INVALID", "LIMIT_EXCEEDED")


def test_bad_lists(world: World) -> None:
    assert error_of(SUMMARIES, productIds=["x"] * 101)[0] == "LIMIT_EXCEEDED"
    assert error_of(SUMMARIES, productIds=["a\nb"])[0] == "INVALID"
    staff = operation("dashboard/reviews")
    for wrong in ({"search": "x" * 101}, {"memberId": "x"}, {"after": "x"}):
        assert error_of(staff, world.as_admin, first=1, **wrong)[0] == "INVALID"
    times = {"since": "2026-03-02T00:00:00Z", "until": "2026-03-01T00:00:00Z"}
    assert error_of(staff, world.as_admin, first=1, **times)[0] == "INVALID"


def test_refusals_are_in_the_readers_language(world: World) -> None:
    type(world.ada).objects.filter(pk=world.ada.pk).update(language_code="de")
    asked = {**CREATE(None), "input": {"rating": 9}}
    answer = answer_to(operation("storefront/review_create"), world.as_ada, **asked)
    (error,) = answer["data"]["loyaltyReviewCreate"]["errors"]
    assert (error["field"], error["message"]) == ("rating", "Bitte 1 bis 5 Sterne vergeben.")


def test_no_picture_of_what_is_not_shown(world: World) -> None:
    Review.objects.filter(public_id=SHOWN).update(state=ReviewState.REFUSED)
    assert nodes(data_of(OF_PRODUCT, productId="lamp", first=9)) == []
    assert Review.objects.get(public_id=WAITING).state == ReviewState.PENDING
