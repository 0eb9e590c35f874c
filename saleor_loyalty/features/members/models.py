"""Who takes part."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from ...values.identity import new_public_id


class Member(models.Model):
    """A shop account, or a guest known by e-mail until they register."""

    public_id = models.UUIDField(unique=True, default=new_public_id, editable=False)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        # The migration makes the constraint itself, with ON DELETE SET NULL in the database: a
        # shop that has removed the package can still delete a customer.
        db_constraint=False,
    )
    # Known by e-mail alone. False with no user: the account was deleted, the member is closed.
    guest = models.BooleanField(default=False)
    # Lower case. A member with an account follows the account's e-mail.
    email = models.CharField(max_length=254, db_collation="C")
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="merged_members"
    )
    # The better of what they have reached and what they were given; see `Standing`, `TierGrant`.
    tier = models.ForeignKey(
        "saleor_loyalty.Tier",
        on_delete=models.SET_NULL,
        null=True,
        related_name="members",
        # The index below begins with it.
        db_index=False,
    )
    birthday = models.DateField(null=True)
    language_code = models.CharField(max_length=35, default="en")
    # Empty: not told, and so the programme's.
    time_zone = models.CharField(max_length=63, default="")
    joined_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["email"],
                name="saleor_loyalty_member_guest_email",
                condition=models.Q(guest=True),
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["email"], name="saleor_loyalty_member_email"),
            # In the orders that staff look through them in.
            models.Index(fields=["joined_at", "public_id"], name="saleor_loyalty_member_joined"),
            models.Index(
                fields=["tier", "joined_at", "public_id"], name="saleor_loyalty_member_tier"
            ),
        ]
