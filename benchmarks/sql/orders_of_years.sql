-- Ten orders for each member in the two years before the first of June, for 10 to 200 dollars, in
-- the order they were paid.
INSERT INTO saleor_loyalty_orderrecord (
    order_id, number, member_id, channel, currency, total, refunded, qualifying, qualified,
    placed_at, paid_at, fingerprint, snapshot, updated_at
)
SELECT 'order-' || n, n, m, 'default-channel', 'USD', cents, 0, cents, cents, at, at, '', '{{}}', at
FROM (
    SELECT 10 * m + k AS n, m,
           1000 + abs(hashint8(20 * m + k)::bigint) % 19001 AS cents,
           '2026-06-01 12:00Z'::timestamptz
               - abs(hashint8(10 * m + k)::bigint) % 1051200 * interval '1 minute' AS at
    FROM generate_series(1, {members}::bigint) AS m, generate_series(1, 10) AS k
    ORDER BY at
) AS orders;
