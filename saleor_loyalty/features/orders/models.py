"""What is known of the shop's orders: the latest facts, and how far they have been acted on."""

from typing import Any, ClassVar

from django.db import models


class OrderRecord(models.Model):
    """One order of the host. Money in minor units of the order's currency."""

    # The host's own id: Saleor's order UUID, a till's receipt number.
    order_id = models.CharField(max_length=100, db_collation="C")
    number = models.CharField(max_length=64, default="")
    member = models.ForeignKey(
        "saleor_loyalty.Member", on_delete=models.PROTECT, null=True, related_name="orders"
    )
    channel = models.CharField(max_length=255)
    currency = models.CharField(max_length=3, db_collation="C")
    total = models.BigIntegerField(default=0)
    refunded = models.BigIntegerField(default=0)
    # What counts towards tiers: the money that could earn, as it is now and before any refund.
    qualifying = models.BigIntegerField(default=0)
    qualified = models.BigIntegerField(default=0)
    placed_at = models.DateTimeField()
    paid_at = models.DateTimeField(null=True)
    # Tells, without reading the order again, whether it changed since it was last acted on.
    fingerprint = models.CharField(max_length=64, default="", db_collation="C")
    # `events.facts.OrderFact` as text, as last acted on.
    snapshot: "models.JSONField[Any, Any]" = models.JSONField()
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["order_id"], name="saleor_loyalty_order_id"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            # A member's tier is worked out from this index alone.
            models.Index(
                fields=["member", "paid_at"],
                name="saleor_loyalty_order_member",
                include=["currency", "qualifying", "qualified"],
            ),
        ]
