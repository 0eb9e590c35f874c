"""The pages for the Dashboard over HTTP, under the plugin's path."""

from typing import TypeGuard

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import get_script_prefix, reverse

from .. import dashboard_files
from .dashboard_address import address, framed_by
from .dashboard_logo import LOGO, LOGO_PATH
from .dashboard_manifest import TOKEN_PATH, manifest

_ROOT = "/dashboard"


def are_at(path: str | None) -> TypeGuard[str]:
    """`path` is what follows the plugin's id."""
    return path is not None and (path == _ROOT or path.startswith(f"{_ROOT}/"))


def answer(request: HttpRequest, path: str) -> HttpResponse:
    """The slash after the first word may be left out: Saleor's Dashboard does."""
    # A proxy may have taken a prefix off the path; Django knows what it is called outside.
    plugin = get_script_prefix().rstrip("/") + request.path_info.removesuffix(path)
    name = path.removeprefix(_ROOT).removeprefix("/")
    if name == "manifest.json" and request.method in ("GET", "HEAD"):
        return _manifest(request, f"{plugin}{_ROOT}/")
    if name == LOGO_PATH and request.method in ("GET", "HEAD"):
        return HttpResponse(LOGO.read_bytes(), content_type="image/png")
    if name == TOKEN_PATH and request.method == "POST":
        # Not even read: what staff may do is in the token of whoever opens a page.
        return JsonResponse({"success": True})
    place = dashboard_files.Place(
        base=f"{plugin}{_ROOT}/",
        graphql=f"{plugin}/graphql/",
        login={"kind": "saleor", "url": reverse("api")},
        framed_by=framed_by(),
    )
    return dashboard_files.answer(request, name, place)


def _manifest(request: HttpRequest, base: str) -> HttpResponse:
    """By the address that Saleor gives itself, or else by the one it was asked at."""
    shown = request.build_absolute_uri(base)
    response = JsonResponse(manifest(address(None, shown) or shown))
    response["Cache-Control"] = "no-cache"
    response["X-Content-Type-Options"] = "nosniff"
    return response
