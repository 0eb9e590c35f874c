-- What has expired and was not answered yet becomes something of value: what ended in one moment
-- under one version together, one row and one effect for each. The value is in the currency the
-- points were earned in where that has a rate, else in the first that has one.
--
-- An account's entries are committed in their order, so all up to the last answered one were seen.
WITH rule AS (
    SELECT * FROM unnest(
        %(versions)s::bigint[], %(positions)s::int[], %(currencies)s::text[],
        %(points)s::bigint[], %(minor)s::bigint[], %(minimums)s::bigint[], %(valid_days)s::int[]
    ) AS r (version, position, currency, points, minor, minimum, valid_days)
), expired AS (
    SELECT e.account_id, e.seq, e.occurred_at, -e.available AS points, holder.id AS member_id,
           l.worth_currency, coalesce(w.programme_version_id, %(default)s) AS version
    FROM saleor_loyalty_entry e
    JOIN saleor_loyalty_account a ON a.id = e.account_id AND a.unit = 1
    JOIN saleor_loyalty_member m ON m.id = a.member_id
    JOIN saleor_loyalty_member holder ON holder.id = coalesce(m.merged_into_id, m.id)
        AND holder.user_id IS NOT NULL
    JOIN saleor_loyalty_lot l ON l.account_id = e.account_id AND l.seq = e.lot_seq
    LEFT JOIN saleor_loyalty_award w ON w.key = l.origin
    WHERE e.kind = 9 AND e.created_at > now() - make_interval(days => %(window)s)
        -- One look into the index each: a join would be planned by statistics that are old by now.
        AND e.seq > coalesce((
            SELECT max(c.entry_seq) FROM saleor_loyalty_expiryconversion c
            WHERE c.account_id = e.account_id
        ), 0)
        AND (w.id IS NOT NULL OR e.occurred_at >= %(default_from)s)
), chosen AS (
    SELECT x.*, rule.version AS rule_version, rule.currency, rule.points AS rate_points,
           rule.minor AS rate_minor, rule.minimum, rule.valid_days
    FROM expired x
    JOIN rule first ON first.version = x.version AND first.position = 0
    LEFT JOIN rule own ON own.version = x.version AND own.currency = x.worth_currency
    JOIN rule ON rule.version = x.version AND rule.currency = coalesce(own.currency, first.currency)
), valued AS (
    SELECT account_id, max(seq) AS entry_seq, member_id, sum(points)::bigint AS points,
           div(sum(points) * rate_minor, rate_points)::bigint AS value, currency, valid_days
    FROM chosen
    GROUP BY account_id, member_id, occurred_at, rule_version, currency, rate_points, rate_minor,
             minimum, valid_days
    HAVING sum(points) >= minimum AND sum(points) * rate_minor >= rate_points
), converted AS (
    INSERT INTO saleor_loyalty_expiryconversion (
        account_id, entry_seq, member_id, points, value, currency, code, valid_until
    )
    SELECT account_id, entry_seq, member_id, points, value, currency, '',
           %(now)s + make_interval(days => valid_days)
    FROM valued ORDER BY account_id, entry_seq
    ON CONFLICT DO NOTHING
    RETURNING id, member_id
)
INSERT INTO saleor_loyalty_outboxeffect (key, kind, subject, payload, due_at)
SELECT md5('saleor-loyalty:expiry-coupon:' || id)::uuid, 'expiry_coupon',
       'member:' || member_id, jsonb_build_object('conversion', id), %(now)s
FROM converted ORDER BY id
