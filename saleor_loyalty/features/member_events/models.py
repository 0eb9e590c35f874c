"""What happened to members beside orders: our own events, and those a merchant names."""

from typing import Any, ClassVar

from django.db import models
from django.db.models.functions import Now


class BatchState(models.TextChoices):
    CHECKED = "checked", "looked at, nothing done"
    RUNNING = "running", "being done"
    DONE = "done", "done"
    UNDOING = "undoing", "being undone"
    UNDONE = "undone", "undone"


class EventBatch(models.Model):
    """A file of events: looked at first, done as one, undone as one."""

    public_id = models.UUIDField(unique=True)
    name = models.CharField(max_length=200)
    actor = models.CharField(max_length=200)
    state = models.CharField(max_length=16, choices=BatchState.choices, default=BatchState.CHECKED)
    lines = models.PositiveIntegerField()
    done = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    # The lines as read: one object each with its number and, where it is at fault, its error.
    content: "models.JSONField[Any, Any]" = models.JSONField()
    created_at = models.DateTimeField(db_default=Now())


class MemberEvent(models.Model):
    """One event of one member. Its awards name it."""

    # Of the caller's idempotency key.
    key = models.UUIDField(unique=True)
    digest = models.BigIntegerField()
    source = models.CharField(max_length=200, db_collation="C")
    name = models.CharField(max_length=100, db_collation="C")
    member = models.ForeignKey(
        "saleor_loyalty.Member", on_delete=models.PROTECT, related_name="events"
    )
    channel = models.CharField(max_length=255, default="")
    occurred_at = models.DateTimeField()
    attributes: "models.JSONField[Any, Any]" = models.JSONField(default=dict)
    batch = models.ForeignKey(
        EventBatch, on_delete=models.PROTECT, null=True, related_name="events"
    )
    # Its awards were taken back: the batch it came with was undone, or staff took it back.
    undone_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["member", "occurred_at"], name="saleor_loyalty_event_member"),
        ]
