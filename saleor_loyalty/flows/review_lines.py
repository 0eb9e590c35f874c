"""Lines of orders that a member may review: their own, handed over, and not given back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from ..errors import N_, Code, LoyaltyError
from ..events.facts import OrderFact, OrderLine
from ..features.members.models import Member
from ..features.orders.models import OrderRecord
from ..features.orders.returned import line_back
from ..features.reviews.config import ReviewConfig
from ..features.reviews.models import Review, ReviewState

# Of a member, the newest ones.
_MOST_ORDERS = 50


@dataclass(frozen=True, slots=True)
class Bought:
    """`opens_at` None: not yet; `closes_at` None: never."""

    order: OrderFact
    line: OrderLine
    opens_at: datetime | None
    closes_at: datetime | None

    def is_open(self, at: datetime) -> bool:
        return (
            self.opens_at is not None
            and self.opens_at <= at
            and (self.closes_at is None or at < self.closes_at)
        )


def is_kept(order: OrderFact, line: OrderLine) -> bool:
    """Whether a piece of the line is left with the shopper, and some of its money with the shop."""
    back = line_back(order, line)
    return back.pieces < line.quantity and back.share < 1


def known_line(member: Member, order_id: str, line_id: str, config: ReviewConfig) -> Bought:
    """Raises NOT_FOUND for what the member did not buy."""
    record = OrderRecord.objects.filter(order_id=order_id, member=member).first()
    if record is not None and record.paid_at is not None:
        for bought in _bought(record, config):
            if bought.line.line_id == line_id:
                return bought
    raise LoyaltyError(Code.NOT_FOUND, N_("You did not buy this."), field="lineId")


def check_open(bought: Bought, at: datetime) -> None:
    """Raises INVALID for what went back, has not arrived or was bought too long ago."""
    if not is_kept(bought.order, bought.line):
        raise LoyaltyError(Code.INVALID, N_("This was given back."), field="lineId")
    if bought.opens_at is None or at < bought.opens_at:
        raise LoyaltyError(Code.INVALID, N_("This can be reviewed later."), field="lineId")
    if not bought.is_open(at):
        raise LoyaltyError(
            Code.INVALID, N_("This was bought too long ago to be reviewed."), field="lineId"
        )


def still_kept(review: Review) -> bool:
    """Whether the line of a review is kept, as far as is known; True where it is gone by now."""
    record = OrderRecord.objects.filter(order_id=review.order_id).first()
    if record is None:
        return True
    order = OrderFact.from_json(record.snapshot)
    lines = [line for line in order.lines if line.line_id == review.line_id]
    return all(is_kept(order, line) for line in lines)


def waiting_lines(member: Member, config: ReviewConfig, *, at: datetime) -> list[Bought]:
    """What the member can review now, of their newest orders."""
    return [
        bought
        for bought in _unreviewed(member, config)
        if bought.is_open(at) and is_kept(bought.order, bought.line)
    ]


def line_of_product(
    member: Member, product_id: str, config: ReviewConfig, *, at: datetime
) -> Bought | None:
    """The newest purchase of the product that can be reviewed."""
    waiting = waiting_lines(member, config, at=at)
    return next((one for one in waiting if one.line.product_id == product_id), None)


def _unreviewed(member: Member, config: ReviewConfig) -> Iterator[Bought]:
    paid = OrderRecord.objects.filter(member=member, paid_at__isnull=False)
    records = list(paid.order_by("-paid_at", "-id")[:_MOST_ORDERS])
    taken = Review.objects.filter(order_id__in=[record.order_id for record in records])
    reviewed = set(taken.exclude(state=ReviewState.WITHDRAWN).values_list("order_id", "line_id"))
    for record in records:
        for bought in _bought(record, config):
            if (record.order_id, bought.line.line_id) not in reviewed:
                yield bought


def _bought(record: OrderRecord, config: ReviewConfig) -> Iterator[Bought]:
    """A line without a product says nothing of any."""
    order = OrderFact.from_json(record.snapshot)
    opens_at, closes_at = config.window(order.paid_at, order.fulfilled_at)
    for line in order.lines:
        if line.product_id:
            yield Bought(order, line, opens_at, closes_at)
