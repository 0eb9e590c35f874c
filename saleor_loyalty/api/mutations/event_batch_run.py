"""A file of events is done."""

from typing import Any, Self

import graphene

from ...flows import event_batches
from ..context import request_of
from ..ids import uuid_of
from ..types.event_batch import TYPE, LoyaltyEventBatch
from ..viewer import Permission
from .base import LoyaltyMutation

# As many as a caller can wait for.
_LINES_AT_ONCE = 50


class LoyaltyEventBatchRun(LoyaltyMutation):
    """Does a batch that was looked at: the first lines at once, the others by the worker.

    Needs MANAGE_POINTS.
    """

    permission = Permission.MANAGE_POINTS

    class Arguments:
        id = graphene.ID(required=True)

    batch = graphene.Field(LoyaltyEventBatch)

    @classmethod
    def perform(cls, info: Any, id: str) -> Self:
        batch = event_batches.start(uuid_of(id, TYPE))
        event_batches.step(batch.pk, now=request_of(info).now, limit=_LINES_AT_ONCE)
        batch.refresh_from_db()
        return cls(batch=batch, errors=[])
