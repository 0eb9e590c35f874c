"""A member begins a task."""

from typing import Any, Self

import graphene

from ...flows.task_members import accept, tasks_of
from ..context import request_of
from ..language import language_of
from ..play import player
from ..task_ids import task_slug
from ..types.task import LoyaltyMemberTask, MemberTaskView
from .base import LoyaltyMutation


class LoyaltyTaskAccept(LoyaltyMutation):
    """Begins a task that starts by hand, for the caller: what happens from now on counts.

    Again answers as the first time.
    """

    class Arguments:
        task_id = graphene.ID(required=True)

    task = graphene.Field(LoyaltyMemberTask)

    @classmethod
    def perform(cls, info: Any, task_id: str) -> Self:
        slug, now, member = task_slug(task_id, field="taskId"), request_of(info).now, player(info)
        accept(member, slug, now=now)
        mine = (one for one in tasks_of(member, now=now) if one.task.slug == slug)
        view = next((MemberTaskView(one, language_of(info)) for one in mine), None)
        return cls(task=view, errors=[])
