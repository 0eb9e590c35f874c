"""The pages for the Dashboard, as `make dashboard` leaves them in a folder of this package.

Every host serves them from here and says in `Place` what it is called there. Whatever has no ending
is a page: the browser's program knows which one.
"""

import html
import json
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from django.http import HttpRequest, HttpResponse

from . import __version__, conf

# Exactly: browsers are told not to guess.
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/vnd.microsoft.icon",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".map": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
}
# As they lie beside a file, the better one first.
_PACKED = {"br": ".br", "gzip": ".gz"}
_HASHED = "assets/"
_YEAR = "public, max-age=31536000, immutable"
_NAME = re.compile(r"(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*", re.ASCII)
_MARKS = re.compile(r"__(?:BASE|SETTINGS)__")
_NOT_BUILT = "The Dashboard pages are not built into this checkout: run `make dashboard`.\n"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the pages are, and where they ask. Paths on the same host, `base` ends in a slash.

    `login` says how somebody logs in who does not come from the Dashboard: its `kind` is "saleor"
    or "sandbox", its `url` is where; a `hint` is shown. `framed_by` are the origins of whoever may
    show the pages inside its own, as a Content-Security-Policy names them.
    """

    base: str
    graphql: str
    login: Mapping[str, str]
    framed_by: tuple[str, ...] = ()


def answer(request: HttpRequest, path: str, place: Place) -> HttpResponse:
    """`path` is what follows the base. 404 for a file that is not there, 405 for other methods."""
    if request.method not in ("GET", "HEAD"):
        status = 204 if request.method == "OPTIONS" else 405
        return HttpResponse(status=status, headers={"Allow": "GET, HEAD, OPTIONS"})
    folder = conf.dashboard_folder()
    nonce = ""
    if not (folder / "index.html").is_file():
        response = _text(_NOT_BUILT, status=404)
    elif _is_file_name(path):
        response = _file(folder, path, request.headers.get("Accept-Encoding", ""))
    else:
        # For the style elements that the page's own program makes, and for no others.
        nonce = secrets.token_urlsafe(16)
        response = _page(folder, place, nonce)
    response["X-Content-Type-Options"] = "nosniff"
    # In place of X-Frame-Options, which can name no other host.
    response["Content-Security-Policy"] = _policy(place.framed_by, nonce)
    response.xframe_options_exempt = True
    response["Content-Length"] = str(len(response.content))
    if request.method == "HEAD":
        response.content = b""
    return response


def settings_text(place: Place, nonce: str) -> str:
    """JSON that can stand inside a script element."""
    said = {"base": place.base, "graphql": place.graphql, "login": dict(place.login)}
    text = json.dumps({**said, "version": __version__, "nonce": nonce})
    return text.replace("<", r"\u003c").replace(">", r"\u003e").replace("&", r"\u0026")


def _is_file_name(path: str) -> bool:
    return path.startswith(_HASHED) or "." in path.rpartition("/")[2]


def _page(folder: Path, place: Place, nonce: str) -> HttpResponse:
    said = {
        "__BASE__": html.escape(place.base, quote=True),
        "__SETTINGS__": settings_text(place, nonce),
    }
    text = _MARKS.sub(lambda found: said[found[0]], (folder / "index.html").read_text("utf-8"))
    response = HttpResponse(text, content_type=_TYPES[".html"])
    response["Cache-Control"] = "no-cache"
    return response


def _file(folder: Path, path: str, accepted: str) -> HttpResponse:
    file = folder / path
    # The page itself is served under its own address alone, where its marks are replaced.
    if not _NAME.fullmatch(path) or path == "index.html" or not file.is_file():
        return _text("There is no such file.\n", status=404)
    response = HttpResponse(content_type=_TYPES.get(file.suffix, "application/octet-stream"))
    response["Cache-Control"] = _YEAR if path.startswith(_HASHED) else "no-cache"
    beside = {name: file.with_name(file.name + ending) for name, ending in _PACKED.items()}
    packed = {name: other for name, other in beside.items() if other.is_file()}
    if packed:
        response["Vary"] = "Accept-Encoding"
    taken = next((name for name in packed if name in _wanted(accepted)), None)
    if taken:
        response["Content-Encoding"] = taken
    response.content = (packed[taken] if taken else file).read_bytes()
    return response


def _wanted(accepted: str) -> set[str]:
    """The encodings a browser takes; one with q=0 it does not."""
    parts = (part.strip().lower().partition(";") for part in accepted.split(","))
    return {name.strip() for name, _, value in parts if not re.fullmatch(r"\s*q=0(\.0*)?", value)}


def _text(text: str, status: int) -> HttpResponse:
    response = HttpResponse(text, status=status, content_type=_TYPES[".txt"])
    response["Cache-Control"] = "no-store"
    return response


def _policy(framed_by: tuple[str, ...], nonce: str) -> str:
    rules = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": f"'self' 'nonce-{nonce}'" if nonce else "'self'",
        "img-src": "'self' data: blob: https:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": " ".join(["'self'", *framed_by]),
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())
