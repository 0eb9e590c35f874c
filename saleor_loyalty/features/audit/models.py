"""Who of the shop's staff, and which app, did what."""

from typing import Any, ClassVar

from django.db import models

from ...values.identity import new_public_id


class StaffAction(models.Model):
    """What staff or an app did through the API. Never changed, and kept for ever."""

    # In the order of time.
    id = models.UUIDField(primary_key=True, default=new_public_id, editable=False)
    # user:5, app:2.
    actor = models.CharField(max_length=200, db_collation="C")
    # The mutation: loyaltyPointsAdjust.
    action = models.CharField(max_length=64, db_collation="C")
    # Whom it was about, if anybody.
    member = models.ForeignKey(
        "saleor_loyalty.Member",
        on_delete=models.SET_NULL,
        null=True,
        related_name="staff_actions",
        # The index below begins with it.
        db_index=False,
    )
    # As given, without what belongs to a person, long texts cut.
    arguments: "models.JSONField[Any, Any]" = models.JSONField()
    at = models.DateTimeField()

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["actor", "id"], name="saleor_loyalty_staff_actor"),
            models.Index(fields=["action", "id"], name="saleor_loyalty_staff_action"),
            models.Index(fields=["member", "id"], name="saleor_loyalty_staff_member"),
            models.Index(fields=["at"], name="saleor_loyalty_staff_at"),
        ]
