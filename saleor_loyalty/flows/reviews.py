"""A member says what they think of something they bought: writes, changes and withdraws it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from ..errors import N_, Code, LoyaltyError
from ..features.engagement.models import Subject
from ..features.members.models import Member
from ..features.reviews.config import ReviewConfig
from ..features.reviews.models import Review, ReviewState
from ..features.reviews.rules import Content, checked
from ..values.identity import new_public_id
from ..values.source_key import key_of
from .engagement import must_run
from .review_lines import Bought, check_open, known_line
from .review_pictures import attach, leave
from .review_steps import lock_order, locked, show, take_points_back, write_step
from .tier_grants import locked_member


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """As somebody wrote it, unchecked. Without a language: the member's own."""

    rating: int
    title: str = ""
    text: str = ""
    language_code: str = ""
    author: str = ""
    pictures: tuple[UUID, ...] = ()


@transaction.atomic
def write_review(
    member: Member, order_id: str, line_id: str, opinion: Opinion, *, now: datetime
) -> Review:
    """The same told again answers the same review.

    Raises NOT_FOUND where reviews are switched off, the member did not buy it, or a picture is not
    theirs; INVALID for what went back, has not arrived, was bought too long ago or was reviewed
    already, and for what a review cannot say; LIMIT_EXCEEDED for too many pictures.
    """
    config = must_run(Subject.REVIEWS, ReviewConfig).config
    lock_order(order_id)
    member = locked_member(member)
    content = _content(opinion, member, config)
    bought = known_line(member, order_id, line_id, config)
    known = review_of_line(order_id, line_id)
    if known is not None and known.member_id == member.pk and known.digest == content.digest:
        return known
    check_free(known)
    check_open(bought, now)
    public_id = new_public_id()
    review = new_review(member, bought, content, public_id, f"own:{public_id}", created_at=now)
    review.save()
    attach(review, content.pictures, now=now)
    write_step(review, "written", now=now)
    _show_at_once(review, config, now)
    return review


@transaction.atomic
def edit_review(member: Member, public_id: UUID, opinion: Opinion, *, now: datetime) -> Review:
    """It waits for the shop again; points it has brought stay until the shop has decided.

    Raises as `write_review`, and INVALID for one that was withdrawn or is kept elsewhere.
    """
    config = must_run(Subject.REVIEWS, ReviewConfig).config
    review = _own(member, public_id)
    if review.state == ReviewState.WITHDRAWN:
        raise LoyaltyError(Code.INVALID, N_("This review was withdrawn."), field="id")
    content = _content(opinion, review.member, config)
    if content.digest == review.digest:
        return review
    put(review, content)
    attach(review, content.pictures, now=now)
    review.state, review.reason, review.updated_at = ReviewState.PENDING, "", now
    write_step(review, "edited", now=now)
    _show_at_once(review, config, now)
    return review


@transaction.atomic
def withdraw_review(member: Member, public_id: UUID, *, now: datetime) -> Review:
    """Takes it away with its points and pictures; the line can be reviewed anew. Twice is once.

    Raises NOT_FOUND, INVALID.
    """
    review = _own(member, public_id)
    withdraw(review, now=now)
    return review


def withdraw(review: Review, *, actor: str = "", now: datetime) -> None:
    if review.state == ReviewState.WITHDRAWN:
        return
    take_points_back(review, now=now)
    leave(review, now=now)
    review.state, review.updated_at, review.pictures_count = ReviewState.WITHDRAWN, now, 0
    write_step(review, "withdrawn", actor=actor, now=now)


def review_of_line(order_id: str, line_id: str) -> Review | None:
    found = Review.objects.filter(order_id=order_id, line_id=line_id)
    return found.exclude(state=ReviewState.WITHDRAWN).select_related("member", "event").first()


def check_free(known: Review | None) -> None:
    """Raises INVALID where the line has its review."""
    if known is not None:
        raise LoyaltyError(Code.INVALID, N_("You have reviewed this already."), field="lineId")


def new_review(
    member: Member,
    bought: Bought,
    content: Content,
    public_id: UUID,
    source: str,
    *,
    created_at: datetime,
) -> Review:
    review = Review(
        public_id=public_id,
        key=key_of(f"review:{source}"),
        member=member,
        order_id=bought.order.order_id,
        line_id=bought.line.line_id,
        product_id=bought.line.product_id,
        variant_id=bought.line.variant_id,
        product_name=bought.line.product_name,
        created_at=created_at,
        updated_at=created_at,
    )
    put(review, content)
    return review


def put(review: Review, content: Content) -> None:
    review.digest = content.digest
    review.rating, review.title, review.text = content.rating, content.title, content.text
    review.language_code, review.author = content.language_code, content.author
    review.pictures_count = content.pictures_count


def _content(opinion: Opinion, member: Member, config: ReviewConfig) -> Content:
    return checked(
        rating=opinion.rating,
        title=opinion.title,
        text=opinion.text,
        language_code=opinion.language_code or member.language_code,
        author=opinion.author,
        pictures=opinion.pictures,
        config=config,
    )


def _own(member: Member, public_id: UUID) -> Review:
    review = locked(public_id)
    if review.member_id != member.pk:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such review."), field="id")
    if review.source:
        raise LoyaltyError(Code.INVALID, N_("This review was written elsewhere."), field="id")
    return review


def _show_at_once(review: Review, config: ReviewConfig, now: datetime) -> None:
    if config.approves(review.rating, review.pictures_count):
        show(review, actor="", now=now)
