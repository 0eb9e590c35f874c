-- Entry after entry: the numbers have no gap, each balance follows from the one before, and no sum
-- was ever below zero.
SELECT account_id, format('entry %s: %s', seq, v.what) AS what, v.stored, v.replayed
FROM (
    SELECT account_id, seq, balance,
           lag(seq, 1, 0::bigint) OVER w AS seq_before,
           lag(balance, 1, 0::bigint) OVER w + available - debt AS balance_due,
           sum(available) OVER w AS available, sum(pending) OVER w AS pending,
           sum(held) OVER w AS held, sum(debt) OVER w AS debt
    FROM saleor_loyalty_entry
    WINDOW w AS (PARTITION BY account_id ORDER BY seq)
) e
CROSS JOIN LATERAL (VALUES
    ('number', e.seq, e.seq_before + 1),
    ('balance', e.balance, e.balance_due),
    ('available', e.available, greatest(e.available, 0)),
    ('pending', e.pending, greatest(e.pending, 0)),
    ('held', e.held, greatest(e.held, 0)),
    ('debt', e.debt, greatest(e.debt, 0))
) v (what, stored, replayed)
WHERE v.stored <> v.replayed
