"""Growth that is sold: product variants that bring growth, with bonus points."""

from typing import Any, ClassVar

from django.db import models


class GrowthPack(models.Model):
    """A pack as it is on sale now; what was bought keeps what it brought."""

    slug = models.SlugField(unique=True)
    active = models.BooleanField(default=True)
    # The text form of `features.growth_packs.config.PackConfig`.
    config: "models.JSONField[Any, Any]" = models.JSONField()
    updated_at = models.DateTimeField(auto_now=True)


class PackPurchase(models.Model):
    """One order line that bought growth, and how much of it was taken back."""

    # "order:<id>/pack/<line>/<number>": pieces that were added later are a row of their own.
    source = models.CharField(max_length=200, unique=True, db_collation="C")
    pack = models.ForeignKey(GrowthPack, on_delete=models.PROTECT, related_name="purchases")
    member = models.ForeignKey(
        "saleor_loyalty.Member", on_delete=models.PROTECT, related_name="pack_purchases"
    )
    order_id = models.CharField(max_length=100, db_collation="C")
    line_id = models.CharField(max_length=100, db_collation="C")
    quantity = models.PositiveIntegerField()
    # Pieces within the member's limit: the others brought nothing.
    counted = models.PositiveIntegerField()
    # The period whose limit it draws on: "2026-11", "2026", "ever".
    period = models.CharField(max_length=16, db_collation="C")
    growth = models.BigIntegerField()
    points = models.BigIntegerField()
    growth_taken_back = models.BigIntegerField(default=0)
    points_taken_back = models.BigIntegerField(default=0)
    paid_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="saleor_loyalty_pack_taken_back",
                condition=models.Q(
                    counted__lte=models.F("quantity"),
                    growth_taken_back__gte=0,
                    growth_taken_back__lte=models.F("growth"),
                    points_taken_back__gte=0,
                    points_taken_back__lte=models.F("points"),
                ),
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["member", "pack", "period"], name="saleor_loyalty_pack_of"),
            models.Index(fields=["order_id"], name="saleor_loyalty_pack_order"),
        ]
