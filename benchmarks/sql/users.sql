-- Customers 1 to {members} of the host.
INSERT INTO auth_user (
    id, username, email, password, first_name, last_name, is_superuser, is_staff, is_active,
    date_joined
)
SELECT m, 'user' || m, 'user' || m || '@example.com', '', '', '', FALSE, FALSE, TRUE, '2026-01-01Z'
FROM generate_series(1, {members}) AS m;
