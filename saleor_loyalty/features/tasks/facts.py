"""What a member did, as far as tasks look at it. Pure.

Everything is as it is now: what went back is not there, or counts less.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Event:
    """One that was not taken back."""

    at: datetime
    name: str
    attributes: Mapping[str, str | int | bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Bought:
    """A line of an order, with the pieces that did not come back."""

    pieces: int
    product_id: str = ""
    # From the top of the catalogue down to the product's own.
    category_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """A paid order. `money` could earn points, after refunds, in minor units.

    `lines` are read only where a measure asks for them.
    """

    at: datetime
    currency: str
    money: int
    lines: tuple[Bought, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckedIn:
    """A local day of the member. `made_up`: missed, and made good for points afterwards."""

    at: datetime
    day: date
    made_up: bool = False


@dataclass(frozen=True, slots=True)
class Earned:
    at: datetime
    points: int


@dataclass(frozen=True, slots=True)
class Facts:
    """`friends`: when each friend's first order was past its return time. `profile`: what of it is
    filled in, at the moment `seen_at`.
    """

    events: tuple[Event, ...] = ()
    orders: tuple[Order, ...] = ()
    check_ins: tuple[CheckedIn, ...] = ()
    earned: tuple[Earned, ...] = ()
    friends: tuple[datetime, ...] = ()
    profile: frozenset[str] = frozenset()
    seen_at: datetime | None = None


NOTHING = Facts()
