"""What was given up is tried again."""

from typing import Any, Self
from uuid import UUID

import graphene

from ...errors import N_, Code, LoyaltyError
from ...events.models import InboxFact, OutboxEffect
from ...flows import inbox, outbox
from ..context import request_of
from ..ids import public_of
from ..types.dead_letter import TYPE
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyDeadLetterReplay(LoyaltyMutation):
    """Puts a dead letter back in line, with all its tries. Needs MANAGE_ORDERS."""

    permission = Permission.MANAGE_ORDERS

    class Arguments:
        id = graphene.ID(required=True)

    replayed = graphene.Boolean(description="Whether it is in line again.")

    @classmethod
    def perform(cls, info: Any, id: str) -> Self:
        direction, _, key = public_of(id, TYPE).partition(":")
        now = request_of(info).now
        if direction == "IN":
            inbox.replay(_row(InboxFact, key), now=now)
        elif direction == "OUT":
            outbox.replay(_row(OutboxEffect, key), now=now)
        else:
            raise _no_letter()
        return cls(replayed=True, errors=[])


def _row(model: type[InboxFact] | type[OutboxEffect], key: str) -> int:
    try:
        wanted = UUID(key)
    except ValueError:
        raise _no_letter() from None
    found = model._default_manager.filter(key=wanted).values_list("pk", flat=True).first()
    if found is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such dead letter."), field="id")
    return int(found)


def _no_letter() -> LoyaltyError:
    return LoyaltyError(
        Code.INVALID, N_("This is not the id of a %(kind)s."), field="id", kind=TYPE
    )
