-- Reminds members of what ends soon, each of the nearest of the days there is: one row and one
-- effect for each. Who has cancelled, and a plan that is not on sale any more, is left alone; so is
-- who bought after the day of the reminder: nobody who has just renewed wants to be told to.
WITH rule AS (
    SELECT * FROM unnest(%(plans)s::bigint[], %(days)s::int[], %(over)s::int[])
        AS r (plan, days, over)
), reminded AS (
    INSERT INTO saleor_loyalty_membershipreminder (membership_id, ends_at, days_before)
        SELECT s.id, s.ends_at, r.days
        FROM saleor_loyalty_membership s
        JOIN rule r ON r.plan = s.plan_id
            AND s.ends_at > %(now)s + make_interval(days => r.over)
            AND s.ends_at <= %(now)s + make_interval(days => r.days)
        JOIN saleor_loyalty_member m ON m.id = s.member_id AND m.merged_into_id IS NULL
            AND (m.guest OR m.user_id IS NOT NULL)
        LEFT JOIN LATERAL (
            SELECT max(b.paid_at) AS at FROM saleor_loyalty_membershippurchase b
            WHERE b.member_id = s.member_id AND b.plan_id = s.plan_id
        ) bought ON true
        WHERE s.ends_at > %(now)s
            AND s.ends_at - make_interval(days => r.days) > coalesce(bought.at, s.starts_at)
            AND s.ends_at <= %(now)s + make_interval(days => %(furthest)s)
            AND s.starts_at <= %(now)s AND s.cancelled_at IS NULL
        ORDER BY s.ends_at, s.id
        ON CONFLICT DO NOTHING
        RETURNING id, membership_id
)
INSERT INTO saleor_loyalty_outboxeffect (key, kind, subject, payload, due_at)
SELECT md5('saleor-loyalty:membership-reminder:' || r.id)::uuid, 'membership_reminder',
       'member:' || s.member_id, jsonb_build_object('reminder', r.id), %(now)s
FROM reminded r JOIN saleor_loyalty_membership s ON s.id = r.membership_id ORDER BY r.id
