"""What an order earns and what of it is left after refunds. Pure: values in, values out.

Amounts are in minor units of the order's currency, points are whole.
"""

from dataclasses import asdict, dataclass
from fractions import Fraction
from typing import Any, Self

from ...events.facts import OrderFact, OrderLine
from ...values.rate import Rate
from ...values.share import share_out
from .config import Basis, EarningConfig

SHIPPING = "shipping"


@dataclass(frozen=True, slots=True)
class LineShare:
    """What one line brought. `money` is what was paid for it in money, gross.

    `basis` is the part of it that earns; `excluded` says why a line earns nothing.
    """

    line_id: str
    name: str
    quantity: int
    money: int
    basis: int
    points: int
    excluded: str = ""


@dataclass(frozen=True, slots=True)
class Breakdown:
    """An award explained: `rate_points` per `rate_minor` of the basis, floor, shared by line."""

    currency: str
    rate_points: int
    rate_minor: int
    basis: int
    points: int
    lines: tuple[LineShare, ...]
    # What the order's lines were: an order edited later has others.
    content: tuple[tuple[str, int, int, int], ...]

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        return cls(
            **{
                **data,
                "lines": tuple(LineShare(**line) for line in data["lines"]),
                "content": tuple(tuple(line) for line in data["content"]),
            }
        )


def decide_award(order: OrderFact, config: EarningConfig, rate: Rate) -> Breakdown:
    """The award of a paid order: the basis of all its eligible lines at the rate, floor.

    The basis is after every discount and without what points or gift cards paid, which is shared
    over lines and shipping by their gross value.
    """
    grosses = [line.gross for line in order.lines] + [order.shipping_gross]
    other_tender = min(order.paid_by_points + order.paid_by_gift_card, sum(grosses))
    other = share_out(other_tender, grosses)
    lines = [
        _line_share(line, line.gross - part, config)
        for line, part in zip(order.lines, other, strict=False)
    ]
    if config.include_shipping and order.shipping_gross:
        lines.append(_shipping_share(order, order.shipping_gross - other[-1], config))
    excluded = excluded_member(order, config)
    basis = 0 if excluded else sum(line.basis for line in lines)
    points = rate.points_floor(basis)
    shares = share_out(points, [line.basis for line in lines])
    return Breakdown(
        currency=order.currency,
        rate_points=rate.points,
        rate_minor=rate.minor,
        basis=basis,
        points=points,
        lines=tuple(
            LineShare(**{**asdict(line), "points": share})
            for line, share in zip(lines, shares, strict=True)
        ),
        content=content_of(order),
    )


def content_of(order: OrderFact) -> tuple[tuple[str, int, int, int], ...]:
    return tuple(
        sorted((line.line_id, line.quantity, line.gross, line.net) for line in order.lines)
    )


def excluded_member(order: OrderFact, config: EarningConfig) -> bool:
    return not config.excluded_customer_groups.isdisjoint(order.customer_groups)


def points_left(award: Breakdown, order: OrderFact) -> int:
    """What of an award the order still deserves.

    The shares of the lines that are not refunded (a line refunded in part keeps its share in
    proportion), times the part of the order's money that refunds by amount have left. Exact
    fractions, floor once. Uses the award's own record, never today's rules.
    """
    if order.cancelled or order.fully_refunded:
        return 0
    kept = {line.line_id: _kept(line) for line in order.lines}
    kept[SHIPPING] = _kept_shipping(order)
    points = Fraction(0)
    money = Fraction(0)
    for line in award.lines:
        # A line that is gone from the order was taken off it.
        part = kept.get(line.line_id, Fraction(0))
        points += line.points * part
        money += line.money * part
    if order.refunded_by_amount:
        left = money - order.refunded_by_amount
        points = points * left / money if left > 0 else Fraction(0)
    return int(points)


def _kept(line: OrderLine) -> Fraction:
    return Fraction(max(line.quantity - line.refunded_quantity, 0), line.quantity)


def _kept_shipping(order: OrderFact) -> Fraction:
    if not order.shipping_gross:
        return Fraction(1)
    return Fraction(max(order.shipping_gross - order.refunded_shipping, 0), order.shipping_gross)


def _line_share(line: OrderLine, money: int, config: EarningConfig) -> LineShare:
    excluded = _why_excluded(line, config)
    return LineShare(
        line_id=line.line_id,
        name=line.product_name,
        quantity=line.quantity,
        money=money,
        basis=0 if excluded else _basis(money, line.gross, line.net, config.basis),
        points=0,
        excluded=excluded,
    )


def _shipping_share(order: OrderFact, money: int, config: EarningConfig) -> LineShare:
    basis = _basis(money, order.shipping_gross, order.shipping_net, config.basis)
    return LineShare(SHIPPING, "", 1, money, basis, 0)


def _basis(money: int, gross: int, net: int, basis: Basis) -> int:
    """Net: the same part of the net price as money paid of the gross price, floor."""
    if basis is Basis.GROSS or not gross:
        return money
    return net * money // gross


def _why_excluded(line: OrderLine, config: EarningConfig) -> str:
    if line.is_gift_card:
        return "gift_card"
    if line.on_sale and not config.sale_items_earn:
        return "sale"
    if line.product_id in config.excluded_products:
        return "product"
    if not config.excluded_categories.isdisjoint(line.category_ids):
        return "category"
    if not config.excluded_collections.isdisjoint(line.collection_ids):
        return "collection"
    return ""
