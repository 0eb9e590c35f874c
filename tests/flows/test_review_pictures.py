"""Pictures wait for their review, and are swept where none comes."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.core.files.storage import default_storage

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.reviews.models import Review, ReviewPicture
from saleor_loyalty.flows.review_pictures import MOST_ALONE, sweep, upload
from saleor_loyalty.flows.reviews import Opinion, edit_review, withdraw_review
from tests.flows.reviews import all_there_is, bought, picture, takes_reviews, uploaded, written
from tests.shop import NOON

NEXT_DAY = NOON + timedelta(days=1, seconds=1)


@pytest.fixture(autouse=True)
def reviews(ada: Member) -> None:
    takes_reviews(pictures={"most": 2})
    bought(ada)


def refused(act: Any) -> tuple[Code, str | None]:
    before = all_there_is()
    with pytest.raises(LoyaltyError) as refusal:
        act()
    assert all_there_is() == before
    return refusal.value.code, refusal.value.field


def files() -> int:
    folder = "saleor_loyalty/reviews"
    return len(default_storage.listdir(folder)[1]) if default_storage.exists(folder) else 0


def in_order(review: Review) -> list[UUID]:
    found = ReviewPicture.objects.filter(review=review).order_by("position")
    return list(found.values_list("public_id", flat=True))


def test_they_are_shown_in_their_order(ada: Member) -> None:
    first, second = uploaded(ada, 2)
    review = written(ada, pictures=(second, first))
    assert (in_order(review), review.pictures_count) == ([second, first], 2)
    third = uploaded(ada)[0]
    edited = edit_review(
        ada, review.public_id, Opinion(rating=5, pictures=(first, third)), now=NOON
    )
    assert in_order(edited) == [first, third]
    assert ReviewPicture.objects.get(review=None).public_id == second


def test_the_row_tells_what_is_in_the_file(ada: Member) -> None:
    found = upload(ada, picture("PNG", (9, 7)), now=NOON)
    assert (found.content_type, found.width, found.height) == ("image/png", 9, 7)
    with found.file.open() as file:
        assert len(file.read()) == found.size
    assert str(found.public_id) not in found.file.name
    assert found.file.name.endswith(".png")


def test_those_of_nobody_of_others_and_of_other_reviews(ada: Member, bob: Member) -> None:
    (theirs,) = uploaded(bob)
    (taken,) = uploaded(ada)
    written(ada, "b", pictures=(taken,))
    for wrong in (theirs, taken, UUID(int=1)):
        found = refused(lambda: written(ada, pictures=(wrong,)))  # noqa: B023
        assert found == (Code.NOT_FOUND, "pictureIds")
    mine = uploaded(ada, 3)
    assert refused(lambda: written(ada, pictures=mine)) == (Code.LIMIT_EXCEEDED, "pictureIds")
    assert refused(lambda: written(ada, pictures=mine[:1] * 2)) == (Code.INVALID, "pictureIds")


def test_nobody_fills_the_storage(ada: Member) -> None:
    uploaded(ada, MOST_ALONE)
    assert refused(lambda: uploaded(ada)) == (Code.LIMIT_EXCEEDED, "picture")
    takes_reviews(pictures={"most": 0})
    assert refused(lambda: uploaded(ada)) == (Code.INVALID, "picture")


def test_what_no_review_came_for_is_swept(ada: Member) -> None:
    before = files()
    kept, _alone = uploaded(ada, 2)
    late = uploaded(ada, now=NOON + timedelta(hours=2))
    written(ada, pictures=(kept,))
    assert (sweep(now=NOON), files() - before) == (0, 3)
    assert (sweep(now=NEXT_DAY), sweep(now=NEXT_DAY), files() - before) == (1, 0, 2)
    assert set(ReviewPicture.objects.values_list("public_id", flat=True)) == {kept, *late}


def test_those_of_a_withdrawn_review_go_a_day_later(ada: Member) -> None:
    before = files()
    review = written(ada, pictures=uploaded(ada))
    later = NOON + timedelta(days=5)
    withdraw_review(ada, review.public_id, now=later)
    assert (sweep(now=later), sweep(now=later + timedelta(days=1, seconds=1))) == (0, 1)
    assert (files() - before, ReviewPicture.objects.count()) == (0, 0)


def test_a_file_that_is_gone_holds_nothing_up(ada: Member) -> None:
    upload(ada, picture(), now=NOON).file.delete(save=False)
    assert sweep(now=NEXT_DAY) == 1
    assert not ReviewPicture.objects.exists()
