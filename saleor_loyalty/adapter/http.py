"""Our own GraphQL endpoint, under the plugin's path, without any set-up."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound, JsonResponse
from jwt.exceptions import PyJWTError
from saleor.core.db.connection import allow_writer

from ..api.execute import execute
from .viewer import viewer_of_request

_PATHS = ("/graphql", "/graphql/")
_IDE = Path(__file__).with_name("ide.html")


def answer(request: HttpRequest, path: str | None) -> HttpResponse:
    """`path` is what follows the plugin's id. 404 for anything but the endpoint."""
    if path not in _PATHS:
        return HttpResponseNotFound()
    if request.method == "POST":
        return _execute(request)
    if request.method == "GET" and settings.DEBUG:
        return HttpResponse(_IDE.read_bytes(), content_type="text/html; charset=utf-8")
    allowed = ["POST", "OPTIONS"]
    return HttpResponse(
        status=204 if request.method == "OPTIONS" else 405, headers={"Allow": ", ".join(allowed)}
    )


def _execute(request: HttpRequest) -> HttpResponse:
    with allow_writer():
        try:
            viewer = viewer_of_request(request)
        except PyJWTError as error:
            return _refused(401, "The token is not valid.", type(error).__name__)
        try:
            body = request.body
        except RequestDataTooBig:
            return _refused(413, "The request is too large.", "RequestDataTooBig")
        spoken = request.headers.get("Accept-Language", "")
        status, data = execute(body, viewer, accept_language=spoken)
    return JsonResponse(data, status=status)


def _refused(status: int, message: str, reason: str) -> HttpResponse:
    """In the manner of Saleor's errors: its clients look at the name of the exception."""
    extensions: dict[str, Any] = {"code": "UNAUTHENTICATED", "exception": {"code": reason}}
    if status != 401:
        extensions["code"] = "BAD_REQUEST"
    error = {"message": message, "extensions": extensions}
    return JsonResponse({"errors": [error]}, status=status)
