"""Tiers: what a member has reached and what it is worth at the till."""

from typing import ClassVar

from django.db import models


class SalePolicy(models.TextChoices):
    """How a tier's percentage and the shop's own sale price go together."""

    BEST_OF = "best_of", "the lower of sale price and tier price"
    ON_TOP = "on_top", "the tier percentage off the sale price"


class Tier(models.Model):
    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=200)
    # Higher is better.
    rank = models.PositiveIntegerField(unique=True)
    # Growth needed to enter.
    growth_from = models.PositiveBigIntegerField(default=0)
    # Hundredths of a percent off the undiscounted price: 1000 is 10 %.
    discount_basis_points = models.PositiveIntegerField(default=0)
    sale_policy = models.CharField(
        max_length=16, choices=SalePolicy.choices, default=SalePolicy.BEST_OF
    )
    active = models.BooleanField(default=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="saleor_loyalty_tier_discount",
                condition=models.Q(discount_basis_points__lte=10_000),
            ),
        ]


class TierMove(models.Model):
    """One move of a member, up or down, and why. Never changed."""

    public_id = models.UUIDField(unique=True)
    member = models.ForeignKey(
        "saleor_loyalty.Member", on_delete=models.PROTECT, related_name="tier_moves"
    )
    from_tier = models.ForeignKey(Tier, on_delete=models.PROTECT, null=True, related_name="+")
    to_tier = models.ForeignKey(Tier, on_delete=models.PROTECT, null=True, related_name="+")
    # "growth", or what the member of staff wrote.
    reason = models.CharField(max_length=500)
    # Who moved the member; empty: the rules.
    actor = models.CharField(max_length=200, default="")
    moved_at = models.DateTimeField()
