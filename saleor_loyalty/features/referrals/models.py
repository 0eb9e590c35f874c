"""Friends that members bring along."""

from typing import Any, ClassVar

from django.db import models


class ReferralCode(models.Model):
    """What a member gives to friends, by itself or at the end of a link."""

    member = models.OneToOneField(
        "saleor_loyalty.Member", on_delete=models.PROTECT, related_name="referral_code"
    )
    # Upper case; friends may type it as they like.
    code = models.CharField(max_length=32, unique=True, db_collation="C")
    visits = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField()


class ReferralCheckout(models.Model):
    """A checkout that somebody gave a friend's code at, and what became of it."""

    checkout_id = models.CharField(max_length=100, unique=True, db_collation="C")
    code = models.ForeignKey(ReferralCode, on_delete=models.PROTECT, related_name="checkouts")
    order_id = models.CharField(max_length=100, default="", db_collation="C")
    # Who ordered: a guest is waited for until there is an account.
    member = models.ForeignKey(
        "saleor_loyalty.Member",
        on_delete=models.PROTECT,
        null=True,
        related_name="referral_checkouts",
    )
    # "": the referral was made, or is still waited for. Else why not.
    why_not = models.CharField(max_length=200, default="")
    created_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)


class ReferralState(models.TextChoices):
    """registered → ordered → rewarded, or held by a case, or ended without."""

    REGISTERED = "registered", "the friend has an account"
    ORDERED = "ordered", "the friend's order waits for its return time"
    HELD = "held", "a case: waits for staff"
    REWARDED = "rewarded", "both have theirs"
    REFUSED = "refused", "ended without"


class Referral(models.Model):
    """One friend, brought by one member. Nobody is brought twice."""

    public_id = models.UUIDField(unique=True)
    referrer = models.ForeignKey(
        "saleor_loyalty.Member", on_delete=models.PROTECT, related_name="referrals"
    )
    friend = models.OneToOneField(
        "saleor_loyalty.Member", on_delete=models.PROTECT, related_name="referred_by"
    )
    # "code", "link" or "checkout".
    how = models.CharField(max_length=16)
    state = models.CharField(
        max_length=16, choices=ReferralState.choices, default=ReferralState.REGISTERED
    )
    # The version of the setting that it goes by.
    version = models.PositiveIntegerField()
    # The friend's order that counts, once there is one, and when its return time is over.
    order_id = models.CharField(max_length=100, default="", db_collation="C")
    due_at = models.DateTimeField(null=True)
    # What made it a case: {"address": [...], "email": true}; and where it stood before.
    signals: "models.JSONField[Any, Any]" = models.JSONField(default=dict)
    # Why it ended without, or what staff said.
    reason = models.CharField(max_length=500, default="")
    actor = models.CharField(max_length=200, default="")
    # Staff looked at its signals and let it pass.
    cleared = models.BooleanField(default=False)
    # Rewarded within the caps of who brought them: counts towards those and milestones.
    counted = models.BooleanField(default=False)
    created_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="saleor_loyalty_referral_of_two",
                condition=~models.Q(referrer=models.F("friend")),
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["referrer", "id"], name="saleor_loyalty_referral_by"),
            models.Index(fields=["state", "id"], name="saleor_loyalty_referral_todo"),
            models.Index(
                fields=["due_at"],
                name="saleor_loyalty_referral_due",
                condition=models.Q(state=ReferralState.ORDERED),
            ),
            models.Index(
                fields=["order_id"],
                name="saleor_loyalty_referral_order",
                condition=~models.Q(order_id=""),
            ),
        ]


class ReferralGift(models.Model):
    """What a referral brought to one of those it concerns. Each once."""

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="gifts")
    member = models.ForeignKey(
        "saleor_loyalty.Member", on_delete=models.PROTECT, related_name="referral_gifts"
    )
    # "welcome", "friend", "referrer", "second" (who brought the referrer) or "milestone:3".
    role = models.CharField(max_length=32, db_collation="C")
    event = models.OneToOneField(
        "saleor_loyalty.MemberEvent", on_delete=models.PROTECT, related_name="referral_gift"
    )
    given_at = models.DateTimeField()
    # The friend's order went back within the time.
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["referral", "role"], name="saleor_loyalty_referral_gift_once"
            ),
            # A milestone is reached once, whichever friend it was.
            models.UniqueConstraint(
                fields=["member", "role"],
                name="saleor_loyalty_milestone_once",
                condition=models.Q(role__startswith="milestone:"),
            ),
        ]


class Trace(models.Model):
    """A keyed hash of an address, phone, device or plain e-mail a member used: for comparing."""

    member = models.ForeignKey(
        "saleor_loyalty.Member", on_delete=models.PROTECT, related_name="traces"
    )
    kind = models.CharField(max_length=16, db_collation="C")
    digest = models.UUIDField()
    seen_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["kind", "digest", "member"], name="saleor_loyalty_trace_once"
            ),
        ]
