"""What a member says about themselves."""

from datetime import date, datetime
from typing import Any, Self

import graphene

from ...errors import N_, Code, LoyaltyError
from ...features.members.models import Member
from ...flows.members import UNSET, Unset, find_or_join, member_of_user, update_member
from ..context import request_of, viewer_of
from ..ids import uuid_of
from ..inputs import birthday as checked_birthday
from ..inputs import language_code as checked_language
from ..inputs import optional_text
from ..language import of_staff
from ..members import TYPE, known_member, view_of
from ..scalars import LoyaltyDate
from ..types.member import LoyaltyMember
from ..viewer import Permission, Viewer, require, require_user
from .base import LoyaltyMutation


class LoyaltyMemberInput(graphene.InputObjectType):
    """What is left out stays as it is."""

    birthday = LoyaltyDate(
        description="Members set it once; changing or clearing (null) it is for staff."
    )
    language_code = graphene.String(description="en, pt-br, zh-hans.")
    time_zone = graphene.String(
        description="Whose midnight begins their day: Europe/Paris. Empty: the programme's."
    )


class LoyaltyMemberUpdate(LoyaltyMutation):
    """Sets a member's birthday, language and time zone: one's own, or with MANAGE_MEMBERS
    anybody's.
    """

    staff_permission = Permission.MANAGE_MEMBERS

    class Arguments:
        id = graphene.ID(description="Without it: the caller's own.")
        input = LoyaltyMemberInput(required=True)

    member = graphene.Field(LoyaltyMember)

    @classmethod
    def authorise(cls, viewer: Viewer) -> None:
        if not viewer.may(Permission.MANAGE_MEMBERS):
            require_user(viewer)

    @classmethod
    def perform(cls, info: Any, input: Any, id: str | None = None) -> Self:
        viewer, now = viewer_of(info), request_of(info).now
        changes = _changes(input, now.date())
        member = _locked(_member(viewer, id, now))
        if not viewer.may(Permission.MANAGE_MEMBERS):
            _check_own_birthday(member, changes["birthday"])
        update_member(member, **changes, now=now)
        return cls(member=view_of(member, reader=of_staff(info)), errors=[])


def _member(viewer: Viewer, member_id: str | None, now: datetime) -> Member:
    if member_id is None:
        return find_or_join(require_user(viewer), now=now)
    if not viewer.may(Permission.MANAGE_MEMBERS):
        # Whether there is such a member is nobody's business either.
        own = member_of_user(require_user(viewer))
        if own is None or own.public_id != uuid_of(member_id, TYPE):
            require(viewer, Permission.MANAGE_MEMBERS)
    return known_member(member_id, field="id")


def _locked(member: Member) -> Member:
    return Member.objects.select_for_update().get(pk=member.pk)


def _check_own_birthday(member: Member, wanted: date | Unset | None) -> None:
    if isinstance(wanted, Unset) or member.birthday in (None, wanted):
        return
    raise LoyaltyError(
        Code.FORBIDDEN, N_("Your birthday is known; the shop can correct it."), field="birthday"
    )


def _changes(given: Any, today: date) -> dict[str, Any]:
    changes: dict[str, Any] = {"birthday": UNSET, "language_code": UNSET, "time_zone": UNSET}
    if "birthday" in given:
        birthday = given["birthday"]
        changes["birthday"] = (
            checked_birthday(birthday, today=today, field="birthday") if birthday else None
        )
    if "language_code" in given:
        changes["language_code"] = checked_language(given["language_code"])
    if "time_zone" in given:
        changes["time_zone"] = optional_text(given["time_zone"], field="timeZone", longest=63)
    return changes
