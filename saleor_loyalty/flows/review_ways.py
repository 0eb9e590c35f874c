"""What a member can still review, among the ways to earn."""

from collections.abc import Iterator
from datetime import datetime

from ..errors import N_, Message
from ..features.engagement.models import Subject
from ..features.members.models import Member
from ..features.reviews.config import ReviewConfig
from ..features.reviews.models import Review, ReviewState
from ..values.gift import Gift
from .engagement import running
from .review_lines import Bought, waiting_lines
from .ways import Way, WayKind, WayState

# What is still to be reviewed, and what waits for the shop: the newest of each.
_MOST = 10


def ways(member: Member, now: datetime) -> Iterator[Way]:
    on = running(Subject.REVIEWS, ReviewConfig)
    if on is None:
        return
    best = on.config.gift_for(1)
    for bought in waiting_lines(member, on.config, at=now)[:_MOST]:
        yield _to_do(bought, best)
    waiting = Review.objects.filter(member=member, state=ReviewState.PENDING, event=None)
    for review in waiting.order_by("-id")[:_MOST]:
        yield _waits(review, on.config.gift_for(review.pictures_count))


def _to_do(bought: Bought, gift: Gift | None) -> Way:
    return Way(
        kind=WayKind.REVIEW,
        slug=f"{bought.order.order_id}/{bought.line.line_id}",
        name=Message(N_("Review %(product)s"), {"product": bought.line.product_name}),
        text=Message(N_("Say what you think of it; pictures are welcome.")),
        gift=gift,
        state=WayState.OPEN,
        until=bought.closes_at,
    )


def _waits(review: Review, gift: Gift | None) -> Way:
    return Way(
        kind=WayKind.REVIEW,
        slug=f"{review.order_id}/{review.line_id}",
        name=Message(N_("Review %(product)s"), {"product": review.product_name}),
        text=Message(N_("The shop is looking at your review.")),
        gift=gift,
        state=WayState.WAITING,
    )
