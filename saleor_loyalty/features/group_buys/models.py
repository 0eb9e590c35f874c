"""Group buys: a price for those who buy together, in time."""

from typing import Any, ClassVar

from django.db import models
from django.db.models.functions import Now


class GroupBuyOffer(models.Model):
    """What can be bought together, as it is offered now; a group keeps what it was opened with."""

    slug = models.SlugField(unique=True)
    active = models.BooleanField(default=False)
    # The text form of `features.group_buys.config.OfferConfig`: variant, price, size, time, stake.
    config: "models.JSONField[Any, Any]" = models.JSONField()
    starts_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(db_default=Now())


class GroupState(models.TextChoices):
    OPEN = "open", "waiting for more"
    FULL = "full", "full: the orders are confirmed"
    FAILED = "failed", "not full in time: everything goes back"


class Group(models.Model):
    offer = models.ForeignKey(GroupBuyOffer, on_delete=models.PROTECT, related_name="groups")
    # The end of the link that others join by.
    code = models.CharField(max_length=32, unique=True, db_collation="C")
    leader = models.ForeignKey(
        "saleor_loyalty.Member", on_delete=models.PROTECT, related_name="groups_led"
    )
    state = models.CharField(max_length=16, choices=GroupState.choices, default=GroupState.OPEN)
    # The offer's config when it was opened.
    promised: "models.JSONField[Any, Any]" = models.JSONField()
    size = models.PositiveSmallIntegerField()
    # Seats that are taken: reserved, or paid.
    taken = models.PositiveSmallIntegerField(default=0)
    paid = models.PositiveSmallIntegerField(default=0)
    closes_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    # Where staff ended it by hand: who, and why.
    ended_by = models.CharField(max_length=200, default="")
    ended_because = models.CharField(max_length=500, default="")
    created_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="saleor_loyalty_group_seats",
                condition=models.Q(
                    taken__lte=models.F("size"), paid__lte=models.F("taken"), size__gte=2
                ),
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["closes_at"],
                name="saleor_loyalty_group_due",
                condition=models.Q(state=GroupState.OPEN),
            ),
        ]


class SeatState(models.TextChoices):
    RESERVED = "reserved", "kept for somebody who has not paid yet"
    PAID = "paid", "paid, waiting for the group"
    CONFIRMED = "confirmed", "the order is confirmed"
    RETURNED = "returned", "left, late or failed: everything went back"


class Seat(models.Model):
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="seats")
    public_id = models.UUIDField(unique=True)
    member = models.ForeignKey(
        "saleor_loyalty.Member", on_delete=models.PROTECT, related_name="group_seats"
    )
    state = models.CharField(max_length=16, choices=SeatState.choices, default=SeatState.RESERVED)
    checkout_id = models.CharField(max_length=100, default="", db_collation="C")
    order_id = models.CharField(max_length=100, default="", db_collation="C")
    # The points staked, if any.
    hold = models.OneToOneField(
        "saleor_loyalty.Hold", on_delete=models.PROTECT, null=True, related_name="seat"
    )
    # Of a reservation.
    expires_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=200, default="")
    created_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["group", "member"],
                name="saleor_loyalty_seat_once",
                condition=~models.Q(state=SeatState.RETURNED),
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["member"], name="saleor_loyalty_seat_of"),
            models.Index(
                fields=["checkout_id"],
                name="saleor_loyalty_seat_checkout",
                condition=~models.Q(checkout_id=""),
            ),
            models.Index(
                fields=["order_id"],
                name="saleor_loyalty_seat_order",
                condition=~models.Q(order_id=""),
            ),
        ]
