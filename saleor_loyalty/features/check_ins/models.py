"""Who checked in on which day."""

from typing import ClassVar

from django.db import models


class CheckIn(models.Model):
    """One local day of a member: checked in, or made good for points afterwards."""

    member = models.ForeignKey(
        "saleor_loyalty.Member", on_delete=models.PROTECT, related_name="check_ins"
    )
    day = models.DateField()
    # Days in a row up to this one, and the step of the ladder that it stood on.
    streak = models.PositiveIntegerField()
    step = models.PositiveIntegerField()
    # When the day is over in the zone it was lived in: no other zone wins a second day before.
    over_at = models.DateTimeField()
    points = models.BigIntegerField(default=0)
    # A missed day made good: what that cost. Null: checked in on the day itself.
    made_up_for = models.BigIntegerField(null=True)
    event = models.OneToOneField(
        "saleor_loyalty.MemberEvent", on_delete=models.PROTECT, null=True, related_name="check_in"
    )
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["member", "day"], name="saleor_loyalty_check_in_once_a_day"
            ),
        ]
