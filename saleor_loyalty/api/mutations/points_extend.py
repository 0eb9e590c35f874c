"""Points that live longer, by hand."""

from datetime import datetime
from typing import Any, Self

import graphene

from ...errors import N_, Code, LoyaltyError
from ...flows import expiry
from ...flows.points import LONGEST_REASON
from ...ledger.models import Entry
from ...values.points import Unit
from ..context import request_of, viewer_of
from ..ids import uuid_of
from ..inputs import text
from ..language import of_staff
from ..members import known_member, view_of
from ..scalars import LoyaltyDateTime
from ..types.history import EntryView, LoyaltyHistoryEntry
from ..types.member import LoyaltyMember
from ..viewer import Permission
from .base import LoyaltyMutation

_LONGEST_KEY = 100


class LoyaltyPointsExtend(LoyaltyMutation):
    """Lets points of a member expire later. Nothing expires sooner by it. Needs MANAGE_POINTS."""

    permission = Permission.MANAGE_POINTS

    class Arguments:
        member_id = graphene.ID(required=True)
        until = LoyaltyDateTime(description="When they are gone then. Give this or forGood.")
        for_good = graphene.Boolean(description="They never expire.")
        expiring_before = LoyaltyDateTime(
            description="All that would expire before. Without it: all that would expire."
        )
        entry_id = graphene.ID(description="Only what this entry of the history brought.")
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
    def perform(
        cls,
        info: Any,
        member_id: str,
        reason: str,
        source_key: str,
        until: datetime | None = None,
        for_good: bool | None = None,
        expiring_before: datetime | None = None,
        entry_id: str | None = None,
    ) -> Self:
        if (until is None) != bool(for_good):
            raise LoyaltyError(Code.REQUIRED, N_("Give either until or forGood."), field="until")
        if entry_id is not None and expiring_before is not None:
            raise LoyaltyError(
                Code.INVALID, N_("Give either entryId or expiringBefore."), field="entryId"
            )
        key = text(source_key, field="sourceKey", longest=_LONGEST_KEY)
        member = known_member(member_id)
        wanted: dict[str, Any] = {
            "until": until,
            "reason": text(reason, field="reason", longest=LONGEST_REASON),
            "source": f"extend:{key}",
            "actor": viewer_of(info).actor,
            "now": request_of(info).now,
        }
        if entry_id is None:
            posted = expiry.extend(member, before=expiring_before, **wanted)
        else:
            brought = uuid_of(entry_id, "LoyaltyHistoryEntry", field="entryId")
            posted = expiry.extend_lot(member, brought, **wanted)
        entry = Entry.objects.get(account_id=posted.account_id, seq=posted.seq)
        return cls(
            member=view_of(member, reader=of_staff(info)),
            entry=EntryView(entry, Unit.POINTS, member.language_code),
            errors=[],
        )
