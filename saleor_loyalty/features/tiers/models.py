"""Tiers: the ladder in its versions, who stands where, and how they came there."""

from typing import Any, ClassVar

from django.db import models
from django.db.models.functions import Now


class LadderState(models.TextChoices):
    """A draft may be edited and moves nobody."""

    DRAFT = "draft", "draft"
    ACTIVE = "active", "active"


class LadderVersion(models.Model):
    """What the ladder is from a moment on. Never changed once it has been activated."""

    number = models.PositiveIntegerField(unique=True)
    state = models.CharField(max_length=16, choices=LadderState.choices, default=LadderState.DRAFT)
    # Null in a draft.
    valid_from = models.DateTimeField(null=True)
    # The text form of `flows.ladder_terms.LadderDocument`.
    config: "models.JSONField[Any, Any]" = models.JSONField()
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="saleor_loyalty_ladder_begins",
                condition=models.Q(state=LadderState.DRAFT) | models.Q(valid_from__isnull=False),
            ),
        ]


class Tier(models.Model):
    """A tier as others point to it; what it takes and gives is written in the ladder's versions.

    Tiers of the newest activated version are active; others stay for the history.
    """

    slug = models.SlugField(unique=True)
    # In the ladder's first language.
    name = models.CharField(max_length=200)
    # Higher is better.
    rank = models.PositiveIntegerField()
    active = models.BooleanField(default=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["rank"],
                name="saleor_loyalty_tier_rank",
                condition=models.Q(active=True),
            ),
        ]


class Standing(models.Model):
    """Where a member stands by what they did, as last worked out from the facts."""

    member = models.OneToOneField(
        "saleor_loyalty.Member", on_delete=models.PROTECT, primary_key=True, related_name="standing"
    )
    # What facts alone have reached; `Member.tier` has grants in it as well.
    earned_tier = models.ForeignKey(Tier, on_delete=models.PROTECT, null=True, related_name="+")
    since = models.DateTimeField()
    # The end of the period it is kept for, or of the grace after it. Null: no end.
    until = models.DateTimeField(null=True)
    in_grace = models.BooleanField(default=False)
    # When time alone may move the member next, grants included. Null: never.
    review_at = models.DateTimeField(null=True)
    ladder_version = models.ForeignKey(
        LadderVersion, on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["review_at"],
                name="saleor_loyalty_standing_due",
                condition=models.Q(review_at__isnull=False),
            ),
        ]


class GrantKind(models.TextChoices):
    """How somebody came to a tier other than by what they did."""

    BY_HAND = "by_hand", "by staff"
    INVITATION = "invitation", "by an invitation code"
    POINTS = "points", "for points"


class TierInvitation(models.Model):
    """A code that lets whoever has it into a tier."""

    # Upper case.
    code = models.CharField(max_length=64, unique=True, db_collation="C")
    tier = models.ForeignKey(Tier, on_delete=models.PROTECT, related_name="+")
    # How long the tier lasts from being taken. Null: for good.
    months = models.PositiveSmallIntegerField(null=True)
    # How many members may use it. Null: any number.
    uses = models.PositiveIntegerField(null=True)
    used = models.PositiveIntegerField(default=0)
    valid_until = models.DateTimeField(null=True)
    active = models.BooleanField(default=True)
    actor = models.CharField(max_length=200, default="")
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="saleor_loyalty_invitation_uses",
                condition=models.Q(uses__isnull=True) | models.Q(used__lte=models.F("uses")),
            ),
        ]


class TierGrant(models.Model):
    """A tier given for some time, whatever the member did.

    `exact` is the tier and nothing else; otherwise it is the least the member has.
    """

    public_id = models.UUIDField(unique=True)
    member = models.ForeignKey(
        "saleor_loyalty.Member", on_delete=models.PROTECT, related_name="tier_grants"
    )
    tier = models.ForeignKey(Tier, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16, choices=GrantKind.choices)
    exact = models.BooleanField(default=False)
    reason = models.CharField(max_length=500, default="")
    actor = models.CharField(max_length=200, default="")
    invitation = models.ForeignKey(
        TierInvitation, on_delete=models.PROTECT, null=True, related_name="grants"
    )
    starts_at = models.DateTimeField()
    # Null: for good.
    ends_at = models.DateTimeField(null=True)
    # Taken back before its end.
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["member", "invitation"], name="saleor_loyalty_grant_invitation_once"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["member"],
                name="saleor_loyalty_grant_open",
                condition=models.Q(ended_at__isnull=True),
            ),
        ]


class MoveCause(models.TextChoices):
    """What moved a member."""

    REACHED = "reached", "what they did reached it"
    DROPPED = "dropped", "the period ended without what keeps it"
    TAKEN_BACK = "taken_back", "refunds took back what had reached it"
    LADDER_CHANGED = "ladder_changed", "the ladder was changed"
    BY_HAND = "by_hand", "staff chose it"
    INVITATION = "invitation", "an invitation code"
    POINTS = "points", "it was bought with points"
    GRANT_ENDED = "grant_ended", "what had been given came to its end"
    MERGED = "merged", "two accounts of one person became one"


class TierMove(models.Model):
    """One move of a member, up or down, and why. Never changed."""

    public_id = models.UUIDField(unique=True)
    member = models.ForeignKey(
        "saleor_loyalty.Member", on_delete=models.PROTECT, related_name="tier_moves"
    )
    from_tier = models.ForeignKey(Tier, on_delete=models.PROTECT, null=True, related_name="+")
    to_tier = models.ForeignKey(Tier, on_delete=models.PROTECT, null=True, related_name="+")
    cause = models.CharField(max_length=16, choices=MoveCause.choices)
    # What the member of staff wrote.
    reason = models.CharField(max_length=500, default="")
    # Who moved the member; empty: the rules.
    actor = models.CharField(max_length=200, default="")
    # When what moved the member happened: a late fact may lie back.
    since = models.DateTimeField()
    moved_at = models.DateTimeField()


class TierWarning(models.Model):
    """A member told that a tier is about to end, so many days before."""

    member = models.ForeignKey(
        "saleor_loyalty.Member", on_delete=models.PROTECT, related_name="tier_warnings"
    )
    tier = models.ForeignKey(Tier, on_delete=models.PROTECT, related_name="+")
    ends_at = models.DateTimeField()
    days_before = models.PositiveSmallIntegerField()
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["member", "ends_at", "days_before"],
                name="saleor_loyalty_tier_warning_once",
            ),
        ]


class TrialState(models.TextChoices):
    RUNNING = "running", "being worked out"
    DONE = "done", "worked out"


class LadderTrial(models.Model):
    """Who would move if a draft were activated at a moment. Nobody is moved."""

    public_id = models.UUIDField(unique=True)
    ladder_version = models.ForeignKey(
        LadderVersion, on_delete=models.CASCADE, related_name="trials"
    )
    state = models.CharField(max_length=16, choices=TrialState.choices, default=TrialState.RUNNING)
    # The draft as it was tried.
    config: "models.JSONField[Any, Any]" = models.JSONField()
    at = models.DateTimeField()
    # Members looked at, up to and with this one.
    members = models.PositiveIntegerField(default=0)
    last_member_id = models.BigIntegerField(default=0)
    # [{"from": slug or null, "to": slug or null, "members": number}], and the first moves of all.
    counts: "models.JSONField[Any, Any]" = models.JSONField(default=list)
    moves: "models.JSONField[Any, Any]" = models.JSONField(default=list)
    actor = models.CharField(max_length=200, default="")
    created_at = models.DateTimeField(db_default=Now())
