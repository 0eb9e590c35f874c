"""Which lines a refund is about, and what money went back without naming any.

Plain values in and out; money in minor units of the order's currency. Saleor knows refunds as
money on payments, and separately as pieces: fulfilments that were refunded and granted refunds.
Pieces count as refunded where the money that went with them covers what they cost. Goods that came
back without money change nothing: the points follow the money.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum


class Means(Enum):
    MONEY = "money"
    POINTS = "points"
    GIFT_CARD = "gift card"


@dataclass(frozen=True, slots=True)
class Paid:
    """One payment. `kept` is with the shop (charged or still authorised), `refunded` was once."""

    means: Means
    kept: int
    refunded: int


@dataclass(frozen=True, slots=True)
class Piece:
    """An order line: how many pieces, and their price together."""

    quantity: int
    gross: int


@dataclass(frozen=True, slots=True)
class Claim:
    """Pieces and shipping said to be refunded, by line id, with `amount` (None: what they cost).

    `done` is False for a granted refund nobody has tied to a payment: it counts as far as money
    has gone back that nothing else explains. `means` is what it went back by.
    """

    pieces: Mapping[str, int]
    shipping: int
    amount: int | None
    done: bool = True
    means: Means = Means.MONEY


@dataclass(slots=True)
class Refunds:
    pieces: dict[str, int] = field(default_factory=dict)
    shipping: int = 0
    total: int = 0
    by_amount: int = 0
    full: bool = False


def settle(
    lines: Mapping[str, Piece], total: int, payments: Sequence[Paid], claims: Sequence[Claim]
) -> Refunds:
    """`total` is what the order costs; what was paid beyond it and went back is no refund."""
    back = sum(paid.refunded for paid in payments)
    kept = sum(paid.kept for paid in payments)
    overpaid = max(0, kept + back - total)
    money_back = sum(paid.refunded for paid in payments if paid.means is Means.MONEY)
    refunds = Refunds(total=max(0, money_back - overpaid), full=back > 0 and kept == 0)
    unexplained = back - overpaid
    by_money = 0
    for claim in sorted(claims, key=lambda claim: not claim.done):
        goods, shipping = _count(claim, lines, refunds.pieces, unexplained)
        explained = goods + shipping
        refunds.shipping += shipping
        unexplained -= explained
        if claim.means is Means.MONEY:
            by_money += explained
    refunds.by_amount = max(0, refunds.total - by_money)
    return refunds


def _count(
    claim: Claim, lines: Mapping[str, Piece], counted: dict[str, int], unexplained: int
) -> tuple[int, int]:
    """Counts the claim's pieces where its money covers them; the money for goods and shipping."""
    pieces = {
        line: min(quantity, lines[line].quantity - counted.get(line, 0))
        for line, quantity in claim.pieces.items()
        if line in lines
    }
    worth = sum(lines[line].gross * n // lines[line].quantity for line, n in pieces.items() if n)
    amount = worth + claim.shipping if claim.amount is None else claim.amount
    # Saleor rounds the price of one piece; each may cost a minor unit less than its share.
    covered = amount + sum(pieces.values()) >= worth
    if not covered or (not claim.done and amount > unexplained):
        return 0, 0
    for line, quantity in pieces.items():
        counted[line] = counted.get(line, 0) + quantity
    goods = min(amount, worth)
    return goods, min(amount - goods, claim.shipping)
