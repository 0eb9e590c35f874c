"""Put in, turned on, taken out again."""

from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import entry_points

from django.apps import apps
from django.conf import settings as django_settings
from django.core.management import call_command
from django.db import connection
from saleor.app.models import App
from saleor.plugins.manager import get_plugins_manager
from saleor.plugins.models import PluginConfiguration

from saleor_loyalty.tasks import work_inbox

PLUGINS = """{ plugins(first: 20) { edges { node {
  id name globalConfiguration { active configuration { name } } } } } }"""


def test_saleor_finds_the_entry_point():
    (found,) = entry_points(group="saleor.plugins", name="saleor_loyalty")
    assert found.value == "saleor_loyalty.adapter.plugin:LoyaltyPlugin"
    assert apps.is_installed("saleor_loyalty")


def test_the_dashboard_lists_the_plugin_active_without_a_row(shop):
    edges = shop._post(PLUGINS, user=shop.staff)["plugins"]["edges"]
    (ours,) = [edge["node"] for edge in edges if edge["node"]["id"] == "saleor.loyalty"]
    assert ours["globalConfiguration"]["active"]
    assert not PluginConfiguration.objects.exists()


def _shape(prefix, condition):
    """Columns, constraints, indexes and triggers of tables, as text."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT table_name || '.' || column_name || ' ' || data_type || is_nullable
              FROM information_schema.columns
             WHERE table_schema = 'public' AND table_name {condition} %(prefix)s
            UNION ALL
            SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
             WHERE conrelid::regclass::text {condition} %(prefix)s
            UNION ALL
            SELECT indexdef FROM pg_indexes
             WHERE schemaname = 'public' AND tablename {condition} %(prefix)s
            UNION ALL
            SELECT pg_get_triggerdef(oid) FROM pg_trigger
             WHERE NOT tgisinternal AND tgrelid::regclass::text {condition} %(prefix)s
            ORDER BY 1
            """,
            {"prefix": prefix},
        )
        return [row[0] for row in cursor.fetchall()]


def test_migrating_touches_no_table_of_saleors(transactional_db):
    ours = "saleor\\_loyalty\\_%"
    with_us = _shape(ours, "NOT LIKE")
    assert _shape(ours, "LIKE")
    call_command("migrate", "saleor_loyalty", "zero", verbosity=0)
    assert _shape(ours, "LIKE") == []
    assert _shape(ours, "NOT LIKE") == with_us


def test_no_migration_is_missing(db):
    call_command("makemigrations", "saleor_loyalty", check=True, dry_run=True, verbosity=0)
    assert apps.get_app_config("saleor_loyalty")


def test_after_the_package_is_gone_a_customer_can_be_deleted(shop, customer_user, settings):
    """The tables may stay behind: their rows must not hold anybody."""
    shop.give_points(customer_user, 100)
    pk = customer_user.pk
    settings.PLUGINS = [name for name in settings.PLUGINS if "loyalty" not in name]
    with connection.cursor() as cursor:
        # As Saleor does it without our models loaded: nobody tells our table beforehand.
        cursor.execute("DELETE FROM account_user_addresses WHERE user_id = %s", [pk])
        cursor.execute("DELETE FROM account_customerevent WHERE user_id = %s", [pk])
        cursor.execute("DELETE FROM account_user WHERE id = %s", [pk])
        cursor.execute("SELECT user_id FROM saleor_loyalty_member")
        assert cursor.fetchall() == [(None,)]


def test_the_gateway_is_made_and_taken_away_by_command(db, capsys):
    call_command("loyalty_install")
    call_command("loyalty_install")
    row = App.objects.get(identifier="saleor.loyalty")
    assert (row.is_active, row.type, row.tokens.count()) == (True, "thirdparty", 0)
    call_command("loyalty_uninstall")
    call_command("loyalty_uninstall")
    assert not App.objects.exists()
    assert "nothing to take back" in capsys.readouterr().out


def test_saving_the_plugin_makes_the_gateway_and_turning_it_off_closes_it(shop):
    App.objects.all().delete()
    mutation = """mutation($active: Boolean) {
      pluginUpdate(id: "saleor.loyalty", input: {active: $active}) {
        errors { field message code } } }"""
    shop.call(mutation, shop.staff, active=True)
    assert App.objects.get(identifier="saleor.loyalty").is_active
    shop.call(mutation, shop.staff, active=False)
    assert not App.objects.get(identifier="saleor.loyalty").is_active


def test_tasks_are_known_to_saleors_worker():
    from saleor.celeryconf import app

    app.loader.import_default_modules()
    assert "saleor_loyalty.work_inbox" in app.tasks
    assert django_settings.CELERY_TASK_ALWAYS_EAGER


def test_tasks_asked_for_in_any_thread_go_to_saleors_broker(db):
    assert get_plugins_manager(allow_replica=False).get_plugins(active_only=True)
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(lambda: work_inbox.app.main).result(timeout=30) == "saleor"
