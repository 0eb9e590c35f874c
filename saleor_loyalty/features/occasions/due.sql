-- Whose day it is among a page of members: a row each, that there is once for the year. What is in
-- braces is put in for the occasion: the date that counts, which of its years have a gift, and whom
-- it is for.
WITH page AS (
    SELECT m.id, m.joined_at, coalesce(z.name, %(zone)s) AS zone, m.birthday
    FROM saleor_loyalty_member m
    LEFT JOIN unnest(%(zones)s::text[]) AS z (name) ON z.name = m.time_zone
    WHERE m.id > %(after)s AND m.merged_into_id IS NULL AND (m.user_id IS NOT NULL OR m.guest)
    ORDER BY m.id LIMIT %(limit)s
), slot AS (
    SELECT * FROM unnest(
        %(slot_zones)s::text[], %(months)s::int[], %(days)s::int[], %(years)s::int[],
        %(begins)s::timestamptz[], %(overs)s::timestamptz[]
    ) AS s (zone, month, day, year, begins, over)
), dated AS (
    SELECT p.id, p.joined_at, p.zone, {day} AS day FROM page p
), wanted AS (
    SELECT d.id, s.year, s.year - extract(year FROM d.day)::int AS years,
           greatest(s.begins, d.joined_at) AS due_at
    FROM dated d
    JOIN slot s ON s.zone = d.zone AND s.month = extract(month FROM d.day)
        AND s.day IN (0, extract(day FROM d.day))
    WHERE d.joined_at < s.over AND {years} AND {holders}
        AND NOT EXISTS (
            SELECT FROM saleor_loyalty_occasiongift g
            WHERE g.member_id = d.id AND g.occasion = %(occasion)s AND (
                g.period = s.year::text OR g.due_at > s.begins - interval '300 days'
            )
        )
), made AS (
    INSERT INTO saleor_loyalty_occasiongift (
        member_id, occasion, period, years, version, order_id, due_at
    )
    SELECT id, %(occasion)s, year::text, years, %(version)s, '', due_at FROM wanted ORDER BY id
    ON CONFLICT DO NOTHING
    RETURNING id
)
SELECT (SELECT max(id) FROM page), (SELECT count(*) FROM made)
