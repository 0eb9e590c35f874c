"""Points that make lines cheaper: how much, which lines, how long, and what goes back. Pure.

Money in minor units, as prices are entered in the channel: with or without tax.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from ...errors import N_
from ...values.share import share_out


class Ended(StrEnum):
    """Why points went back before they were spent."""

    SHOPPER = "shopper"
    STAFF = "staff"
    TIME = "time"
    GONE = "gone"
    CUSTOMER = "customer"
    CURRENCY = "currency"
    VOUCHER = "voucher"
    GOODS = "goods"
    REPLACED = "replaced"
    ORDER = "order"
    CANCELLED = "cancelled"


TEXTS = {
    Ended.TIME: N_("The time to use these points is over: please choose them again."),
    Ended.STAFF: N_("The points were given back by the shop."),
    Ended.CUSTOMER: N_("The checkout was another customer's: please choose your points again."),
    Ended.CURRENCY: N_("The currency has changed: please choose your points again."),
    Ended.VOUCHER: N_("The voucher has changed: please choose your points again."),
    Ended.GOODS: N_("The goods have changed too much for these points: please choose them again."),
}
"""What shoppers are told; nothing where they did it themselves."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a shopper chose: by whom, at which terms (`max_share` in hundredths of a percent) and
    beside which voucher (empty: none).
    """

    user_id: int | None
    amount: int
    currency: str
    max_share: int
    voucher: str


@dataclass(frozen=True, slots=True)
class Goods:
    """A checkout as it stands. `prices` are of the whole lines that points may reduce, with
    members' and sale prices, before vouchers; `discount` is what a voucher or promotion of a fixed
    amount takes off them all.
    """

    user_id: int | None
    currency: str
    voucher: str
    prices: tuple[int, ...]
    discount: int


def reducible(goods: Goods, max_share: int) -> int:
    """The most that points may take off. No fixed voucher is left without goods to count for."""
    worth = sum(goods.prices)
    return max(min(worth * max_share // 10_000, worth - goods.discount), 0)


def obstacle(chosen: Chosen, goods: Goods) -> Ended | None:
    """Why the points cannot stay on the checkout; None: they can, spread anew."""
    if chosen.user_id is None or chosen.user_id != goods.user_id:
        return Ended.CUSTOMER
    if chosen.currency != goods.currency:
        return Ended.CURRENCY
    if chosen.voucher != goods.voucher:
        return Ended.VOUCHER
    if chosen.amount > reducible(goods, chosen.max_share):
        return Ended.GOODS
    return None


def spread(amount: int, prices: Sequence[int]) -> list[int]:
    """By the largest remainder; no line below nothing, for the amount is never more than all."""
    return share_out(amount, prices) if amount else [0] * len(prices)


@dataclass(frozen=True, slots=True)
class Share:
    """What a line of an order had of the amount, and how many pieces it had then."""

    amount: int
    pieces: int


@dataclass(frozen=True, slots=True)
class Left:
    """Pieces of a line that the shopper keeps, and of the money for those the part they paid."""

    pieces: int
    paid: Fraction = Fraction(1)


def points_back(points: int, shares: Mapping[str, Share], left: Mapping[str, Left]) -> int:
    """Points owed back in all. Floor, so that nobody gets a point for less than it took; a line
    that is not there any more gives all of its share, and all lines together all of the points.
    """
    total = sum(share.amount for share in shares.values())
    if not total:
        return 0
    back = sum(
        (share.amount * (1 - _kept(share, left.get(line))) for line, share in shares.items()),
        Fraction(0),
    )
    return int(points * back / total)


def _kept(share: Share, left: Left | None) -> Fraction:
    if left is None or not share.pieces:
        return Fraction(0)
    pieces = min(max(left.pieces, 0), share.pieces)
    return Fraction(pieces, share.pieces) * min(max(left.paid, Fraction(0)), Fraction(1))
