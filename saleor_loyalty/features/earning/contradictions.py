"""Whether a tree of conditions can hold at all. Pure.

The tree is written as its alternatives, each a list of conditions that must hold together; it can
never hold where every alternative contradicts itself.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, combinations, islice, product

from ...errors import N_, Message
from .conditions import All, AnyOf, ConditionBase, Not
from .conditions.how_much import BasisMinimum
from .conditions.when import Dates
from .conditions.who import OrderNumber

# An order has one of each; a product has several categories, a member several segments.
_ONE_OF_A_KIND = frozenset({"channel", "currency", "country", "tier", "product", "variant"})
_MOST_ALTERNATIVES = 500

# A condition, and whether it must hold or must not.
Literal = tuple[ConditionBase, bool]


def alternatives(tree: ConditionBase, wanted: bool = True) -> list[list[Literal]]:
    """Every way for the tree to hold; cut off where there are enormously many."""
    match tree:
        case Not():
            return alternatives(tree.of, not wanted)
        case All() | AnyOf() if isinstance(tree, All) is wanted:
            branches = [alternatives(one, wanted) for one in tree.of]
            together = islice(product(*branches), _MOST_ALTERNATIVES + 1)
            return [list(chain(*way)) for way in together]
        case All() | AnyOf():
            each = (way for one in tree.of for way in alternatives(one, wanted))
            return list(islice(each, _MOST_ALTERNATIVES + 1))
    return [[(tree, wanted)]]


def why_never(tree: ConditionBase) -> Message | None:
    """The first contradiction, where every alternative has one. None also where unsure."""
    return why_all_fail(tree, lambda way: next(contradictions(way), None))


def why_all_fail(
    tree: ConditionBase, why: Callable[[list[Literal]], Message | None]
) -> Message | None:
    """The first reason, where `why` has one for every alternative. None also where unsure."""
    ways = alternatives(tree)
    if len(ways) > _MOST_ALTERNATIVES:
        return None
    reasons = [why(way) for way in ways]
    return reasons[0] if all(reasons) else None


def contradictions(way: Sequence[Literal]) -> Iterator[Message]:
    for (one, wanted), (other, other_wanted) in combinations(way, 2):
        if wanted and other_wanted:
            yield from _exclude(one, other)
        elif wanted != other_wanted and one == other:
            yield Message.of(N_("“%(kind)s” both must and must not hold"), kind=_kind(one))


def _exclude(one: ConditionBase, other: ConditionBase) -> Iterator[Message]:
    """Both must hold, and cannot."""
    match one, other:
        case Dates(), Dates() if _apart(one, other):
            yield Message(N_("the dates have no moment in common"))
        case OrderNumber(), OrderNumber() if _other_number(one, other):
            yield Message(N_("the order numbers have nothing in common"))
        case BasisMinimum(), _ if _kind(other) == "currency":
            if not set(one.amounts) & _any_of(other):
                yield Message(N_("the minimum names none of the currencies"))
        case _, BasisMinimum() if _kind(one) == "currency":
            yield from _exclude(other, one)
        case _:
            if _same_subject(one, other) and not _any_of(one) & _any_of(other):
                yield Message.of(
                    N_("two conditions “%(kind)s” have nothing in common"), kind=_kind(one)
                )


def _same_subject(one: ConditionBase, other: ConditionBase) -> bool:
    if _kind(one) != _kind(other):
        return False
    if _kind(one) == "weekday":
        return bool(getattr(one, "clock", "") == getattr(other, "clock", ""))
    return _kind(one) in _ONE_OF_A_KIND


def _apart(one: Dates, other: Dates) -> bool:
    begins = [dates.from_ for dates in (one, other) if dates.from_ is not None]
    ends = [dates.until for dates in (one, other) if dates.until is not None]
    return bool(begins) and bool(ends) and max(begins) >= min(ends)


def _other_number(one: OrderNumber, other: OrderNumber) -> bool:
    if one.is_ is not None and other.is_ is not None:
        return one.is_ != other.is_
    exact, every = (one.is_, other.every) if one.is_ is not None else (other.is_, one.every)
    return exact is not None and every is not None and exact % every != 0


def _any_of(condition: ConditionBase) -> frozenset[object]:
    return frozenset(getattr(condition, "any_of", ()))


def _kind(condition: ConditionBase) -> str:
    return str(getattr(condition, "kind", ""))
