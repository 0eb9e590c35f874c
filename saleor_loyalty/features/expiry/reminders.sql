-- Reminds members of what ends soon, each of the nearest of the days there is: one row and one
-- effect for each. A version without days reminds of nothing.
WITH rule AS (
    SELECT * FROM unnest(%(versions)s::bigint[], %(days)s::int[], %(over)s::int[])
        AS r (version, days, over)
), due AS (
    SELECT a.member_id, l.expires_at, r.days, sum(l.remaining - l.held)::bigint AS points
    FROM saleor_loyalty_lot l
    JOIN saleor_loyalty_account a ON a.id = l.account_id AND a.unit = 1 AND NOT a.closed
    JOIN saleor_loyalty_member m ON m.id = a.member_id AND (m.guest OR m.user_id IS NOT NULL)
    LEFT JOIN saleor_loyalty_award w ON w.key = l.origin
    JOIN rule r ON r.version = coalesce(w.programme_version_id, %(default)s)
        AND l.expires_at > %(now)s + make_interval(days => r.over)
        AND l.expires_at <= %(now)s + make_interval(days => r.days)
    WHERE l.open AND NOT l.pending AND l.remaining > l.held AND l.expires_at > %(now)s
        AND l.expires_at <= %(now)s + make_interval(days => %(furthest)s)
    GROUP BY a.member_id, l.expires_at, r.days
), reminded AS (
    INSERT INTO saleor_loyalty_expiryreminder (member_id, expires_at, days_before, points)
        SELECT member_id, expires_at, days, points FROM due ORDER BY member_id, expires_at
        ON CONFLICT DO NOTHING
        RETURNING id, member_id
)
INSERT INTO saleor_loyalty_outboxeffect (key, kind, subject, payload, due_at)
SELECT md5('saleor-loyalty:expiry-reminder:' || id)::uuid, 'expiry_reminder',
       'member:' || member_id, jsonb_build_object('reminder', id), %(now)s
FROM reminded ORDER BY id
