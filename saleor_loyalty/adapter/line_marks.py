"""What we write on Saleor's lines, and how rows that are ours are known again.

Saleor takes the private metadata of a checkout's line along into the order, so the order can still
tell what a benefit was worth when the tier or the membership has long ended.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

REASON = "saleor.loyalty:"
"""Begins the reason of every discount row that is ours; who gives it follows ("tier:gold")."""

ON_SALE = "saleor_loyalty.on_sale"
"""A member's price replaces the shop's sale in Saleor's books: nothing else says so any more."""

SAVED = "saleor_loyalty.saved"
"""Who gave the price and what it takes off one piece, in minor units: "tier:gold:150"."""

FREE_SHIPPING = "saleor_loyalty.free_shipping"
"""On one line of a checkout that is sent for nothing: a `FreeShippingMark`."""

PRIVATE = (ON_SALE, SAVED, FREE_SHIPPING)

REFUSED = "saleor_loyalty.refused"
"""Public, for the storefront: this customer may not buy the line's product."""

Metadata = Mapping[str, Any] | None


def reason_of(holder: str) -> str:
    return f"{REASON}{holder}"


def is_on_sale(private_metadata: Metadata) -> bool:
    return ON_SALE in (private_metadata or {})


def saved_mark(holder: str, unit: int) -> str:
    return f"{holder}:{unit}"


def saved_on(private_metadata: Metadata) -> tuple[str, int] | None:
    """Who saved the customer how much on one piece of the line."""
    holder, _, unit = str((private_metadata or {}).get(SAVED, "")).rpartition(":")
    return (holder, int(unit)) if holder and unit.isdecimal() else None


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
