"""What members say about what they bought."""

from typing import ClassVar

from django.db import models


class ReviewState(models.TextChoices):
    PENDING = "pending", "waiting for the shop"
    APPROVED = "approved", "shown"
    REFUSED = "refused", "not shown, with a reason"
    WITHDRAWN = "withdrawn", "taken back by the member"


class Review(models.Model):
    """One review of one order line. `source` "" is ours; else the shop's other review service."""

    public_id = models.UUIDField(unique=True)
    # Of the source key: the same review told again is one review.
    key = models.UUIDField(unique=True)
    digest = models.BigIntegerField()
    source = models.CharField(max_length=100, default="", db_collation="C")
    member = models.ForeignKey(
        "saleor_loyalty.Member", on_delete=models.PROTECT, related_name="reviews"
    )
    order_id = models.CharField(max_length=100, db_collation="C")
    line_id = models.CharField(max_length=100, db_collation="C")
    product_id = models.CharField(max_length=100, db_collation="C")
    variant_id = models.CharField(max_length=100, default="", db_collation="C")
    # As it was called when it was bought.
    product_name = models.CharField(max_length=250, default="")
    state = models.CharField(
        max_length=16, choices=ReviewState.choices, default=ReviewState.PENDING
    )
    rating = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200, default="")
    text = models.TextField(default="")
    language_code = models.CharField(max_length=35, default="")
    # As the member wants to be called in public.
    author = models.CharField(max_length=100, default="")
    pictures_count = models.PositiveSmallIntegerField(default=0)
    # Why it was refused, for the member.
    reason = models.CharField(max_length=500, default="")
    answer = models.TextField(default="")
    answered_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)
    # What it earned.
    event = models.OneToOneField(
        "saleor_loyalty.MemberEvent", on_delete=models.PROTECT, null=True, related_name="review"
    )
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["order_id", "line_id"],
                name="saleor_loyalty_review_once_a_line",
                condition=~models.Q(state=ReviewState.WITHDRAWN),
            ),
            models.CheckConstraint(
                name="saleor_loyalty_review_stars",
                condition=models.Q(rating__gte=1, rating__lte=5),
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            # What a storefront asks is answered from these two alone, and then the page is read.
            models.Index(
                fields=["product_id", "created_at", "public_id"],
                name="saleor_loyalty_review_shown",
                condition=models.Q(state=ReviewState.APPROVED),
                include=["id", "rating", "language_code", "pictures_count"],
            ),
            models.Index(
                fields=["product_id", "rating", "created_at", "public_id"],
                name="saleor_loyalty_review_best",
                condition=models.Q(state=ReviewState.APPROVED),
                include=["id", "language_code", "pictures_count"],
            ),
            models.Index(fields=["state", "id"], name="saleor_loyalty_review_todo"),
            models.Index(fields=["member", "id"], name="saleor_loyalty_review_of"),
            models.Index(fields=["created_at"], name="saleor_loyalty_review_at"),
        ]


class ReviewStep(models.Model):
    """What somebody did about a review. Never changed."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="steps")
    # "written", "edited", "approved", "refused", "answered", "reopened", "withdrawn",
    # "points_taken_back".
    kind = models.CharField(max_length=20)
    # Empty: the member, or the rules.
    actor = models.CharField(max_length=200, default="")
    note = models.TextField(default="")
    at = models.DateTimeField()


class ReviewPicture(models.Model):
    """A picture, waiting for its review or part of it. Stored by Django's default storage."""

    public_id = models.UUIDField(unique=True)
    member = models.ForeignKey(
        "saleor_loyalty.Member", on_delete=models.PROTECT, related_name="review_pictures"
    )
    review = models.ForeignKey(Review, on_delete=models.PROTECT, null=True, related_name="pictures")
    position = models.PositiveSmallIntegerField(default=0)
    file = models.FileField(upload_to="saleor_loyalty/reviews/", max_length=255)
    content_type = models.CharField(max_length=50)
    # In bytes and pixels.
    size = models.PositiveIntegerField()
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    created_at = models.DateTimeField()

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["created_at"],
                name="saleor_loyalty_picture_alone",
                condition=models.Q(review__isnull=True),
            ),
        ]
