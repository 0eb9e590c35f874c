"""What staff do is written down beside it."""

from collections.abc import Mapping
from typing import Any

from graphene.utils.str_converters import to_camel_case

from ..errors import LoyaltyError
from ..features.members.models import Member
from ..flows.audit import write_down
from .context import request_of, viewer_of
from .ids import uuid_of
from .members import TYPE, MemberView


def note_staff_action(info: Any, answer: Any, given: Mapping[str, Any]) -> None:
    """In the transaction of the mutation that has just answered."""
    write_down(
        viewer_of(info).actor,
        info.field_name,
        {to_camel_case(name): value for name, value in given.items()},
        member=_member(answer, given),
        now=request_of(info).now,
    )


def _member(answer: Any, given: Mapping[str, Any]) -> Member | None:
    """Whom it was about: whom the answer shows, or whom the arguments name."""
    shown = getattr(answer, "member", None)
    if isinstance(shown, MemberView):
        return shown.member
    named = given.get("member_id") or given.get("id")
    if not isinstance(named, str):
        return None
    try:
        public_id = uuid_of(named, TYPE)
    except LoyaltyError:
        return None
    return Member.objects.filter(public_id=public_id).first()
