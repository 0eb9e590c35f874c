-- Each lot is what its entry brought, less what was used and has expired.
SELECT coalesce(l.account_id, m.account_id) AS account_id,
       format('lot %s: %s', coalesce(l.seq, m.lot_seq), v.what) AS what, v.stored, v.replayed
FROM saleor_loyalty_lot l
LEFT JOIN saleor_loyalty_entry e ON e.account_id = l.account_id AND e.seq = l.seq
FULL JOIN (
    SELECT account_id, lot_seq, sum(remaining) AS remaining, sum(held) AS held,
           bool_or(matured) AS matured
    FROM (
        SELECT account_id, lot_seq, remaining, held, FALSE AS matured FROM saleor_loyalty_lotuse
        UNION ALL
        SELECT account_id, lot_seq, CASE WHEN kind = 9 THEN available ELSE 0 END, 0, kind = 2
        FROM saleor_loyalty_entry WHERE kind IN (2, 9)
    ) moves GROUP BY account_id, lot_seq
) m ON m.account_id = l.account_id AND m.lot_seq = l.seq
CROSS JOIN LATERAL (VALUES
    ('missing, but it was used', l.seq, m.lot_seq),
    ('brought by entry', e.seq, l.seq),
    ('amount', CASE WHEN e.kind <> 14 THEN l.amount END, e.available + e.pending),
    ('remaining', l.remaining, l.amount + coalesce(m.remaining, 0)),
    ('held', l.held, coalesce(m.held, 0)),
    ('open', l.open::int, (l.amount + coalesce(m.remaining, 0) > 0)::int),
    ('pending', l.pending::int, (e.pending > 0 AND NOT coalesce(m.matured, FALSE))::int)
) v (what, stored, replayed)
WHERE v.stored <> v.replayed
    OR (l.seq IS NULL AND v.what LIKE 'missing%')
    OR (l.seq IS NOT NULL AND e.seq IS NULL AND v.what LIKE 'brought%')
