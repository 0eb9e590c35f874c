"""What staff and apps did: written down with what they did, and read back."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from ..features.audit.models import StaffAction
from ..features.members.models import Member

# What belongs to a person, or opens something, under these names anywhere in the arguments.
_PRIVATE = frozenset({"attributes", "birthday", "code", "codes", "content", "email", "phone"})
_LONGEST_TEXT = 500
_LONGEST_LIST = 100
_GONE = "…"


def write_down(
    actor: str,
    action: str,
    arguments: Mapping[str, Any],
    *,
    member: Member | None,
    now: datetime,
) -> StaffAction:
    """In the transaction of what was done, so that neither is there without the other."""
    kept = _kept(dict(arguments))
    return StaffAction.objects.create(
        actor=actor, action=action, arguments=kept, member=member, at=now
    )


def staff_actions(
    *,
    actor: str = "",
    action: str = "",
    member_public_id: Any = None,
    since: datetime | None = None,
    until: datetime | None = None,
) -> QuerySet[StaffAction]:
    """Newest first."""
    wanted = {
        "actor": actor or None,
        "action": action or None,
        "member__public_id": member_public_id,
        "at__gte": since,
        "at__lt": until,
    }
    given = {name: value for name, value in wanted.items() if value is not None}
    return StaffAction.objects.select_related("member").filter(**given).order_by("-id")


def _kept(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            name: _GONE if name in _PRIVATE and inner not in (None, "") else _kept(inner)
            for name, inner in value.items()
        }
    if isinstance(value, list | tuple):
        rest = [_GONE] if len(value) > _LONGEST_LIST else []
        return [_kept(one) for one in value[:_LONGEST_LIST]] + rest
    if isinstance(value, str):
        return value if len(value) <= _LONGEST_TEXT else value[:_LONGEST_TEXT] + _GONE
    if isinstance(value, datetime | date):
        return value.isoformat()
    return value if value is None or isinstance(value, bool | int) else str(value)
