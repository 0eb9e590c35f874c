"""Files of the pages over HTTP: types, encodings, caches, and nothing from outside the folder."""

import gzip
import json
import re

import pytest
from django.test import RequestFactory

from saleor_loyalty import __version__, conf
from saleor_loyalty.dashboard_files import Place, answer, settings_text

INDEX = '<base href="__BASE__"><script id="settings">__SETTINGS__</script>__BASE__'
SCRIPT = b"export const points = 1;" * 100
PLACE = Place(
    base="/here/",
    graphql="/graphql/",
    login={"kind": "sandbox", "url": "/login/", "hint": "</script><script>__BASE__ & more"},
    framed_by=("https://dashboard.example.com",),
)


@pytest.fixture
def folder(tmp_path, settings):
    built = tmp_path / "built"
    (built / "assets").mkdir(parents=True)
    (built / "index.html").write_text(INDEX)
    (built / "assets" / "app-1a2b.js").write_bytes(SCRIPT)
    (tmp_path / "secret.js").write_text("secret")
    settings.SALEOR_LOYALTY_DASHBOARD_FOLDER = built
    return built


def _get(path, method="get", **headers):
    return answer(getattr(RequestFactory(), method)("/x", headers=headers), path, PLACE)


@pytest.mark.parametrize("path", ["", "members", "members/7", "popups/adjust", "a/", "Ä/ß"])
def test_what_has_no_ending_is_a_page(folder, path):
    page = _get(path)
    assert (page.status_code, page["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert page["Cache-Control"] == "no-cache"
    assert page["X-Content-Type-Options"] == "nosniff"
    assert page.content.decode().startswith('<base href="/here/">')


def test_settings_cannot_leave_their_element(folder):
    text = _get("").content.decode()
    assert text.count("</script>") == 1
    said = text.partition('id="settings">')[2].partition("</script>")[0]
    settings = json.loads(said)
    assert re.fullmatch(r"[\w-]{22}", settings.pop("nonce"))
    assert settings == {
        "base": "/here/",
        "graphql": "/graphql/",
        "login": PLACE.login,
        "version": __version__,
    }
    assert not set("<>&") & set(settings_text(PLACE, "nonce"))


def test_style_elements_are_taken_from_this_page_alone(folder):
    pages = [_get(""), _get("")]
    nonces = [
        json.loads(page.content.decode().partition('id="settings">')[2].partition("</script>")[0])[
            "nonce"
        ]
        for page in pages
    ]
    assert nonces[0] != nonces[1]
    for page, nonce in zip(pages, nonces, strict=True):
        assert f"style-src 'self' 'nonce-{nonce}';" in page["Content-Security-Policy"]


def test_the_policy_names_who_may_frame_the_page(folder):
    rules = dict(rule.split(" ", 1) for rule in _get("")["Content-Security-Policy"].split("; "))
    assert re.fullmatch(r"'self' 'nonce-[\w-]{22}'", rules.pop("style-src"))
    assert rules == {
        "default-src": "'none'",
        "script-src": "'self'",
        "img-src": "'self' data: blob: https:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": "'self' https://dashboard.example.com",
    }


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("app.js", "text/javascript; charset=utf-8"),
        ("app.css", "text/css; charset=utf-8"),
        ("font.woff2", "font/woff2"),
        ("sign.svg", "image/svg+xml"),
        ("sign.png", "image/png"),
        ("de.json", "application/json"),
        ("what.is-this", "application/octet-stream"),
    ],
)
def test_types_are_exact_and_hashed_files_stay_a_year(folder, name, kind):
    (folder / "assets" / name).write_bytes(b"x")
    file = _get(f"assets/{name}")
    assert (file.status_code, file.content, file["Content-Type"]) == (200, b"x", kind)
    assert file["Cache-Control"] == "public, max-age=31536000, immutable"
    assert file["X-Content-Type-Options"] == "nosniff"


def test_a_file_without_a_hash_is_asked_for_anew(folder):
    (folder / "robots.txt").write_text("x")
    assert _get("robots.txt")["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(
    "path",
    [
        "assets/gone.js",
        "assets/",
        "index.html",
        "../secret.js",
        "assets/../../secret.js",
        "assets/..%2f..%2fsecret.js",
        "..\\secret.js",
        "/secret.js",
        "assets//app-1a2b.js",
        "assets/./app-1a2b.js",
        "assets/.hidden.js",
        "assets/app-1a2b.js\n",
        "assets/app\0.js",
    ],
)
def test_what_is_not_there_is_not_found(folder, path):
    (folder / "assets" / ".hidden.js").write_text("hidden")
    found = _get(path)
    assert (found.status_code, found["Cache-Control"]) == (404, "no-store")
    assert found.content == b"There is no such file.\n"


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br", "br"),
        ("gzip", "gzip"),
        ("br;q=0, GZIP;q=0.5", "gzip"),
        ("br;q=0, gzip; q=0.0", None),
        ("identity", None),
        ("", None),
    ],
)
def test_a_packed_file_beside_it_goes_out_in_its_place(folder, accepted, encoding):
    packed = gzip.compress(SCRIPT)
    (folder / "assets" / "app-1a2b.js.gz").write_bytes(packed)
    (folder / "assets" / "app-1a2b.js.br").write_bytes(b"brotli")
    file = _get("assets/app-1a2b.js", **{"Accept-Encoding": accepted})
    assert file.get("Content-Encoding") == encoding
    assert file["Vary"] == "Accept-Encoding"
    assert file["Content-Type"] == "text/javascript; charset=utf-8"
    assert file.content == {"br": b"brotli", "gzip": packed, None: SCRIPT}[encoding]
    assert file["Content-Length"] == str(len(file.content))


def test_head_is_the_same_without_the_file(folder):
    whole, head = _get("assets/app-1a2b.js"), _get("assets/app-1a2b.js", "head")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers == whole.headers
    assert head["Content-Length"] == str(len(SCRIPT))


def test_other_methods_are_not_for_files(folder):
    assert (_get("", "post").status_code, _get("", "post")["Allow"]) == (405, "GET, HEAD, OPTIONS")
    assert _get("", "options").status_code == 204


@pytest.mark.parametrize("path", ["", "members", "assets/app-1a2b.js"])
def test_without_a_build_everything_says_what_to_do(folder, path):
    (folder / "index.html").unlink()
    page = _get(path)
    assert (page.status_code, page["Content-Type"]) == (404, "text/plain; charset=utf-8")
    assert page.content.decode() == (
        "The Dashboard pages are not built into this checkout: run `make dashboard`.\n"
    )


def test_it_looks_inside_this_package_if_not_told():
    assert conf.dashboard_folder().parts[-2:] == ("saleor_loyalty", "dashboard")
