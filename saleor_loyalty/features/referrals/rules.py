"""What makes a friend, an order that counts, a case. Pure."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from ...events.facts import OrderFact

# Nothing that is read for something else.
ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
CODE_LENGTH = 8
LONGEST_CODE = 32

# (kind, keyed hash)
Mark = tuple[str, UUID]
# By kind of signal: whom it is in common with, "referrer" or "friends".
Signals = dict[str, list[str]]


def plain_code(code: str) -> str:
    """As it is kept: friends type it as they like."""
    return "".join(code.split()).replace("-", "").upper()


def short_name(email: str) -> str:
    """ "ada@example.com" is "A***"."""
    return f"{email.strip()[:1].upper()}***"


def counts(order: OrderFact, minimum: Mapping[str, int]) -> bool:
    """Whether an order, as it stands, is one that a friend was brought for."""
    if order.paid_at is None:
        return False
    left = goods_left(order)
    return left > 0 and (not minimum or left >= minimum.get(order.currency, left + 1))


def went_back(order: OrderFact) -> bool:
    """Whether nothing is left of it."""
    return goods_left(order) <= 0


def goods_left(order: OrderFact) -> int:
    """Gross money of the lines that neither went back nor was given back, in minor units.

    Without gift cards: whoever has one buys with it again.
    """
    if order.cancelled or order.fully_refunded:
        return 0
    kept = sum(
        line.gross * max(line.quantity - line.refunded_quantity, 0) // line.quantity
        for line in order.lines
        if not line.is_gift_card
    )
    return max(kept - order.refunded_by_amount, 0)


def signals_of(
    friend: Iterable[Mark],
    others: Iterable[tuple[Mark, int]],
    *,
    referrers: frozenset[int],
    alike_friends: int,
) -> Signals:
    """`others` are marks of referrers and of other friends of theirs, each with its member."""
    sharing: dict[Mark, set[int]] = {mark: set() for mark in friend}
    for mark, member in others:
        if mark in sharing:
            sharing[mark].add(member)
    found: dict[str, set[str]] = {}
    for (kind, _), members in sharing.items():
        if members & referrers:
            found.setdefault(kind, set()).add("referrer")
        if len(members - referrers) >= alike_friends:
            found.setdefault(kind, set()).add("friends")
    return {kind: sorted(found[kind]) for kind in sorted(found)}


def unseen(found: Signals, seen: Mapping[str, list[str]]) -> bool:
    """Whether something was found that nobody has looked at."""
    return any(set(who) - set(seen.get(kind, ())) for kind, who in found.items())


def together(found: Signals, seen: Mapping[str, list[str]]) -> Signals:
    return {
        kind: sorted({*found.get(kind, ()), *seen.get(kind, ())})
        for kind in sorted({*found, *seen})
    }


def next_milestone(milestones: Iterable[int], friends: int) -> int | None:
    return min((one for one in milestones if one > friends), default=None)
