"""The pages for the Dashboard without a Dashboard: at `/dashboard/`, with a login of their own."""

from __future__ import annotations

import json
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from saleor_loyalty import dashboard_files
from sandbox.viewer import ADMIN, LIFE, STAFF, token_of

PASSWORD = "demo"
HINT = f"{ADMIN} may do everything, {STAFF} may look after members. The password is “{PASSWORD}”."
# Whatever runs on this machine may show them, as a Dashboard would.
_HERE = ("http://127.0.0.1:*", "http://localhost:*")


@csrf_exempt
def page(request: HttpRequest, path: str = "") -> HttpResponse:
    place = dashboard_files.Place(
        base=reverse("dashboard"),
        graphql=reverse("graphql"),
        login={"kind": "sandbox", "url": reverse("login"), "hint": HINT},
        framed_by=_HERE,
    )
    return dashboard_files.answer(request, path, place)


@csrf_exempt
@require_POST
def log_in(request: HttpRequest) -> JsonResponse:
    """{"email", "password"} to {"token", "expiresIn"}, in seconds. A client that wants to see a
    token end asks for fewer: {"expiresIn": 5}."""
    try:
        body = json.loads(request.body)
        email, password = body["email"], body["password"]
        seconds = min(int(body.get("expiresIn", LIFE)), LIFE)
    except (ValueError, TypeError, KeyError, AttributeError):
        return _refused("Send an e-mail and a password.", HTTPStatus.BAD_REQUEST)
    if email not in (STAFF, ADMIN) or password != PASSWORD:
        return _refused("The e-mail or the password is wrong.", HTTPStatus.UNAUTHORIZED)
    return JsonResponse({"token": token_of(email, seconds=seconds), "expiresIn": seconds})


def _refused(text: str, status: HTTPStatus) -> JsonResponse:
    return JsonResponse({"error": text}, status=status)
