"""Points given or taken by hand."""

from typing import Any, Self

import graphene

from ...errors import N_, Code, LoyaltyError
from ...flows.points import LONGEST_REASON, adjust_points
from ...ledger.models import Entry
from ...values.points import MAX_POINTS, Unit
from ..context import request_of, viewer_of
from ..inputs import text
from ..language import of_staff
from ..members import known_member, view_of
from ..scalars import LoyaltyInteger
from ..types.history import EntryView, LoyaltyHistoryEntry
from ..types.member import LoyaltyMember
from ..viewer import Permission
from .base import LoyaltyMutation

_LONGEST_KEY = 100


class LoyaltyPointsAdjust(LoyaltyMutation):
    """Gives points to a member, or takes them. Needs MANAGE_POINTS."""

    permission = Permission.MANAGE_POINTS

    class Arguments:
        member_id = graphene.ID(required=True)
        points = LoyaltyInteger(required=True, description="Below zero to take them.")
        reason = graphene.String(
            required=True, description="The member reads it. At most 500 characters."
        )
        source_key = graphene.String(
            required=True,
            description="A name of the caller's for this change. The same one again answers as "
            "the first time and changes nothing.",
        )

    member = graphene.Field(LoyaltyMember)
    entry = graphene.Field(LoyaltyHistoryEntry, description="The entry it made.")

    @classmethod
    def perform(cls, info: Any, member_id: str, points: int, reason: str, source_key: str) -> Self:
        reason = text(reason, field="reason", longest=LONGEST_REASON)
        key = text(source_key, field="sourceKey", longest=_LONGEST_KEY)
        if points == 0 or abs(points) > MAX_POINTS:
            raise LoyaltyError(
                Code.INVALID,
                N_("The points must be a whole number from 1 to %(most)s, or as many below zero."),
                field="points",
                most=MAX_POINTS,
            )
        member = known_member(member_id)
        posted = adjust_points(
            member,
            points,
            reason=reason,
            source=f"adjust:{key}",
            actor=viewer_of(info).actor,
            now=request_of(info).now,
        )
        entry = Entry.objects.get(account_id=posted.account_id, seq=posted.seq)
        return cls(
            member=view_of(member, reader=of_staff(info)),
            entry=EntryView(entry, Unit.POINTS, member.language_code),
            errors=[],
        )
