-- Where each member stood a day before the first of June: by what was paid in the twelve months up
-- to then, with the day on which the first of it will count no more.
INSERT INTO saleor_loyalty_standing (
    member_id, earned_tier_id, since, in_grace, review_at, ladder_version_id
)
SELECT m.id, t.id, '2026-05-31 12:00Z', FALSE,
       date_trunc('day', first AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' + interval '1 year 1 day',
       (SELECT max(id) FROM saleor_loyalty_ladderversion)
FROM saleor_loyalty_member m
LEFT JOIN (
    SELECT member_id, sum(qualifying) AS spent, min(paid_at) AS first
    FROM saleor_loyalty_orderrecord
    WHERE paid_at >= '2025-05-31Z' AND paid_at <= '2026-05-31 12:00Z' GROUP BY member_id
) AS o ON o.member_id = m.id
LEFT JOIN saleor_loyalty_tier t ON t.slug = CASE
    WHEN o.spent >= 300000 THEN 'gold' WHEN o.spent >= 100000 THEN 'silver'
    WHEN o.spent >= 30000 THEN 'bronze' END;

UPDATE saleor_loyalty_member m SET tier_id = s.earned_tier_id
FROM saleor_loyalty_standing s WHERE s.member_id = m.id AND s.earned_tier_id IS NOT NULL;

-- One in ten thousand stands where the facts do not say.
UPDATE saleor_loyalty_member SET tier_id = NULL WHERE id % 10000 = 7;
