"""Which money of an order earns. Pure: amounts in minor units of the order's currency."""

from dataclasses import dataclass

from ...events.facts import OrderFact, OrderLine
from ...values.share import share_out
from .config import Basis, EarningConfig

SHIPPING = "shipping"


@dataclass(frozen=True, slots=True)
class BasisLine:
    """`money` is what was paid for the line in money, gross; `basis` the part of it that earns.

    `excluded` says why a line earns nothing.
    """

    line_id: str
    name: str
    quantity: int
    money: int
    basis: int
    excluded: str = ""


def basis_lines(order: OrderFact, config: EarningConfig) -> list[BasisLine]:
    """After every discount, and without what points or gift cards paid: that is shared over lines
    and shipping by their gross value, largest remainder.
    """
    grosses = [line.gross for line in order.lines] + [order.shipping_gross]
    other_tender = min(order.paid_by_points + order.paid_by_gift_card, sum(grosses))
    other = share_out(other_tender, grosses)
    nobody = not config.excluded_customer_groups.isdisjoint(order.customer_groups)
    lines = [
        _line(line, line.gross - part, config, nobody)
        for line, part in zip(order.lines, other, strict=False)
    ]
    if config.include_shipping and order.shipping_gross:
        lines.append(_shipping(order, order.shipping_gross - other[-1], config, nobody))
    return lines


def _line(line: OrderLine, money: int, config: EarningConfig, nobody: bool) -> BasisLine:
    excluded = "customer_group" if nobody else _why_excluded(line, config)
    basis = 0 if excluded else _basis(money, line.gross, line.net, config.basis)
    return BasisLine(line.line_id, line.product_name, line.quantity, money, basis, excluded)


def _shipping(order: OrderFact, money: int, config: EarningConfig, nobody: bool) -> BasisLine:
    if nobody:
        return BasisLine(SHIPPING, "", 1, money, 0, "customer_group")
    basis = _basis(money, order.shipping_gross, order.shipping_net, config.basis)
    return BasisLine(SHIPPING, "", 1, money, basis)


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
