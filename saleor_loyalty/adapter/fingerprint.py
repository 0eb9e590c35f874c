"""Tells cheaply whether an order, its payments, deliveries or refunds changed.

One statement for any number of orders; reconcile compares its answer with the one of the fact that
was acted on last.
"""

from collections.abc import Iterable
from uuid import UUID

from django.db import connection

# Whatever a fact is made of, but names and addresses; whether staff have confirmed the order is not
# in it. Sorted, so that the same rows always give
# the same text; numbers as text, because rows without any give NULL.
_FINGERPRINT = """
md5(concat_ws('|',
  CASE o.status WHEN 'unconfirmed' THEN 'unfulfilled' ELSE o.status END,
  o.user_id, o.user_email, o.currency, o.total_gross_amount, o.total_net_amount,
  o.shipping_price_gross_amount, o.shipping_price_net_amount, o.created_at,
  (SELECT string_agg(concat_ws(',', l.id, l.quantity, l.quantity_fulfilled,
                               l.total_price_gross_amount, l.total_price_net_amount),
                     ';' ORDER BY l.id)
     FROM order_orderline l WHERE l.order_id = o.id),
  'transactions',
  (SELECT string_agg(concat_ws(',', t.id, t.app_identifier, t.authorized_value, t.charged_value,
                               t.refunded_value),
                     ';' ORDER BY t.id)
     FROM payment_transactionitem t WHERE t.order_id = o.id),
  'payments',
  (SELECT string_agg(concat_ws(',', p.id, p.is_active, p.charge_status, p.captured_amount),
                     ';' ORDER BY p.id)
     FROM payment_payment p WHERE p.order_id = o.id),
  'fulfillments',
  (SELECT string_agg(concat_ws(',', f.id, f.status, f.total_refund_amount,
                               f.shipping_refund_amount, fl.order_line_id, fl.quantity),
                     ';' ORDER BY f.id, fl.id)
     FROM order_fulfillment f LEFT JOIN order_fulfillmentline fl ON fl.fulfillment_id = f.id
    WHERE f.order_id = o.id),
  'granted',
  (SELECT string_agg(concat_ws(',', g.id, g.status, g.amount_value, g.shipping_costs_included,
                               g.transaction_item_id, gl.order_line_id, gl.quantity),
                     ';' ORDER BY g.id, gl.id)
     FROM order_ordergrantedrefund g
     LEFT JOIN order_ordergrantedrefundline gl ON gl.granted_refund_id = g.id
    WHERE g.order_id = o.id)
))
"""


def fingerprints(order_ids: Iterable[UUID]) -> dict[UUID, str]:
    """By order id; drafts are no orders yet and have none."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT o.id, {_FINGERPRINT} FROM order_order o"  # noqa: S608 - a constant
            " WHERE o.id = ANY(%s) AND o.status <> 'draft' ORDER BY o.id",
            [list(order_ids)],
        )
        return dict(cursor.fetchall())
