"""What a member is told before points expire, and what they get for those that did."""

from typing import ClassVar

from django.db import models
from django.db.models.functions import Now


class ExpiryReminder(models.Model):
    """One member reminded of one day on which points expire, so many days before."""

    member = models.ForeignKey(
        "saleor_loyalty.Member", on_delete=models.PROTECT, related_name="expiry_reminders"
    )
    expires_at = models.DateTimeField()
    days_before = models.PositiveSmallIntegerField()
    points = models.BigIntegerField()
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["member", "expires_at", "days_before"],
                name="saleor_loyalty_reminder_once",
            ),
        ]


class ExpiryConversion(models.Model):
    """What expired points turned into. `value` in minor units of `currency`."""

    account_id = models.BigIntegerField()
    # The EXPIRE entry it answers.
    entry_seq = models.BigIntegerField()
    member = models.ForeignKey(
        "saleor_loyalty.Member", on_delete=models.PROTECT, related_name="conversions"
    )
    points = models.BigIntegerField()
    value = models.BigIntegerField()
    currency = models.CharField(max_length=3, db_collation="C")
    # The coupon's code, once the host has made it.
    code = models.CharField(max_length=255, default="")
    valid_until = models.DateTimeField(null=True)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["account_id", "entry_seq"], name="saleor_loyalty_conversion_once"
            ),
        ]
