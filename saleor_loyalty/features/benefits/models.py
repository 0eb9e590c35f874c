"""What members were given, and what of their quotas is used up."""

from typing import Any, ClassVar

from django.db import models
from django.db.models.functions import Now


class BenefitUse(models.Model):
    """One use of a benefit that has a quota: by an order, or written down by staff."""

    public_id = models.UUIDField(unique=True)
    # Of the source key: the same use told again counts once.
    key = models.UUIDField(unique=True)
    member = models.ForeignKey(
        "saleor_loyalty.Member", on_delete=models.PROTECT, related_name="benefit_uses"
    )
    # The kind and the benefit's own slug: "free_returns", "free_shipping".
    kind = models.CharField(max_length=32, db_collation="C")
    slug = models.CharField(max_length=50, db_collation="C")
    # The period whose quota it draws on, as `features.benefits.periods` names it: "2026-11".
    period = models.CharField(max_length=16, db_collation="C")
    quantity = models.PositiveIntegerField(default=1)
    order_id = models.CharField(max_length=100, default="", db_collation="C")
    checkout_id = models.CharField(max_length=100, default="", db_collation="C")
    note = models.CharField(max_length=500, default="")
    actor = models.CharField(max_length=200, default="")
    used_at = models.DateTimeField()
    # Taken back by staff, or by the cancelled order.
    undone_at = models.DateTimeField(null=True)
    undone_by = models.CharField(max_length=200, default="")

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["member", "kind", "slug", "period"],
                name="saleor_loyalty_use_of_quota",
                condition=models.Q(undone_at__isnull=True),
            ),
            models.Index(fields=["order_id"], name="saleor_loyalty_use_order"),
        ]


class GiftState(models.TextChoices):
    DUE = "due", "to be made by the shop"
    GIVEN = "given", "with the member"
    NOTHING_LEFT = "nothing_left", "the list of codes was empty"
    WITHDRAWN = "withdrawn", "taken back"


class BenefitGift(models.Model):
    """Something a benefit gave: a month's coupon, a birthday gift, a partner's code. Each once."""

    public_id = models.UUIDField(unique=True)
    member = models.ForeignKey(
        "saleor_loyalty.Member", on_delete=models.PROTECT, related_name="benefit_gifts"
    )
    # "tier:gold" or "plan:plus", and the benefit's slug within it.
    holder = models.CharField(max_length=64, db_collation="C")
    kind = models.CharField(max_length=32, db_collation="C")
    slug = models.CharField(max_length=50, db_collation="C")
    # "2026-11" for a month, "2026" for a year; number within it, from 0.
    period = models.CharField(max_length=16, db_collation="C")
    number = models.PositiveSmallIntegerField(default=0)
    state = models.CharField(max_length=16, choices=GiftState.choices, default=GiftState.DUE)
    points = models.BigIntegerField(default=0)
    # A coupon's value, in minor units of its currency.
    amount = models.BigIntegerField(default=0)
    currency = models.CharField(max_length=3, default="", db_collation="C")
    # The coupon's or partner's code, once there is one.
    code = models.CharField(max_length=255, default="")
    valid_until = models.DateTimeField(null=True)
    due_at = models.DateTimeField()
    given_at = models.DateTimeField(null=True)
    # By whom of the staff it was taken back, when and why; all empty where nobody did.
    withdrawn_by = models.CharField(max_length=200, default="", db_default="")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_because = models.CharField(max_length=500, default="", db_default="")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["member", "kind", "slug", "period", "number"],
                name="saleor_loyalty_gift_once",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["id"],
                name="saleor_loyalty_gift_due",
                condition=models.Q(state=GiftState.DUE),
            ),
            models.Index(
                fields=["id"],
                name="saleor_loyalty_gift_waiting",
                condition=models.Q(state=GiftState.NOTHING_LEFT),
            ),
            models.Index(
                fields=["id"],
                name="saleor_loyalty_gift_withdrawn",
                condition=models.Q(state=GiftState.WITHDRAWN),
            ),
        ]


class CodeList(models.Model):
    """Codes of a partner, uploaded by staff, each given to one member."""

    slug = models.SlugField(unique=True)
    # `values.texts.Texts`: what the codes are for, by language.
    name: "models.JSONField[Any, Any]" = models.JSONField()
    active = models.BooleanField(default=True)
    created_at = models.DateTimeField(db_default=Now())


class PartnerCode(models.Model):
    code_list = models.ForeignKey(CodeList, on_delete=models.PROTECT, related_name="codes")
    code = models.CharField(max_length=255, db_collation="C")
    # The last moment it is good for. Null: no end.
    valid_until = models.DateTimeField(null=True)
    gift = models.OneToOneField(
        BenefitGift, on_delete=models.PROTECT, null=True, related_name="partner_code"
    )

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["code_list", "code"], name="saleor_loyalty_partner_code_once"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["code_list", "id"],
                name="saleor_loyalty_partner_free",
                condition=models.Q(gift__isnull=True),
            ),
        ]
