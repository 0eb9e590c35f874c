"""Links that members share, and who came by them."""

from typing import ClassVar

from django.db import models


class ShareLink(models.Model):
    """One member's link to one page of the shop."""

    code = models.CharField(max_length=32, unique=True, db_collation="C")
    member = models.ForeignKey(
        "saleor_loyalty.Member", on_delete=models.PROTECT, related_name="share_links"
    )
    # A path within the shop: "/products/red-shoe".
    page = models.CharField(max_length=500)
    # All visits, and those that counted.
    visits = models.PositiveIntegerField(default=0)
    counted = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["member", "page"], name="saleor_loyalty_share_link_once"
            ),
        ]


class ShareVisit(models.Model):
    """The first visit of one visitor by any link of one member; later ones only count up."""

    link = models.ForeignKey(ShareLink, on_delete=models.PROTECT, related_name="first_visits")
    member = models.ForeignKey(
        "saleor_loyalty.Member", on_delete=models.PROTECT, related_name="share_visits"
    )
    # A keyed hash of what the storefront knows the visitor by: nobody can be found by it.
    visitor = models.UUIDField()
    # "": it counted. Else why not: "self", "bot", "cap".
    why_not = models.CharField(max_length=16, default="")
    event = models.OneToOneField(
        "saleor_loyalty.MemberEvent",
        on_delete=models.PROTECT,
        null=True,
        related_name="share_visit",
    )
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["member", "visitor"], name="saleor_loyalty_share_visitor_once"
            ),
        ]


class ShareOrderState(models.TextChoices):
    WAITING = "waiting", "until it is paid and safe"
    REWARDED = "rewarded", "given"
    REFUSED = "refused", "not the first order, one's own, refunded"


class ShareOrder(models.Model):
    """A checkout that somebody came to by a link, and the order it became."""

    link = models.ForeignKey(ShareLink, on_delete=models.PROTECT, related_name="orders")
    checkout_id = models.CharField(max_length=100, unique=True, db_collation="C")
    order_id = models.CharField(max_length=100, default="", db_collation="C")
    state = models.CharField(
        max_length=16, choices=ShareOrderState.choices, default=ShareOrderState.WAITING
    )
    why_not = models.CharField(max_length=32, default="")
    due_at = models.DateTimeField(null=True)
    event = models.OneToOneField(
        "saleor_loyalty.MemberEvent",
        on_delete=models.PROTECT,
        null=True,
        related_name="share_order",
    )
    created_at = models.DateTimeField()

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["order_id"],
                name="saleor_loyalty_share_order",
                condition=~models.Q(order_id=""),
            ),
            models.Index(
                fields=["due_at"],
                name="saleor_loyalty_share_due",
                condition=models.Q(state=ShareOrderState.WAITING, due_at__isnull=False),
            ),
        ]
