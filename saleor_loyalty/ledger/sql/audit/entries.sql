-- What an entry moves is what its lot uses, the lot it brought (or its expiry) move; and debt
-- changes only where a claw-back, a payment or a merge says so.
SELECT coalesce(e.account_id, u.account_id) AS account_id,
       format('entry %s: %s', coalesce(e.seq, u.entry_seq), v.what) AS what, v.stored, v.replayed
FROM saleor_loyalty_entry e
LEFT JOIN saleor_loyalty_lot l ON l.account_id = e.account_id AND l.seq = e.seq
FULL JOIN (
    SELECT account_id, entry_seq, sum(remaining) AS remaining, sum(held) AS held
    FROM saleor_loyalty_lotuse GROUP BY account_id, entry_seq
) u ON u.account_id = e.account_id AND u.entry_seq = e.seq
CROSS JOIN LATERAL (VALUES
    ('missing, but it has lot uses', e.seq, u.entry_seq),
    ('points moved', e.available + e.pending + e.held,
        coalesce(u.remaining, 0) + coalesce(l.amount, 0)
            + CASE WHEN e.kind = 9 THEN e.available ELSE 0 END),
    ('points held', e.held, coalesce(u.held, 0)),
    ('debt', e.debt, CASE
        WHEN e.kind = 8 THEN (e.data ->> 'debt')::bigint
        WHEN e.kind = 10 THEN e.available
        WHEN e.kind IN (12, 13) THEN e.debt
        ELSE 0 END),
    ('claw-back taken', CASE WHEN e.kind = 8 THEN -(e.available + e.pending) END,
        (e.data ->> 'own')::bigint + (e.data ->> 'other')::bigint),
    ('claw-back asked', CASE WHEN e.kind = 8 THEN (e.data ->> 'asked')::bigint END,
        (e.data ->> 'own')::bigint + (e.data ->> 'lapsed')::bigint
            + (e.data ->> 'other')::bigint + e.debt + (e.data ->> 'loss')::bigint)
) v (what, stored, replayed)
WHERE v.stored <> v.replayed OR (e.seq IS NULL AND v.what LIKE 'missing%')
