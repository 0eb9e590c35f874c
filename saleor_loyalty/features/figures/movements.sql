-- What was booked from one moment to another, by the day it happened, measure, channel and worth of a
-- point. Every entry that changes what there is is in it once: as far as it touched lots at their
-- worth, and the rest (what became debt) without. Moves between accounts are no change.
WITH entry AS (
    SELECT e.account_id, e.seq, e.kind, e.lot_seq, e.source,
           (e.occurred_at AT TIME ZONE %(zone)s)::date AS day,
           e.available + e.pending + e.held - e.debt AS change
    FROM saleor_loyalty_entry e
    JOIN saleor_loyalty_account a ON a.id = e.account_id AND a.unit = %(unit)s
    WHERE e.created_at >= %(since)s AND e.created_at < %(until)s AND e.kind = ANY (%(kinds)s)
), touched AS (
    -- A credit made the lot of its own number, an expiry names its lot, others say which they used.
    SELECT e.account_id, e.seq, l.seq AS lot_seq,
           CASE WHEN l.seq = e.seq THEN l.amount ELSE e.change END AS points
    FROM entry e JOIN saleor_loyalty_lot l
      ON l.account_id = e.account_id AND l.seq IN (e.seq, e.lot_seq)
    UNION ALL
    SELECT e.account_id, e.seq, u.lot_seq, u.remaining
    FROM entry e JOIN saleor_loyalty_lotuse u
      ON u.account_id = e.account_id AND u.entry_seq = e.seq
), part AS (
    SELECT account_id, seq, lot_seq, points FROM touched
    UNION ALL
    SELECT e.account_id, e.seq, NULL, e.change - coalesce(t.points, 0)
    FROM entry e LEFT JOIN (
        SELECT account_id, seq, sum(points)::bigint AS points FROM touched GROUP BY 1, 2
    ) t USING (account_id, seq)
)
SELECT e.day,
       CASE WHEN e.kind = ANY (%(spent)s) THEN 2 WHEN e.kind = %(expire)s THEN 3
            WHEN e.kind = %(claw_back)s THEN 4
            WHEN e.kind = %(adjust)s AND e.change < 0 THEN 5 ELSE 1 END AS measure,
       coalesce(o.channel, '') AS channel,
       coalesce(l.worth_currency, ''), coalesce(l.worth_points, 0), coalesce(l.worth_minor, 0),
       sum(p.points)::bigint AS points
FROM part p
JOIN entry e USING (account_id, seq)
LEFT JOIN saleor_loyalty_lot l ON l.account_id = p.account_id AND l.seq = p.lot_seq
LEFT JOIN saleor_loyalty_pointspayment y
  ON y.token = CASE WHEN e.source LIKE 'payment:%%'
                    THEN split_part(substr(e.source, 9), '/', 1)::uuid END
LEFT JOIN saleor_loyalty_pointsreduction r
  ON r.token = CASE WHEN e.source LIKE 'reduction:%%'
                    THEN split_part(substr(e.source, 11), '/', 1)::uuid END
LEFT JOIN saleor_loyalty_orderrecord o ON o.order_id = coalesce(
    CASE WHEN e.source LIKE 'order:%%' THEN split_part(substr(e.source, 7), '/', 1) END,
    y.order_id, r.order_id)
WHERE p.points <> 0
GROUP BY 1, 2, 3, 4, 5, 6
