"""All that was given up is tried again."""

from typing import Any, Self

import graphene

from ...errors import N_, Code, LoyaltyError
from ...flows.operations import MOST_REPLAYED, replay_all
from ..context import request_of
from ..inputs import text
from ..types.dead_letter import MODELS, LoyaltyDirection
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyDeadLettersReplay(LoyaltyMutation):
    """Puts dead letters back in line, the oldest first, a thousand at a time at most. Needs
    MANAGE_ORDERS."""

    permission = Permission.MANAGE_ORDERS

    class Arguments:
        direction = LoyaltyDirection(required=True)
        kind = graphene.String(description="Only of this kind. Without it: all.")

    number = graphene.Int(description=f"So many are in line again, at most {MOST_REPLAYED:,}.")

    @classmethod
    def perform(cls, info: Any, direction: str, kind: str | None = None) -> Self:
        wanted = text(kind, field="kind", longest=64) if kind is not None else None
        number = replay_all(MODELS[direction], kind=wanted, now=request_of(info).now)
        if wanted is not None and not number:
            raise LoyaltyError(
                Code.NOT_FOUND, N_("There is no dead letter of this kind."), field="kind"
            )
        return cls(number=number, errors=[])
