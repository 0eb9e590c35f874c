"""Products, variants, categories and collections, as staff choose them for a rule."""

from collections.abc import Callable, Collection
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from saleor.core.utils import build_absolute_uri
from saleor.product import ProductMediaTypes
from saleor.product import models as shop

from ..events.host_shown import CatalogueItem, CatalogueKind
from .ids import global_id, pk_of

_SIZE = 128


def found(
    kind: CatalogueKind, *, search: str, ids: Collection[str], first: int
) -> list[CatalogueItem]:
    """By name; those of `ids` where any are given, else those that have `search` in their name."""
    rows, named, make = _KINDS[kind]
    wanted: QuerySet[Any] = rows()
    if ids:
        keys = (pk_of(_TYPES[kind], given) for given in ids)
        wanted = wanted.filter(pk__in=[key for key in keys if key is not None])
    elif search:
        match = Q()
        for name in named:
            match |= Q(**{f"{name}__icontains": search})
        wanted = wanted.filter(match)
    return make(list(wanted.order_by(*named, "pk")[:first]))


def _products(rows: list[shop.Product]) -> list[CatalogueItem]:
    pictures = _pictures(row.pk for row in rows)
    return [
        CatalogueItem(
            CatalogueKind.PRODUCT,
            global_id("Product", row.pk),
            row.name,
            row.category.name if row.category else "",
            pictures.get(row.pk, ""),
        )
        for row in rows
    ]


def _variants(rows: list[shop.ProductVariant]) -> list[CatalogueItem]:
    pictures = _pictures(row.product_id for row in rows)
    return [
        CatalogueItem(
            CatalogueKind.VARIANT,
            global_id("ProductVariant", row.pk),
            f"{row.product.name}, {row.name}" if row.name else row.product.name,
            row.sku or "",
            pictures.get(row.product_id, ""),
        )
        for row in rows
    ]


def _categories(rows: list[shop.Category]) -> list[CatalogueItem]:
    return [
        CatalogueItem(
            CatalogueKind.CATEGORY,
            global_id("Category", row.pk),
            row.name,
            row.parent.name if row.parent else "",
            _picture("Category", row.pk) if row.background_image else "",
        )
        for row in rows
    ]


def _collections(rows: list[shop.Collection]) -> list[CatalogueItem]:
    return [
        CatalogueItem(
            CatalogueKind.COLLECTION,
            global_id("Collection", row.pk),
            row.name,
            "",
            _picture("Collection", row.pk) if row.background_image else "",
        )
        for row in rows
    ]


def _pictures(product_ids: Any) -> dict[int, str]:
    """Of each product the first one."""
    media = shop.ProductMedia.objects.filter(
        product_id__in=set(product_ids), type=ProductMediaTypes.IMAGE, image__gt=""
    )
    first: dict[int, str] = {}
    for pk, product_id in media.order_by("sort_order", "pk").values_list("pk", "product_id"):
        first.setdefault(product_id, _picture("ProductMedia", pk))
    return first


def _picture(kind: str, pk: int) -> str:
    """Saleor makes the small picture when it is first looked at."""
    path = reverse("thumbnail", kwargs={"instance_id": global_id(kind, pk), "size": _SIZE})
    address: str = build_absolute_uri(path)
    return address


_TYPES = {
    CatalogueKind.PRODUCT: "Product",
    CatalogueKind.VARIANT: "ProductVariant",
    CatalogueKind.CATEGORY: "Category",
    CatalogueKind.COLLECTION: "Collection",
}
# What they are read from, the names they are looked for by, and how they are shown.
_KINDS: dict[
    CatalogueKind,
    tuple[Callable[[], QuerySet[Any]], tuple[str, ...], Callable[[list[Any]], list[CatalogueItem]]],
] = {
    CatalogueKind.PRODUCT: (
        lambda: shop.Product.objects.select_related("category"),
        ("name",),
        _products,
    ),
    CatalogueKind.VARIANT: (
        lambda: shop.ProductVariant.objects.select_related("product"),
        ("product__name", "name", "sku"),
        _variants,
    ),
    CatalogueKind.CATEGORY: (
        lambda: shop.Category.objects.select_related("parent"),
        ("name",),
        _categories,
    ),
    CatalogueKind.COLLECTION: (shop.Collection.objects.all, ("name",), _collections),
}
