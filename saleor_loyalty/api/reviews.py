"""Reviews for the API: ids, what is shown to whom, and whoever is writing."""

from typing import Any
from uuid import UUID

from ..features.members.models import Member
from ..features.reviews.models import Review
from ..flows.members import find_or_join, member_of_user
from ..flows.reviews import Opinion
from .context import request_of, viewer_of
from .ids import uuid_of
from .types.review import PICTURE, TYPE, ReviewView
from .viewer import require_user

# With what each answer about one's own review, or of staff, tells.
WHOLE = ("pictures", "steps", "event__awards")


def review_id(global_id: str) -> UUID:
    return uuid_of(global_id, TYPE)


def writer(info: Any) -> Member:
    """The caller, who joins if need be."""
    return find_or_join(require_user(viewer_of(info)), now=request_of(info).now)


def caller(info: Any) -> Member | None:
    user_id = require_user(viewer_of(info))
    return member_of_user(user_id)


def opinion_of(given: dict[str, Any]) -> Opinion:
    """What is left out is empty."""
    pictures = given.pop("picture_ids", None) or ()
    texts = {name: value for name, value in given.items() if value is not None}
    ids = tuple(uuid_of(one, PICTURE, field="pictureIds") for one in pictures)
    return Opinion(**texts, pictures=ids)


def own_view(review: Review) -> ReviewView:
    return ReviewView(_whole(review), own=True)


def staff_view(review: Review) -> ReviewView:
    return ReviewView(_whole(review), own=True, staff=True)


def _whole(review: Review) -> Review:
    found = Review.objects.select_related("member__tier", "event").prefetch_related(*WHOLE)
    return found.get(pk=review.pk)
