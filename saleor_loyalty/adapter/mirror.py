"""What Saleor's own tools can see of loyalty: metadata of customers and orders.

Written past Saleor's mutations, so that no hook runs and nothing is told about what we know; and
only where something differs, so that repairing all of them every night writes next to nothing.
"""

import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import connection
from saleor.core.db.connection import allow_writer

# Locked in order of id, as two workers may have the same customers.
_CUSTOMERS = """
UPDATE account_user u SET metadata = w.metadata
  FROM (SELECT a.id, (a.metadata - ARRAY(SELECT jsonb_object_keys(n.data)))
                     || jsonb_strip_nulls(n.data) AS metadata
          FROM account_user a
          JOIN (SELECT id, data::jsonb
                  FROM unnest(%(ids)s::int[], %(data)s::text[]) AS t (id, data)) AS n
            ON n.id = a.id
         ORDER BY a.id
           FOR NO KEY UPDATE OF a) AS w
 WHERE u.id = w.id AND u.metadata <> w.metadata
"""
_ORDER = """
UPDATE order_order SET metadata = metadata || %(set)s::jsonb
 WHERE id = %(id)s AND NOT metadata @> %(set)s::jsonb
"""


def show_customers(customers: Mapping[int, Mapping[str, str | None]]) -> int:
    data = [json.dumps(dict(shown)) for shown in customers.values()]
    return _run(_CUSTOMERS, {"ids": list(customers), "data": data})


def mark_order(order_id: UUID, marks: Mapping[str, str]) -> None:
    _run(_ORDER, {"id": order_id, "set": json.dumps(dict(marks))})


def _run(sql: str, parameters: dict[str, Any]) -> int:
    with allow_writer(), connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return int(cursor.rowcount)
