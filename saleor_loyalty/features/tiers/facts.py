"""What a member did, as far as tiers look at it. Pure.

Each amount is given twice: as it is now, and as it was before anything of it was taken back.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True, order=True)
class Amount:
    """Points, growth or a number of times. `now` is never above `before`."""

    at: datetime
    now: int
    before: int


@dataclass(frozen=True, slots=True, order=True)
class Order:
    """A paid order. `now` and `before` are the money that could earn, in minor units."""

    at: datetime
    currency: str
    now: int
    before: int


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything of one member, each list by time. `activity` is by the event's name.

    `more_at`: when something that waits already is going to count.
    """

    orders: tuple[Order, ...] = ()
    growth: tuple[Amount, ...] = ()
    points: tuple[Amount, ...] = ()
    activity: Mapping[str, tuple[Amount, ...]] = field(default_factory=dict)
    more_at: datetime | None = None

    def first(self) -> list[datetime]:
        """When the first of each kind happened."""
        lists: tuple[Sequence[Order | Amount], ...]
        lists = (self.orders, self.growth, self.points, *self.activity.values())
        return [amounts[0].at for amounts in lists if amounts]


NOTHING = Facts()
