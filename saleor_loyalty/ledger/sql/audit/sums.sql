-- Each sum of an account is what its entries add up to, and no entry is missing or without account.
SELECT coalesce(a.id, e.account_id) AS account_id, v.what, v.stored, v.replayed
FROM saleor_loyalty_account a
FULL JOIN (
    SELECT account_id, count(*) AS entries, max(seq) AS last, sum(available) AS available,
           sum(pending) AS pending, sum(held) AS held, sum(debt) AS debt
    FROM saleor_loyalty_entry GROUP BY account_id
) e ON e.account_id = a.id
CROSS JOIN LATERAL (VALUES
    ('account', a.id, coalesce(a.id, e.account_id)),
    ('entries', a.seq, coalesce(e.entries, 0)),
    ('last entry', a.seq, coalesce(e.last, 0)),
    ('available', a.available, coalesce(e.available, 0)),
    ('pending', a.pending, coalesce(e.pending, 0)),
    ('held', a.held, coalesce(e.held, 0)),
    ('debt', a.debt, coalesce(e.debt, 0))
) v (what, stored, replayed)
WHERE v.stored <> v.replayed OR (a.id IS NULL AND v.what = 'account')
