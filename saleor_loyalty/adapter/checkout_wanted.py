"""What the lines of a checkout should carry, from what its customer is entitled to."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from ..features.benefits.prices import tier_price
from ..flows.flash_sale_claims import FlashPrice
from ..flows.perks import Off, Perks, perks_from_json, refused_products
from .amounts import to_decimal, to_minor
from .checkout_read import Basket, Line
from .line_marks import (
    FLASH,
    FREE_SHIPPING,
    KEPT_UNTIL,
    ON_SALE,
    POINTS,
    REFUSED,
    SAVED,
    FlashMark,
    FreeShippingMark,
    PointsMark,
)
from .line_parts import Part, Row, shops_own
from .points_shares import points_part, shares_of

Flash = Mapping[str, Sequence[FlashPrice]]
"""By variant, the cheapest first: pieces of flash sales that are kept for the checkout."""


@dataclass(frozen=True, slots=True)
class MemberPrice:
    """Minor units for one piece: what it costs, and how much less that is than for others."""

    unit: int
    saved: int
    undiscounted: int
    on_sale: bool
    off: Off


@dataclass(frozen=True, slots=True)
class Unit:
    """What one piece costs, in minor units: before every sale, everybody, and the member."""

    full: int
    everybodys: int
    member: MemberPrice | None

    @property
    def due(self) -> int:
        return self.member.unit if self.member is not None else self.everybodys


@dataclass(frozen=True, slots=True)
class Wanted:
    """`row` None: no discount row of ours."""

    line: Line
    currency: str
    row: Row | None = None
    on_sale: bool = False
    flash: FlashMark | None = None
    points: PointsMark | None = None
    free_shipping: FreeShippingMark | None = None
    refused: bool = False

    @property
    def amount(self) -> Decimal | None:
        return None if self.row is None else to_decimal(self.row.amount, self.currency)

    @property
    def private(self) -> dict[str, str]:
        marks = {}
        if self.row is not None and self.row.saved:
            marks[SAVED] = self.row.saved
        if self.on_sale:
            marks[ON_SALE] = "true"
        if self.flash is not None:
            marks[FLASH] = self.flash.text()
        if self.points is not None:
            marks[POINTS] = self.points.text()
        if self.free_shipping is not None:
            marks[FREE_SHIPPING] = self.free_shipping.text()
        return marks

    @property
    def public(self) -> dict[str, str]:
        marks = {REFUSED: "true"} if self.refused else {}
        if self.flash is not None:
            marks[KEPT_UNTIL] = self.flash.until.isoformat()
        return marks

    @property
    def changes_prices(self) -> bool:
        free = self.free_shipping.text() if self.free_shipping else None
        return self._row_differs or free != self.line.free_shipping

    @property
    def is_there(self) -> bool:
        line, marks = self.line, self.private
        there = (line.on_sale, line.saved, line.flash, line.points, line.refused)
        return not self.changes_prices and there == (
            ON_SALE in marks,
            marks.get(SAVED),
            marks.get(FLASH),
            marks.get(POINTS),
            self.refused,
        )

    @property
    def _row_differs(self) -> bool:
        line, row = self.line, self.row
        if row is None:
            return line.is_ours
        return (line.amount, line.reason, line.name) != (self.amount, row.reason, row.name)


def perks_of(basket: Basket, now: datetime) -> Perks:
    """What this checkout has taken of a quota is there for it."""
    bought = frozenset(line.item.variant_id for line in basket.lines)
    perks = perks_from_json(basket.perks, now=now, bought_variants=bought)
    if not basket.taken:
        return perks
    uses = {key: times - basket.taken.get(key, 0) for key, times in perks.uses.items()}
    return replace(perks, uses=uses)


def units_of(basket: Basket, perks: Perks) -> list[Unit | None]:
    """What a piece of each line costs without flash sales; None for lines that are left alone."""
    return [
        None if line.left_alone else _unit(line, perks.price_off(line.item), basket.currency)
        for line in basket.lines
    ]


def decide(
    basket: Basket,
    perks: Perks,
    *,
    now: datetime,
    discount: int,
    flash: Flash | None = None,
) -> list[Wanted]:
    """`discount` is what the order's voucher takes off the goods, in minor units."""
    units = units_of(basket, perks)
    kept = share_out(basket, units, flash or {})
    rows = [
        _wanted(basket, line, unit, of_line)
        for line, unit, of_line in zip(basket.lines, units, kept, strict=True)
    ]
    refused = {line.id for line in refused_lines(basket, perks, now)}
    free = _free_shipping(basket, perks, rows, discount)
    # One line is enough; the first stays the first while it is there.
    marked = basket.lines[0].id
    return [
        replace(
            one,
            free_shipping=free if one.line.id == marked else None,
            refused=one.line.id in refused,
        )
        for one in _with_points(basket, units, rows)
    ]


def _with_points(basket: Basket, units: Sequence[Unit | None], rows: list[Wanted]) -> list[Wanted]:
    """What points take off comes last, and takes no free shipping away."""
    if basket.reduction is None:
        return rows
    reducible = [
        0 if unit is None or row.line.is_gift_card else total_of(row)
        for unit, row in zip(units, rows, strict=True)
    ]
    shares = shares_of(basket, basket.reduction, reducible)
    return [
        _less(basket, unit, row, share) if unit is not None and share else row
        for unit, row, share in zip(units, rows, shares, strict=True)
    ]


def _less(basket: Basket, unit: Unit, wanted: Wanted, share: int) -> Wanted:
    line = wanted.line
    part = points_part(share, line.quantity, basket.language)
    row = wanted.row or Row(shops_own(unit.full, unit.everybodys, line.quantity), line.quantity)
    assert basket.reduction is not None, "there are shares of it"
    return replace(
        wanted,
        row=row.plus(part),
        # The row keeps the shop's sale off the line, and so says what it was.
        on_sale=wanted.on_sale or (wanted.row is None and unit.everybodys < unit.full),
        points=PointsMark(basket.reduction.token, share, line.quantity),
    )


def share_out(
    basket: Basket, units: Sequence[Unit | None], flash: Flash
) -> list[list[tuple[FlashPrice, int]]]:
    """Of each line, which of its pieces have which flash price: the first lines come first."""
    left = {(price.item_id): price.quantity for prices in flash.values() for price in prices}
    shared = []
    for line, unit in zip(basket.lines, units, strict=True):
        mine: list[tuple[FlashPrice, int]] = []
        free = line.quantity
        for price in flash.get(line.item.variant_id, ()) if unit is not None else ():
            pieces = min(free, left[price.item_id])
            if pieces:
                mine.append((price, pieces))
                free -= pieces
                left[price.item_id] -= pieces
        shared.append(mine)
    return shared


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


def _unit(line: Line, offers: Iterable[Off], currency: str) -> Unit:
    full = to_minor(line.price, currency)
    sale = full if line.sale_price is None else to_minor(line.sale_price, currency)
    member = best_price(line.price, line.sale_price, offers, currency)
    return Unit(full, min(full, sale), member)


def _wanted(
    basket: Basket, line: Line, unit: Unit | None, flash: Sequence[tuple[FlashPrice, int]]
) -> Wanted:
    if unit is None or (unit.member is None and not flash):
        return Wanted(line, basket.currency)
    parts = [_flash_part(unit, price, pieces, basket.language) for price, pieces in flash]
    rest = line.quantity - sum(part.pieces for part in parts)
    on_sale = bool(rest) and (
        unit.member.on_sale if unit.member is not None else unit.everybodys < unit.full
    )
    return Wanted(
        line,
        basket.currency,
        row=Row(
            parts=(*parts, *_usual_parts(unit, rest, basket.language)),
            pieces=line.quantity,
            percent=unit.member.off.basis_points if unit.member and not flash else None,
        ),
        on_sale=on_sale,
        flash=_mark(basket, line, flash),
    )


def _usual_parts(unit: Unit, pieces: int, language: str) -> tuple[Part, ...]:
    """Of pieces at the price that the member has anyway."""
    if not pieces or unit.member is None:
        return shops_own(unit.full, unit.everybodys, pieces)
    off = (unit.full - unit.member.unit) * pieces
    given = unit.member.off
    return (Part(off, pieces, given.holder, given.name.get(language), unit.member.saved),)


def _flash_part(unit: Unit, price: FlashPrice, pieces: int, language: str) -> Part:
    off = (unit.full - price.price) * pieces
    saved = unit.everybodys - price.price
    return Part(off, pieces, f"flash:{price.sale}", price.name.get(language), saved)


def _mark(basket: Basket, line: Line, flash: Sequence[tuple[FlashPrice, int]]) -> FlashMark | None:
    if not flash or basket.user_id is None:
        return None
    until = min(price.until for price, _ in flash)
    pieces = tuple((price.item_id, number) for price, number in flash)
    return FlashMark(basket.user_id, line.quantity, until, pieces)


def _free_shipping(
    basket: Basket, perks: Perks, rows: Sequence[Wanted], discount: int
) -> FreeShippingMark | None:
    if basket.user_id is None or not basket.shipping:
        return None
    goods = sum(map(total_of, rows))
    found = perks.free_shipping(
        max(0, goods - discount), basket.currency, basket.channel, basket.country
    )
    if found is None:
        return None
    limited = found.quota is not None
    return FreeShippingMark(basket.user_id, found.holder, found.slug, basket.shipping, limited)


def total_of(wanted: Wanted) -> int:
    """What the customer pays for the line before vouchers."""
    line, currency = wanted.line, wanted.currency
    if line.is_gift:
        return 0
    full = to_minor(line.price, currency) * line.quantity
    if wanted.row is not None:
        return full - wanted.row.amount
    if line.override is not None:
        return to_minor(line.override, currency) * line.quantity
    if line.row is not None and not line.is_ours:
        # A discount of other hands is taken off the full price.
        return full - to_minor(line.amount, currency)
    sale = line.price if line.sale_price is None else line.sale_price
    return min(full, to_minor(sale, currency) * line.quantity)
