-- Each user is the member of the same number, with an account of each unit: 2m - 1 for points and
-- 2m for growth.
INSERT INTO saleor_loyalty_member (
    id, public_id, user_id, guest, email, language_code, time_zone, joined_at
)
OVERRIDING SYSTEM VALUE
SELECT m, gen_random_uuid(), m, FALSE, 'user' || m || '@example.com', 'en', 'UTC',
       '2026-01-01Z'
FROM generate_series(1, {members}) AS m;

INSERT INTO saleor_loyalty_account (
    id, member_id, unit, seq, available, pending, held, debt
)
OVERRIDING SYSTEM VALUE
SELECT 2 * m - 2 + unit, m, unit, 0, 0, 0, 0, 0
FROM generate_series(1, {members}) AS m, generate_series(1, 2) AS unit;

SELECT setval(pg_get_serial_sequence('saleor_loyalty_member', 'id'), {members} + 1);
SELECT setval(pg_get_serial_sequence('saleor_loyalty_account', 'id'), 2 * {members} + 1);
