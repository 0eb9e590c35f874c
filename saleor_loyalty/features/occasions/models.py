"""Birthdays, anniversaries, a welcome, the first order: what was given for them."""

from typing import ClassVar

from django.db import models


class OccasionGift(models.Model):
    """One gift for one occasion. Each once, whether the night's run came late or twice."""

    member = models.ForeignKey(
        "saleor_loyalty.Member", on_delete=models.PROTECT, related_name="occasion_gifts"
    )
    # "birthday", "joined", "first_purchase", "welcome" or "first_order".
    occasion = models.CharField(max_length=16, db_collation="C")
    # The year it is for: "2026"; "" for what happens once in a life.
    period = models.CharField(max_length=4, default="", db_collation="C")
    event = models.OneToOneField(
        "saleor_loyalty.MemberEvent",
        on_delete=models.PROTECT,
        null=True,
        related_name="occasion_gift",
    )
    # Which anniversary it is; of a birthday the age.
    years = models.PositiveSmallIntegerField(default=0)
    # The version of the setting that promised it: what is given, however late, is as it said.
    version = models.PositiveIntegerField(default=1)
    # The first order it is for.
    order_id = models.CharField(max_length=100, default="", db_collation="C")
    due_at = models.DateTimeField()
    given_at = models.DateTimeField(null=True)
    # The first order was refunded, say.
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["member", "occasion", "period"], name="saleor_loyalty_occasion_once"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["id"],
                name="saleor_loyalty_occasion_due",
                condition=models.Q(given_at__isnull=True),
            ),
            models.Index(
                fields=["order_id"],
                name="saleor_loyalty_occasion_order",
                condition=~models.Q(order_id=""),
            ),
        ]
