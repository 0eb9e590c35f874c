"""Flash sales: a price for members for some time, so many pieces in all and for each."""

from typing import Any, ClassVar

from django.db import models
from django.db.models.functions import Now


class FlashSale(models.Model):
    slug = models.SlugField(unique=True)
    active = models.BooleanField(default=False)
    # The text form of `features.flash_sales.config.FlashSaleConfig`.
    config: "models.JSONField[Any, Any]" = models.JSONField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="saleor_loyalty_flash_window",
                condition=models.Q(ends_at__gt=models.F("starts_at")),
            ),
        ]


class FlashSaleItem(models.Model):
    """What of a variant's quota is taken: reserved for checkouts, or ordered."""

    sale = models.ForeignKey(FlashSale, on_delete=models.PROTECT, related_name="items")
    variant_id = models.CharField(max_length=100, db_collation="C")
    # Null: any number.
    quota = models.PositiveIntegerField(null=True)
    taken = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["sale", "variant_id"], name="saleor_loyalty_flash_item_once"
            ),
            models.CheckConstraint(
                name="saleor_loyalty_flash_quota",
                condition=models.Q(quota__isnull=True) | models.Q(taken__lte=models.F("quota")),
            ),
        ]


class ClaimState(models.TextChoices):
    RESERVED = "reserved", "kept for an open checkout"
    ORDERED = "ordered", "part of an order"
    RELEASED = "released", "given back"


class FlashSaleClaim(models.Model):
    """Pieces of an item kept for one checkout, then part of its order."""

    item = models.ForeignKey(FlashSaleItem, on_delete=models.PROTECT, related_name="claims")
    member = models.ForeignKey(
        "saleor_loyalty.Member", on_delete=models.PROTECT, related_name="flash_sale_claims"
    )
    checkout_id = models.CharField(max_length=100, db_collation="C")
    order_id = models.CharField(max_length=100, default="", db_collation="C")
    quantity = models.PositiveIntegerField()
    state = models.CharField(max_length=16, choices=ClaimState.choices, default=ClaimState.RESERVED)
    # Of a reservation.
    expires_at = models.DateTimeField()
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["item", "checkout_id"], name="saleor_loyalty_flash_claim_once"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["member", "item"], name="saleor_loyalty_flash_claim_of"),
            models.Index(fields=["checkout_id"], name="saleor_loyalty_flash_claim_chk"),
            models.Index(fields=["order_id"], name="saleor_loyalty_flash_claim_ord"),
            models.Index(
                fields=["expires_at"],
                name="saleor_loyalty_flash_claim_due",
                condition=models.Q(state=ClaimState.RESERVED),
            ),
        ]
