"""A member's price, on the lines of an open checkout.

Saleor takes a MANUAL discount row off a line before everything else, shows it in the answer of the
mutation that is running, and leaves the voucher slot free. There is one such row a line, and the
line loses its sale for it: so the row's amount leads from the undiscounted price down to the price
the tier wants, and where the sale is better there is no row.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.utils import timezone
from saleor.checkout.models import Checkout
from saleor.discount import DiscountType
from saleor.discount.models import CheckoutLineDiscount

from ..features.tiers.models import SalePolicy
from ..features.tiers.rules import tier_price
from .amounts import to_decimal, to_minor
from .bounded import bounded, run
from .tier_mark import ON_SALE, REASON, reason_of
from .vouchers import renew_voucher

# One round trip for the tier, the prices and what is there already. Gifts and lines with a price
# of their own are left alone, and so are discounts of other hands.
_READ = """
SELECT l.id, l.quantity, l.currency, vl.price_amount, vl.discounted_price_amount,
       l.is_gift OR l.price_override IS NOT NULL OR vl.price_amount IS NULL
         OR (d.id IS NOT NULL AND coalesce(d.reason, '') NOT LIKE %(ours)s),
       t.slug, t.name, t.discount_basis_points, t.sale_policy,
       d.id, d.reason, d.name, d.amount_value,
       EXISTS (SELECT 1 FROM saleor_loyalty_pointspayment p
                WHERE p.checkout_id = c.token::text AND p.status = 'held')
  FROM checkout_checkout c
  JOIN checkout_checkoutline l ON l.checkout_id = c.token
  LEFT JOIN product_productvariantchannellisting vl
    ON vl.variant_id = l.variant_id AND vl.channel_id = c.channel_id
  LEFT JOIN discount_checkoutlinediscount d ON d.line_id = l.id AND d.type = 'manual'
  LEFT JOIN saleor_loyalty_member m ON m.user_id = c.user_id AND m.merged_into_id IS NULL
  LEFT JOIN saleor_loyalty_tier t ON t.id = m.tier_id AND t.active
 WHERE c.token = %(checkout)s
 ORDER BY l.id
"""

# Lines that changed since they were read are left to the request that changed them.
_WRITE = """
WITH wanted AS (
  SELECT w.* FROM unnest(%(lines)s::uuid[], %(quantities)s::int[], %(amounts)s::numeric[],
                         %(percents)s::numeric[], %(on_sale)s::boolean[])
                  AS w (line_id, quantity, amount, percent, on_sale)
    JOIN checkout_checkoutline l ON l.id = w.line_id AND l.quantity = w.quantity
   ORDER BY l.id
     FOR NO KEY UPDATE OF l
), written AS (
  INSERT INTO discount_checkoutlinediscount AS d
         (id, created_at, line_id, type, unique_type, value_type, value, amount_value, currency,
          name, reason)
  SELECT gen_random_uuid(), now(), line_id, 'manual', 'manual', 'percentage', percent, amount,
         %(currency)s, %(name)s, %(reason)s
    FROM wanted
      ON CONFLICT (line_id, unique_type) DO UPDATE
     SET amount_value = excluded.amount_value, value = excluded.value, name = excluded.name,
         reason = excluded.reason
   WHERE d.reason LIKE %(ours)s
), marked AS (
  UPDATE checkout_checkoutline l
     SET private_metadata = CASE WHEN w.on_sale
           THEN jsonb_set(l.private_metadata, ARRAY[%(mark)s], 'true')
           ELSE l.private_metadata - %(mark)s END
    FROM wanted w
   WHERE l.id = w.line_id AND w.on_sale <> (l.private_metadata ? %(mark)s)
), unmarked AS (
  UPDATE checkout_checkoutline l
     SET private_metadata = l.private_metadata - %(mark)s
    FROM discount_checkoutlinediscount d
   WHERE d.id = ANY(%(removed)s::uuid[]) AND l.id = d.line_id AND l.private_metadata ? %(mark)s
)
DELETE FROM discount_checkoutlinediscount WHERE id = ANY(%(removed)s::uuid[])
"""


@dataclass(frozen=True, slots=True)
class _Line:
    id: UUID
    quantity: int
    currency: str
    price: Decimal | None
    sale_price: Decimal | None
    left_alone: bool
    tier: str | None
    tier_name: str | None
    basis_points: int | None
    sale_policy: str | None
    row: UUID | None
    reason: str | None
    name: str | None
    amount: Decimal | None
    paid_with_points: bool

    @property
    def is_ours(self) -> bool:
        return self.row is not None and (self.reason or "").startswith(REASON)


@dataclass(frozen=True, slots=True)
class _Wanted:
    line: _Line
    amount: Decimal
    on_sale: bool


def price(checkout: Any) -> bool:
    """Brings the checkout's rows up to its customer's tier; answers whether points pay part of it.

    Nothing is written where nothing changed. Raises nothing but what the database raises.
    """
    lines = _read(checkout.pk)
    wanted = [one for one in map(_wanted, lines) if one is not None]
    keep = {one.line.id for one in wanted}
    removed = [line.row for line in lines if line.is_ours and line.id not in keep]
    changed = [one for one in wanted if not _is_as_wanted(one)]
    if changed or removed:
        _write(changed, removed)
        _expire(checkout)
        if checkout.voucher_code:
            with bounded():
                renew_voucher(checkout)
    return any(line.paid_with_points for line in lines)


def forget(checkout: Any) -> None:
    """Takes every tier price off a checkout: in doubt, the price that everybody pays.

    An amount that was right for ten pieces must not stay on a line of one.
    """
    with bounded():
        rows = CheckoutLineDiscount.objects.filter(
            line__checkout_id=checkout.pk, type=DiscountType.MANUAL, reason__startswith=REASON
        )
        if rows.delete()[0]:
            _expire(checkout)


def _read(checkout_id: UUID) -> list[_Line]:
    return [_Line(*row) for row in run(_READ, {"checkout": checkout_id, "ours": f"{REASON}%"})]


def _wanted(line: _Line) -> _Wanted | None:
    if line.left_alone or line.basis_points is None or line.sale_policy is None:
        return None
    undiscounted = to_minor(line.price, line.currency)
    sale = undiscounted if line.sale_price is None else to_minor(line.sale_price, line.currency)
    found = tier_price(undiscounted, sale, line.basis_points, SalePolicy(line.sale_policy))
    if found is None:
        return None
    amount = (undiscounted - found.unit) * line.quantity
    return _Wanted(line, to_decimal(amount, line.currency), found.on_sale)


def _is_as_wanted(wanted: _Wanted) -> bool:
    line = wanted.line
    assert line.tier is not None, "wanted means that there is a tier"
    return (line.amount, line.reason, line.name) == (
        wanted.amount,
        reason_of(line.tier),
        line.tier_name,
    )


def _write(changed: Sequence[_Wanted], removed: Sequence[UUID | None]) -> None:
    first = changed[0].line if changed else None
    run(
        _WRITE,
        {
            "lines": [one.line.id for one in changed],
            "quantities": [one.line.quantity for one in changed],
            "amounts": [one.amount for one in changed],
            "percents": [Decimal(one.line.basis_points or 0) / 100 for one in changed],
            "on_sale": [one.on_sale for one in changed],
            "removed": list(removed),
            "currency": first.currency if first else "",
            "name": first.tier_name if first else "",
            "reason": reason_of(first.tier or "") if first else "",
            "ours": f"{REASON}%",
            "mark": ON_SALE,
        },
    )


def _expire(checkout: Any) -> None:
    """The price is calculated anew by whoever asks next, which is the answer on its way."""
    now = timezone.now()
    if min(checkout.price_expiration, checkout.discount_expiration) > now:
        Checkout.objects.filter(pk=checkout.pk).update(
            price_expiration=now, discount_expiration=now
        )
    checkout.price_expiration = checkout.discount_expiration = now
