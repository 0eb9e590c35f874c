-- Use after use of each lot: never below zero, never more than there was, maturity and expiry of
-- the whole, each at the lot's own date.
WITH moves AS (
    SELECT account_id, lot_seq, entry_seq AS seq, remaining, held, 0 AS kind, 0 AS points,
           NULL::timestamptz AS moment
    FROM saleor_loyalty_lotuse
    UNION ALL
    SELECT account_id, lot_seq, seq, CASE WHEN kind = 9 THEN available ELSE 0 END, 0, kind,
           available, occurred_at
    FROM saleor_loyalty_entry WHERE kind IN (2, 9)
), steps AS (
    SELECT m.account_id, m.seq, m.lot_seq, m.kind, m.points, m.moment, l.amount, l.expires_at,
           l.matures_at, l.amount + sum(m.remaining) OVER w AS remaining,
           sum(m.held) OVER w AS held
    FROM moves m
    JOIN saleor_loyalty_lot l ON l.account_id = m.account_id AND l.seq = m.lot_seq
    WINDOW w AS (PARTITION BY m.account_id, m.lot_seq ORDER BY m.seq)
)
SELECT account_id, format('entry %s: lot %s %s', seq, lot_seq, v.what) AS what, v.stored, v.replayed
FROM steps
CROSS JOIN LATERAL (VALUES
    ('used before it was there', least(seq, lot_seq)::text, lot_seq::text),
    ('remaining', remaining::text, greatest(0, least(remaining, amount))::text),
    ('held', held::text, greatest(0, least(held, remaining))::text),
    ('free after its expiry', CASE WHEN kind = 9 THEN (remaining - held)::text END, '0'),
    ('points matured', CASE WHEN kind = 2 THEN points::text END, remaining::text),
    ('expiry', CASE WHEN kind = 9 THEN moment::text END, coalesce(expires_at::text, 'never')),
    ('maturity', CASE WHEN kind = 2 THEN moment::text END, coalesce(matures_at::text, 'never'))
) v (what, stored, replayed)
WHERE v.stored <> v.replayed
