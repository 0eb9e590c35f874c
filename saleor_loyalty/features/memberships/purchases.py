"""Purchases as they are kept, and what refunds leave of them. Pure but for the row's own columns.

Money in minor units.
"""

from fractions import Fraction

from .config import RefundPolicy
from .coverage import Purchase
from .models import MembershipPurchase


def as_bought(row: MembershipPurchase) -> Purchase:
    """The row as coverage counts it."""
    return Purchase(
        key=row.source,
        paid_at=row.paid_at,
        months=row.months,
        days=row.days,
        pieces=row.quantity,
        kept=row.quantity - row.refunded_quantity,
        share_back=share_back(row),
        known_at=row.refunded_at,
        ended_at=row.ended_at,
    )


def share_back(row: MembershipPurchase) -> Fraction:
    """Of the time of the pieces that did not come back: 0 to 1."""
    of_pieces = money_of_pieces(row)
    by_amount = row.refunded_amount - of_pieces
    if by_amount <= 0:
        return Fraction(0)
    if row.refund_policy == RefundPolicy.AT_ONCE:
        return Fraction(1)
    return Fraction(by_amount, row.fee - of_pieces)


def money_of_pieces(row: MembershipPurchase) -> int:
    """What those that came back had cost."""
    return row.fee * row.refunded_quantity // row.quantity if row.quantity else 0
