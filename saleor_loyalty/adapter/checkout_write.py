"""Writes member prices and marks on the lines of a checkout: one statement for all of them."""

import json
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.utils import timezone
from saleor.checkout.models import Checkout

from .bounded import run
from .checkout_wanted import Wanted
from .line_marks import KEPT_UNTIL, PRIVATE, PUBLIC, REASON

# Lines that changed since they were read are left to the request that changed them.
_WRITE = """
WITH wanted AS (
  SELECT w.* FROM unnest(%(lines)s::uuid[], %(quantities)s::int[], %(amounts)s::numeric[],
                         %(types)s::text[], %(values)s::numeric[], %(names)s::text[],
                         %(reasons)s::text[], %(private)s::text[], %(public)s::text[])
                  AS w (line_id, quantity, amount, value_type, value, name, reason, private, public)
    JOIN checkout_checkoutline l ON l.id = w.line_id AND l.quantity = w.quantity
   ORDER BY l.id
     FOR NO KEY UPDATE OF l
), written AS (
  INSERT INTO discount_checkoutlinediscount AS d
         (id, created_at, line_id, type, unique_type, value_type, value, amount_value, currency,
          name, reason)
  SELECT gen_random_uuid(), now(), line_id, 'manual', 'manual', value_type, value, amount,
         %(currency)s, name, reason
    FROM wanted WHERE amount IS NOT NULL
      ON CONFLICT (line_id, unique_type) DO UPDATE
     SET amount_value = excluded.amount_value, value_type = excluded.value_type,
         value = excluded.value, name = excluded.name, reason = excluded.reason
   WHERE d.reason LIKE %(ours)s
), removed AS (
  DELETE FROM discount_checkoutlinediscount d USING wanted w
   WHERE d.line_id = w.line_id AND w.amount IS NULL AND d.type = 'manual'
     AND d.reason LIKE %(ours)s
), marked AS (
  SELECT l.id, (l.private_metadata - %(keys)s::text[]) || w.private::jsonb AS private,
         (l.metadata - %(public_keys)s::text[]) || w.public::jsonb AS public
    FROM wanted w JOIN checkout_checkoutline l ON l.id = w.line_id
)
UPDATE checkout_checkoutline l
   SET private_metadata = marked.private, metadata = marked.public
  FROM marked
 WHERE l.id = marked.id AND (l.private_metadata, l.metadata) <> (marked.private, marked.public)
"""

_FORGET = """
WITH removed AS (
  DELETE FROM discount_checkoutlinediscount d USING checkout_checkoutline l
   WHERE l.checkout_id = %(checkout)s AND d.line_id = l.id AND d.type = 'manual'
     AND d.reason LIKE %(ours)s
  RETURNING d.line_id
), unmarked AS (
  UPDATE checkout_checkoutline
     SET private_metadata = private_metadata - %(keys)s::text[],
         metadata = metadata - %(kept)s
   WHERE checkout_id = %(checkout)s AND private_metadata ?| %(keys)s::text[]
  RETURNING id
)
SELECT line_id FROM removed UNION SELECT id FROM unmarked
"""


def write(changed: Sequence[Wanted], currency: str) -> None:
    values = [one.row.value(currency) if one.row else (None, None) for one in changed]
    run(
        _WRITE,
        {
            "lines": [one.line.id for one in changed],
            "quantities": [one.line.quantity for one in changed],
            "amounts": [one.amount for one in changed],
            "types": [kind for kind, _ in values],
            "values": [value for _, value in values],
            "names": [one.row.name if one.row else "" for one in changed],
            "reasons": [one.row.reason if one.row else "" for one in changed],
            "private": [json.dumps(one.private) for one in changed],
            "public": [json.dumps(one.public) for one in changed],
            "currency": currency,
            "ours": f"{REASON}%",
            "keys": list(PRIVATE),
            "public_keys": list(PUBLIC),
        },
    )


def remove(checkout_id: UUID) -> bool:
    """Takes everything of ours off a checkout; answers whether anything was there."""
    names: dict[str, Any] = {
        "checkout": checkout_id,
        "ours": f"{REASON}%",
        "keys": list(PRIVATE),
        "kept": KEPT_UNTIL,
    }
    return bool(run(_FORGET, names))


def expire(checkout: Any) -> None:
    """The price is calculated anew by whoever asks next, which is the answer on its way."""
    now = timezone.now()
    if min(checkout.price_expiration, checkout.discount_expiration) > now:
        Checkout.objects.filter(pk=checkout.pk).update(
            price_expiration=now, discount_expiration=now
        )
    checkout.price_expiration = checkout.discount_expiration = now
