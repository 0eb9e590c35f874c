"""What is on the shelves, in US cents. All invented."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Product:
    slug: str
    name: str
    price: int


PRODUCTS = {
    product.slug: product
    for product in (
        Product("slow-harbour", "Slow Harbour, The Tide Tables (CD)", 1499),
        Product("night-bus", "Night Bus Home, Ada and the Lamps (CD)", 1799),
        Product("copper-sky", "Copper Sky, Quartet for Two (double CD)", 2500),
        Product("paper-moons", "Paper Moons, Rue Obscure (LP)", 3200),
        Product("all-of-it", "All of It, The Tide Tables 1981-1996 (box of 24)", 60000),
    )
}
