-- What has expired of an award and was not counted against a claw-back, wherever merges took it.
WITH moves AS (
    SELECT account_id, origin, lapsed AS stored, 0 AS replayed
    FROM saleor_loyalty_lot WHERE lapsed > 0
    UNION ALL
    SELECT l.account_id, l.origin, 0, -e.available
    FROM saleor_loyalty_entry e
    JOIN saleor_loyalty_lot l ON l.account_id = e.account_id AND l.seq = e.lot_seq
    WHERE e.kind = 9
    UNION ALL
    SELECT account_id, (data ->> 'origin')::uuid, 0, -(data ->> 'lapsed')::bigint
    FROM saleor_loyalty_entry WHERE kind = 8 AND (data ->> 'lapsed')::bigint > 0
)
SELECT max(account_id) AS account_id, format('award %s: expired', origin) AS what,
       sum(stored) AS stored, sum(replayed) AS replayed
FROM moves GROUP BY origin HAVING sum(stored) <> sum(replayed)
