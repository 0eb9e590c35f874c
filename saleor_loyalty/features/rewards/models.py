"""The points mall: what points can be turned into, and what members turned them into."""

from typing import Any, ClassVar

from django.db import models
from django.db.models.functions import Now


class RewardCategory(models.Model):
    slug = models.SlugField(unique=True)
    # `values.texts.Texts`, by language.
    name: "models.JSONField[Any, Any]" = models.JSONField()
    position = models.PositiveIntegerField(default=0)


class Reward(models.Model):
    """One reward as it is offered now; a redemption keeps what it was promised."""

    slug = models.SlugField(unique=True)
    # One of `features.rewards.kinds.KINDS`.
    kind = models.CharField(max_length=32, db_collation="C")
    category = models.ForeignKey(
        RewardCategory, on_delete=models.SET_NULL, null=True, related_name="rewards"
    )
    # Shown and redeemable; one that is not keeps its redemptions.
    active = models.BooleanField(default=False)
    position = models.PositiveIntegerField(default=0)
    # The text form of `features.rewards.config.RewardConfig`.
    config: "models.JSONField[Any, Any]" = models.JSONField()
    # Null: any number.
    stock = models.PositiveIntegerField(null=True)
    taken = models.PositiveIntegerField(default=0)
    starts_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(db_default=Now())
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="saleor_loyalty_reward_stock",
                condition=models.Q(stock__isnull=True) | models.Q(taken__lte=models.F("stock")),
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["position", "id"],
                name="saleor_loyalty_reward_shown",
                condition=models.Q(active=True),
            ),
        ]


class RedemptionState(models.TextChoices):
    """requested → reserved → issued → fulfilled, or back."""

    REQUESTED = "requested", "points spent, to be made by the shop"
    RESERVED = "reserved", "points set aside until the order is paid"
    ISSUED = "issued", "with the member"
    FULFILLED = "fulfilled", "used, sent or honoured"
    CANCELLED = "cancelled", "taken back, with the points given back"
    EXPIRED = "expired", "run out"


class Redemption(models.Model):
    """One member's redemption of one reward, and what became of it."""

    public_id = models.UUIDField(unique=True)
    # Of the source key: the same click twice is one redemption.
    key = models.UUIDField(unique=True)
    digest = models.BigIntegerField()
    # Indexes below begin with either.
    member = models.ForeignKey(
        "saleor_loyalty.Member",
        on_delete=models.PROTECT,
        related_name="redemptions",
        db_index=False,
    )
    reward = models.ForeignKey(
        Reward, on_delete=models.PROTECT, related_name="redemptions", db_index=False
    )
    kind = models.CharField(max_length=32, db_collation="C")
    state = models.CharField(
        max_length=16, choices=RedemptionState.choices, default=RedemptionState.REQUESTED
    )
    quantity = models.PositiveIntegerField(default=1)
    # In all.
    points = models.BigIntegerField()
    # Given, not bought: what happened that it was given for.
    event = models.ForeignKey(
        "saleor_loyalty.MemberEvent",
        on_delete=models.PROTECT,
        null=True,
        related_name="redemptions",
    )
    # Where the points went: the SPEND or CAPTURE entry, or the open hold.
    account_id = models.BigIntegerField()
    spend_seq = models.BigIntegerField(null=True)
    hold = models.OneToOneField(
        "saleor_loyalty.Hold", on_delete=models.PROTECT, null=True, related_name="redemption"
    )
    # The reward's config as it was promised, and what the kind needs to remember.
    promised: "models.JSONField[Any, Any]" = models.JSONField()
    details: "models.JSONField[Any, Any]" = models.JSONField(default=dict)
    # What the member shows or types in, once there is one.
    code = models.CharField(max_length=255, default="", db_collation="C")
    # The money part or value, in minor units.
    amount = models.BigIntegerField(default=0)
    currency = models.CharField(max_length=3, default="", db_collation="C")
    checkout_id = models.CharField(max_length=100, default="", db_collation="C")
    order_id = models.CharField(max_length=100, default="", db_collation="C")
    tracking = models.CharField(max_length=200, default="")
    valid_until = models.DateTimeField(null=True)
    created_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["member", "reward"], name="saleor_loyalty_redemption_of"),
            models.Index(fields=["state", "id"], name="saleor_loyalty_redemption_todo"),
            models.Index(fields=["reward", "created_at"], name="saleor_loyalty_redemption_in"),
            # In the order of time, as staff look through them.
            models.Index(fields=["reward", "public_id"], name="saleor_loyalty_redemption_new"),
            models.Index(fields=["kind", "public_id"], name="saleor_loyalty_redemption_kind"),
            models.Index(fields=["created_at"], name="saleor_loyalty_redemption_at"),
            models.Index(
                fields=["valid_until"],
                name="saleor_loyalty_redemption_ends",
                condition=models.Q(
                    state__in=[RedemptionState.ISSUED, RedemptionState.RESERVED],
                    valid_until__isnull=False,
                ),
            ),
            models.Index(
                fields=["code"],
                name="saleor_loyalty_redemption_code",
                condition=~models.Q(code=""),
            ),
            models.Index(
                fields=["checkout_id"],
                name="saleor_loyalty_redemption_chk",
                condition=~models.Q(checkout_id=""),
            ),
            models.Index(
                fields=["order_id"],
                name="saleor_loyalty_redemption_ord",
                condition=~models.Q(order_id=""),
            ),
        ]


class RedemptionStep(models.Model):
    """One step of a redemption, as the member and staff read it. Never changed."""

    redemption = models.ForeignKey(Redemption, on_delete=models.PROTECT, related_name="steps")
    state = models.CharField(max_length=16, choices=RedemptionState.choices)
    # Empty: the rules, or the member.
    actor = models.CharField(max_length=200, default="")
    note = models.CharField(max_length=500, default="")
    at = models.DateTimeField()
