"""Tasks and challenges: do something so often in a time, and have something for it."""

from typing import Any, ClassVar

from django.db import models
from django.db.models.functions import Lower, Now


class TaskState(models.TextChoices):
    DRAFT = "draft", "not shown"
    ACTIVE = "active", "shown and counted"
    ENDED = "ended", "no more; what was reached stays"


class Task(models.Model):
    slug = models.SlugField(unique=True)
    state = models.CharField(max_length=16, choices=TaskState.choices, default=TaskState.DRAFT)
    position = models.PositiveIntegerField(default=0)
    # The text form of `features.tasks.config.TaskConfig`.
    config: "models.JSONField[Any, Any]" = models.JSONField()
    starts_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(db_default=Now())
    updated_at = models.DateTimeField(auto_now=True)


class TaskRunState(models.TextChoices):
    RUNNING = "running", "on the way"
    DONE = "done", "reached, and given"
    LOST = "lost", "the time was over"


class TaskRun(models.Model):
    """One member's go at a task in one period. Progress is counted from what happened, not kept."""

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="runs")
    member = models.ForeignKey(
        "saleor_loyalty.Member", on_delete=models.PROTECT, related_name="task_runs"
    )
    # As the task repeats: "2026-11", "2026-W47", "2026-11-22"; "" for once and for all.
    period = models.CharField(max_length=16, default="", db_collation="C")
    state = models.CharField(
        max_length=16, choices=TaskRunState.choices, default=TaskRunState.RUNNING
    )
    # What it goes by: the task's config when it was begun.
    promised: "models.JSONField[Any, Any]" = models.JSONField()
    # As last looked at: for leaderboards and lists, never for a decision.
    progress = models.BigIntegerField(default=0)
    begins_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)
    # Of the fact that reached the last step.
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["task", "member", "period"], name="saleor_loyalty_task_run_once"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["member", "state"], name="saleor_loyalty_task_run_of"),
            models.Index(
                fields=["task", "period", "-progress", "id"], name="saleor_loyalty_leaders"
            ),
            models.Index(
                fields=["ends_at"],
                name="saleor_loyalty_task_run_over",
                condition=models.Q(state=TaskRunState.RUNNING, ends_at__isnull=False),
            ),
        ]


class TaskStepState(models.TextChoices):
    GIVEN = "given", "reached, and given"
    NO_PLACE = "no_place", "reached when all places were taken"
    TAKEN_BACK = "taken_back", "what reached it went back, and so did the gift"


class TaskStepReached(models.Model):
    """A step of a run that was reached. Taken back, it may be reached again."""

    run = models.ForeignKey(TaskRun, on_delete=models.PROTECT, related_name="steps")
    # Its place in `TaskConfig.steps`, from 0.
    step = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=16, choices=TaskStepState.choices)
    event = models.OneToOneField(
        "saleor_loyalty.MemberEvent", on_delete=models.PROTECT, null=True, related_name="task_step"
    )
    reached_at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["run", "step"],
                name="saleor_loyalty_task_step_once",
                condition=~models.Q(state=TaskStepState.TAKEN_BACK),
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["run", "step"], name="saleor_loyalty_task_step_of"),
        ]


class TaskPlaces(models.Model):
    """How many places of a step are taken, where only so many members have its gift."""

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="places")
    period = models.CharField(max_length=16, default="", db_collation="C")
    step = models.PositiveSmallIntegerField()
    taken = models.PositiveIntegerField(default=0, db_default=0)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["task", "period", "step"], name="saleor_loyalty_task_places_once"
            ),
        ]


class LeaderboardName(models.Model):
    """Who agreed to be seen on leaderboards, and under which name."""

    member = models.OneToOneField(
        "saleor_loyalty.Member", on_delete=models.PROTECT, related_name="leaderboard_name"
    )
    name = models.CharField(max_length=50)
    agreed_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            # Nobody is taken for somebody else.
            models.UniqueConstraint(Lower("name"), name="saleor_loyalty_leaderboard_name_once"),
        ]
