"""An event of a member is told of."""

from datetime import datetime
from typing import Any, Self

import graphene

from ...errors import N_, Code, LoyaltyError
from ...features.member_events.rules import LONGEST_KEY, LONGEST_NAME
from ...flows.member_events import api_source, record_event
from ..context import request_of
from ..inputs import optional_text, text
from ..members import view_of
from ..scalars import LoyaltyDateTime, LoyaltyJSON
from ..told_members import told_member
from ..types.event import LoyaltyEvent, event_view
from ..types.member import LoyaltyMember
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyEventRecord(LoyaltyMutation):
    """Records an event and what it brings, under the rules of the moment it happened.

    Needs MANAGE_POINTS.
    """

    permission = Permission.MANAGE_POINTS

    class Arguments:
        member_id = graphene.ID(description="Either this or the e-mail.")
        email = graphene.String(description="Of an account, or of a guest.")
        name = graphene.String(required=True, description="The merchant's, as rules name it.")
        source_key = graphene.String(
            required=True,
            description="A name of the caller's for this event. The same one again answers as "
            "the first time and changes nothing.",
        )
        occurred_at = LoyaltyDateTime(description="Not in the future. Without it: now.")
        channel = graphene.String(description="Slug. Without it: channels that no programme names.")
        attributes = LoyaltyJSON(
            description="An object of texts, whole numbers, true and false: at most 20."
        )

    event = graphene.Field(LoyaltyEvent)
    member = graphene.Field(LoyaltyMember)

    @classmethod
    def perform(
        cls,
        info: Any,
        name: str,
        source_key: str,
        member_id: str | None = None,
        email: str | None = None,
        occurred_at: datetime | None = None,
        channel: str | None = None,
        attributes: Any = None,
    ) -> Self:
        now = request_of(info).now
        member = told_member(member_id, email)
        event = record_event(
            member,
            text(name, field="name", longest=LONGEST_NAME),
            source=api_source(text(source_key, field="sourceKey", longest=LONGEST_KEY)),
            occurred_at=occurred_at or now,
            attributes=_attributes(attributes),
            channel=optional_text(channel, field="channel", longest=255),
            now=now,
        )
        member.refresh_from_db()
        return cls(event=event_view(event), member=view_of(member), errors=[])


def _attributes(given: Any) -> dict[str, Any]:
    if given is None:
        return {}
    if not isinstance(given, dict):
        raise LoyaltyError(Code.INVALID, N_("This must be a JSON object."), field="attributes")
    return given
