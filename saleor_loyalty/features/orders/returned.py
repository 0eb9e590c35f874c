"""What of an order, and of one of its lines, has gone back. Pure. Money in minor units, gross."""

from dataclasses import dataclass
from fractions import Fraction

from ...events.facts import OrderFact, OrderLine


@dataclass(frozen=True, slots=True)
class Back:
    """`pieces` of a line; of the money that was paid for the others, `share`."""

    pieces: int
    share: Fraction


def line_back(order: OrderFact, line: OrderLine) -> Back:
    """Money that went back by amount was for all that was left of the order, in proportion."""
    if order.cancelled or order.fully_refunded:
        return Back(line.quantity, Fraction(1))
    share = share_by_amount(order)
    if share >= 1:
        return Back(line.quantity, share)
    return Back(min(line.refunded_quantity, line.quantity), share)


def share_by_amount(order: OrderFact) -> Fraction:
    """Of what lines and shipping cost that did not come back as such: 0 to 1."""
    if not order.refunded_by_amount:
        return Fraction(0)
    kept = _kept_money(order)
    return min(order.refunded_by_amount / kept, Fraction(1)) if kept > 0 else Fraction(1)


def kept_of_order(order: OrderFact) -> Fraction:
    """How much of the money of the order is left with the shop: 0 to 1."""
    if order.cancelled or order.fully_refunded:
        return Fraction(0)
    total = sum(line.gross for line in order.lines) + order.shipping_gross
    if not total:
        return Fraction(1)
    left = _kept_money(order) - order.refunded_by_amount
    return max(left / total, Fraction(0))


def _kept_money(order: OrderFact) -> Fraction:
    lines = sum(
        (
            Fraction(line.gross * max(line.quantity - line.refunded_quantity, 0), line.quantity)
            for line in order.lines
        ),
        Fraction(0),
    )
    return lines + max(order.shipping_gross - order.refunded_shipping, 0)
