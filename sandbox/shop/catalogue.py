"""What is on the shelves, as staff choose it for a rule."""

from collections.abc import Collection, Iterator

from saleor_loyalty.events.host_shown import CatalogueItem, CatalogueKind
from sandbox.shop.products import ABOVE, CATEGORIES, COLLECTIONS, PRODUCTS


def found(kind: CatalogueKind, search: str, ids: Collection[str]) -> list[CatalogueItem]:
    """By name."""
    wanted = (
        item
        for item in _items(kind)
        if (item.id in ids if ids else search.lower() in item.name.lower())
    )
    return sorted(wanted, key=lambda item: item.name)


def _items(kind: CatalogueKind) -> Iterator[CatalogueItem]:
    match kind:
        case CatalogueKind.PRODUCT | CatalogueKind.VARIANT:
            for product in PRODUCTS.values():
                shelf = CATEGORIES[product.category]
                yield CatalogueItem(kind, product.slug, product.name, shelf)
        case CatalogueKind.CATEGORY:
            for slug, name in CATEGORIES.items():
                yield CatalogueItem(kind, slug, name, CATEGORIES.get(ABOVE.get(slug, ""), ""))
        case CatalogueKind.COLLECTION:
            for slug, name in COLLECTIONS.items():
                yield CatalogueItem(kind, slug, name)
