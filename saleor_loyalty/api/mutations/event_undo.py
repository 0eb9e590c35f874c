"""An event is taken back."""

from typing import Any, Self

import graphene

from ...errors import N_, Code, LoyaltyError
from ...features.member_events.models import MemberEvent
from ...flows.member_events import undo_event
from ..context import request_of
from ..ids import uuid_of
from ..types.event import TYPE, LoyaltyEvent, event_view
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyEventUndo(LoyaltyMutation):
    """Takes back all that an event brought, also what has been spent. Needs MANAGE_POINTS."""

    permission = Permission.MANAGE_POINTS

    class Arguments:
        id = graphene.ID(required=True)

    event = graphene.Field(LoyaltyEvent)

    @classmethod
    def perform(cls, info: Any, id: str) -> Self:
        event = MemberEvent.objects.filter(key=uuid_of(id, TYPE)).first()
        if event is None:
            raise LoyaltyError(Code.NOT_FOUND, N_("There is no such event."), field="id")
        undone = undo_event(event, now=request_of(info).now)
        return cls(event=event_view(undone), errors=[])
