"""What is shown of a product. A page costs what it has on it, however many reviews there are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Self
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from .models import Review, ReviewState
from .rules import STARS


class Sort(StrEnum):
    NEWEST = "newest"
    BEST = "best"
    WORST = "worst"


@dataclass(frozen=True, slots=True)
class Place:
    """Of a review in a list, whatever becomes of the review."""

    rating: int
    created_at: datetime
    public_id: UUID

    def __str__(self) -> str:
        return f"{self.rating} {self.created_at.isoformat()} {self.public_id}"

    @classmethod
    def of(cls, review: Review) -> Self:
        return cls(review.rating, review.created_at, review.public_id)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Raises ValueError."""
        rating, created_at, public_id = text.split(" ")
        found = datetime.fromisoformat(created_at)
        if found.tzinfo is None or int(rating) not in STARS:
            raise ValueError(text)
        return cls(int(rating), found, UUID(public_id))


def stars_of(product_ids: Sequence[str]) -> dict[str, dict[int, int]]:
    """By product: how many reviews that are shown have so many stars. From the index alone."""
    found: dict[str, dict[int, int]] = {one: dict.fromkeys(STARS, 0) for one in product_ids}
    counted = _shown().filter(product_id__in=list(found)).values("product_id", "rating")
    for row in counted.annotate(number=Count("id")).order_by():
        found[row["product_id"]][row["rating"]] = row["number"]
    return found


def page_of(
    product_id: str,
    *,
    sort: Sort,
    after: Place | None,
    limit: int,
    language_code: str = "",
    with_pictures: bool = False,
) -> list[Review]:
    """The newest first, also among those of as many stars."""
    wanted = _shown().filter(product_id=product_id)
    if language_code:
        wanted = wanted.filter(language_code=language_code)
    if with_pictures:
        wanted = wanted.filter(pictures_count__gt=0)
    ids: list[int] = []
    for part in _parts(wanted, sort, after):
        # The index knows all that is asked here: rows are read for the page alone.
        newest = part.order_by("-created_at", "-public_id")
        ids += newest.values_list("id", flat=True)[: limit - len(ids)]
        if len(ids) == limit:
            break
    found = Review.objects.prefetch_related("pictures").in_bulk(ids)
    return [found[one] for one in ids]


def _parts(wanted: QuerySet[Review], sort: Sort, after: Place | None) -> Iterator[QuerySet[Review]]:
    """One part for each number of stars in their order, where these count."""
    if sort is Sort.NEWEST:
        yield _older(wanted, after)
        return
    for rating in STARS if sort is Sort.WORST else STARS[::-1]:
        part = wanted.filter(rating=rating)
        if after is None:
            yield part
        elif rating == after.rating:
            yield _older(part, after)
            after = None


def _older(found: QuerySet[Review], after: Place | None) -> QuerySet[Review]:
    if after is None:
        return found
    same_moment = Q(created_at=after.created_at, public_id__lt=after.public_id)
    # The first half is for the index, which cannot use an "or".
    return found.filter(created_at__lte=after.created_at).filter(
        Q(created_at__lt=after.created_at) | same_moment
    )


def _shown() -> QuerySet[Review]:
    return Review.objects.filter(state=ReviewState.APPROVED)
