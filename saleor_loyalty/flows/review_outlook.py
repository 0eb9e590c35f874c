"""What a review is about and what showing it gives, for who decides about it."""

from dataclasses import dataclass

from ..events.facts import OrderFact, OrderLine
from ..features.engagement.models import Subject
from ..features.orders.models import OrderRecord
from ..features.reviews.config import ReviewConfig
from ..features.reviews.models import Review
from ..values.gift import Gift
from .engagement import running
from .review_lines import is_kept


@dataclass(frozen=True, slots=True)
class ReviewedLine:
    order: OrderFact
    line: OrderLine

    @property
    def kept(self) -> bool:
        return is_kept(self.order, self.line)


def reviewed_line(review: Review) -> ReviewedLine | None:
    """None: the order is not known any more."""
    record = OrderRecord.objects.filter(order_id=review.order_id).first()
    if record is None:
        return None
    order = OrderFact.from_json(record.snapshot)
    found = (line for line in order.lines if line.line_id == review.line_id)
    return next((ReviewedLine(order, line) for line in found), None)


def gift_ahead(review: Review) -> Gift | None:
    """What showing it now would give, before the caps. None: nothing, or it was given before."""
    on = running(Subject.REVIEWS, ReviewConfig)
    if on is None:
        return None
    given = review.event if review.event and review.event.undone_at is None else None
    pictured = bool(review.pictures_count)
    if given is not None and bool(given.attributes.get("pictures")) == pictured:
        return None
    bought = reviewed_line(review)
    if on.config.take_back_on_refund and bought is not None and not bought.kept:
        return None
    return on.config.gift_for(review.pictures_count)
