"""What is on the shelves, in US cents. All invented."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Product:
    slug: str
    name: str
    price: int
    category: str
    collections: tuple[str, ...] = ()


PRODUCTS = {
    product.slug: product
    for product in (
        Product(
            "slow-harbour", "Slow Harbour, The Tide Tables (CD)", 1499, "cds", ("staff-picks",)
        ),
        Product("night-bus", "Night Bus Home, Ada and the Lamps (CD)", 1799, "cds"),
        Product(
            "copper-sky", "Copper Sky, Quartet for Two (double CD)", 2500, "cds", ("staff-picks",)
        ),
        Product("paper-moons", "Paper Moons, Rue Obscure (LP)", 3200, "vinyl", ("staff-picks",)),
        Product("all-of-it", "All of It, The Tide Tables 1981-1996 (box of 24)", 60000, "boxes"),
    )
}
# By slug; what is above a category.
CATEGORIES = {"music": "Music", "cds": "CDs", "vinyl": "Vinyl", "boxes": "Boxes"}
ABOVE = {"cds": "music", "vinyl": "music", "boxes": "music"}
COLLECTIONS = {"staff-picks": "Staff picks"}


def categories_of(product: Product) -> tuple[str, ...]:
    """Its own and those above, as the shop tells them of a line."""
    found = [product.category]
    while found[-1] in ABOVE:
        found.append(ABOVE[found[-1]])
    return tuple(found)
