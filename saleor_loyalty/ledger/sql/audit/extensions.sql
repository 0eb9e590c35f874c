-- What was extended by hand ends when the last extension says, unless idleness has ended it since.
SELECT l.account_id, format('entry %s: end of lot %s', x.seq, l.seq) AS what,
       coalesce(l.expires_at::text, 'never') AS stored, coalesce(x.until::text, 'never') AS replayed
FROM saleor_loyalty_lot l
JOIN (
    SELECT DISTINCT ON (e.account_id, (lot ->> 'lot')::bigint)
           e.account_id, (lot ->> 'lot')::bigint AS lot_seq, e.seq,
           (e.data ->> 'until')::timestamptz AS until
    FROM saleor_loyalty_entry e CROSS JOIN LATERAL jsonb_array_elements(e.data -> 'lots') lot
    WHERE e.kind = 14 AND e.data ? 'lots'
    ORDER BY e.account_id, (lot ->> 'lot')::bigint, e.seq DESC
) x ON x.account_id = l.account_id AND x.lot_seq = l.seq
WHERE l.expires_at IS DISTINCT FROM x.until AND NOT EXISTS (
    SELECT FROM saleor_loyalty_entry i
    WHERE i.account_id = l.account_id AND i.kind = 9 AND i.seq > x.seq AND i.lot_seq = l.seq
        AND i.data ->> 'reason' = 'inactive'
)
