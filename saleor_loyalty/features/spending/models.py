"""Points used as money at a checkout."""

from typing import ClassVar

from django.db import models


class PaymentStatus(models.TextChoices):
    HELD = "held", "points set aside"
    CAPTURED = "captured", "points spent"
    RELEASED = "released", "points given back before the order"


class PointsPayment(models.Model):
    """One payment by points. `token` is what the host knows it by. Money in minor units."""

    token = models.UUIDField(unique=True)
    hold = models.OneToOneField(
        "saleor_loyalty.Hold", on_delete=models.PROTECT, related_name="payment"
    )
    member = models.ForeignKey(
        "saleor_loyalty.Member", on_delete=models.PROTECT, related_name="payments"
    )
    programme_version = models.ForeignKey(
        "saleor_loyalty.ProgrammeVersion", on_delete=models.PROTECT, related_name="+"
    )
    checkout_id = models.CharField(max_length=100, db_collation="C")
    order_id = models.CharField(max_length=100, default="", db_collation="C")
    points = models.BigIntegerField()
    amount = models.BigIntegerField()
    currency = models.CharField(max_length=3, db_collation="C")
    # What the checkout came to when the points were chosen: another total needs another choice.
    checkout_total = models.BigIntegerField()
    status = models.CharField(
        max_length=16, choices=PaymentStatus.choices, default=PaymentStatus.HELD
    )
    refunded_amount = models.BigIntegerField(default=0)
    refunded_points = models.BigIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="saleor_loyalty_payment_refunds",
                condition=models.Q(
                    refunded_amount__gte=0,
                    refunded_amount__lte=models.F("amount"),
                    refunded_points__gte=0,
                    refunded_points__lte=models.F("points"),
                ),
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["checkout_id"], name="saleor_loyalty_payment_chkout"),
            models.Index(fields=["order_id"], name="saleor_loyalty_payment_order"),
        ]


class ReductionStatus(models.TextChoices):
    HELD = "held", "points set aside"
    CAPTURED = "captured", "points spent"
    RELEASED = "released", "points given back before the order"


class PointsReduction(models.Model):
    """Points that make the lines of one checkout cheaper. Money in minor units.

    `amount` is taken off prices as the channel has them, with or without tax.
    """

    token = models.UUIDField(unique=True)
    hold = models.OneToOneField(
        "saleor_loyalty.Hold", on_delete=models.PROTECT, related_name="reduction"
    )
    member = models.ForeignKey(
        "saleor_loyalty.Member", on_delete=models.PROTECT, related_name="reductions"
    )
    programme_version = models.ForeignKey(
        "saleor_loyalty.ProgrammeVersion", on_delete=models.PROTECT, related_name="+"
    )
    checkout_id = models.CharField(max_length=100, db_collation="C")
    order_id = models.CharField(max_length=100, default="", db_collation="C")
    points = models.BigIntegerField()
    amount = models.BigIntegerField()
    currency = models.CharField(max_length=3, db_collation="C")
    # As when the points were chosen: hundredths of a percent, and the code, with no code empty.
    max_share = models.PositiveIntegerField()
    voucher = models.CharField(max_length=255, default="")
    # Once there is an order: by its line's id, the line's share of the amount and its pieces.
    shares = models.JSONField(default=dict)
    status = models.CharField(
        max_length=16, choices=ReductionStatus.choices, default=ReductionStatus.HELD
    )
    # Why the points went back; one of features.spending.reduction's reasons.
    ended_because = models.CharField(max_length=32, default="")
    refunded_points = models.BigIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="saleor_loyalty_reduction_refunds",
                condition=models.Q(refunded_points__gte=0, refunded_points__lte=models.F("points")),
            ),
            models.UniqueConstraint(
                fields=["checkout_id"],
                condition=models.Q(status="held"),
                name="saleor_loyalty_reduction_one",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["checkout_id"], name="saleor_loyalty_reduct_checkout"),
            models.Index(fields=["order_id"], name="saleor_loyalty_reduct_order"),
        ]


class PointsRefund(models.Model):
    """One refund of a payment by points, in part or whole. Money in minor units."""

    payment = models.ForeignKey(PointsPayment, on_delete=models.PROTECT, related_name="refunds")
    # The host's name for the refund: the same refund reported twice counts once.
    reference = models.CharField(max_length=200, db_collation="C")
    amount = models.BigIntegerField()
    points = models.BigIntegerField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["payment", "reference"], name="saleor_loyalty_refund_reference"
            ),
        ]
