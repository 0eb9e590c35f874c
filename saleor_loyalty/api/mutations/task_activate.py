"""A task begins."""

from typing import Any, Self

import graphene

from ...flows.task_setup import activate_task
from ..context import request_of
from ..language import language_of
from ..task_ids import task_slug
from ..types.task import LoyaltyTask, task_view
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyTaskActivate(LoyaltyMutation):
    """Shows a task to members: what happened since its beginning counts. Again changes nothing.

    Needs MANAGE_PROGRAMMES.
    """

    permission = Permission.MANAGE_PROGRAMMES

    class Arguments:
        id = graphene.ID(required=True)

    task = graphene.Field(LoyaltyTask)

    @classmethod
    def perform(cls, info: Any, id: str) -> Self:
        task = activate_task(task_slug(id), now=request_of(info).now)
        return cls(task=task_view(task, language_of(info)), errors=[])
