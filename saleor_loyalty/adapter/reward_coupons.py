"""Coupons as codes of Saleor's vouchers: one voucher for a kind of coupon, one code for each.

Saleor takes each code once (`single_use`); limits it counts for a whole voucher, so there is none.
It ties no code to a customer: `coupon_guard` does.
"""

import json
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.utils import timezone
from saleor.channel.models import Channel
from saleor.checkout.models import Checkout
from saleor.core.utils.promo_code import generate_promo_code
from saleor.discount import DiscountValueType, VoucherType
from saleor.discount.models import (
    Voucher,
    VoucherChannelListing,
    VoucherCode,
    VoucherTranslation,
)
from saleor.order import OrderStatus
from saleor.order.models import Order
from saleor.product.models import Category, Collection, Product, ProductVariant

from ..errors import N_, Code, LoyaltyError
from ..events.host import Coupon
from ..flows.locks import lock_subjects
from ..values.language import LANGUAGES
from ..values.voice import voice_of
from .amounts import to_decimal
from .coupon_codes import MADE_HERE, code_id, ids_of
from .ids import pk_of

_NAME = N_("Loyalty points")
_NOTHING = N_("Nothing that this coupon is for is on sale any more.")


@dataclass(frozen=True, slots=True)
class _Kind:
    """What coupons of one voucher have in common. `month` keeps the codes of a voucher few."""

    coupon: Coupon
    end: datetime | None
    channels: tuple[int, ...]
    products: tuple[int, ...]
    variants: tuple[int, ...]
    categories: tuple[int, ...]
    collections: tuple[int, ...]
    month: str

    @property
    def is_for_some_goods(self) -> bool:
        coupon = self.coupon
        return bool(
            coupon.product_ids or coupon.variant_ids or coupon.category_ids or coupon.collection_ids
        )

    @property
    def key(self) -> str:
        told = [
            *(self.coupon.kind, self.coupon.currency, self.coupon.value, self.coupon.minimum),
            *(self.channels, self.products, self.variants, self.categories, self.collections),
            *(sorted(self.coupon.name.items()), self.month, str(self.end)),
        ]
        return sha256(json.dumps(told).encode()).hexdigest()[:32]


@transaction.atomic
def make(user_id: int, coupon: Coupon, source: str) -> str:
    """See `events.host.Host.make_coupon`. It is good to the end of its last day (UTC)."""
    made = VoucherCode.objects.filter(pk__range=ids_of(source)).first()
    if made is None:
        made = VoucherCode.objects.create(
            pk=code_id(source, user_id),
            voucher=_voucher(_kind(coupon, timezone.now())),
            code=generate_promo_code(),
        )
    return str(made.code)


@transaction.atomic
def withdraw(source: str) -> bool:
    """See `events.host.Host.withdraw_coupon`. Raises BUSY while an order is made with it.

    A code in an order that staff are writing, or in a cancelled one, was used: Saleor itself does
    not give it back then. That of a group's order that was cancelled can be used again.
    """
    code = VoucherCode.objects.select_for_update().filter(pk__range=ids_of(source)).first()
    if code is None:
        return True
    orders = Order.objects.filter(voucher_code=code.code)
    if code.is_active:
        orders = orders.exclude(status=OrderStatus.CANCELED)
    if orders.exists():
        return False
    if Checkout.objects.filter(voucher_code=code.code, is_voucher_usage_increased=True).exists():
        raise LoyaltyError(Code.BUSY, N_("The coupon is being used."))
    code.is_active = False
    code.save(update_fields=["is_active"])
    return True


def _kind(coupon: Coupon, now: datetime) -> _Kind:
    products = _there(Product, coupon.product_ids)
    variants = _there(ProductVariant, coupon.variant_ids)
    categories = _with_those_below(_there(Category, coupon.category_ids))
    collections = _there(Collection, coupon.collection_ids)
    channels = Channel.objects.filter(currency_code=coupon.currency)
    if coupon.channels:
        channels = channels.filter(slug__in=coupon.channels)
    kind = _Kind(
        coupon=coupon,
        end=_end_of_day(coupon.valid_until),
        channels=tuple(channels.order_by("pk").values_list("pk", flat=True)),
        products=products,
        variants=variants,
        categories=categories,
        collections=collections,
        month=f"{now:%Y-%m}",
    )
    nothing = kind.is_for_some_goods and not (products or variants or categories or collections)
    if nothing or not kind.channels:
        raise LoyaltyError(Code.INVALID, _NOTHING)
    return kind


def _there(model: Any, global_ids: tuple[str, ...]) -> tuple[int, ...]:
    wanted = [pk for pk in (pk_of(model.__name__, given) for given in global_ids) if pk]
    return tuple(model.objects.filter(pk__in=wanted).order_by("pk").values_list("pk", flat=True))


def _with_those_below(categories: tuple[int, ...]) -> tuple[int, ...]:
    """Saleor looks for the product's own category only."""
    chosen = Category.objects.filter(pk__in=categories)
    below = Category.tree.get_queryset_descendants(chosen, include_self=True)
    return tuple(sorted(below.values_list("pk", flat=True)))


def _end_of_day(moment: datetime | None) -> datetime | None:
    """Or there would be a voucher for every second."""
    if moment is None:
        return None
    midnight = datetime.combine(moment.astimezone(UTC).date(), time.min, UTC)
    return moment if midnight == moment else midnight + timedelta(days=1)


def _voucher(kind: _Kind) -> Any:
    found = _found(kind)
    if found is None:
        # Two who make the first code at once make one voucher.
        lock_subjects([f"voucher:{kind.key}"])
        found = _found(kind) or _made(kind)
    return found


def _found(kind: _Kind) -> Any:
    return Voucher.objects.filter(private_metadata__contains={MADE_HERE: kind.key}).first()


def _made(kind: _Kind) -> Any:
    coupon = kind.coupon
    names = coupon.name or {code: voice_of(code).say(_NAME) for code in LANGUAGES}
    fixed = coupon.kind == "fixed"
    voucher = Voucher.objects.create(
        name=(names.get("en") or next(iter(names.values())))[:255],
        type=_type(kind),
        discount_value_type=DiscountValueType.FIXED if fixed else DiscountValueType.PERCENTAGE,
        single_use=True,
        # An amount off chosen goods is taken off one piece, and not off each.
        apply_once_per_order=fixed and kind.is_for_some_goods,
        end_date=kind.end,
        private_metadata={MADE_HERE: kind.key},
    )
    voucher.products.set(kind.products)
    voucher.variants.set(kind.variants)
    voucher.categories.set(kind.categories)
    voucher.collections.set(kind.collections)
    VoucherTranslation.objects.bulk_create(
        VoucherTranslation(voucher=voucher, language_code=code.lower(), name=name[:255])
        for code, name in names.items()
    )
    VoucherChannelListing.objects.bulk_create(
        VoucherChannelListing(
            voucher=voucher,
            channel_id=channel,
            discount_value=_value(coupon),
            min_spent_amount=to_decimal(coupon.minimum, coupon.currency)
            if coupon.minimum
            else None,
            currency=coupon.currency,
        )
        for channel in kind.channels
    )
    return voucher


def _type(kind: _Kind) -> str:
    if kind.coupon.kind == "free_shipping":
        return str(VoucherType.SHIPPING)
    if kind.is_for_some_goods:
        return str(VoucherType.SPECIFIC_PRODUCT)
    return str(VoucherType.ENTIRE_ORDER)


def _value(coupon: Coupon) -> Decimal:
    """An amount, or percent: Saleor keeps three digits, so basis points fit."""
    if coupon.kind == "fixed":
        return to_decimal(coupon.value, coupon.currency)
    return Decimal(100) if coupon.kind == "free_shipping" else Decimal(coupon.value) / 100
