"""What a condition is, and what it may look at. Pure: values in, values out."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from ....errors import Message
from ....values.config import Config


@dataclass(frozen=True, slots=True)
class Item:
    """One order line, as far as conditions look at it."""

    product_id: str = ""
    variant_id: str = ""
    category_ids: tuple[str, ...] = ()
    collection_ids: tuple[str, ...] = ()
    on_sale: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """What happened, to whom and when: all that conditions look at beside the line.

    `basis` is the order's eligible money in minor units of `currency`; `order_number` counts the
    member's paid orders, this one included (0: no order). Attributes are those of a custom event.
    """

    at: datetime
    zone: ZoneInfo
    member_zone: ZoneInfo
    channel: str = ""
    currency: str = ""
    country: str = ""
    basis: int = 0
    order_number: int = 0
    tier: str | None = None
    segments: frozenset[str] = frozenset()
    customer_groups: frozenset[str] = frozenset()
    birthday: date | None = None
    event: str = ""
    attributes: Mapping[str, str | int | bool] = field(default_factory=dict)

    def local(self, clock: str) -> datetime:
        """The moment on the member's or the programme's clock."""
        return self.at.astimezone(self.member_zone if clock == "member" else self.zone)


class ConditionBase(Config, ABC):
    """One kind of condition. A new kind is one small file and one line in the registry."""

    @abstractmethod
    def holds(self, occasion: Occasion, item: Item | None) -> bool:
        """`item` is None for an event that has no lines."""

    def first_failure(self, occasion: Occasion, item: Item | None) -> "ConditionBase | None":
        """The first condition that does not hold, for the explanation; None: all hold."""
        return None if self.holds(occasion, item) else self

    def kinds(self) -> frozenset[str]:
        """The kinds of condition in this tree."""
        kind: str = getattr(self, "kind", "")
        return frozenset({kind})

    def contradiction(self) -> Message | None:
        """Why this can never hold, if so."""
        return None
