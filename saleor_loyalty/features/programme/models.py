"""Programmes and their versions."""

from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now


class Programme(models.Model):
    """One set of rules, serving some channels (none named: all that no other programme names)."""

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=200)
    channels = ArrayField(models.SlugField(max_length=255), default=list, blank=True)
    active = models.BooleanField(default=True)


class VersionState(models.TextChoices):
    """A draft may be edited and is in force nowhere; an archived version keeps its awards."""

    DRAFT = "draft", "draft"
    ACTIVE = "active", "active"
    ARCHIVED = "archived", "archived"


class ProgrammeVersion(models.Model):
    """What the programme says from a moment on. Never changed once it has been activated."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    state = models.CharField(
        max_length=16, choices=VersionState.choices, default=VersionState.ACTIVE
    )
    # Of a draft: when it is meant to begin; null: when it is activated.
    valid_from = models.DateTimeField(null=True)
    # The text form of `flows.terms.ProgrammeConfig`.
    config: "models.JSONField[Any, Any]" = models.JSONField()
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["programme", "number"], name="saleor_loyalty_programme_version"
            ),
            models.CheckConstraint(
                name="saleor_loyalty_version_begins",
                condition=models.Q(state=VersionState.DRAFT) | models.Q(valid_from__isnull=False),
            ),
        ]
