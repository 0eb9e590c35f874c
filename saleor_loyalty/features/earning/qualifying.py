"""What of an order counts towards tiers: the money that could earn points. Pure."""

from ...events.facts import OrderFact
from .basis import basis_lines
from .config import EarningConfig
from .rules import Breakdown, LineShare, points_left

# Where no programme was in force: what was paid for the goods, without gift cards.
_WITHOUT_PROGRAMME = EarningConfig(rates={})


def qualifying(order: OrderFact, config: EarningConfig | None) -> tuple[int, int]:
    """What counts of it now, and before any refund, in minor units of its currency.

    Refunds take as much of it as of an award that has a point for each minor unit.
    """
    if order.paid_at is None:
        return 0, 0
    lines = basis_lines(order, config or _WITHOUT_PROGRAMME)
    before = sum(line.basis for line in lines)
    if order.untouched:
        return before, before
    shares = tuple(
        LineShare(line.line_id, line.name, line.quantity, line.money, line.basis, line.basis)
        for line in lines
    )
    return points_left(Breakdown(order.currency, 1, 1, before, before, shares, ()), order), before
