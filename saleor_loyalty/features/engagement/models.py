"""How members earn beside orders, as the merchant has set it up: each saving is a version."""

from typing import Any, ClassVar

from django.db import models
from django.db.models.functions import Now


class Subject(models.TextChoices):
    """What there is one setting of for the shop. Tasks are many, with rows of their own."""

    CHECK_INS = "check_ins", "daily check-in"
    REVIEWS = "reviews", "product reviews"
    SHARES = "shares", "shared links"
    REFERRALS = "referrals", "friends brought along"
    OCCASIONS = "occasions", "birthdays, anniversaries, welcome"


class EngagementVersion(models.Model):
    """One version of one setting. The newest counts; where there is none, it is switched off."""

    subject = models.CharField(max_length=16, choices=Subject.choices)
    number = models.PositiveIntegerField()
    enabled = models.BooleanField(default=False)
    # The text form of the subject's own config.
    config: "models.JSONField[Any, Any]" = models.JSONField()
    actor = models.CharField(max_length=200, default="")
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["subject", "number"], name="saleor_loyalty_engagement_number"
            ),
        ]
