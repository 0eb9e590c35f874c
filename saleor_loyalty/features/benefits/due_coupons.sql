-- The coupons of a period for a page of those who hold the benefit: a gift for each that they have
-- not been given yet, and an effect that has the host make it. In the currency of the member's last
-- order where the coupon has a value in it.
WITH page AS (
    SELECT m.id, m.user_id
    FROM saleor_loyalty_member m JOIN ({holders}) h (id) ON h.id = m.id
    WHERE m.id > %(after)s AND m.merged_into_id IS NULL
    ORDER BY m.id LIMIT %(limit)s
), coupon AS (
    SELECT * FROM unnest(
        %(numbers)s::smallint[], %(amounts)s::text[]::jsonb[], %(minimums)s::text[]::jsonb[],
        %(currencies)s::text[], %(ends)s::timestamptz[]
    ) AS c (number, amounts, minimums, currency, valid_until)
), wanted AS (
    SELECT p.id AS member_id, c.number, c.amounts, c.valid_until, coalesce((
               SELECT o.currency FROM saleor_loyalty_orderrecord o
               WHERE o.member_id = p.id AND o.paid_at IS NOT NULL AND c.amounts ? o.currency
               ORDER BY o.paid_at DESC LIMIT 1
           ), c.currency) AS currency
    FROM page p CROSS JOIN coupon c
    WHERE p.user_id IS NOT NULL AND NOT EXISTS (
        SELECT FROM saleor_loyalty_benefitgift g
        WHERE g.member_id = p.id AND g.kind = %(kind)s AND g.slug = %(slug)s
            AND g.period = %(period)s AND g.number = c.number
    )
), made AS (
    INSERT INTO saleor_loyalty_benefitgift (
        public_id, member_id, holder, kind, slug, period, number, state, points, amount, currency,
        code, valid_until, due_at
    )
    SELECT gen_random_uuid(), member_id, %(holder)s, %(kind)s, %(slug)s, %(period)s, number, 'due',
           0, (amounts ->> currency)::bigint, currency, '', valid_until, %(due_at)s
    FROM wanted ORDER BY member_id, number
    ON CONFLICT DO NOTHING
    RETURNING id, member_id, number, currency
), effects AS (
    INSERT INTO saleor_loyalty_outboxeffect (key, kind, subject, payload, due_at)
    SELECT md5('saleor-loyalty:benefit-coupon:' || m.id)::uuid, 'benefit_coupon',
           'member:' || m.member_id, jsonb_build_object(
               'gift', m.id, 'minimum', coalesce((c.minimums ->> m.currency)::bigint, 0)
           ), %(now)s
    FROM made m JOIN coupon c USING (number) ORDER BY m.id
)
SELECT (SELECT max(id) FROM page), (SELECT count(*) FROM made)
