"""In which language whoever is calling reads."""

from typing import Any

from django.utils.translation.trans_real import parse_accept_lang_header

from ..features.members.models import Member
from ..values.language import LANGUAGES, closest
from .context import request_of, viewer_of
from .viewer import is_staff


def language_of(info: Any) -> str:
    """The member's own; else the first we have that their browser asks for; else English.

    Staff read in the language of their pages, which their browser names: they are at work.
    """
    request = request_of(info)
    if request.language is None:
        request.language = (
            of_staff(info)
            or _of_member(viewer_of(info).user_id)
            or accepted(request.accept_language)
        )
    return request.language


def of_staff(info: Any) -> str | None:
    """Which language staff have asked for; None for everybody else."""
    header = request_of(info).accept_language
    return accepted(header) if header and is_staff(viewer_of(info)) else None


def accepted(header: str) -> str:
    """The best of an Accept-Language header, "en" where there is none that we have."""
    for code, _quality in parse_accept_lang_header(header):
        if closest(code, LANGUAGES) is not None:
            return code
    return LANGUAGES[0]


def _of_member(user_id: int | None) -> str | None:
    if user_id is None:
        return None
    return Member.objects.filter(user_id=user_id).values_list("language_code", flat=True).first()
