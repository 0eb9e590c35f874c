"""Campaigns: rules for some time, for an audience, with a budget."""

from typing import Any, ClassVar

from django.db import models
from django.db.models.functions import Now


class CampaignState(models.TextChoices):
    """Only a draft may change its rules; a paused campaign earns nothing and may go on."""

    DRAFT = "draft", "draft"
    ACTIVE = "active", "active"
    PAUSED = "paused", "paused"
    ENDED = "ended", "ended"


class Campaign(models.Model):
    public_id = models.UUIDField(unique=True)
    programme = models.ForeignKey(
        "saleor_loyalty.Programme", on_delete=models.PROTECT, related_name="campaigns"
    )
    slug = models.SlugField(unique=True)
    state = models.CharField(
        max_length=16, choices=CampaignState.choices, default=CampaignState.DRAFT
    )
    starts_at = models.DateTimeField()
    # Null: until it is ended by hand.
    ends_at = models.DateTimeField(null=True)
    # The text form of `flows.campaign_terms.CampaignConfig`: texts, schedule, audience, rules.
    config: "models.JSONField[Any, Any]" = models.JSONField()
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="saleor_loyalty_campaign_window",
                condition=models.Q(ends_at__isnull=True)
                | models.Q(ends_at__gt=models.F("starts_at")),
            ),
        ]
