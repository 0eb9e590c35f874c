"""A product, as far as benefits look at it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Item:
    """A product or variant. `category_ids` has those above its own; ids are the host's own.

    `published_at` is when it came into the shop, if that is known.
    """

    product_id: str = ""
    variant_id: str = ""
    category_ids: tuple[str, ...] = ()
    collection_ids: tuple[str, ...] = ()
    published_at: datetime | None = None
