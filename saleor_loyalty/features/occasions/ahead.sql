-- Whose day comes, and has not been kept yet: as due.sql finds it, on the days that lie ahead.
WITH page AS (
    SELECT m.id, m.joined_at, coalesce(z.name, %(zone)s) AS zone, m.birthday
    FROM saleor_loyalty_member m
    LEFT JOIN unnest(%(zones)s::text[]) AS z (name) ON z.name = m.time_zone
    WHERE m.merged_into_id IS NULL AND (m.user_id IS NOT NULL OR m.guest)
), slot AS (
    SELECT * FROM unnest(
        %(dues)s::date[], %(months)s::int[], %(days)s::int[], %(years)s::int[],
        %(begins)s::timestamptz[], %(overs)s::timestamptz[]
    ) AS s (due, month, day, year, begins, over)
), dated AS (
    SELECT p.id, p.joined_at, {day} AS day FROM page p
), wanted AS (
    SELECT s.due, d.id, s.year - extract(year FROM d.day)::int AS years
    FROM dated d
    JOIN slot s ON s.month = extract(month FROM d.day) AND s.day IN (0, extract(day FROM d.day))
    WHERE d.joined_at < s.over AND {years} AND {holders}
        AND NOT EXISTS (
            SELECT FROM saleor_loyalty_occasiongift g
            WHERE g.member_id = d.id AND g.occasion = %(occasion)s AND (
                g.period = s.year::text OR g.due_at > s.begins - interval '300 days'
            )
        )
)
{answer}
