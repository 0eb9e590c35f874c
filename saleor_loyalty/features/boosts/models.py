"""More points for one member for some time, given for whatever it was."""

from typing import Any, ClassVar

from django.db import models


class Boost(models.Model):
    """More points for some time, for one member: `percent` of the base award in all."""

    key = models.UUIDField(unique=True)
    member = models.ForeignKey(
        "saleor_loyalty.Member", on_delete=models.PROTECT, related_name="boosts"
    )
    percent = models.PositiveIntegerField()
    # `values.texts.Texts`: what it was given for, by language.
    name: "models.JSONField[Any, Any]" = models.JSONField(default=dict)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    ended_by = models.CharField(max_length=200, default="")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="saleor_loyalty_boost_window",
                condition=models.Q(ends_at__gt=models.F("starts_at")),
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["member", "ends_at"], name="saleor_loyalty_boost_of"),
        ]
