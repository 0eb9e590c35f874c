"""What the lines of a checkout should carry, from what its customer is entitled to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from ..features.benefits.prices import tier_price
from ..flows.perks import Off, Perks, perks_from_json, refused_products
from .amounts import to_decimal, to_minor
from .checkout_read import Basket, Line
from .line_marks import FREE_SHIPPING, ON_SALE, SAVED, FreeShippingMark, reason_of, saved_mark


@dataclass(frozen=True, slots=True)
class MemberPrice:
    """Minor units for one piece: what it costs, and how much less that is than for others."""

    unit: int
    saved: int
    undiscounted: int
    on_sale: bool
    off: Off


@dataclass(frozen=True, slots=True)
class Wanted:
    """`price` None: no discount row of ours."""

    line: Line
    price: MemberPrice | None
    amount: Decimal | None
    name: str
    free_shipping: FreeShippingMark | None
    refused: bool

    @property
    def private(self) -> dict[str, str]:
        marks = {}
        if self.price is not None:
            marks[SAVED] = saved_mark(self.price.off.holder, self.price.saved)
            if self.price.on_sale:
                marks[ON_SALE] = "true"
        if self.free_shipping is not None:
            marks[FREE_SHIPPING] = self.free_shipping.text()
        return marks

    @property
    def changes_prices(self) -> bool:
        free = self.free_shipping.text() if self.free_shipping else None
        return self._row_differs or free != self.line.free_shipping

    @property
    def is_there(self) -> bool:
        line, marks = self.line, self.private
        there = (line.on_sale, line.saved, line.refused)
        return not self.changes_prices and there == (
            ON_SALE in marks,
            marks.get(SAVED),
            self.refused,
        )

    @property
    def _row_differs(self) -> bool:
        line = self.line
        if self.price is None:
            return line.is_ours
        reason = reason_of(self.price.off.holder)
        return (line.amount, line.reason, line.name) != (self.amount, reason, self.name)


def perks_of(basket: Basket, now: datetime) -> Perks:
    """What this checkout has taken of a quota is there for it."""
    bought = frozenset(line.item.variant_id for line in basket.lines)
    perks = perks_from_json(basket.perks, now=now, bought_variants=bought)
    if not basket.taken:
        return perks
    uses = {key: times - basket.taken.get(key, 0) for key, times in perks.uses.items()}
    return replace(perks, uses=uses)


def decide(basket: Basket, perks: Perks, *, now: datetime, discount: int) -> list[Wanted]:
    """`discount` is what the order's voucher takes off the goods, in minor units."""
    items = [line.item for line in basket.lines]
    prices = [
        best_price(line.price, line.sale_price, perks.price_off(item), basket.currency)
        if not line.left_alone
        else None
        for line, item in zip(basket.lines, items, strict=True)
    ]
    refused = {line.id for line in refused_lines(basket, perks, now)}
    free = _free_shipping(basket, perks, prices, discount)
    # One line is enough; the first stays the first while it is there.
    marked = basket.lines[0].id
    return [
        _wanted(basket, line, price, free if line.id == marked else None, line.id in refused)
        for line, price in zip(basket.lines, prices, strict=True)
    ]


def refused_lines(basket: Basket, perks: Perks, now: datetime) -> list[Line]:
    """Of what the customer chose: a gift of the shop's own is given to whom it is given."""
    items = {line.id: line.item for line in basket.lines if not line.is_gift}
    refused = set(refused_products(items.values(), perks, now))
    return [line for line in basket.lines if items.get(line.id) in refused]


def best_price(
    undiscounted: Decimal | None, sale: Decimal | None, offers: Iterable[Off], currency: str
) -> MemberPrice | None:
    """The lowest price that any of the offers makes; None where the shop's own is as low."""
    full = to_minor(undiscounted, currency)
    reduced = full if sale is None else to_minor(sale, currency)
    everybodys = min(full, reduced)
    best = None
    for off in offers:
        found = tier_price(full, reduced, off.basis_points, off.policy)
        if found is not None and (best is None or found.unit < best.unit):
            best = MemberPrice(found.unit, everybodys - found.unit, full, found.on_sale, off)
    return best


def _wanted(
    basket: Basket,
    line: Line,
    price: MemberPrice | None,
    free: FreeShippingMark | None,
    refused: bool,
) -> Wanted:
    if price is None:
        return Wanted(line, None, None, "", free, refused)
    amount = (price.undiscounted - price.unit) * line.quantity
    name = price.off.name.get(basket.language)
    return Wanted(line, price, to_decimal(amount, basket.currency), name, free, refused)


def _free_shipping(
    basket: Basket, perks: Perks, prices: Sequence[MemberPrice | None], discount: int
) -> FreeShippingMark | None:
    if basket.user_id is None or not basket.shipping:
        return None
    goods = sum(
        _total(line, price, basket.currency)
        for line, price in zip(basket.lines, prices, strict=True)
    )
    found = perks.free_shipping(
        max(0, goods - discount), basket.currency, basket.channel, basket.country
    )
    if found is None:
        return None
    limited = found.quota is not None
    return FreeShippingMark(basket.user_id, found.holder, found.slug, basket.shipping, limited)


def _total(line: Line, price: MemberPrice | None, currency: str) -> int:
    """What the customer pays for the line before vouchers."""
    if line.is_gift:
        return 0
    if price is not None:
        return price.unit * line.quantity
    if line.override is not None:
        unit = to_minor(line.override, currency)
    elif line.row is not None and not line.is_ours:
        # A discount of other hands is taken off the full price.
        return to_minor(line.price, currency) * line.quantity - to_minor(line.amount, currency)
    else:
        sale = line.price if line.sale_price is None else line.sale_price
        unit = min(to_minor(line.price, currency), to_minor(sale, currency))
    return unit * line.quantity
