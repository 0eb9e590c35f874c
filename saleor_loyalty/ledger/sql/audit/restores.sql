-- Nothing is given back that was not spent, lot by lot.
WITH given AS (
    SELECT r.account_id, r.ref_seq, u.lot_seq, sum(u.remaining) AS points, min(r.seq) AS first
    FROM saleor_loyalty_entry r
    JOIN saleor_loyalty_lotuse u ON u.account_id = r.account_id AND u.entry_seq = r.seq
    WHERE r.kind = 7 GROUP BY r.account_id, r.ref_seq, u.lot_seq
)
SELECT g.account_id,
       format('entry %s: given back to lot %s', coalesce(g.ref_seq, g.first), g.lot_seq) AS what,
       g.points AS stored, least(g.points, coalesce(-s.remaining, 0)) AS replayed
FROM given g
LEFT JOIN saleor_loyalty_entry e
    ON e.account_id = g.account_id AND e.seq = g.ref_seq AND e.seq < g.first AND e.kind IN (3, 6, 11)
LEFT JOIN saleor_loyalty_lotuse s
    ON s.account_id = e.account_id AND s.entry_seq = e.seq AND s.lot_seq = g.lot_seq
WHERE g.points > coalesce(-s.remaining, 0)
