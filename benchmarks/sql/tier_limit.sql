-- What no review can do without: what each member spent in the last twelve months.
SELECT count(*), sum(spent) FROM (
    SELECT member_id, sum(qualifying) AS spent FROM saleor_loyalty_orderrecord
    WHERE paid_at >= '2025-06-01Z' AND paid_at <= '2026-06-01 12:00Z' GROUP BY member_id
) AS spendings;
