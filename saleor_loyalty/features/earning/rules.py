"""What an order earns, kept as its explanation, and what of it is left after refunds. Pure.

Amounts are in minor units of the order's currency, points are whole.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Self

from ...events.facts import OrderFact, OrderLine
from ...values.fields import fields_of
from ...values.share import share_out
from .basis import SHIPPING, BasisLine, basis_lines
from .conditions import Item
from .config import EarningConfig
from .decide import Decision, Part, PassedOver, Question, decide

__all__ = ["SHIPPING", "Breakdown", "LineShare", "explain", "points_left", "question_of"]


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
    """An award explained: what each rule brought, and what of it each line holds.

    `rate_points` per `rate_minor` is the rate most of the basis earned at.
    """

    currency: str
    rate_points: int
    rate_minor: int
    basis: int
    points: int
    lines: tuple[LineShare, ...]
    # What the order's lines were: an order edited later has others.
    content: tuple[tuple[str, int, int, int], ...]
    parts: tuple[Part, ...] = ()
    passed_over: tuple[PassedOver, ...] = ()

    def to_json(self) -> dict[str, Any]:
        data = fields_of(self)
        for name in ("lines", "parts", "passed_over"):
            data[name] = [fields_of(one) for one in data[name]]
        if self._is_plain():
            # One part at the programme's rate says nothing that the lines do not say.
            del data["parts"], data["passed_over"]
        return data

    def _is_plain(self) -> bool:
        parts = self.parts
        plain = all(not part.rule and not part.cut and not part.draws for part in parts)
        return plain and len(parts) <= 1 and not self.passed_over

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        return cls(
            **{
                **data,
                "lines": tuple(LineShare(**line) for line in data["lines"]),
                "content": tuple(tuple(line) for line in data["content"]),
                "parts": tuple(_part(part) for part in data.get("parts", _plain_parts(data))),
                "passed_over": tuple(PassedOver(**one) for one in data.get("passed_over", ())),
            }
        )


def question_of(order: OrderFact, config: EarningConfig, **more: Any) -> Question:
    """What the order would earn, as a question; `more` is whatever else `Question` takes."""
    items = [
        Item(line.product_id, line.variant_id, line.category_ids, line.collection_ids, line.on_sale)
        for line in order.lines
    ]
    lines = basis_lines(order, config)
    # Shipping stands last among the lines, and is no product.
    items += [Item()] * (len(lines) - len(items))
    return Question(config=config, lines=tuple(lines), items=tuple(items), **more)


def explain(order: OrderFact, question: Question) -> Breakdown:
    """The award of a paid order under all rules."""
    decision = decide(question)
    rate = _main_rate(decision)
    return Breakdown(
        currency=order.currency,
        rate_points=rate[0],
        rate_minor=rate[1],
        basis=sum(line.basis for line in question.lines),
        points=decision.points,
        lines=tuple(
            _line_share(line, share)
            for line, share in zip(question.lines, decision.shares, strict=True)
        ),
        content=content_of(order),
        parts=decision.parts,
        passed_over=decision.passed_over,
    )


def _main_rate(decision: Decision) -> tuple[int, int]:
    rates = [part for part in decision.parts if part.rate is not None]
    best = max(rates, key=lambda part: part.points, default=None)
    return best.rate if best is not None and best.rate is not None else (0, 0)


def _line_share(line: BasisLine, points: int) -> LineShare:
    return LineShare(
        line.line_id, line.name, line.quantity, line.money, line.basis, points, line.excluded
    )


def _part(data: Mapping[str, Any]) -> Part:
    rate = data.get("rate")
    return Part(**{**data, "shares": tuple(data["shares"]), "rate": tuple(rate) if rate else None})


def _plain_parts(data: Mapping[str, Any]) -> list[dict[str, Any]]:
    if not data["rate_minor"]:
        return []
    return [
        {
            "rule": "",
            "kind": "base",
            "points": data["points"],
            "shares": [line["points"] for line in data["lines"]],
            "rate": [data["rate_points"], data["rate_minor"]],
            "counted": data["basis"],
        }
    ]


def content_of(order: OrderFact) -> tuple[tuple[str, int, int, int], ...]:
    return tuple(
        sorted((line.line_id, line.quantity, line.gross, line.net) for line in order.lines)
    )


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


def draws_given_back(award: Breakdown, taken_before: int, taken: int) -> dict[str, int]:
    """What counters get back, by key, when `taken` points are claimed back in all.

    Each part gives back its share; after everything is taken back, exactly all it drew.
    """
    given: dict[str, int] = {}
    weights = [part.points for part in award.parts]
    before = share_out(taken_before, weights)
    now = share_out(taken, weights)
    for part, first, last in zip(award.parts, before, now, strict=True):
        for key, amount in part.draws.items():
            back = amount * last // part.points - amount * first // part.points
            given[key] = given.get(key, 0) + back
    return given
