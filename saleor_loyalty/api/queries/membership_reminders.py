"""Reminders of memberships that end, for staff and for what sends e-mails."""

from typing import Any

import graphene

from ...features.memberships.models import MembershipReminder
from ..context import viewer_of
from ..errors import refusing
from ..pagination import Slice, arguments, check_size, key_in, slice_of
from ..types.connection import connection_of
from ..types.membership_reminder import LoyaltyMembershipReminder
from ..viewer import Permission, require

LoyaltyMembershipReminderConnection = connection_of(LoyaltyMembershipReminder)


class MembershipReminderQueries(graphene.ObjectType):
    loyalty_membership_reminders = graphene.Field(
        LoyaltyMembershipReminderConnection,
        **arguments(),
        description="Members who are to know that a membership will end, in the order they became "
        "due. Ask on from the last cursor for what is new. Needs MANAGE_MEMBERS.",
    )

    @staticmethod
    @refusing
    def resolve_loyalty_membership_reminders(
        _root: None, info: Any, first: int, after: str | None = None
    ) -> Slice[MembershipReminder]:
        require(viewer_of(info), Permission.MANAGE_MEMBERS)
        last_seen = key_in(after, int)
        found = MembershipReminder.objects.select_related(
            "membership__plan", "membership__member__tier", "membership__member__merged_into"
        )
        if last_seen is not None:
            found = found.filter(pk__gt=last_seen)
        return slice_of(
            lambda limit: list(found.order_by("pk")[:limit]),
            lambda reminder: reminder.pk,
            first=check_size(first),
            after=after,
        )
