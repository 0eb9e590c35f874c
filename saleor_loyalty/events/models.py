"""What came in (facts) and what must go out (effects), each a row in the shop's own database."""

from typing import Any, ClassVar

from django.db import models
from django.db.models.functions import Now


class WorkStatus(models.IntegerChoices):
    NEW = 1, "new"
    DONE = 2, "done"
    # Given up after the bounded number of tries; staff can see and replay it.
    DEAD = 3, "dead"


class Work(models.Model):
    """A row some worker must act on, in order of id, with bounded retries."""

    id = models.BigAutoField(primary_key=True)
    key = models.UUIDField(unique=True)
    kind = models.CharField(max_length=64, db_collation="C")
    # Whom it is about, "order:<id>": facts of one subject are acted on one after the other.
    subject = models.CharField(max_length=200, db_collation="C")
    payload: "models.JSONField[Any, Any]" = models.JSONField(null=True)
    status = models.SmallIntegerField(
        choices=WorkStatus.choices, default=WorkStatus.NEW, db_default=WorkStatus.NEW
    )
    attempts = models.PositiveSmallIntegerField(default=0, db_default=0)
    # Not before: the wait between two tries.
    due_at = models.DateTimeField(db_default=Now())
    error = models.TextField(default="", db_default="")
    created_at = models.DateTimeField(db_default=Now())
    done_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True


class InboxFact(Work):
    """Something that happened at the host, or that somebody reported."""

    occurred_at = models.DateTimeField()

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["due_at", "id"],
                name="saleor_loyalty_inbox_new",
                condition=models.Q(status=WorkStatus.NEW),
            ),
            models.Index(
                fields=["id"],
                name="saleor_loyalty_inbox_dead",
                condition=models.Q(status=WorkStatus.DEAD),
            ),
        ]


class OutboxEffect(Work):
    """Something that must reach the outside, written with what caused it, delivered after it."""

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["due_at", "id"],
                name="saleor_loyalty_outbox_new",
                condition=models.Q(status=WorkStatus.NEW),
            ),
            models.Index(
                fields=["id"],
                name="saleor_loyalty_outbox_dead",
                condition=models.Q(status=WorkStatus.DEAD),
            ),
        ]
