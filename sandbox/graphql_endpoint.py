"""The plugin's GraphQL over HTTP, and GraphiQL to try it with."""

from __future__ import annotations

from pathlib import Path

from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    JsonResponse,
)
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods

from saleor_loyalty.api.execute import execute
from sandbox.viewer import demo_logins, viewer_of

_PACKAGES = Path(__file__).resolve().parent / "ide" / "node_modules"

# What the browser asks for, and where npm has put it.
IDE_FILES = {
    "react.js": _PACKAGES / "react" / "umd" / "react.production.min.js",
    "react-dom.js": _PACKAGES / "react-dom" / "umd" / "react-dom.production.min.js",
    "graphiql.js": _PACKAGES / "graphiql" / "graphiql.min.js",
    "graphiql.css": _PACKAGES / "graphiql" / "graphiql.min.css",
}

_FIRST_QUERY = """\
# Choose at the top right who is asking.
{
  loyaltyMe {
    email
    tier { name }
    points { available pending held }
  }
}
"""


@csrf_exempt
@require_http_methods(["GET", "POST"])
def graphql(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        spoken = request.headers.get("Accept-Language", "")
        status, answer = execute(request.body, viewer_of(request), accept_language=spoken)
        return JsonResponse(answer, status=status)
    context = {
        "installed": all(file.exists() for file in IDE_FILES.values()),
        "logins": demo_logins(),
        "settings": {
            "query": _FIRST_QUERY,
            "headers": {login.email: f"Bearer {login.token}" for login in demo_logins()},
        },
    }
    return render(request, "sandbox/ide.html", context)


@require_GET
def ide_file(_request: HttpRequest, name: str) -> HttpResponseBase:
    file = IDE_FILES.get(name)
    if file is None or not file.exists():
        raise Http404
    response = FileResponse(file.open("rb"), filename=name)
    response["Cache-Control"] = "max-age=86400"
    return response
