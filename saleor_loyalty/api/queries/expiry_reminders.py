"""Reminders of what ends, for staff and for what sends e-mails."""

from typing import Any

import graphene

from ...features.expiry.models import ExpiryReminder
from ..context import viewer_of
from ..errors import refusing
from ..pagination import Slice, arguments, check_size, key_in, slice_of
from ..types.connection import connection_of
from ..types.expiry_reminder import LoyaltyExpiryReminder
from ..viewer import Permission, require

LoyaltyExpiryReminderConnection = connection_of(LoyaltyExpiryReminder)


class ExpiryReminderQueries(graphene.ObjectType):
    loyalty_expiry_reminders = graphene.Field(
        LoyaltyExpiryReminderConnection,
        **arguments(),
        description="Members who are to know that points will end, in the order they became due. "
        "Ask on from the last cursor for what is new. Needs MANAGE_MEMBERS.",
    )

    @staticmethod
    @refusing
    def resolve_loyalty_expiry_reminders(
        _root: None, info: Any, first: int, after: str | None = None
    ) -> Slice[ExpiryReminder]:
        require(viewer_of(info), Permission.MANAGE_MEMBERS)
        last_seen = key_in(after, int)
        found = ExpiryReminder.objects.select_related("member__tier", "member__merged_into")
        if last_seen is not None:
            found = found.filter(pk__gt=last_seen)
        return slice_of(
            lambda limit: list(found.order_by("pk")[:limit]),
            lambda reminder: reminder.pk,
            first=check_size(first),
            after=after,
        )
