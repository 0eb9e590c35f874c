"""What the pages of staff show of the shop: where it sells, what it sells, who works there."""

from dataclasses import dataclass
from enum import StrEnum


class CatalogueKind(StrEnum):
    """What conditions and gates can name of the shop's catalogue."""

    PRODUCT = "product"
    VARIANT = "variant"
    CATEGORY = "category"
    COLLECTION = "collection"


@dataclass(frozen=True, slots=True)
class HostChannel:
    """Where the shop sells. `currency` is an ISO code; one that is not active sells nothing now."""

    slug: str
    name: str
    currency: str
    active: bool = True
    country: str = ""


@dataclass(frozen=True, slots=True)
class HostPerson:
    """Somebody with an account. `name` may be empty."""

    user_id: int
    email: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class CatalogueItem:
    """`id` is what rules name it by. `detail` tells alike names apart: the category above, the
    number of a variant. `picture` is a whole address, empty: there is none.
    """

    kind: CatalogueKind
    id: str
    name: str
    detail: str = ""
    picture: str = ""
