"""Tasks for staff, and leaderboards for everybody."""

from typing import Any

import graphene

from ...features.tasks.models import Task, TaskRun
from ...flows.leaderboards import leaderboard
from ..context import request_of, viewer_of
from ..errors import refusing
from ..inputs import optional_text
from ..merchant_lists import kept, search_argument
from ..pagination import Slice, arguments, check_size, key_in, slice_of
from ..play import language_for, member_asking
from ..task_ids import task_slug
from ..types.connection import connection_of
from ..types.task import (
    LeaderboardView,
    LoyaltyLeaderboard,
    LoyaltyTask,
    LoyaltyTaskRunState,
    LoyaltyTaskState,
    RunView,
    TaskView,
    task_view,
)
from ..types.task_run import LoyaltyTaskRun
from ..viewer import Permission, require

LoyaltyTaskConnection = connection_of(LoyaltyTask)
LoyaltyTaskRunConnection = connection_of(LoyaltyTaskRun)


class TaskQueries(graphene.ObjectType):
    loyalty_tasks = graphene.Field(
        LoyaltyTaskConnection,
        language_code=graphene.String(description="Of the texts. Without it: the caller's."),
        search=search_argument(who="Only those"),
        state=graphene.Argument(LoyaltyTaskState, description="Without it: any."),
        **arguments(),
        description="All tasks, by slug. Needs MANAGE_PROGRAMMES; members see theirs under "
        "loyaltyMe.",
    )
    loyalty_task = graphene.Field(
        LoyaltyTask,
        id=graphene.ID(required=True),
        language_code=graphene.String(description="Of the texts. Without it: the caller's."),
        description="One task. Null: there is none. Needs MANAGE_PROGRAMMES.",
    )
    loyalty_task_runs = graphene.Field(
        LoyaltyTaskRunConnection,
        task_id=graphene.Argument(graphene.ID, required=True),
        state=LoyaltyTaskRunState(description="Without it: any."),
        period=graphene.String(description="Without it: any."),
        **arguments(),
        description="Who is where with a task, newest first. Needs MANAGE_MEMBERS.",
    )
    loyalty_leaderboard = graphene.Field(
        LoyaltyLeaderboard,
        task_id=graphene.Argument(graphene.ID, required=True),
        period=graphene.String(description="2026-11. Without it: the present one."),
        language_code=graphene.String(description="Of the texts. Without it: the caller's."),
        first=graphene.Int(required=True, description="How many places, at most 100."),
        description="Those who agreed to be seen, the furthest first. Null: there is none.",
    )

    @staticmethod
    @refusing
    def resolve_loyalty_tasks(
        _root: None,
        info: Any,
        first: int,
        after: str | None = None,
        language_code: str | None = None,
        search: str | None = None,
        state: str | None = None,
    ) -> Slice[TaskView]:
        language = language_for(info, language_code)
        found = kept(info, Task.objects.order_by("slug"), all=True, search=search, state=state)
        last_seen = key_in(after, str)
        if last_seen is not None:
            found = found.filter(slug__gt=last_seen)
        return slice_of(
            lambda limit: [task_view(task, language) for task in found[:limit]],
            lambda view: view.slug,
            first=check_size(first),
            after=after,
        )

    @staticmethod
    @refusing
    def resolve_loyalty_task(
        _root: None, info: Any, id: str, language_code: str | None = None
    ) -> TaskView | None:
        require(viewer_of(info), Permission.MANAGE_PROGRAMMES)
        found = Task.objects.filter(slug=task_slug(id)).first()
        return task_view(found, language_for(info, language_code)) if found is not None else None

    @staticmethod
    @refusing
    def resolve_loyalty_task_runs(
        _root: None,
        info: Any,
        task_id: str,
        first: int,
        after: str | None = None,
        state: str | None = None,
        period: str | None = None,
    ) -> Slice[RunView]:
        require(viewer_of(info), Permission.MANAGE_MEMBERS)
        runs = TaskRun.objects.filter(task__slug=task_slug(task_id, field="taskId"))
        if state is not None:
            runs = runs.filter(state=state)
        if period is not None:
            runs = runs.filter(period=optional_text(period, field="period", longest=16))
        last_seen = key_in(after, int)
        if last_seen is not None:
            runs = runs.filter(pk__lt=last_seen)
        found = runs.select_related("member__tier", "member__merged_into").order_by("-pk")
        return slice_of(
            lambda limit: [RunView(run) for run in found[:limit]],
            lambda view: view.run.pk,
            first=check_size(first),
            after=after,
        )

    @staticmethod
    @refusing
    def resolve_loyalty_leaderboard(
        _root: None,
        info: Any,
        task_id: str,
        first: int,
        period: str | None = None,
        language_code: str | None = None,
    ) -> LeaderboardView | None:
        named = optional_text(period, field="period", longest=16) if period is not None else None
        found = leaderboard(
            task_slug(task_id, field="taskId"),
            period=named,
            member=member_asking(info),
            first=check_size(first),
            now=request_of(info).now,
        )
        return LeaderboardView(found, language_for(info, language_code)) if found else None
