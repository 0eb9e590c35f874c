-- Three awards of 1000 points in every account of points; the first expires on the first of June,
-- the others in the months after it.
INSERT INTO saleor_loyalty_entry (
    account_id, seq, kind, available, pending, held, debt, balance, key, digest, source,
    occurred_at
)
SELECT a.id, s, 1, 1000, 0, 0, 0, 1000 * s, md5('award:' || a.id || ':' || s)::uuid, 0,
       'past:' || a.id || '/' || s, '2026-01-01Z'::timestamptz + s * interval '1 day'
FROM saleor_loyalty_account a, generate_series(1, 3) AS s
WHERE a.unit = 1;

INSERT INTO saleor_loyalty_lot (
    account_id, seq, amount, remaining, pending, expires_at, earned_at, origin
)
SELECT a.id, s, 1000, 1000, FALSE, '2026-05-01Z'::timestamptz + s * interval '1 month',
       '2026-01-01Z'::timestamptz + s * interval '1 day', md5('award:' || a.id || ':' || s)::uuid
FROM saleor_loyalty_account a, generate_series(1, 3) AS s
WHERE a.unit = 1;

UPDATE saleor_loyalty_account SET seq = 3, available = 3000 WHERE unit = 1;
