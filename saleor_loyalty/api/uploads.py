"""A picture out of a form, as browsers send one: multipart/form-data with a field `picture`."""

from datetime import datetime

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest
from django.http.multipartparser import MultiPartParserError

from ..errors import N_, Code, LoyaltyError
from .review_requests import LARGEST_UPLOAD, Answer, refusal, take_picture, too_large
from .viewer import Viewer

_FORM = "multipart/form-data"


def picture_of(request: HttpRequest, viewer: Viewer, *, now: datetime) -> Answer:
    """Nothing is read of what nobody may send, and nothing that is too large for a start."""
    spoken = request.headers.get("Accept-Language", "")
    if viewer.user_id is None:
        return take_picture(None, viewer, now=now)
    if _length(request) > LARGEST_UPLOAD:
        return too_large()
    if request.content_type != _FORM:
        return 400, refusal(
            LoyaltyError(Code.INVALID, N_("Send it as %(form)s."), field="picture", form=_FORM)
        )
    try:
        file = request.FILES.get("picture")
    except (MultiPartParserError, SuspiciousOperation):
        return 400, refusal(LoyaltyError(Code.INVALID, N_("The form cannot be read.")))
    content = file.read() if file is not None else None
    return take_picture(content, viewer, now=now, accept_language=spoken)


def _length(request: HttpRequest) -> int:
    """Django reads no further than this; a request that does not say has no form."""
    given = request.META.get("CONTENT_LENGTH") or "0"
    return int(given) if given.isdecimal() else 0
