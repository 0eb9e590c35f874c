"""What a draft of the ladder would do."""

from typing import Any, Self

import graphene

from ...flows import ladder_trials
from ..context import request_of, viewer_of
from ..ladders import version_number
from ..types.ladder import LoyaltyLadderTrial
from ..viewer import Permission
from .base import LoyaltyMutation

# As many as a caller can wait for.
_MEMBERS_AT_ONCE = 500


class LoyaltyLadderTry(LoyaltyMutation):
    """Works out who would move if the draft were activated now, and moves nobody. Many members are
    looked at by the worker: ask `loyaltyLadder { trial }` how far it is.

    Needs MANAGE_PROGRAMMES.
    """

    permission = Permission.MANAGE_PROGRAMMES

    class Arguments:
        id = graphene.ID(required=True, description="Of the version.")

    trial = graphene.Field(LoyaltyLadderTrial)

    @classmethod
    def perform(cls, info: Any, id: str) -> Self:
        trial = ladder_trials.start(
            version_number(id), actor=viewer_of(info).actor, now=request_of(info).now
        )
        ladder_trials.step(trial.pk, limit=_MEMBERS_AT_ONCE)
        trial.refresh_from_db()
        return cls(trial=trial, errors=[])
