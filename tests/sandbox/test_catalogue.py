"""What staff choose from in the sandbox's shop."""

from saleor_loyalty.events.host_shown import CatalogueKind
from sandbox.host import SandboxHost
from sandbox.shop.products import PRODUCTS


def names(kind: CatalogueKind, search: str = "", *ids: str) -> list[str]:
    found = SandboxHost().catalogue(kind, search=search, ids=ids, first=20)
    return [item.name for item in found]


def test_products_by_name_and_by_slug() -> None:
    assert len(names(CatalogueKind.PRODUCT)) == len(PRODUCTS)
    assert names(CatalogueKind.VARIANT, "paper") == ["Paper Moons, Rue Obscure (LP)"]
    assert names(CatalogueKind.PRODUCT, "", "night-bus", "gone") == [PRODUCTS["night-bus"].name]


def test_categories_below_others() -> None:
    found = SandboxHost().catalogue(CatalogueKind.CATEGORY, search="cd", ids=(), first=20)
    assert [(item.id, item.name, item.detail) for item in found] == [("cds", "CDs", "Music")]
    assert names(CatalogueKind.COLLECTION) == ["Staff picks"]
