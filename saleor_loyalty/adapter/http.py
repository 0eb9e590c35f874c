"""Our own GraphQL endpoint, under the plugin's path, without any set-up."""

from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound, JsonResponse
from django.utils import timezone
from jwt.exceptions import PyJWTError
from saleor.core.db.connection import allow_writer

from ..api import review_requests
from ..api.execute import execute
from ..api.refused import not_valid, unread
from ..api.uploads import picture_of
from . import dashboard_pages
from .viewer import viewer_of_request

_PATHS = ("/graphql", "/graphql/")
# Pictures are no GraphQL: our endpoint reads JSON alone, and other people's guards count on that.
_PICTURES = ("/review-pictures", "/review-pictures/")
_REVIEWS = ("/reviews", "/reviews/")
_IDE = Path(__file__).with_name("ide.html")


def answer(request: HttpRequest, path: str | None) -> HttpResponse:
    """`path` is what follows the plugin's id. 404 for what is not there."""
    if path in _PICTURES:
        return _only_post(request, _picture)
    if path in _REVIEWS:
        return _only_post(request, _review)
    if dashboard_pages.are_at(path):
        return dashboard_pages.answer(request, path)
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
            return JsonResponse(not_valid(type(error).__name__), status=401)
        try:
            body = request.body
        except RequestDataTooBig:
            large = unread("The request is too large.", "BAD_REQUEST", "RequestDataTooBig")
            return JsonResponse(large, status=413)
        spoken = request.headers.get("Accept-Language", "")
        status, data = execute(body, viewer, accept_language=spoken)
    return JsonResponse(data, status=status)


def _only_post(request: HttpRequest, act: Callable[[HttpRequest], HttpResponse]) -> HttpResponse:
    if request.method == "POST":
        return act(request)
    status = 204 if request.method == "OPTIONS" else 405
    return HttpResponse(status=status, headers={"Allow": "POST, OPTIONS"})


def _picture(request: HttpRequest) -> HttpResponse:
    with allow_writer():
        try:
            viewer = viewer_of_request(request)
        except PyJWTError as error:
            return JsonResponse(not_valid(type(error).__name__), status=401)
        status, data = picture_of(request, viewer, now=timezone.now())
    return JsonResponse(data, status=status)


def _review(request: HttpRequest) -> HttpResponse:
    with allow_writer():
        try:
            body = request.body
        except RequestDataTooBig:
            status, data = review_requests.too_large()
        else:
            signature = request.headers.get("Loyalty-Signature", "")
            status, data = review_requests.tell(body, signature, now=timezone.now())
    return JsonResponse(data, status=status)
