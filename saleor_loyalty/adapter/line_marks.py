"""What we write on Saleor's lines, and how rows that are ours are known again.

Saleor takes the private metadata of a checkout's line along into the order, so the order can still
tell what a benefit was worth when the tier or the membership has long ended.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

REASON = "saleor.loyalty:"
"""Begins the reason of every discount row that is ours; who gives it follows ("tier:gold")."""

ON_SALE = "saleor_loyalty.on_sale"
"""A member's price replaces the shop's sale in Saleor's books: nothing else says so any more."""

SAVED = "saleor_loyalty.saved"
"""Who gave the price and what it takes off one piece, in minor units: "tier:gold:150". Where only
some of the pieces have it, how many: "flash:noon:300*2". Several stand one after the other."""

FREE_SHIPPING = "saleor_loyalty.free_shipping"
"""On one line of a checkout that is sent for nothing: a `FreeShippingMark`."""

FLASH = "saleor_loyalty.flash"
"""On a line with pieces of flash sales: a `FlashMark`."""

POINTS = "saleor_loyalty.points"
"""On a line that points make cheaper: a `PointsMark`."""

PRIVATE = (ON_SALE, SAVED, FREE_SHIPPING, FLASH, POINTS)

REFUSED = "saleor_loyalty.refused"
"""Public, for the storefront: this customer may not buy the line's product."""

KEPT_UNTIL = "saleor_loyalty.kept_until"
"""Public, for the storefront's clock: how long the line's flash price is kept, in ISO 8601."""

PUBLIC = (REFUSED, KEPT_UNTIL)

Metadata = Mapping[str, Any] | None


def reason_of(holder: str) -> str:
    return f"{REASON}{holder}"


def is_on_sale(private_metadata: Metadata) -> bool:
    return ON_SALE in (private_metadata or {})


def saved_mark(saved: Iterable[tuple[str, int, int | None]]) -> str:
    """Of (holder, minor units off one piece, how many pieces or None: all of the line)."""
    return " ".join(
        f"{holder}:{unit}" if pieces is None else f"{holder}:{unit}*{pieces}"
        for holder, unit, pieces in saved
    )


def saved_on(private_metadata: Metadata, quantity: int) -> list[tuple[str, int]]:
    """Who saved the customer how much on a line of so many pieces."""
    found = []
    for text in str((private_metadata or {}).get(SAVED, "")).split():
        holder, _, value = text.rpartition(":")
        unit, _, pieces = value.partition("*")
        if holder and unit.isdecimal() and (pieces.isdecimal() or not pieces):
            number = min(quantity, int(pieces)) if pieces else quantity
            found.append((holder, int(unit) * number))
    return found


@dataclass(frozen=True, slots=True)
class FreeShippingMark:
    """For whom, by whom, what it would have cost in minor units, and whether there is a quota."""

    user_id: int
    holder: str
    slug: str
    price: int
    limited: bool

    def text(self) -> str:
        return json.dumps([self.user_id, self.holder, self.slug, self.price, self.limited])

    @classmethod
    def of(cls, private_metadata: Metadata) -> Self | None:
        return cls.read((private_metadata or {}).get(FREE_SHIPPING))

    @classmethod
    def read(cls, text: Any) -> Self | None:
        """None for what is no such mark."""
        try:
            user_id, holder, slug, price, limited = json.loads(text)
            return cls(int(user_id), str(holder), str(slug), int(price), bool(limited))
        except (TypeError, ValueError):
            return None


@dataclass(frozen=True, slots=True)
class FlashMark:
    """For whom, of how many pieces in all, until when, and of which item of a sale how many."""

    user_id: int
    quantity: int
    until: datetime
    pieces: tuple[tuple[int, int], ...]

    def text(self) -> str:
        return json.dumps([self.user_id, self.quantity, self.until.isoformat(), self.pieces])

    @classmethod
    def of(cls, private_metadata: Metadata) -> Self | None:
        return cls.read((private_metadata or {}).get(FLASH))

    @classmethod
    def read(cls, text: Any) -> Self | None:
        """None for what is no such mark."""
        try:
            user_id, quantity, until, pieces = json.loads(text)
            kept = tuple((int(item), int(number)) for item, number in pieces)
            return cls(int(user_id), int(quantity), datetime.fromisoformat(until), kept)
        except (TypeError, ValueError):
            return None


@dataclass(frozen=True, slots=True)
class PointsMark:
    """By which reduction, what it takes off the line in minor units, and of how many pieces."""

    token: str
    amount: int
    pieces: int

    def text(self) -> str:
        return json.dumps([self.token, self.amount, self.pieces])

    @classmethod
    def of(cls, private_metadata: Metadata) -> Self | None:
        return cls.read((private_metadata or {}).get(POINTS))

    @classmethod
    def read(cls, text: Any) -> Self | None:
        """None for what is no such mark."""
        try:
            token, amount, pieces = json.loads(text)
            return cls(str(token), int(amount), int(pieces))
        except (TypeError, ValueError):
            return None
