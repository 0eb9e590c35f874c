"""What a task says."""

from datetime import datetime
from typing import Any, Self

import graphene

from ...flows.task_setup import update_task
from ..inputs import document
from ..language import language_of
from ..scalars import LoyaltyDateTime, LoyaltyInteger, LoyaltyJSON
from ..task_ids import task_slug
from ..types.task import LoyaltyTask, task_view
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyTaskUpdate(LoyaltyMutation):
    """Replaces what a draft says; of a task that is shown, texts, gate, leaderboard and place, and
    its end by a later one. Needs MANAGE_PROGRAMMES.
    """

    permission = Permission.MANAGE_PROGRAMMES

    class Arguments:
        id = graphene.ID(required=True)
        config = LoyaltyJSON(required=True)
        position = LoyaltyInteger(description="Without it: 0.")
        starts_at = LoyaltyDateTime(description="Without it: when it is activated.")
        ends_at = LoyaltyDateTime(description="Without it: never.")

    task = graphene.Field(LoyaltyTask)

    @classmethod
    def perform(
        cls,
        info: Any,
        id: str,
        config: Any,
        position: int | None = None,
        starts_at: datetime | None = None,
        ends_at: datetime | None = None,
    ) -> Self:
        task = update_task(
            task_slug(id),
            document(config),
            position=position or 0,
            starts_at=starts_at,
            ends_at=ends_at,
        )
        return cls(task=task_view(task, language_of(info)), errors=[])
