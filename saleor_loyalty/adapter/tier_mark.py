"""How rows of Saleor's that stand for a tier price are known again."""

from collections.abc import Mapping
from typing import Any

REASON = "saleor.loyalty:"
"""Begins the reason of every discount row that is ours; the tier's slug follows."""

ON_SALE = "saleor_loyalty.on_sale"
"""In a line's private metadata, which Saleor takes along into the order: a tier price replaces
the shop's sale in Saleor's books, so that nothing else says the line was on sale."""


def reason_of(tier_slug: str) -> str:
    return f"{REASON}{tier_slug}"


def is_on_sale(private_metadata: Mapping[str, Any] | None) -> bool:
    return ON_SALE in (private_metadata or {})
