"""Requests about reviews that are no GraphQL: pictures, and what another service tells.

From the body of a request to the status and the JSON of its answer; HTTP itself is the adapter's
business.
"""

import json
from datetime import datetime
from typing import Any, NoReturn

from .. import conf
from ..errors import N_, Code, LoyaltyError
from ..features.reviews.models import Review, ReviewPicture
from ..features.reviews.signature import check
from ..flows.members import find_or_join
from ..flows.review_pictures import upload
from ..flows.reviews_told import receive, remove
from ..values.voice import voice_of
from .ids import to_global
from .language import accepted
from .review_document import ReviewDocument
from .types.review import PICTURE, TYPE, points_of
from .viewer import Viewer

Answer = tuple[int, dict[str, Any]]

LARGEST_DOCUMENT = 64 * 1024
# With what stands around the picture in its request. The setting may say less.
LARGEST_UPLOAD = 21_000_000

_STATUS = {
    Code.FORBIDDEN: 401,
    Code.NOT_FOUND: 404,
    Code.SOURCE_KEY_CONFLICT: 409,
    Code.BUSY: 503,
}


def tell(body: bytes, signature: str, *, now: datetime) -> Answer:
    """200 with what became of it; else `errors`: 400 for what the document says, 401 for its
    signature, 404 for what there is none of, 409 for a state that is older than is known, 413.
    """
    secrets = conf.review_secrets()
    if not secrets:
        return 404, refusal(LoyaltyError(Code.NOT_FOUND, N_("Nobody may tell of reviews here.")))
    if len(body) > LARGEST_DOCUMENT:
        return too_large()
    try:
        check(signature, body, secrets=secrets, now=now)
        review = _receive(ReviewDocument.read(_json(body)), now)
    except LoyaltyError as error:
        return _STATUS.get(error.code, 400), refusal(error)
    review = Review.objects.select_related("event").get(pk=review.pk)
    told = {
        "id": to_global(TYPE, review.public_id),
        "state": review.state,
        "points": points_of(review),
    }
    return 200, {"review": told}


def take_picture(
    content: bytes | None, viewer: Viewer, *, now: datetime, accept_language: str = ""
) -> Answer:
    """201 with the picture's id; else `errors`: 400, 401 for nobody, 404 where reviews are off."""
    if viewer.user_id is None:
        needed = LoyaltyError(Code.FORBIDDEN, N_("This needs a logged-in customer."))
        return 401, refusal(needed)
    language = accepted(accept_language)
    try:
        member = find_or_join(viewer.user_id, now=now)
        language = member.language_code
        picture = upload(member, _given(content), now=now)
    except LoyaltyError as error:
        return _STATUS.get(error.code, 400), refusal(error, language)
    return 201, {"picture": _shown(picture)}


def too_large() -> Answer:
    return 413, refusal(LoyaltyError(Code.LIMIT_EXCEEDED, N_("The request is too large.")))


def refusal(error: LoyaltyError, language: str = "en") -> dict[str, Any]:
    message = voice_of(language).refusal(error)
    told = {"code": error.code.value, "field": error.field, "message": message}
    return {"errors": [told]}


def _receive(document: ReviewDocument, now: datetime) -> Review:
    if document.removed:
        return remove(document.source, document.id, changed_at=document.changed_at, now=now)
    return receive(document.told(), now=now)


def _given(content: bytes | None) -> bytes:
    if not content:
        raise LoyaltyError(Code.REQUIRED, N_("Choose a picture."), field="picture")
    return content


def _json(body: bytes) -> Any:
    try:
        return json.loads(body, parse_constant=_no_such_number)
    except (ValueError, RecursionError):
        raise LoyaltyError(Code.INVALID, N_("The request is not JSON.")) from None


def _no_such_number(name: str) -> NoReturn:
    raise ValueError(name)


def _shown(picture: ReviewPicture) -> dict[str, Any]:
    return {
        "id": to_global(PICTURE, picture.public_id),
        "contentType": picture.content_type,
        "size": picture.size,
        "width": picture.width,
        "height": picture.height,
    }
