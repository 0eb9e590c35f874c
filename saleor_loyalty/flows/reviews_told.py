"""Reviews kept elsewhere, as that service tells of them: each whole, in any order, often."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from django.db import transaction

from ..errors import N_, Code, LoyaltyError, Marked
from ..features.engagement.models import Subject
from ..features.members.models import Member
from ..features.reviews.config import ReviewConfig
from ..features.reviews.models import Review, ReviewState
from ..features.reviews.rules import Content
from ..values.identity import new_public_id
from ..values.source_key import key_of
from .engagement import must_run
from .locks import lock_subjects
from .review_decisions import hide
from .review_lines import Bought, check_open, known_line, line_of_product
from .review_steps import lock_order, locked, show, write_step
from .reviews import check_free, new_review, put, review_of_line, withdraw
from .tier_grants import locked_member

_CLOCKS_APART = timedelta(minutes=5)

State = Literal["approved", "pending", "refused"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldReview:
    """One review as it is elsewhere. `source` names the service and `id` is theirs; `changed_at` is
    when it became what it is, `written_at` when it was written. Where the line of the order is not
    named, the newest purchase of the product counts.
    """

    source: str
    id: str
    changed_at: datetime
    written_at: datetime
    member: Member
    order_id: str = ""
    line_id: str = ""
    product_id: str = ""
    content: Content
    state: State
    reason: str = ""

    @property
    def key(self) -> str:
        return f"{self.source}:{self.id}"

    @property
    def actor(self) -> str:
        return f"source:{self.source}"


@transaction.atomic
def receive(told: ToldReview, *, now: datetime) -> Review:
    """Brings what is known of it up to that. The same again changes nothing.

    Raises NOT_FOUND where reviews are switched off or nothing was bought that it could be of;
    SOURCE_KEY_CONFLICT for an older state than is known, another content of the same moment,
    another member, line or product; INVALID for what was reviewed already, went back, has not
    arrived, or lies in the future.
    """
    config = must_run(Subject.REVIEWS, ReviewConfig).config
    if max(told.changed_at, told.written_at) > now + _CLOCKS_APART:
        raise LoyaltyError(Code.INVALID, N_("This lies in the future."), field="changed_at")
    known = _known(told.key)
    if known is None:
        review = _first(told, config)
    else:
        review = locked(known.public_id)
        if _is_what_is_known(review, told):
            return review
        _check_newer(review, told)
        _change(review, told)
    _decide(review, told, now)
    return review


@transaction.atomic
def remove(source: str, id: str, *, changed_at: datetime, now: datetime) -> Review:
    """It is gone there, and so here, with its points. Twice is once.

    Raises NOT_FOUND; SOURCE_KEY_CONFLICT where something newer is known.
    """
    known = _known(f"{source}:{id}")
    if known is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such review."), field="id")
    review = locked(known.public_id)
    if review.state == ReviewState.WITHDRAWN:
        return review
    if changed_at < review.updated_at:
        raise _conflict(N_("Something newer is known of this review."), "changed_at")
    withdraw(review, actor=f"source:{source}", now=now)
    _told_at(review, changed_at)
    return review


def _known(key: str) -> Review | None:
    """Held until the transaction ends, also where there is none yet."""
    lock_subjects([f"review:{key}"])
    return Review.objects.filter(key=key_of(f"review:{key}")).first()


def _first(told: ToldReview, config: ReviewConfig) -> Review:
    bought = _bought(told, config)
    lock_order(bought.order.order_id)
    member = locked_member(told.member)
    # As it is now that nobody else can change it.
    bought = known_line(member, bought.order.order_id, bought.line.line_id, config)
    check_free(review_of_line(bought.order.order_id, bought.line.line_id))
    check_open(bought, told.written_at)
    review = new_review(
        member, bought, told.content, new_public_id(), told.key, created_at=told.written_at
    )
    review.source, review.updated_at = told.source, told.changed_at
    write_step(review, "written", actor=told.actor, now=told.changed_at)
    return review


def _bought(told: ToldReview, config: ReviewConfig) -> Bought:
    if told.order_id:
        return known_line(told.member, told.order_id, told.line_id, config)
    found = line_of_product(told.member, told.product_id, config, at=told.written_at)
    if found is None:
        raise LoyaltyError(
            Code.NOT_FOUND, N_("The member has no purchase of it to review."), field="product_id"
        )
    return found


def _is_what_is_known(review: Review, told: ToldReview) -> bool:
    return review.updated_at == told.changed_at and review.digest == told.content.digest


def _check_newer(review: Review, told: ToldReview) -> None:
    if told.changed_at <= review.updated_at:
        raise _conflict(N_("Something as new or newer is known of this review."), "changed_at")
    if told.member.pk != review.member_id:
        raise _conflict(N_("This review is of another member."), "email")
    if told.order_id and (told.order_id, told.line_id) != (review.order_id, review.line_id):
        raise _conflict(N_("This review is of another line."), "line_id")
    if told.product_id and told.product_id != review.product_id:
        raise _conflict(N_("This review is of another product."), "product_id")


def _change(review: Review, told: ToldReview) -> None:
    if review.state == ReviewState.WITHDRAWN:
        check_free(review_of_line(review.order_id, review.line_id))
        review.state = ReviewState.PENDING
    put(review, told.content)
    review.updated_at = told.changed_at
    write_step(review, "edited", actor=told.actor, now=told.changed_at)


def _decide(review: Review, told: ToldReview, now: datetime) -> None:
    if told.state == "approved":
        show(review, actor=told.actor, now=now)
    elif told.state == "refused":
        hide(review, reason=told.reason, actor=told.actor, now=now)
    elif review.state != ReviewState.PENDING:
        review.state, review.reason, review.decided_at = ReviewState.PENDING, "", None
        write_step(review, "reopened", actor=told.actor, now=now)


def _told_at(review: Review, moment: datetime) -> None:
    review.updated_at = moment
    review.save(update_fields=["updated_at"])


def _conflict(text: Marked, field: str) -> LoyaltyError:
    return LoyaltyError(Code.SOURCE_KEY_CONFLICT, text, field=field)
