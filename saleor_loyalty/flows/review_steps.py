"""What every act on a review has in common: its locks, its step, the points it stands for.

Locks: the order's subject, the member, the review, then what an event needs.
"""

from datetime import datetime
from uuid import UUID

from ..errors import N_, Code, LoyaltyError
from ..features.earning.rule_config import Cap, Period
from ..features.engagement.models import Subject
from ..features.member_events.models import MemberEvent
from ..features.member_events.names import Own
from ..features.members.models import Member
from ..features.reviews.config import ReviewConfig
from ..features.reviews.models import Review, ReviewState, ReviewStep
from ..features.reviews.rules import revision_of
from ..values.language import LANGUAGES
from ..values.texts import Texts
from ..values.voice import voice_of
from .engagement import newest_version, running
from .gifts import Happening, happen
from .locks import lock_subjects
from .member_events import undo_event
from .review_lines import still_kept


def setting() -> ReviewConfig:
    """As it was set up last, whether it is switched on or not."""
    newest = newest_version(Subject.REVIEWS)
    return ReviewConfig.of_document(newest.config) if newest is not None else ReviewConfig()


def lock_order(order_id: str) -> None:
    """What happens to the order and to reviews of it comes one after the other."""
    lock_subjects([f"order:{order_id}"])


def locked(public_id: UUID) -> Review:
    """With its order and its member. Raises NOT_FOUND."""
    found = Review.objects.filter(public_id=public_id)
    known = found.values_list("order_id", "member").first()
    if known is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such review."), field="id")
    order_id, member_id = known
    lock_order(order_id)
    # Whoever merges the member meanwhile is waited for, and the review read as it is then.
    Member.objects.select_for_update(no_key=True).get(pk=member_id)
    return found.select_for_update(of=("self",)).select_related("member", "event").get()


def check_revision(review: Review, revision: str | None) -> None:
    """Raises CHANGED_MEANWHILE where the member has changed what was read."""
    if revision is not None and revision != revision_of(review.digest):
        raise LoyaltyError(
            Code.CHANGED_MEANWHILE, N_("The review was changed meanwhile."), field="revision"
        )


def write_step(
    review: Review, kind: str, *, actor: str = "", note: str = "", now: datetime
) -> None:
    review.save()
    ReviewStep.objects.create(review=review, kind=kind, actor=actor, note=note, at=now)


def show(review: Review, *, actor: str, now: datetime) -> None:
    """Shows it, with the points it stands for."""
    review.state, review.reason, review.decided_at = ReviewState.APPROVED, "", now
    _give(review, now)
    write_step(review, "approved", actor=actor, now=now)


def take_points_back(review: Review, *, now: datetime) -> bool:
    """False: there were none (any more)."""
    if review.event is None or review.event.undone_at is not None:
        return False
    review.event = undo_event(review.event, now=now)
    return True


def _give(review: Review, now: datetime) -> None:
    """An edited review keeps what it was given, unless it gained its pictures or lost them."""
    event = review.event
    if event is not None and event.undone_at is None:
        if bool(event.attributes.get("pictures")) == bool(review.pictures_count):
            return
        take_points_back(review, now=now)
    on = running(Subject.REVIEWS, ReviewConfig)
    if on is None or (on.config.take_back_on_refund and not still_kept(review)):
        return
    review.event = _happen(review, on.config, now) or review.event


def _happen(review: Review, config: ReviewConfig, now: datetime) -> MemberEvent | None:
    """None where no programme was in force or the account is closed: it is shown all the same."""
    times = ReviewStep.objects.filter(review=review, kind="approved").count()
    happening = Happening(
        kind=Own.REVIEW,
        source=f"{review.public_id}/{times + 1}",
        occurred_at=now,
        about=review.product_name,
        name=Texts({code: voice_of(code).say(N_("Review")) for code in LANGUAGES}),
        attributes={
            "rating": review.rating,
            "pictures": review.pictures_count,
            "product": review.product_id,
        },
        channel=config.channel,
        caps=tuple(Cap(period=Period(cap.period), points=cap.points) for cap in config.caps),
    )
    try:
        return happen(review.member, happening, config.gift_for(review.pictures_count), now=now)
    except LoyaltyError as error:
        if error.code in (Code.PROGRAMME_NOT_ACTIVE, Code.MEMBER_CLOSED):
            return None
        raise
