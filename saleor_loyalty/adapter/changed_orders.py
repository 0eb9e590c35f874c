"""Which orders changed since a moment, for reconcile."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from django.db import connection

from .fingerprint import fingerprints

_PAGE = 500
_FIRST = UUID(int=0)

# Each branch has an index on its date. Deliveries and payments of the old kind touch the order.
_CHANGED = """
SELECT id FROM (
  SELECT id FROM order_order WHERE updated_at >= %(since)s OR created_at >= %(since)s
  UNION
  SELECT order_id FROM payment_transactionitem
   WHERE modified_at >= %(since)s AND order_id IS NOT NULL
  UNION
  SELECT order_id FROM order_ordergrantedrefund WHERE updated_at >= %(since)s
) AS changed
WHERE id > %(after)s ORDER BY id LIMIT %(limit)s
"""


def changed_orders(since: datetime) -> Iterator[list[tuple[str, str]]]:
    """Pages of (order id, fingerprint), in order of id so that a page never comes twice."""
    after = _FIRST
    while True:
        with connection.cursor() as cursor:
            cursor.execute(_CHANGED, {"since": since, "after": after, "limit": _PAGE})
            ids = [row[0] for row in cursor.fetchall()]
        if not ids:
            return
        yield [(str(pk), mark) for pk, mark in fingerprints(ids).items()]
        after = ids[-1]
