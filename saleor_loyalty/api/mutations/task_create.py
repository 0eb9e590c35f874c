"""A task is made."""

from datetime import datetime
from typing import Any, Self

import graphene

from ...flows.task_setup import create_task
from ..inputs import document, text
from ..language import language_of
from ..scalars import LoyaltyDateTime, LoyaltyInteger, LoyaltyJSON
from ..types.task import LoyaltyTask, task_view
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyTaskCreate(LoyaltyMutation):
    """Makes a task as a draft. Needs MANAGE_PROGRAMMES."""

    permission = Permission.MANAGE_PROGRAMMES

    class Arguments:
        slug = graphene.String(required=True, description="Never changes. At most 50 characters.")
        config = LoyaltyJSON(
            required=True, description="Texts, what counts, when, steps, for whom."
        )
        position = LoyaltyInteger(description="Where it stands among the others; 0 is the first.")
        starts_at = LoyaltyDateTime(description="Without it: when it is activated.")
        ends_at = LoyaltyDateTime(description="Without it: never.")

    task = graphene.Field(LoyaltyTask)

    @classmethod
    def perform(
        cls,
        info: Any,
        slug: str,
        config: Any,
        position: int | None = None,
        starts_at: datetime | None = None,
        ends_at: datetime | None = None,
    ) -> Self:
        task = create_task(
            text(slug, field="slug", longest=50),
            document(config),
            position=position or 0,
            starts_at=starts_at,
            ends_at=ends_at,
        )
        return cls(task=task_view(task, language_of(info)), errors=[])
