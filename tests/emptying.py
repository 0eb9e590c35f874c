"""Empties the database after a test that commits.

Django truncates every table, which costs a fifth of a second however little is in them, and then
writes content types and permissions anew. Here only tables with pages are asked to delete, and
those two keep their rows, which are the same for every test.
"""

import django.test
from django.db import connection

_KEPT = ["django_migrations", "django_content_type", "auth_permission"]

# As a replica no trigger runs: no foreign key is checked, and no entry refuses to be deleted.
_EMPTY = """
DO $$
DECLARE
    filled regclass;
BEGIN
    PERFORM set_config('session_replication_role', 'replica', true);
    FOR filled IN
        SELECT oid FROM pg_class
        WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
            AND relname <> ALL ({kept}) AND pg_relation_size(oid) > 0
    LOOP
        EXECUTE format('DELETE FROM %s', filled);
    END LOOP;
END $$
""".format(kept=f"ARRAY{_KEPT}")


class CommittingTestCase(django.test.TransactionTestCase):
    """What pytest-django runs a test in that commits."""

    def _fixture_teardown(self) -> None:
        if _may_be_a_replica():
            with connection.cursor() as cursor:
                cursor.execute(_EMPTY)
        else:
            super()._fixture_teardown()


def _may_be_a_replica() -> bool:
    """Not so on somebody's own server, where we are no superuser."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
        return bool(cursor.fetchone()[0])
