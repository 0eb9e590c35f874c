"""Pictures for reviews: uploaded before the review is written, and swept where none comes.

Rows come before their files and go after them: whatever dies in between leaves no file that
nothing knows of.
"""

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.core.files.base import ContentFile
from django.db import transaction

from ..errors import N_, NN_, Code, LoyaltyError
from ..features.engagement.models import Subject
from ..features.members.models import Member
from ..features.reviews.config import ReviewConfig
from ..features.reviews.models import Review, ReviewPicture
from ..features.reviews.pictures import CleanPicture, clean
from ..values.identity import new_public_id
from .engagement import must_run
from .tier_grants import locked_member

# How long a picture waits for its review.
KEPT = timedelta(days=1)
# Of one member, that belong to no review yet.
MOST_ALONE = 20
_AT_ONCE = 100


def upload(member: Member, content: bytes, *, now: datetime) -> ReviewPicture:
    """Not inside a transaction: the row is there before the file.

    Raises NOT_FOUND where reviews are switched off; INVALID or LIMIT_EXCEEDED for what is no
    picture, too large a one, or one too many.
    """
    terms = must_run(Subject.REVIEWS, ReviewConfig).config.pictures
    if not terms.most:
        raise LoyaltyError(Code.INVALID, N_("Reviews have no pictures here."), field="picture")
    found = clean(content, terms)
    picture = _row(member, found, now)
    storage = picture.file.storage
    name = picture.file.name
    assert name is not None, "given above"
    stored = storage.save(name, ContentFile(found.content))
    if stored != name:
        picture.file.name = stored
        picture.save(update_fields=["file"])
    return picture


def attach(review: Review, pictures: Sequence[UUID], *, now: datetime) -> None:
    """These pictures, in this order, and no others. Raises NOT_FOUND."""
    mine = ReviewPicture.objects.filter(member=review.member_id, public_id__in=pictures)
    free = mine.filter(review=None) | mine.filter(review=review)
    found = {picture.public_id: picture for picture in free.order_by("pk").select_for_update()}
    if len(found) < len(pictures):
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such picture."), field="pictureIds")
    _leave(review, now, keep=pictures)
    for position, public_id in enumerate(pictures):
        found[public_id].review, found[public_id].position = review, position
    ReviewPicture.objects.bulk_update(found.values(), ["review", "position"])


def leave(review: Review, *, now: datetime) -> None:
    """The review is gone: its pictures are swept a day later."""
    _leave(review, now, keep=())


def sweep(*, now: datetime) -> int:
    """Throws away what has waited too long; returns how many, 0 when all are gone.

    Where the storage is away the next sweep tries again.
    """
    with transaction.atomic():
        alone = ReviewPicture.objects.filter(review=None, created_at__lt=now - KEPT)
        found = list(alone.order_by("created_at").select_for_update(skip_locked=True)[:_AT_ONCE])
        for picture in found:
            picture.file.delete(save=False)
        ReviewPicture.objects.filter(pk__in=[picture.pk for picture in found]).delete()
    return len(found)


@transaction.atomic
def _row(member: Member, found: CleanPicture, now: datetime) -> ReviewPicture:
    member = locked_member(member)
    if ReviewPicture.objects.filter(member=member, review=None).count() >= MOST_ALONE:
        too_many = NN_(
            "At most %(count)s picture may wait for a review.",
            "At most %(count)s pictures may wait for a review.",
        )
        raise LoyaltyError(Code.LIMIT_EXCEEDED, too_many, field="picture", count=MOST_ALONE)
    public_id = new_public_id()
    picture = ReviewPicture(
        public_id=public_id,
        member=member,
        content_type=found.content_type,
        size=len(found.content),
        width=found.width,
        height=found.height,
        created_at=now,
    )
    # What it is called cannot be guessed: whoever knows the address has been shown it.
    picture.file.name = f"saleor_loyalty/reviews/{secrets.token_hex(16)}.{found.ending}"
    picture.save()
    return picture


def _leave(review: Review, now: datetime, *, keep: Sequence[UUID]) -> None:
    gone = ReviewPicture.objects.filter(review=review).exclude(public_id__in=keep)
    gone.update(review=None, position=0, created_at=now)
