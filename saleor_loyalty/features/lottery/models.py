"""Lotteries: tickets for points, prizes with stock, a draw that anybody can repeat."""

from typing import Any, ClassVar

from django.db import models
from django.db.models.functions import Now


class LotteryState(models.TextChoices):
    DRAFT = "draft", "being written"
    OPEN = "open", "tickets are sold"
    CLOSED = "closed", "the list of tickets is frozen"
    DRAWN = "drawn", "drawn, and the seed is published"
    CANCELLED = "cancelled", "cancelled, and the points given back"


class Lottery(models.Model):
    slug = models.SlugField(unique=True)
    state = models.CharField(
        max_length=16, choices=LotteryState.choices, default=LotteryState.DRAFT
    )
    # The text form of `features.lottery.config.LotteryConfig`: texts, ticket price, limits, prizes.
    config: "models.JSONField[Any, Any]" = models.JSONField()
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    # Hex of 32 random bytes, told to nobody before the draw; its SHA-256 is published from the
    # moment tickets are sold.
    seed = models.CharField(max_length=64, default="", db_collation="C")
    commitment = models.CharField(max_length=64, default="", db_collation="C")
    # SHA-256 of the frozen list of tickets.
    tickets_digest = models.CharField(max_length=64, default="", db_collation="C")
    tickets_sold = models.PositiveIntegerField(default=0)
    drawn_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="saleor_loyalty_lottery_window",
                condition=models.Q(closes_at__gt=models.F("opens_at")),
            ),
        ]


class LotteryTicket(models.Model):
    lottery = models.ForeignKey(Lottery, on_delete=models.PROTECT, related_name="tickets")
    # From 1, without gaps.
    number = models.PositiveIntegerField()
    # What the published list shows instead of a person.
    public_id = models.UUIDField(unique=True)
    member = models.ForeignKey(
        "saleor_loyalty.Member", on_delete=models.PROTECT, related_name="lottery_tickets"
    )
    # Of the purchase that bought it: several tickets may share one.
    purchase_key = models.UUIDField()
    points = models.BigIntegerField()
    # The SPEND entry.
    account_id = models.BigIntegerField()
    spend_seq = models.BigIntegerField(null=True)
    refunded = models.BooleanField(default=False)
    bought_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["lottery", "number"], name="saleor_loyalty_ticket_number"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["purchase_key"], name="saleor_loyalty_ticket_purchase"),
            models.Index(fields=["lottery", "member"], name="saleor_loyalty_ticket_of"),
        ]


class WinState(models.TextChoices):
    DUE = "due", "to be given"
    GIVEN = "given", "with the member"


class LotteryWin(models.Model):
    """One prize, one ticket."""

    ticket = models.OneToOneField(LotteryTicket, on_delete=models.PROTECT, related_name="win")
    lottery = models.ForeignKey(Lottery, on_delete=models.PROTECT, related_name="wins")
    prize = models.CharField(max_length=50, db_collation="C")
    # From 0, below the prize's stock.
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=16, choices=WinState.choices, default=WinState.DUE)
    code = models.CharField(max_length=255, default="", db_collation="C")
    note = models.CharField(max_length=500, default="")
    given_by = models.CharField(max_length=200, default="")
    given_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["lottery", "prize", "number"], name="saleor_loyalty_win_once"
            ),
        ]
