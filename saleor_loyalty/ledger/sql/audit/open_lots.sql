-- available + pending + held = what remains in the open lots, each of the three for itself; and
-- nobody owes beside points that could pay.
SELECT a.id AS account_id, v.what, v.stored, v.replayed
FROM saleor_loyalty_account a
LEFT JOIN (
    SELECT account_id, sum(remaining - held) FILTER (WHERE NOT pending) AS available,
           sum(remaining) FILTER (WHERE pending) AS pending, sum(held) AS held
    FROM saleor_loyalty_lot WHERE open GROUP BY account_id
) l ON l.account_id = a.id
CROSS JOIN LATERAL (VALUES
    ('available in open lots', a.available, coalesce(l.available, 0)),
    ('pending in open lots', a.pending, coalesce(l.pending, 0)),
    ('held in open lots', a.held, coalesce(l.held, 0)),
    ('debt beside available points', least(a.debt, a.available), 0)
) v (what, stored, replayed)
WHERE v.stored <> v.replayed
