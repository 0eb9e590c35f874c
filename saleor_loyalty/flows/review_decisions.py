"""What staff do about reviews: show, refuse, answer, open again."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from ..errors import N_, Code, LoyaltyError
from ..features.reviews.config import LONGEST_TEXT
from ..features.reviews.models import Review, ReviewState
from ..features.reviews.rules import LONGEST_REASON, plain
from .review_steps import check_revision, locked, show, take_points_back, write_step


@transaction.atomic
def approve(public_id: UUID, *, revision: str | None, actor: str, now: datetime) -> Review:
    """Shows it and gives its points; twice is once. `revision` is of the content that was read.

    Raises NOT_FOUND, CHANGED_MEANWHILE, INVALID for one that is refused or withdrawn.
    """
    review = locked(public_id)
    check_revision(review, revision)
    if review.state == ReviewState.APPROVED:
        return review
    _check_state(review, ReviewState.PENDING)
    show(review, actor=actor, now=now)
    return review


@transaction.atomic
def refuse(
    public_id: UUID, *, revision: str | None, reason: str, actor: str, now: datetime
) -> Review:
    """Shows it no longer, and takes its points back. The member reads the reason, the last one
    that was given.

    Raises NOT_FOUND, CHANGED_MEANWHILE, REQUIRED without a reason, INVALID.
    """
    said = checked_reason(reason)
    review = locked(public_id)
    check_revision(review, revision)
    if review.state == ReviewState.REFUSED and review.reason == said:
        return review
    _check_state(review, ReviewState.PENDING, ReviewState.APPROVED, ReviewState.REFUSED)
    hide(review, reason=said, actor=actor, now=now)
    return review


@transaction.atomic
def answer(public_id: UUID, *, text: str, actor: str, now: datetime) -> Review:
    """The shop's answer stands under the review; an empty one takes it away.

    Raises NOT_FOUND, INVALID.
    """
    said = plain(text, field="text", longest=LONGEST_TEXT, lines=True)
    review = locked(public_id)
    if review.answer == said:
        return review
    _check_state(review, ReviewState.PENDING, ReviewState.APPROVED, ReviewState.REFUSED)
    review.answer, review.answered_at = said, now if said else None
    write_step(review, "answered", actor=actor, note=said, now=now)
    return review


@transaction.atomic
def reopen(public_id: UUID, *, actor: str, now: datetime) -> Review:
    """It waits to be decided once more; points of one that was shown stay until then.

    Raises NOT_FOUND, INVALID for one that is withdrawn.
    """
    review = locked(public_id)
    if review.state == ReviewState.PENDING:
        return review
    _check_state(review, ReviewState.APPROVED, ReviewState.REFUSED)
    review.state, review.reason, review.decided_at = ReviewState.PENDING, "", None
    write_step(review, "reopened", actor=actor, now=now)
    return review


def checked_reason(reason: str) -> str:
    """Raises REQUIRED, INVALID."""
    said = plain(reason, field="reason", longest=LONGEST_REASON)
    if not said:
        raise LoyaltyError(Code.REQUIRED, N_("A reason is needed."), field="reason")
    return said


def hide(review: Review, *, reason: str, actor: str, now: datetime) -> None:
    take_points_back(review, now=now)
    review.state, review.reason, review.decided_at = ReviewState.REFUSED, reason, now
    write_step(review, "refused", actor=actor, note=reason, now=now)


def _check_state(review: Review, *allowed: ReviewState) -> None:
    if review.state not in allowed:
        raise LoyaltyError(
            Code.INVALID, N_("This cannot be done in the state the review is in."), field="id"
        )
