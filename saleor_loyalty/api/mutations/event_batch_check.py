"""A file of events is looked at."""

from typing import Any, Self

import graphene

from ...flows import event_batches
from ..context import request_of, viewer_of
from ..inputs import text
from ..types.event_batch import LoyaltyEventBatch
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyEventBatchCheck(LoyaltyMutation):
    """Tells what each line of a file of events would do, and does nothing.

    Needs MANAGE_POINTS.
    """

    permission = Permission.MANAGE_POINTS

    class Arguments:
        name = graphene.String(required=True, description="For people. At most 200 characters.")
        content = graphene.String(
            required=True,
            description="CSV with the columns key, member or email, name, occurred_at, channel "
            "and attributes.<name>; or one JSON object of these a line.",
        )

    batch = graphene.Field(LoyaltyEventBatch)

    @classmethod
    def perform(cls, info: Any, name: str, content: str) -> Self:
        batch = event_batches.check(
            content,
            name=text(name, field="name", longest=200),
            actor=viewer_of(info).actor,
            now=request_of(info).now,
        )
        return cls(batch=batch, errors=[])
