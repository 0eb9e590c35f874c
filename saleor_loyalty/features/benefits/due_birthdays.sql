-- The birthdays of some days among a page of those who hold the benefit: points at once, or a coupon
-- that the host makes. Once a year, and not again soon after for who changes their birthday.
WITH page AS (
    SELECT m.id, m.user_id, m.guest, m.birthday, m.joined_at
    FROM saleor_loyalty_member m JOIN ({holders}) h (id) ON h.id = m.id
    WHERE m.id > %(after)s AND m.merged_into_id IS NULL
    ORDER BY m.id LIMIT %(limit)s
), birthday AS (
    SELECT * FROM unnest(
        %(months)s::int[], %(days)s::int[], %(years)s::text[], %(begins)s::timestamptz[],
        %(overs)s::timestamptz[]
    ) AS d (month, day, year, begins, over)
), wanted AS (
    SELECT p.id AS member_id, d.year, d.begins, coalesce((
               SELECT o.currency FROM saleor_loyalty_orderrecord o
               WHERE o.member_id = p.id AND o.paid_at IS NOT NULL
                   AND %(amounts)s::jsonb ? o.currency
               ORDER BY o.paid_at DESC LIMIT 1
           ), %(currency)s) AS currency
    FROM page p
    JOIN birthday d ON d.month = extract(month FROM p.birthday)
        AND d.day = extract(day FROM p.birthday)
    WHERE p.joined_at < d.over
        AND (p.user_id IS NOT NULL OR (p.guest AND %(points)s > 0))
        AND NOT EXISTS (
            SELECT FROM saleor_loyalty_benefitgift g
            WHERE g.member_id = p.id AND g.kind = %(kind)s AND g.slug = %(slug)s
                AND (g.period = d.year OR g.due_at > d.begins - interval '300 days')
        )
), made AS (
    INSERT INTO saleor_loyalty_benefitgift (
        public_id, member_id, holder, kind, slug, period, number, state, points, amount, currency,
        code, valid_until, due_at, given_at
    )
    SELECT gen_random_uuid(), member_id, %(holder)s, %(kind)s, %(slug)s, year, 0,
           CASE WHEN %(points)s > 0 THEN 'given' ELSE 'due' END, %(points)s,
           coalesce((%(amounts)s::jsonb ->> currency)::bigint, 0), currency, '', %(valid_until)s,
           begins, CASE WHEN %(points)s > 0 THEN %(now)s::timestamptz END
    FROM wanted ORDER BY member_id
    ON CONFLICT DO NOTHING
    RETURNING id, member_id, period, currency
), effects AS (
    INSERT INTO saleor_loyalty_outboxeffect (key, kind, subject, payload, due_at)
    SELECT md5('saleor-loyalty:benefit-coupon:' || m.id)::uuid, 'benefit_coupon',
           'member:' || m.member_id, jsonb_build_object(
               'gift', m.id,
               'minimum', coalesce((%(minimums)s::jsonb ->> m.currency)::bigint, 0)
           ), %(now)s
    FROM made m WHERE %(points)s = 0 ORDER BY m.id
)
SELECT (SELECT max(id) FROM page), (SELECT count(*) FROM made), (
    SELECT jsonb_agg(jsonb_build_array(member_id, period) ORDER BY member_id) FROM made
    WHERE %(points)s > 0
)::text
