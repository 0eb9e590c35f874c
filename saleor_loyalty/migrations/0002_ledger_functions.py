"""The ledger's functions and triggers, room in its pages, and the one tie to the host."""

from importlib.resources import files

from django.apps.registry import Apps
from django.conf import settings
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

FUNCTIONS = files("saleor_loyalty.ledger") / "sql" / "functions.sql"

# Accounts and lots are updated in place: a quarter of each page is kept free for the new version.
ROOM = """
ALTER TABLE saleor_loyalty_account SET (fillfactor = 75);
ALTER TABLE saleor_loyalty_lot SET (fillfactor = 75);
"""

DROP = """
DROP TRIGGER saleor_loyalty_append_only ON saleor_loyalty_entry;
DROP TRIGGER saleor_loyalty_append_only ON saleor_loyalty_lotuse;
DROP TRIGGER saleor_loyalty_no_delete ON saleor_loyalty_lot;
DO $$
DECLARE v_function regprocedure;
BEGIN
    FOR v_function IN
        SELECT p.oid FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE n.nspname = current_schema() AND p.proname LIKE 'saleor\\_loyalty\\_%'
    LOOP
        EXECUTE 'DROP FUNCTION ' || v_function || ' CASCADE';
    END LOOP;
END $$;
"""


def create_functions(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    schema_editor.execute(FUNCTIONS.read_text(), params=None)


def tie_member_to_user(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    users = apps.get_model(settings.AUTH_USER_MODEL)._meta
    schema_editor.execute(
        "ALTER TABLE saleor_loyalty_member ADD CONSTRAINT saleor_loyalty_member_user"
        f" FOREIGN KEY (user_id) REFERENCES {schema_editor.quote_name(users.db_table)}"
        " ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED"
    )


def untie_member_from_user(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    schema_editor.execute(
        "ALTER TABLE saleor_loyalty_member DROP CONSTRAINT saleor_loyalty_member_user"
    )


class Migration(migrations.Migration):
    dependencies = [
        ("saleor_loyalty", "0001_tables"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(create_functions, lambda apps, editor: editor.execute(DROP, None)),
        migrations.RunSQL(ROOM, migrations.RunSQL.noop),
        migrations.RunPython(tie_member_to_user, untie_member_from_user),
    ]
