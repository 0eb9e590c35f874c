"""Where products stand in the catalogue, by the ids of Saleor's API."""

from collections import defaultdict
from collections.abc import Iterable

from saleor.product.models import Category, CollectionProduct

from .ids import global_id


def category_paths(category_ids: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """Each category with those above it: a rule for shoes is one for running shoes too."""
    wanted = set(category_ids)
    if not wanted:
        return {}
    trees = Category.objects.filter(pk__in=wanted).values("tree_id")
    nodes = list(
        Category.objects.filter(tree_id__in=trees)
        .order_by("tree_id", "lft")
        .values_list("pk", "tree_id", "lft", "rght")
    )
    by_id = {pk: (tree, left, right) for pk, tree, left, right in nodes}
    return {
        pk: tuple(
            global_id("Category", above)
            for above, tree, left, right in nodes
            if (tree, left <= place[1], right >= place[2]) == (place[0], True, True)
        )
        for pk, place in by_id.items()
        if pk in wanted
    }


def collections_of(product_ids: Iterable[int]) -> dict[int, tuple[str, ...]]:
    found: dict[int, list[str]] = defaultdict(list)
    rows = CollectionProduct.objects.filter(product_id__in=set(product_ids)).order_by("pk")
    for product, collection in rows.values_list("product_id", "collection_id"):
        found[product].append(global_id("Collection", collection))
    return {product: tuple(ids) for product, ids in found.items()}
