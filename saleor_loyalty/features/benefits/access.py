"""Who may buy what, and from when. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from ...values.texts import Texts
from .held import Held, each
from .items import Item
from .kinds import BenefitBase, EarlyAccess, MembersOnly


@dataclass(frozen=True, slots=True)
class Access:
    """Whether somebody may buy an item now, else from when; `opens_at` None: not by waiting.

    `with_` names who could buy it before them: the tiers and plans it takes.
    """

    allowed: bool
    opens_at: datetime | None = None
    with_: tuple[Texts, ...] = ()


FREE = Access(allowed=True)


def access(item: Item, mine: Sequence[Held], shop: Sequence[Held], now: datetime) -> Access:
    """`mine` is what the buyer holds, `shop` what anybody may hold."""
    only = [held for held, one in each(shop, MembersOnly) if one.covers(item)]
    if only and not any(one.covers(item) for _, one in each(mine, MembersOnly)):
        return Access(allowed=False, with_=_names(only))
    early = [(held, one) for held, one in each(shop, EarlyAccess) if one.covers(item)]
    if not early:
        return FREE
    opens = [_opens_to_all(one, item, early) for _, one in early]
    if None in opens or (everybodys := max(at for at in opens if at is not None)) <= now:
        return FREE
    heads = [
        at - timedelta(hours=one.hours)
        for _, one in each(mine, EarlyAccess)
        if one.covers(item) and (at := _opens_to_all(one, item, early)) is not None
    ]
    opens_at = min([*heads, everybodys])
    if opens_at <= now:
        return FREE
    # People are told the day: it is the shop's.
    opens_at = opens_at.astimezone(early[0][0].zone)
    return Access(allowed=False, opens_at=opens_at, with_=_names(_earlier(early, item, opens_at)))


def _opens_to_all(
    benefit: EarlyAccess, item: Item, early: Iterable[tuple[Held, EarlyAccess]]
) -> datetime | None:
    """None: it is not known when the product came into the shop, so nobody has to wait."""
    if benefit.opens_at is not None:
        return benefit.opens_at
    if item.published_at is None:
        return None
    most = max(one.hours for _, one in early if one.opens_at is None)
    return item.published_at + timedelta(hours=most)


def _earlier(
    early: Sequence[tuple[Held, EarlyAccess]], item: Item, opens_at: datetime
) -> list[Held]:
    found = []
    for held, one in early:
        at = _opens_to_all(one, item, early)
        if at is not None and at - timedelta(hours=one.hours) < opens_at:
            found.append(held)
    return found


def _names(holders: Iterable[Held]) -> tuple[Texts, ...]:
    by_holder = {held.holder: held.name for held in holders}
    return tuple(by_holder.values())


def restricts(benefit: BenefitBase) -> bool:
    """Whether it keeps goods from those who do not have it."""
    return isinstance(benefit, EarlyAccess | MembersOnly)
