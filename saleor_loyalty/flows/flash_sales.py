"""Flash sales as staff write them down, and what is offered at a moment."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from ..errors import N_, Code, LoyaltyError
from ..features.flash_sales.config import FlashSaleConfig, ItemConfig
from ..features.flash_sales.models import FlashSale, FlashSaleItem
from ..values.slug import checked_slug
from .locks import lock_subjects
from .merchant_lists import check_revision


@dataclass(frozen=True, slots=True)
class Offered:
    """An item of a sale. `runs`: new pieces can be had; `left` None: any number."""

    sale: FlashSale
    config: FlashSaleConfig
    item: ItemConfig
    item_id: int
    quota: int | None
    taken: int
    runs: bool = True

    @property
    def left(self) -> int | None:
        return self.quota - self.taken if self.quota is not None else None


def config_of(sale: FlashSale) -> FlashSaleConfig:
    return FlashSaleConfig.of_document(sale.config)


@transaction.atomic
def save_sale(
    slug: str,
    config: Any,
    *,
    starts_at: datetime,
    ends_at: datetime,
    active: bool,
    revision: str | None = None,
) -> FlashSale:
    """Makes the sale or replaces what it says; claims that are there keep what they have.

    Raises INVALID, also for a quota below what is taken already, and what `check_revision` raises.
    """
    slug = checked_slug(slug)
    parsed = FlashSaleConfig.parse(config)
    if ends_at <= starts_at:
        raise LoyaltyError(
            Code.INVALID, N_("The end must lie after the beginning."), field="endsAt"
        )
    lock_subjects([f"flash-sale:{slug}"])
    check_revision(FlashSale.objects.filter(slug=slug).first(), revision)
    sale, _ = FlashSale.objects.update_or_create(
        slug=slug,
        defaults={
            "config": parsed.to_json(),
            "starts_at": starts_at,
            "ends_at": ends_at,
            "active": active,
        },
    )
    _save_items(sale, parsed)
    return sale


def running(
    variant_ids: Iterable[str], *, now: datetime, kept: Iterable[int] = ()
) -> list[Offered]:
    """What sales that run now say of these variants, the sale that began first first.

    `kept` are items that count though their sale is over by now.
    """
    kept = set(kept)
    window = Q(sale__active=True, sale__starts_at__lte=now, sale__ends_at__gt=now)
    found = FlashSaleItem.objects.select_related("sale").filter(
        window | Q(pk__in=kept), variant_id__in=set(variant_ids)
    )
    offered = []
    for row in found.order_by("sale__starts_at", "pk"):
        config = config_of(row.sale)
        item = config.item(row.variant_id)
        runs = row.sale.active and row.sale.starts_at <= now < row.sale.ends_at and config.on(now)
        if item is not None and (runs or row.pk in kept):
            offered.append(Offered(row.sale, config, item, row.pk, row.quota, row.taken, runs))
    return offered


def items_of(sale: FlashSale) -> list[Offered]:
    """All of its items in the order they were written, with what is taken of each."""
    config = config_of(sale)
    rows = {row.variant_id: row for row in sale.items.all()}
    return [
        Offered(sale, config, item, row.pk, row.quota, row.taken)
        for item in config.items
        if (row := rows.get(item.variant_id)) is not None
    ]


def _save_items(sale: FlashSale, config: FlashSaleConfig) -> None:
    known = {row.variant_id: row for row in sale.items.select_for_update().order_by("pk")}
    for item in sorted(config.items, key=lambda one: one.variant_id):
        row = known.get(item.variant_id) or FlashSaleItem(sale=sale, variant_id=item.variant_id)
        if item.quota is not None and row.taken > item.quota:
            raise LoyaltyError(
                Code.INVALID,
                N_("Of %(variant)s %(taken)s pieces are taken already."),
                field="config",
                variant=item.variant_id,
                taken=row.taken,
            )
        row.quota = item.quota
        row.save()
