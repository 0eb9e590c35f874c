"""The pages under the plugin's path, as a shop in production serves them."""

import json

import pytest
from django.urls import clear_script_prefix, set_script_prefix
from saleor.plugins.models import PluginConfiguration

ROOT = "/plugins/saleor.loyalty/dashboard"
INDEX = """<!doctype html><base href="__BASE__">
<script type="application/json" id="settings">__SETTINGS__</script>"""


@pytest.fixture
def built(db, tmp_path, settings):
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_text(INDEX)
    (tmp_path / "assets" / "app-1a2b.js").write_text("1")
    settings.SALEOR_LOYALTY_DASHBOARD_FOLDER = tmp_path
    settings.DEBUG = False
    return tmp_path


def _said(page):
    text = page.content.decode()
    return json.loads(text.partition('id="settings">')[2].partition("</script>")[0])


@pytest.mark.parametrize("path", ["", "/", "/members/7", "/popups/adjust?customerId=VXNlcjox"])
def test_every_page_is_there_and_knows_where_it_is(built, client, path):
    page = client.get(f"{ROOT}{path}")
    assert (page.status_code, page["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert page["Cache-Control"] == "no-cache"
    assert f'<base href="{ROOT}/">'.encode() in page.content
    said = _said(page)
    assert said["base"] == f"{ROOT}/"
    assert said["graphql"] == "/plugins/saleor.loyalty/graphql/"
    assert said["login"] == {"kind": "saleor", "url": "/graphql/"}


def test_the_other_address_of_a_plugin_stays_itself(built, client):
    said = _said(client.get("/plugins/global/saleor.loyalty/dashboard/members"))
    assert said["base"] == "/plugins/global/saleor.loyalty/dashboard/"
    assert said["graphql"] == "/plugins/global/saleor.loyalty/graphql/"


@pytest.fixture
def below_a_path():
    """As Django's handlers say it to a request in a shop whose address has a path."""
    set_script_prefix("/shop/")
    yield
    clear_script_prefix()


def test_a_shop_below_a_path_says_so(built, client, below_a_path):
    said = _said(client.get(f"{ROOT}/"))
    assert said["base"] == f"/shop{ROOT}/"
    assert said["graphql"] == "/shop/plugins/saleor.loyalty/graphql/"
    assert said["login"]["url"] == "/shop/graphql/"


def test_files_are_there_without_djangos_debugging(built, client):
    file = client.get(f"{ROOT}/assets/app-1a2b.js")
    assert (file.status_code, file.content) == (200, b"1")
    assert file["Content-Type"] == "text/javascript; charset=utf-8"
    assert file["Cache-Control"] == "public, max-age=31536000, immutable"
    assert file["X-Content-Type-Options"] == "nosniff"
    head = client.head(f"{ROOT}/assets/app-1a2b.js")
    assert (head.status_code, head.content, head["Content-Length"]) == (200, b"", "1")


@pytest.mark.parametrize(
    "path",
    [
        "/assets/gone.js",
        "/../../graphql/x.js",
        "/assets/%2e%2e/%2e%2e/conf.py",
        "/assets/..%2f..%2fconf.py",
        "/%2fetc/passwd.txt",
        "/index.html",
    ],
)
def test_nothing_else_is(built, client, path):
    assert client.get(f"{ROOT}{path}").status_code == 404


def test_it_is_no_place_for_posts(built, client):
    assert client.post(f"{ROOT}/").status_code == 405
    assert client.post(f"{ROOT}/token", {"auth_token": "x" * 30}).json() == {"success": True}


def test_an_inactive_plugin_has_no_pages(built, client):
    PluginConfiguration.objects.create(identifier="saleor.loyalty", name="Loyalty", active=False)
    for path in ("", "/", "/assets/app-1a2b.js", "/manifest.json"):
        assert client.get(f"{ROOT}{path}").status_code == 404


def test_a_checkout_without_the_pages_says_how_to_get_them(built, client):
    (built / "index.html").unlink()
    page = client.get(f"{ROOT}/members")
    assert (page.status_code, b"make dashboard" in page.content) == (404, True)


def _framed_by(client):
    policy = client.get(f"{ROOT}/")["Content-Security-Policy"]
    return policy.partition("frame-ancestors ")[2].split(" ")


def test_whoever_saleor_trusts_may_frame_a_page(built, client, settings, monkeypatch):
    monkeypatch.setenv("DASHBOARD_URL", "https://dashboard.example.com/dashboard/")
    settings.ALLOWED_CLIENT_HOSTS = ["shop.example.com", ".example.org", "*", "localhost:9000"]
    assert _framed_by(client) == [
        "'self'",
        "https://dashboard.example.com",
        "shop.example.com:*",
        "example.org:*",
        "*.example.org:*",
        "localhost:9000",
    ]


@pytest.mark.parametrize("given", ["https://staff.example.com", ["https://staff.example.com"]])
def test_or_whom_the_operator_names(built, client, settings, given):
    settings.SALEOR_LOYALTY_DASHBOARD_ORIGINS = given
    assert _framed_by(client) == ["'self'", "https://staff.example.com"]


def test_nobody_else_where_the_operator_says_so(built, client, settings):
    settings.SALEOR_LOYALTY_DASHBOARD_ORIGINS = []
    assert _framed_by(client) == ["'self'"]
