"""The pages for the Dashboard without a Dashboard: their files, and how one logs in."""

import json

import pytest

from saleor_loyalty import __version__
from sandbox.viewer import ADMIN, SHOPPER, STAFF, token_of

INDEX = """<!doctype html><base href="__BASE__"><script src="__BASE__assets/app-1a2b.js"></script>
<script type="application/json" id="settings">__SETTINGS__</script>"""
WHO = "{ loyaltyMembers(first: 1) { edges { node { id } } } }"


@pytest.fixture
def built(tmp_path, settings):
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_text(INDEX)
    (tmp_path / "assets" / "app-1a2b.js").write_text("1")
    settings.SALEOR_LOYALTY_DASHBOARD_FOLDER = str(tmp_path)
    return tmp_path


def _log_in(client, **body):
    return client.post("/login/", json.dumps(body), "application/json")


def _ask(client, token):
    headers = {"Authorization": f"Bearer {token}"}
    return client.post("/graphql/", {"query": WHO}, "application/json", headers=headers)


@pytest.mark.parametrize("path", ["/dashboard", "/dashboard/", "/dashboard/members/42?id=7"])
def test_every_page_is_the_same_file_and_knows_where_it_is(client, built, path):
    page = client.get(path)
    assert page.status_code == 200
    text = page.content.decode()
    assert '<base href="/dashboard/"><script src="/dashboard/assets/app-1a2b.js">' in text
    said = json.loads(text.partition('id="settings">')[2].partition("</script>")[0])
    assert said["base"] == "/dashboard/"
    assert said["graphql"] == "/graphql/"
    assert (said["login"]["kind"], said["login"]["url"]) == ("sandbox", "/login/")
    assert "“demo”" in said["login"]["hint"]
    assert said["version"] == __version__


def test_a_host_page_on_this_machine_may_frame_it(client, built):
    page = client.get("/dashboard/")
    policy = page["Content-Security-Policy"]
    assert "frame-ancestors 'self' http://127.0.0.1:* http://localhost:*" in policy
    assert "X-Frame-Options" not in page
    assert client.get("/shop/products/")["X-Frame-Options"] == "DENY"


def test_its_files_are_there(client, built):
    assert client.get("/dashboard/assets/app-1a2b.js").content == b"1"
    assert client.get("/dashboard/assets/app-0000.js").status_code == 404


def test_without_a_build_it_says_what_to_do(client, built):
    (built / "index.html").unlink()
    page = client.get("/dashboard/")
    assert (page.status_code, b"make dashboard" in page.content) == (404, True)


@pytest.mark.parametrize("email", [STAFF, ADMIN])
def test_staff_log_in(client, bearer, email):
    answer = _log_in(client, email=email, password="demo")
    assert answer.status_code == 200
    assert answer.json()["expiresIn"] == 30 * 24 * 3600
    assert "errors" not in _ask(client, answer.json()["token"]).json()


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"email": ADMIN, "password": "Demo"}, 401),
        ({"email": SHOPPER, "password": "demo"}, 401),
        ({"email": ["a"], "password": "demo"}, 401),
        ({"email": ADMIN}, 400),
        ({"email": ADMIN, "password": "demo", "expiresIn": "soon"}, 400),
    ],
)
def test_nobody_else_does(client, bearer, body, status):
    answer = _log_in(client, **body)
    assert answer.status_code == status
    assert list(answer.json()) == ["error"]


def test_a_login_is_a_post_with_an_object(client, db):
    assert client.get("/login/").status_code == 405
    assert client.post("/login/", "[]", "application/json").status_code == 400
    assert client.post("/login/", "no", "application/json").status_code == 400


def test_a_token_that_is_over_is_told_as_saleor_would(client, bearer):
    answer = _log_in(client, email=ADMIN, password="demo", expiresIn=0)
    assert answer.json()["expiresIn"] == 0
    refused = _ask(client, answer.json()["token"])
    assert refused.status_code == 401
    (error,) = refused.json()["errors"]
    assert error["extensions"]["code"] == "UNAUTHENTICATED"
    assert error["extensions"]["exception"]["code"] == "ExpiredSignatureError"


def test_a_token_of_others_is_nobodys(client, bearer):
    token = token_of(ADMIN)
    assert "errors" in _ask(client, f"x{token}").json()
    assert "errors" not in _ask(client, token).json()
