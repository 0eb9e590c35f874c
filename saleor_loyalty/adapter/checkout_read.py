"""An open checkout and what its customer is entitled to, in one round trip."""

import json
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Self
from uuid import UUID

from django.utils import timezone

from ..features.benefits.items import Item
from ..features.spending.reduction import Chosen
from ..flows.perks import MEMBER_PERKS_SQL
from .amounts import to_minor
from .bounded import run
from .ids import global_id
from .line_marks import (
    FLASH,
    FREE_SHIPPING,
    ON_SALE,
    POINTS,
    REASON,
    REFUSED,
    SAVED,
    PointsMark,
)

_CHECKOUT_COLUMNS = 13

# What is the checkout's stands in each row, what the customer is entitled to in the first alone.
_READ = f"""
SELECT c.user_id, c.currency, h.slug, coalesce(a.country, ''), c.language_code,
       c.undiscounted_base_shipping_price_amount,
       CASE WHEN c.voucher_code IS NOT NULL AND EXISTS (
              SELECT 1 FROM discount_vouchercode vc JOIN discount_voucher o ON o.id = vc.voucher_id
               WHERE vc.code = c.voucher_code AND o.type = 'shipping')
            THEN 0 ELSE c.discount_amount END,
       EXISTS (SELECT 1 FROM saleor_loyalty_pointspayment p
                WHERE p.checkout_id = c.token::text AND p.status = 'held')
         OR EXISTS (SELECT 1 FROM saleor_loyalty_redemption r
                     WHERE r.checkout_id = c.token::text AND r.state = 'reserved')
         OR EXISTS (SELECT 1 FROM saleor_loyalty_seat s
                     WHERE s.checkout_id = c.token::text AND s.state = 'reserved'),
       (SELECT jsonb_agg(jsonb_build_array(u.kind, u.slug, u.period, u.quantity))::text
          FROM saleor_loyalty_benefituse u JOIN saleor_loyalty_member m ON m.id = u.member_id
         WHERE m.user_id = c.user_id AND u.checkout_id = c.token::text AND u.undone_at IS NULL),
       EXISTS (SELECT 1 FROM saleor_loyalty_flashsaleclaim fc
                WHERE fc.checkout_id = c.token::text AND fc.order_id = ''),
       coalesce(c.voucher_code, ''),
       EXISTS (SELECT 1 FROM discount_vouchercode vc JOIN discount_voucher o ON o.id = vc.voucher_id
                WHERE vc.code = c.voucher_code AND o.discount_value_type = 'percentage'),
       (SELECT jsonb_build_array(r.token, r.points, r.amount, r.currency, r.max_share, r.voucher,
                                 m.user_id)::text
          FROM saleor_loyalty_pointsreduction r JOIN saleor_loyalty_member m ON m.id = r.member_id
         WHERE r.checkout_id = c.token::text AND r.status = 'held'),
       CASE WHEN row_number() OVER (ORDER BY l.id) = 1
            THEN ({MEMBER_PERKS_SQL.format(user="c.user_id")})::text END,
       l.id, l.quantity, vl.price_amount, vl.discounted_price_amount, l.price_override, l.is_gift,
       v.id, v.product_id, pl.published_at,
       ARRAY(SELECT above.id FROM product_category above
              WHERE above.tree_id = k.tree_id AND above.lft <= k.lft AND above.rght >= k.rght),
       ARRAY(SELECT pc.collection_id FROM product_collectionproduct pc
              WHERE pc.product_id = v.product_id),
       d.id, d.reason, d.name, d.amount_value,
       l.private_metadata ? %(on_sale)s, l.private_metadata ->> %(saved)s,
       l.private_metadata ->> %(free_shipping)s, l.metadata ? %(refused)s,
       l.private_metadata ->> %(flash)s,
       EXISTS (SELECT 1 FROM saleor_loyalty_flashsale fs
                 JOIN saleor_loyalty_flashsaleitem fi ON fi.sale_id = fs.id
                WHERE fs.active AND fs.starts_at <= %(now)s AND fs.ends_at > %(now)s
                  AND fi.variant_id = encode(convert_to('ProductVariant:' || v.id, 'UTF8'),
                                             'base64')),
       l.private_metadata ->> %(points)s, pt.kind = 'gift_card'
  FROM checkout_checkout c
  JOIN channel_channel h ON h.id = c.channel_id
  LEFT JOIN account_address a ON a.id = c.shipping_address_id
  JOIN checkout_checkoutline l ON l.checkout_id = c.token
  JOIN product_productvariant v ON v.id = l.variant_id
  JOIN product_product pr ON pr.id = v.product_id
  JOIN product_producttype pt ON pt.id = pr.product_type_id
  LEFT JOIN product_category k ON k.id = pr.category_id
  LEFT JOIN product_productchannellisting pl
    ON pl.product_id = v.product_id AND pl.channel_id = c.channel_id
  LEFT JOIN product_productvariantchannellisting vl
    ON vl.variant_id = l.variant_id AND vl.channel_id = c.channel_id
  LEFT JOIN discount_checkoutlinediscount d ON d.line_id = l.id AND d.type = 'manual'
 WHERE c.token = %(checkout)s
 ORDER BY l.id
"""  # noqa: S608 - constants


@dataclass(frozen=True, slots=True)
class Line:
    """`row` and the fields after it are the manual discount that is there, ours or not."""

    id: UUID
    quantity: int
    price: Decimal | None
    sale_price: Decimal | None
    override: Decimal | None
    is_gift: bool
    variant: int
    product: int
    published_at: datetime | None
    categories: list[int]
    collections: list[int]
    row: UUID | None
    reason: str | None
    name: str | None
    amount: Decimal | None
    on_sale: bool
    saved: str | None
    free_shipping: str | None
    refused: bool
    flash: str | None
    # A flash sale that is on now has its variant.
    in_flash_sale: bool
    points: str | None
    is_gift_card: bool

    @property
    def is_ours(self) -> bool:
        return self.row is not None and (self.reason or "").startswith(REASON)

    @property
    def left_alone(self) -> bool:
        """Gifts, lines with a price of their own, discounts of other hands."""
        others = self.row is not None and not self.is_ours
        return self.is_gift or self.override is not None or self.price is None or others

    @property
    def points_mark(self) -> PointsMark | None:
        return PointsMark.read(self.points)

    @property
    def item(self) -> Item:
        return Item(
            product_id=global_id("Product", self.product),
            variant_id=global_id("ProductVariant", self.variant),
            category_ids=tuple(global_id("Category", pk) for pk in self.categories),
            collection_ids=tuple(global_id("Collection", pk) for pk in self.collections),
            published_at=self.published_at,
        )


@dataclass(frozen=True, slots=True)
class Reduction:
    """Points that are set aside to make the checkout cheaper."""

    token: str
    points: int
    chosen: Chosen

    @classmethod
    def read(cls, text: str | None) -> Self | None:
        if text is None:
            return None
        token, points, amount, currency, max_share, voucher, user_id = json.loads(text)
        return cls(token, points, Chosen(user_id, amount, currency, max_share, voucher))


@dataclass(frozen=True, slots=True)
class Basket:
    """Money in minor units. `shipping` is what the chosen method costs everybody."""

    user_id: int | None
    currency: str
    channel: str
    # Where the goods go, as far as that is known.
    country: str
    language: str
    shipping: int
    # What vouchers and promotions of the whole order take off the goods.
    discount: int
    # Points are set aside for it, or a seat is kept: whoever did that must see what changes.
    reserved: bool
    # Of its customer's quotas, what this checkout has taken itself: (kind, slug, period), how many.
    taken: dict[tuple[str, str, str], int]
    # Pieces of flash sales are kept for it, or were.
    has_claims: bool
    # The code that is on it, and whether that takes a percentage off.
    voucher: str
    voucher_is_percentage: bool
    reduction: Reduction | None
    # As `flows.perks` reads it.
    perks: dict[str, Any] | None
    lines: tuple[Line, ...]

    @property
    def fixed_discount(self) -> int:
        """Of `discount`, what does not become less where the goods do."""
        return 0 if self.voucher_is_percentage else self.discount


def read(checkout_id: UUID) -> Basket | None:
    """None for a checkout without lines. Raises nothing but what the database raises."""
    rows = run(
        _READ,
        {
            "checkout": checkout_id,
            "on_sale": ON_SALE,
            "saved": SAVED,
            "free_shipping": FREE_SHIPPING,
            "refused": REFUSED,
            "flash": FLASH,
            "points": POINTS,
            "now": timezone.now(),
        },
    )
    if not rows:
        return None
    of_checkout = rows[0][: _CHECKOUT_COLUMNS + 1]
    user_id, currency, channel, country, language, *others = of_checkout
    shipping, discount, reserved, taken, has_claims, voucher, percentage, reduction, perks = others
    return Basket(
        user_id=user_id,
        currency=currency,
        channel=channel,
        country=country,
        language=language,
        shipping=to_minor(shipping, currency),
        discount=to_minor(discount, currency),
        reserved=reserved or reduction is not None,
        taken={
            (kind, slug, period): times for kind, slug, period, times in json.loads(taken or "[]")
        },
        has_claims=has_claims,
        voucher=voucher,
        voucher_is_percentage=percentage,
        reduction=Reduction.read(reduction),
        perks=json.loads(perks) if perks else None,
        lines=tuple(Line(*row[_CHECKOUT_COLUMNS + 1 :]) for row in rows),
    )
