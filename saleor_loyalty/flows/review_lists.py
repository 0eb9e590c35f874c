"""Finding reviews for whoever wrote them, and for staff."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from ..features.reviews.models import Review

LONGEST_SEARCH = 100


def filtered(
    *,
    state: str | None = None,
    member: int | None = None,
    member_public_id: UUID | None = None,
    product_id: str | None = None,
    rating: int | None = None,
    with_pictures: bool | None = None,
    source: str | None = None,
    search: str = "",
    since: datetime | None = None,
    until: datetime | None = None,
    before: UUID | None = None,
) -> "QuerySet[Review]":
    """The newest first; `before` is the last one that was seen."""
    wanted = {
        "state": state,
        "member": member,
        "member__public_id": member_public_id,
        "product_id": product_id,
        "rating": rating,
        "source": source,
        "created_at__gte": since,
        "created_at__lt": until,
        "public_id__lt": before,
    }
    found = Review.objects.order_by("-public_id")
    found = found.filter(**{name: value for name, value in wanted.items() if value is not None})
    if with_pictures is not None:
        pictured = Q(pictures_count__gt=0)
        found = found.filter(pictured if with_pictures else ~pictured)
    for word in search.split():
        found = found.filter(
            Q(title__icontains=word) | Q(text__icontains=word) | Q(author__icontains=word)
        )
    return found
