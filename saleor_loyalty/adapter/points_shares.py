"""What points take off the lines of an open checkout."""

from collections.abc import Sequence

from ..errors import N_
from ..features.spending.reduction import Goods, obstacle, spread
from ..values.voice import voice_of
from .amounts import to_minor
from .checkout_read import Basket, Line, Reduction
from .line_parts import Part

_NAME = N_("Points")


def shares_of(basket: Basket, reduction: Reduction, prices: Sequence[int]) -> list[int]:
    """Of each line, in minor units; nothing at all where the points cannot stay. `prices` are what
    the lines cost without points, 0 for those that points cannot reduce.
    """
    goods = _goods(basket, prices)
    fits = obstacle(reduction.chosen, goods) is None
    parts = iter(spread(reduction.chosen.amount if fits else 0, goods.prices))
    return [next(parts) if price else 0 for price in prices]


def points_part(amount: int, pieces: int, language: str) -> Part:
    return Part(amount, pieces, "points", voice_of(language).say(_NAME))


def reducible_now(line: Line, currency: str) -> int:
    """What the line costs as it stands, but for what points take off; 0: they cannot."""
    if line.left_alone or line.is_gift_card:
        return 0
    full = to_minor(line.price, currency) * line.quantity
    if line.is_ours:
        mark = line.points_mark
        return full - to_minor(line.amount, currency) + (mark.amount if mark else 0)
    sale = line.price if line.sale_price is None else line.sale_price
    return min(full, to_minor(sale, currency) * line.quantity)


def is_kept(basket: Basket) -> bool:
    """Whether what the lines say of points is what is set aside for the checkout, in all."""
    marked = [(line, mark) for line in basket.lines if (mark := line.points_mark) is not None]
    if not marked:
        return True
    reduction = basket.reduction
    return (
        reduction is not None
        and reduction.chosen.user_id == basket.user_id
        and reduction.chosen.amount == sum(mark.amount for _, mark in marked)
        and all(
            mark.token == reduction.token and mark.pieces == line.quantity for line, mark in marked
        )
    )


def _goods(basket: Basket, prices: Sequence[int]) -> Goods:
    return Goods(
        user_id=basket.user_id,
        currency=basket.currency,
        voucher=basket.voucher,
        prices=tuple(price for price in prices if price),
        discount=basket.fixed_discount,
    )
