-- Each hold is what its HOLD entry set aside and what the entries that answer it captured and
-- released; the open ones are what the account holds.
SELECT coalesce(h.account_id, e.account_id) AS account_id,
       format('hold of entry %s: %s', coalesce(h.entry_seq, e.seq), v.what) AS what,
       v.stored, v.replayed
FROM saleor_loyalty_hold h
FULL JOIN (
    SELECT account_id, seq, held, key FROM saleor_loyalty_entry WHERE kind = 4
) e ON e.account_id = h.account_id AND e.seq = h.entry_seq
LEFT JOIN (
    SELECT account_id, ref_seq, max(seq) FILTER (WHERE kind = 6) AS capture_seq,
           coalesce(-sum(held) FILTER (WHERE kind = 6), 0) AS captured, -sum(held) AS ended
    FROM saleor_loyalty_entry WHERE kind IN (5, 6) GROUP BY account_id, ref_seq
) x ON x.account_id = e.account_id AND x.ref_seq = e.seq
CROSS JOIN LATERAL (VALUES
    ('key', h.key::text, e.key::text),
    ('amount', h.amount::text, e.held::text),
    ('captured', h.captured::text, coalesce(x.captured, 0)::text),
    ('captured by entry', h.capture_seq::text, x.capture_seq::text),
    ('captured and released', coalesce(x.ended, h.amount)::text, h.amount::text),
    ('status', h.status::text,
        CASE WHEN x.ended IS NULL THEN '1' WHEN x.captured > 0 THEN '2' ELSE '3' END)
) v (what, stored, replayed)
WHERE v.stored IS DISTINCT FROM v.replayed
UNION ALL
SELECT a.id, 'held by open holds', a.held::text, coalesce(h.held, 0)::text
FROM saleor_loyalty_account a
LEFT JOIN (
    SELECT account_id, sum(amount) AS held FROM saleor_loyalty_hold
    WHERE status = 1 GROUP BY account_id
) h ON h.account_id = a.id
WHERE a.held <> coalesce(h.held, 0)
