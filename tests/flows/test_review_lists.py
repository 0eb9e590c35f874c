"""Pages of what is shown of a product: against a naive sorting, and quick however many."""

import json
import random
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.reviews.models import Review, ReviewState
from saleor_loyalty.features.reviews.read import Place, Sort, page_of, stars_of
from saleor_loyalty.flows.review_lists import filtered
from tests.shop import NOON


def make(member: Member, count: int, *, product: str = "lamp", **more: Any) -> list[Review]:
    chance = random.Random(count)
    start = Review.objects.count()
    rows = [
        Review(
            public_id=UUID(int=chance.getrandbits(128)),
            key=UUID(int=start + number + 1),
            digest=0,
            member=member,
            order_id=f"o{start + number}",
            line_id="a",
            product_id=product,
            rating=chance.randint(1, 5),
            language_code=chance.choice(["en", "en", "de", "ja"]),
            pictures_count=chance.choice([0, 0, 1, 3]),
            state=ReviewState.APPROVED if chance.random() < 0.8 else ReviewState.PENDING,
            # Several in one moment.
            created_at=NOON + timedelta(seconds=chance.randint(0, count // 2)),
            updated_at=NOON,
            **more,
        )
        for number in range(count)
    ]
    return Review.objects.bulk_create(rows)


def pages(sort: Sort, size: int, **asked: Any) -> Iterator[Review]:
    place = None
    while True:
        found = page_of("lamp", sort=sort, after=place, limit=size, **asked)
        assert len(found) <= size
        yield from found
        if len(found) < size:
            return
        place = Place.parse(str(Place.of(found[-1])))


def naively(rows: list[Review], sort: Sort, language: str, pictures: bool) -> list[UUID]:
    shown = [
        row
        for row in rows
        if row.state == ReviewState.APPROVED
        and language in ("", row.language_code)
        and (row.pictures_count or not pictures)
    ]
    shown.sort(key=lambda row: (row.created_at, row.public_id), reverse=True)
    if sort is not Sort.NEWEST:
        shown.sort(key=lambda row: row.rating, reverse=sort is Sort.BEST)
    return [row.public_id for row in shown]


@pytest.mark.parametrize("sort", Sort)
@pytest.mark.parametrize(("language", "pictures"), [("", False), ("de", False), ("ja", True)])
def test_page_by_page_everything_comes_once(
    ada: Member, sort: Sort, language: str, pictures: bool
) -> None:
    rows = make(ada, 200)
    make(ada, 50, product="bulb")
    for size in (1, 7, 100):
        found = pages(sort, size, language_code=language, with_pictures=pictures)
        assert [row.public_id for row in found] == naively(rows, sort, language, pictures)


def test_stars_are_counted_for_several_products_at_once(ada: Member) -> None:
    rows = make(ada, 60) + make(ada, 40, product="bulb")
    with CaptureQueriesContext(connection) as asked:
        found = stars_of(["lamp", "bulb", "sofa"])
    assert len(asked) == 1
    for product in ("lamp", "bulb"):
        shown = [r for r in rows if r.product_id == product and r.state == ReviewState.APPROVED]
        expected = {stars: sum(r.rating == stars for r in shown) for stars in range(1, 6)}
        assert found[product] == expected
    assert found["sofa"] == dict.fromkeys(range(1, 6), 0)


def test_a_page_reads_what_is_on_it(ada: Member) -> None:
    """20,000 reviews, and no sorting, no offset, and no row but those of the page."""
    make(ada, 20_000)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE saleor_loyalty_review")
    for sort, most in ((Sort.NEWEST, 3), (Sort.BEST, 3), (Sort.WORST, 3)):
        middle = page_of("lamp", sort=sort, after=None, limit=500)[-1]
        with CaptureQueriesContext(connection) as asked:
            found = page_of("lamp", sort=sort, after=Place.of(middle), limit=20)
        assert (len(found), len(asked)) == (20, most)
        plan = plan_of(asked[0]["sql"])
        assert plan["Node Type"] == "Limit"
        (scan,) = plan["Plans"]
        assert scan["Node Type"] in ("Index Scan", "Index Only Scan")
        assert scan["Actual Rows"] == 20


def plan_of(statement: str) -> dict[str, Any]:
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {statement}")
        (found,) = cursor.fetchone()
    plan: dict[str, Any] = (json.loads(found) if isinstance(found, str) else found)[0]["Plan"]
    return plan


@pytest.mark.parametrize(
    "text", ["", "5", "6 2026-03-10T12:00:00+00:00 x", "5 2026-03-10T12:00:00 " + "0" * 32]
)
def test_a_place_that_is_none(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Place.parse(text)


def test_staff_find_what_they_look_for(ada: Member, bob: Member) -> None:
    make(ada, 3, title="A Lamp", text="Warm & bright", author="Ada")
    make(bob, 2, text="100% dim", product="bulb")

    def count(**wanted: Any) -> int:
        return filtered(**wanted).count()

    assert (count(), count(member=bob.pk), count(product_id="lamp")) == (5, 2, 3)
    assert (count(search="BRIGHT lamp"), count(search="lamp dim"), count(search="%")) == (3, 0, 2)
    assert count(member_public_id=ada.public_id, search="ada") == 3
    assert count(source="") == 5
    assert (count(source="trust"), count(until=NOON), count(since=NOON)) == (0, 0, 5)
    pictured = count(with_pictures=True)
    assert pictured + count(with_pictures=False) == 5
    ids = [row.public_id for row in filtered()]
    assert ids == sorted(ids, reverse=True)
    assert [row.public_id for row in filtered(before=ids[2])] == ids[3:]
