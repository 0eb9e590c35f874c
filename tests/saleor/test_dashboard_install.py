"""Our pages among the Dashboard's: put there, put there again, moved, taken away."""

import io
import re
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.contrib.sites.models import Site
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.db import connections
from PIL import Image
from saleor.app.installation_utils import install_app
from saleor.app.manifest_validations import clean_manifest_data
from saleor.app.models import App, AppExtension, AppInstallation
from saleor.permission.enums import get_permissions
from saleor.plugins.manager import get_plugins_manager

from saleor_loyalty.adapter import app, dashboard_install
from saleor_loyalty.adapter.dashboard_logo import LOGO
from saleor_loyalty.adapter.dashboard_manifest import manifest
from saleor_loyalty.adapter.dashboard_places import entries, version_of_saleor

PAGES = "https://example.com/plugins/saleor.loyalty/dashboard/"
COLUMNS = {column.name for column in AppExtension._meta.get_fields()}

EVERYWHERE = {
    ("Loyalty", "navigation_discounts", "app_page", "/", "manage_discounts"),
    ("Rewards", "navigation_discounts", "app_page", "/rewards", "manage_discounts"),
    ("Campaigns", "navigation_discounts", "app_page", "/rules/campaigns", "manage_discounts"),
    ("Redemptions", "navigation_orders", "app_page", "/rewards/redemptions", "manage_orders"),
    ("Members", "navigation_customers", "app_page", "/members", "manage_users"),
    (
        "Adjust points",
        "customer_details_more_actions",
        "popup",
        f"{PAGES}popups/adjust",
        "manage_users",
    ),
    (
        "Points of this order",
        "order_details_more_actions",
        "popup",
        f"{PAGES}popups/order",
        "manage_orders",
    ),
}
FROM_322 = {
    ("Loyalty", "customer_details_widgets", "widget", f"{PAGES}widgets/customer", "manage_users"),
    ("Loyalty", "order_details_widgets", "widget", f"{PAGES}widgets/order", "manage_orders"),
}
FROM_323 = {
    ("Loyalty", "homepage_widgets", "widget", f"{PAGES}widgets/home", "manage_users"),
    ("Find loyalty member", "search_action", "popup", f"{PAGES}popups/find", "manage_users"),
}


@pytest.fixture(autouse=True)
def _at_its_address(settings, media_root):
    settings.PUBLIC_URL = "https://example.com"
    yield
    # Saleor keeps the site for as long as a process lives.
    Site.objects.clear_cache()


def _expected(version):
    later = [(FROM_322, (3, 22)), (FROM_323, (3, 23))]
    return EVERYWHERE.union(*(places for places, since in later if since <= version))


def _rows():
    return {
        (row.label, row.mount, row.target, row.url, row.permissions.get().codename)
        for row in AppExtension.objects.filter(app__identifier="saleor.loyalty")
    }


def _keys():
    return {(row.mount, row.url.split("/dashboard")[-1]): row.pk for row in _extensions()}


def _extensions():
    return AppExtension.objects.filter(app__identifier="saleor.loyalty")


def _command(*arguments):
    out = io.StringIO()
    call_command("loyalty_install_dashboard", *arguments, stdout=out, stderr=io.StringIO())
    return out.getvalue().splitlines()


def test_the_command_puts_the_pages_where_this_saleor_has_places(db):
    said = _command()
    assert _rows() == _expected(version_of_saleor())
    assert said[0] == f"The pages are at {PAGES}"
    assert said[1].startswith("added: Loyalty, Rewards, Campaigns, Redemptions, Members, ")
    row = App.objects.get(identifier="saleor.loyalty")
    assert (row.type, row.is_active, row.is_installed) == ("thirdparty", True, True)
    assert (row.app_url, row.manifest_url) == (PAGES, f"{PAGES}manifest.json")
    codes = set(row.permissions.values_list("codename", flat=True))
    assert codes == {"manage_users", "manage_discounts", "manage_orders"}
    assert not row.tokens.exists()


def test_every_mount_and_target_is_one_that_this_saleor_knows(db):
    _command()
    for name in ("mount", "target"):
        choices = {value for value, _ in AppExtension._meta.get_field(name).choices or ()}
        assert not choices or choices >= {getattr(row, name) for row in _extensions()}


def test_widgets_are_asked_for_by_get_and_nothing_else_says_how(db):
    _command()
    said = {
        row.url.removeprefix(PAGES): (
            getattr(row, "settings", {}),
            getattr(row, "http_target_method", None),
        )
        for row in _extensions()
    }
    by_get = {"method": "GET"}
    widgets = {
        "widgets/customer": {"widgetTarget": by_get},
        "widgets/order": {"widgetTarget": by_get},
        "widgets/home": {"homeWidgetTarget": by_get},
    }
    assert {path: settings for path, (settings, _) in said.items() if settings} == {
        path: settings for path, settings in widgets.items() if path in said
    }
    if "http_target_method" in COLUMNS:
        # As Saleor's own installation writes it.
        assert {path for path, (_, method) in said.items() if method == "GET"} == {
            "widgets/customer",
            "widgets/order",
        }


def test_again_it_changes_nothing(db):
    _command()
    before = _keys()
    assert [line.partition(":")[0] for line in _command()[1:]] == ["unchanged"]
    assert _keys() == before
    assert App.objects.filter(identifier="saleor.loyalty").count() == 1


def test_another_address_moves_the_pages_and_keeps_their_keys(db, settings):
    _command()
    before = _keys()
    said = _command("--url", "https://shop.example.com/")
    assert said[0] == "The pages are at https://shop.example.com/plugins/saleor.loyalty/dashboard/"
    assert _keys() == before
    assert all(
        row.url.startswith(("/", "https://shop.example.com/plugins/")) for row in _extensions()
    )
    # Pages are named from where the app is: nothing of theirs is another.
    assert said[-1] == "unchanged: Loyalty, Rewards, Campaigns, Redemptions, Members"
    # Where Saleor itself does not say, the address that was given stays.
    settings.PUBLIC_URL = None
    assert _command()[0] == said[0]


def test_a_shop_may_have_a_path_of_its_own(db):
    _command("--url", "https://example.com/shop")
    row = App.objects.get(identifier="saleor.loyalty")
    assert row.app_url == "https://example.com/shop/plugins/saleor.loyalty/dashboard/"


@pytest.mark.parametrize(
    "url",
    [
        "shop.example.com",
        "ftp://example.com",
        "https://",
        "https://shop.example/?c=1",
        "https://shop.example/#b",
    ],
)
def test_what_is_no_address_is_refused_and_nothing_written(db, url):
    with pytest.raises(CommandError, match=re.escape("https://shop.example.com")):
        _command("--url", url)
    assert not App.objects.exists()


def test_a_longer_address_than_saleor_keeps_is_refused(db):
    with pytest.raises(CommandError, match="longer"):
        _command("--url", f"https://example.com/{'x' * 180}")
    assert not App.objects.exists()


def _site_is(site, domain):
    site.domain = domain
    site.save()
    Site.objects.clear_cache()


def test_without_an_address_points_can_pay_and_the_command_says_what_it_needs(
    db, settings, site_settings
):
    settings.PUBLIC_URL = None
    _site_is(site_settings.site, "example.com")
    call_command("loyalty_install", stdout=io.StringIO())
    assert App.objects.get(identifier="saleor.loyalty").is_active
    assert not _extensions().exists()
    with pytest.raises(CommandError, match="--url"):
        _command()
    _site_is(site_settings.site, "api.example.org")
    scheme = "https" if settings.ENABLE_SSL else "http"
    address = f"{scheme}://api.example.org/plugins/saleor.loyalty/dashboard/"
    assert _command()[0] == f"The pages are at {address}"


def _as_saleor(version):
    """Only what a Saleor of that version knows, so that the next install is an upgrade to this."""
    row = App.objects.get(identifier="saleor.loyalty")
    changes = dashboard_install.write_entries(row, PAGES, entries(version))
    if "identifier" in COLUMNS and version < (3, 23):
        _extensions().update(identifier=None)
    return changes


@pytest.mark.parametrize("old", [(3, 21), (3, 22)])
def test_an_upgrade_of_saleor_adds_places_and_keeps_the_others(db, old):
    old = min(old, version_of_saleor())
    app.install()
    newer = _expected(version_of_saleor()) - _expected(old)
    assert len(_as_saleor(old).removed) == len(newer)
    before = _keys()
    assert len(before) == len(_expected(old))
    _command()
    assert _rows() == _expected(version_of_saleor())
    assert before.items() <= _keys().items()


def test_what_a_newer_version_has_dropped_goes_and_what_a_merchant_added_stays(db):
    app.install()
    row = App.objects.get(identifier="saleor.loyalty")
    for label, url in {
        "Old page": "/old",
        "Old popup": f"{PAGES}popups/old",
        "Theirs": "https://merchant.example.com/report",
    }.items():
        AppExtension.objects.create(
            app=row, label=label, url=url, mount="navigation_orders", target="app_page"
        )
    assert "removed: Old page, Old popup" in _command()
    theirs = ("Theirs", "navigation_orders", "https://merchant.example.com/report")
    rows = {(row.label, row.mount, row.url) for row in _extensions()}
    assert theirs in rows
    assert len(rows) == len(_expected(version_of_saleor())) + 1


def test_a_label_that_somebody_changed_is_set_right(db):
    app.install()
    _extensions().filter(label="Members").update(label="Points!")
    row = _extensions().get(mount="order_details_more_actions")
    row.permissions.clear()
    assert "changed: Members, Points of this order" in _command()
    assert _rows() == _expected(version_of_saleor())


def test_turning_the_plugin_on_puts_the_pages_there_and_off_closes_them(db):
    manager = get_plugins_manager(allow_replica=False)
    manager.save_plugin_configuration("saleor.loyalty", None, {"active": True})
    assert _rows() == _expected(version_of_saleor())
    before = _keys()
    manager = get_plugins_manager(allow_replica=False)
    manager.save_plugin_configuration("saleor.loyalty", None, {"active": False})
    assert not App.objects.get(identifier="saleor.loyalty").is_active
    assert _keys() == before
    # The command does not turn on what staff have turned off.
    _command()
    assert not App.objects.get(identifier="saleor.loyalty").is_active


def test_turning_on_without_an_address_that_is_one_does_not_fail(db, settings):
    settings.PUBLIC_URL = f"https://example.com/{'x' * 180}"
    manager = get_plugins_manager(allow_replica=False)
    manager.save_plugin_configuration("saleor.loyalty", None, {"active": True})
    assert App.objects.get(identifier="saleor.loyalty").is_active
    assert not _extensions().exists()


def test_an_app_that_staff_have_removed_is_not_touched(db):
    app.install()
    App.objects.update(removed_at="2026-01-01T00:00:00Z", is_active=False)
    _command()
    old, new = App.objects.filter(identifier="saleor.loyalty").order_by("pk")
    assert (old.is_active, new.is_active) == (False, True)
    assert new.extensions.count() == len(_expected(version_of_saleor()))


def test_the_app_has_our_sign_unless_it_has_another(db):
    _command()
    row = App.objects.get(identifier="saleor.loyalty")
    assert row.brand_logo_default.read() == LOGO.read_bytes()
    with Image.open(LOGO) as sign:
        assert (sign.format, sign.size) == ("PNG", (256, 256))
    row.brand_logo_default.save("theirs.png", ContentFile(b"theirs"))
    _command()
    row.refresh_from_db()
    assert row.brand_logo_default.read() == b"theirs"


def test_a_storage_that_fails_costs_only_the_sign(db, settings, tmp_path):
    (tmp_path / "file").touch()
    settings.MEDIA_ROOT = tmp_path / "file"
    assert _command()[0] == f"The pages are at {PAGES}"
    assert _rows() == _expected(version_of_saleor())
    assert not App.objects.get(identifier="saleor.loyalty").brand_logo_default


def test_saleor_finds_the_sign_where_the_manifest_says(db, client):
    url = manifest(PAGES)["brand"]["logo"]["default"]
    answer = client.get(url.removeprefix("https://example.com"))
    assert (answer["Content-Type"], answer.content) == ("image/png", LOGO.read_bytes())


def test_uninstalling_takes_the_pages_away(db, capsys):
    _command()
    call_command("loyalty_uninstall")
    assert not App.objects.exists()
    assert not AppExtension.objects.exists()


def test_saleor_accepts_our_manifest(db):
    clean_manifest_data(manifest(PAGES), raise_for_saleor_version=True)
    older = version_of_saleor() < (3, 23)
    assert manifest(PAGES).get("tokenTargetUrl") == (f"{PAGES}token" if older else None)


def test_installing_by_the_address_gives_the_same_rows(db, client, monkeypatch, settings):
    """Saleor's own installation, with our answers in place of its HTTP."""
    path = "/plugins/saleor.loyalty/dashboard/manifest.json"
    handed_over = []

    def take_token(target_url, token):
        answer = client.post(target_url.removeprefix("https://example.com"), {"auth_token": token})
        handed_over.append(answer.status_code)

    at = "saleor.app.installation_utils"
    monkeypatch.setattr(f"{at}.fetch_manifest", lambda *_, **__: client.get(path).json())
    monkeypatch.setattr(f"{at}.send_app_token", take_token)
    monkeypatch.setattr(f"{at}.fetch_brand_data_async", lambda *_, **__: None)
    installation = AppInstallation.objects.create(
        app_name="Loyalty", manifest_url="https://example.com" + path
    )
    wanted = ["account.manage_users", "discount.manage_discounts", "order.manage_orders"]
    installation.permissions.set(get_permissions(wanted))
    installed, _ = install_app(installation, activate=True)
    assert _rows() == _expected(version_of_saleor())
    assert handed_over == ([200] if version_of_saleor() < (3, 23) else [])
    before = _keys()
    assert [line.partition(":")[0] for line in _command()[1:]] == ["unchanged"]
    assert _keys() == before
    installed.refresh_from_db()
    assert (installed.name, installed.is_installed) == ("Loyalty", True)


def test_a_manifest_knows_its_address_without_saleors_help(db, client, settings):
    settings.PUBLIC_URL = None
    settings.ALLOWED_HOSTS = ["*"]
    answer = client.get(
        "/plugins/saleor.loyalty/dashboard/manifest.json", headers={"host": "shop.example.org"}
    )
    assert answer["Content-Type"] == "application/json"
    app_url = "http://shop.example.org/plugins/saleor.loyalty/dashboard/"
    assert answer.json()["appUrl"] == app_url


def test_two_who_install_at_once_make_one_app(transactional_db):
    start = Barrier(2)

    def install():
        try:
            start.wait(timeout=30)
            return app.install()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        made = [one.result(timeout=60) for one in [pool.submit(install), pool.submit(install)]]
    assert sorted(made) == [False, True]
    assert App.objects.filter(identifier="saleor.loyalty").count() == 1
    assert len(_extensions()) == len(_expected(version_of_saleor()))


def test_looking_again_takes_few_statements(db, django_assert_max_num_queries):
    app.install()
    with django_assert_max_num_queries(16):
        made = app.install()
    assert not made
