"""What each event has been awarded, and how much of that was taken back."""

from typing import Any, ClassVar

from django.db import models

from ...values.points import Unit


class Award(models.Model):
    """The points (or growth) one event brought. Its explanation is with the ledger's entry.

    An edited order gets a further revision; earlier ones are then taken back whole.
    """

    # The key of the ledger's credit, and so the origin of its lots.
    key = models.UUIDField(unique=True)
    order = models.ForeignKey(
        "saleor_loyalty.OrderRecord", on_delete=models.PROTECT, null=True, related_name="awards"
    )
    event = models.ForeignKey(
        "saleor_loyalty.MemberEvent", on_delete=models.PROTECT, null=True, related_name="awards"
    )
    revision = models.PositiveSmallIntegerField(default=1)
    unit = models.SmallIntegerField(choices=[(unit.value, unit.name) for unit in Unit])
    member = models.ForeignKey(
        "saleor_loyalty.Member", on_delete=models.PROTECT, related_name="awards"
    )
    programme_version = models.ForeignKey(
        "saleor_loyalty.ProgrammeVersion", on_delete=models.PROTECT, related_name="+"
    )
    # When what it was given for happened: the payment, the event.
    occurred_at = models.DateTimeField()
    points = models.BigIntegerField()
    # Claimed back so far, whether from lots, as debt or as a recorded loss.
    taken_back = models.BigIntegerField(default=0)
    # Waits for its event (fulfilment, confirmed delivery); a date needs no event.
    waiting = models.BooleanField(default=False)
    # `features.earning.rules.Breakdown` as text: rate, basis and share of each line.
    breakdown: "models.JSONField[Any, Any]" = models.JSONField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["order", "unit", "revision"], name="saleor_loyalty_award_order_revision"
            ),
            models.UniqueConstraint(fields=["event", "unit"], name="saleor_loyalty_award_event"),
            models.CheckConstraint(
                name="saleor_loyalty_award_of_one",
                condition=models.Q(order__isnull=True, event__isnull=False)
                | models.Q(order__isnull=False, event__isnull=True),
            ),
            models.CheckConstraint(
                name="saleor_loyalty_award_taken_back",
                condition=models.Q(taken_back__gte=0, taken_back__lte=models.F("points")),
            ),
        ]

    @property
    def subject(self) -> str:
        """Whom it was given for, as source keys name it."""
        if self.order is not None:
            return f"order:{self.order.order_id}"
        return f"event:{self.event_id}"


class Counter(models.Model):
    """What has been drawn on a cap or budget, by the key `features.earning.caps` gives it.

    In points, or in minor units where the key ends in a currency.
    """

    key = models.CharField(max_length=200, db_collation="C")
    used = models.BigIntegerField(default=0, db_default=0)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["key"], name="saleor_loyalty_counter_key"),
        ]
