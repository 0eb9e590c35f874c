"""The ledger's tables. Rows are written by the functions in `sql/`, called from `post` alone.

`available + pending + held = sum of remaining over open lots`, for every account at every commit;
`debt` is what a claw-back could not take and the next credit pays first.
"""

from typing import Any, ClassVar

from django.contrib.postgres.indexes import BrinIndex
from django.db import models

from ..values.points import Unit


class EntryKind(models.IntegerChoices):
    EARN = 1, "earn"
    MATURE = 2, "mature"
    SPEND = 3, "spend"
    HOLD = 4, "hold"
    RELEASE = 5, "release"
    CAPTURE = 6, "capture"
    RESTORE = 7, "restore"
    CLAW_BACK = 8, "claw back"
    EXPIRE = 9, "expire"
    DEBT_PAYMENT = 10, "debt payment"
    ADJUST = 11, "adjust"
    MERGE_OUT = 12, "merge out"
    MERGE_IN = 13, "merge in"
    EXTEND = 14, "extend"


class Account(models.Model):
    """One member, one unit. All amounts are points (or growth), never negative."""

    member = models.ForeignKey(
        "saleor_loyalty.Member",
        on_delete=models.PROTECT,
        related_name="accounts",
        # The unique constraint's index already begins with the member.
        db_index=False,
    )
    unit = models.SmallIntegerField(choices=[(unit.value, unit.name) for unit in Unit])
    # Entries and lots of the account are numbered from one counter, so a row lock orders them.
    seq = models.BigIntegerField(default=0)
    available = models.BigIntegerField(default=0)
    pending = models.BigIntegerField(default=0)
    held = models.BigIntegerField(default=0)
    debt = models.BigIntegerField(default=0)
    # Merged into another account: takes nothing but what is given back for old spendings.
    closed = models.BooleanField(default=False, db_default=False)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["member", "unit"], name="saleor_loyalty_account_member_unit"
            ),
            models.CheckConstraint(
                name="saleor_loyalty_account_not_negative",
                condition=models.Q(available__gte=0, pending__gte=0, held__gte=0, debt__gte=0),
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            # Who owes: few, and nobody's row leaves its page as long as they owe nothing. One on
            # what is available would take every award off its page (benchmarks/README.md).
            models.Index(
                fields=["member"],
                name="saleor_loyalty_account_debt",
                condition=models.Q(debt__gt=0),
            ),
        ]


class Entry(models.Model):
    """One line of an account: by how much each of the four sums changed, and why. Append-only."""

    pk = models.CompositePrimaryKey("account_id", "seq")
    # No foreign key: the functions hold the account's row lock, and it costs four fifths of the
    # insert rate. The audit proves that every entry has its account.
    account_id = models.BigIntegerField()
    seq = models.BigIntegerField()
    kind = models.SmallIntegerField(choices=EntryKind.choices)
    available = models.BigIntegerField()
    pending = models.BigIntegerField()
    held = models.BigIntegerField()
    debt = models.BigIntegerField()
    # available - debt after this entry
    balance = models.BigIntegerField()
    # The lot that an EXPIRE, MATURE or EXTEND entry is about; other kinds name theirs in LotUse.
    lot_seq = models.BigIntegerField(null=True)
    # The entry this one answers: a RESTORE its spend, a CAPTURE or RELEASE its hold.
    ref_seq = models.BigIntegerField(null=True)
    key = models.UUIDField(unique=True)
    digest = models.BigIntegerField()
    source = models.CharField(max_length=200, db_collation="C")
    occurred_at = models.DateTimeField()
    created_at = models.DateTimeField(db_default=models.functions.Now())
    # Reason and explanation: {"reason": code, ...}; never a person's name or address.
    data: "models.JSONField[Any, Any]" = models.JSONField(null=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            BrinIndex(fields=["created_at"], name="saleor_loyalty_entry_created"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(name="saleor_loyalty_entry_seq", condition=models.Q(seq__gt=0)),
        ]


class Lot(models.Model):
    """What one credit brought in, with its own maturity, expiry and money value.

    `remaining` includes `held`. A lot is open while something remains.
    """

    pk = models.CompositePrimaryKey("account_id", "seq")
    account_id = models.BigIntegerField()
    # The number of the entry that brought it.
    seq = models.BigIntegerField()
    amount = models.BigIntegerField()
    remaining = models.BigIntegerField()
    held = models.BigIntegerField(db_default=0)
    # What expired of it and has not been counted against a claw-back yet.
    lapsed = models.BigIntegerField(db_default=0)
    open = models.BooleanField(db_default=True)
    pending = models.BooleanField()
    # A pending lot without a date waits for its event (fulfilment, confirmed delivery).
    matures_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(null=True)
    earned_at = models.DateTimeField()
    # The key of the credit that first made these points, kept through merges and extensions.
    origin = models.UUIDField()
    # What a point was worth when it was earned: worth_points are worth_minor of the currency.
    worth_points = models.BigIntegerField(null=True)
    worth_minor = models.BigIntegerField(null=True)
    worth_currency = models.CharField(max_length=3, null=True, db_collation="C")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="saleor_loyalty_lot_amounts",
                condition=models.Q(
                    held__gte=0,
                    remaining__gte=models.F("held"),
                    amount__gte=models.F("remaining"),
                    lapsed__gte=0,
                ),
            ),
            models.CheckConstraint(
                name="saleor_loyalty_lot_open",
                condition=models.Q(open=True, remaining__gt=0) | models.Q(open=False, remaining=0),
            ),
            models.CheckConstraint(
                name="saleor_loyalty_lot_pending_not_held",
                condition=models.Q(pending=False) | models.Q(held=0),
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["account_id", "expires_at", "earned_at", "seq"],
                name="saleor_loyalty_lot_open_idx",
                condition=models.Q(open=True),
            ),
            models.Index(
                fields=["expires_at"],
                name="saleor_loyalty_lot_expiry",
                condition=models.Q(open=True, expires_at__isnull=False),
            ),
            models.Index(
                fields=["matures_at"],
                name="saleor_loyalty_lot_maturity",
                condition=models.Q(open=True, pending=True, matures_at__isnull=False),
            ),
        ]


class LotUse(models.Model):
    """How much an entry changed a lot's remaining and held. Append-only."""

    pk = models.CompositePrimaryKey("account_id", "entry_seq", "lot_seq")
    account_id = models.BigIntegerField()
    entry_seq = models.BigIntegerField()
    lot_seq = models.BigIntegerField()
    remaining = models.BigIntegerField()
    held = models.BigIntegerField()


class HoldStatus(models.IntegerChoices):
    OPEN = 1, "open"
    CAPTURED = 2, "captured"
    RELEASED = 3, "released"


class Hold(models.Model):
    """Points set aside for an open checkout or redemption. Its HOLD entry names the lots."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="holds")
    key = models.UUIDField(unique=True)
    entry_seq = models.BigIntegerField()
    # What the points are held for, "checkout:<id>".
    subject = models.CharField(max_length=200, db_collation="C")
    amount = models.BigIntegerField()
    captured = models.BigIntegerField(db_default=0)
    status = models.SmallIntegerField(choices=HoldStatus.choices, db_default=HoldStatus.OPEN)
    expires_at = models.DateTimeField()
    # The CAPTURE entry, where there is one: what a refund of these points answers.
    capture_seq = models.BigIntegerField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="saleor_loyalty_hold_amounts",
                condition=models.Q(amount__gt=0, captured__gte=0, captured__lte=models.F("amount")),
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["subject"], name="saleor_loyalty_hold_subject"),
            models.Index(
                fields=["expires_at"],
                name="saleor_loyalty_hold_due",
                condition=models.Q(status=HoldStatus.OPEN),
            ),
        ]
