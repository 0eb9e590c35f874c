"""Paid memberships: the plans on sale, what was bought, and who is covered until when."""

from typing import Any, ClassVar

from django.db import models
from django.db.models.functions import Now


class MembershipPlan(models.Model):
    """A plan as it is on sale now; what was bought keeps the terms it was bought under."""

    slug = models.SlugField(unique=True)
    # Sold no more; those who have it keep it.
    active = models.BooleanField(default=True)
    # The text form of `flows.membership_terms.PlanDocument`.
    config: "models.JSONField[Any, Any]" = models.JSONField()
    updated_at = models.DateTimeField(auto_now=True)


class MembershipPurchase(models.Model):
    """One order line that bought a plan, or a trial that was begun."""

    # "order:<id>/<line>", "trial:<member>/<plan>", "given:<key>".
    source = models.CharField(max_length=200, unique=True, db_collation="C")
    plan = models.ForeignKey(MembershipPlan, on_delete=models.PROTECT, related_name="purchases")
    member = models.ForeignKey(
        "saleor_loyalty.Member", on_delete=models.PROTECT, related_name="membership_purchases"
    )
    order_id = models.CharField(max_length=100, default="", db_collation="C")
    trial = models.BooleanField(default=False)
    # How long one piece lasts: one of both, or neither for a lifetime.
    months = models.PositiveSmallIntegerField(null=True)
    days = models.PositiveSmallIntegerField(null=True)
    quantity = models.PositiveIntegerField(default=1)
    # What was paid for the whole line, in minor units.
    fee = models.BigIntegerField(default=0)
    currency = models.CharField(max_length=3, default="", db_collation="C")
    # "pro_rata" or "at_once", as the plan said when it was bought.
    refund_policy = models.CharField(max_length=16, default="pro_rata")
    paid_at = models.DateTimeField()
    # Pieces and money that went back, and until when what they brought had been used.
    refunded_quantity = models.PositiveIntegerField(default=0)
    refunded_amount = models.BigIntegerField(default=0)
    refunded_at = models.DateTimeField(null=True)
    # Given by staff: why, and by whom.
    reason = models.CharField(max_length=500, default="")
    actor = models.CharField(max_length=200, default="")
    # Ended by staff.
    ended_at = models.DateTimeField(null=True)
    ended_reason = models.CharField(max_length=500, default="")
    ended_by = models.CharField(max_length=200, default="")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="saleor_loyalty_membership_back",
                condition=models.Q(refunded_quantity__lte=models.F("quantity")),
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["member", "plan"], name="saleor_loyalty_membership_of"),
            models.Index(fields=["order_id"], name="saleor_loyalty_membership_ord"),
        ]


class Membership(models.Model):
    """From when to when purchases cover a member; worked out anew from them at each change."""

    public_id = models.UUIDField(unique=True)
    member = models.ForeignKey(
        "saleor_loyalty.Member", on_delete=models.PROTECT, related_name="memberships"
    )
    plan = models.ForeignKey(MembershipPlan, on_delete=models.PROTECT, related_name="memberships")
    # Of the coverage that runs now or ran last, without a gap.
    starts_at = models.DateTimeField()
    # Null: for life.
    ends_at = models.DateTimeField(null=True)
    # The member wants no more reminders; what is paid runs on to its end.
    cancelled_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["member", "plan"], name="saleor_loyalty_membership_once"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["ends_at"],
                name="saleor_loyalty_membership_ends",
                condition=models.Q(ends_at__isnull=False),
            ),
        ]


class MembershipReminder(models.Model):
    """A member reminded that a membership ends, so many days before."""

    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="reminders")
    ends_at = models.DateTimeField()
    days_before = models.PositiveSmallIntegerField()
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["membership", "ends_at", "days_before"],
                name="saleor_loyalty_renewal_once",
            ),
        ]


class MembershipSaving(models.Model):
    """What a plan saved a member on one order, in minor units."""

    plan = models.ForeignKey(MembershipPlan, on_delete=models.PROTECT, related_name="savings")
    member = models.ForeignKey(
        "saleor_loyalty.Member", on_delete=models.PROTECT, related_name="membership_savings"
    )
    order_id = models.CharField(max_length=100, db_collation="C")
    amount = models.BigIntegerField()
    currency = models.CharField(max_length=3, db_collation="C")
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["order_id", "plan"], name="saleor_loyalty_saving_once"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["member", "plan", "at"], name="saleor_loyalty_saving_of"),
        ]
