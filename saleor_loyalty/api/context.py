"""What lives as long as one request."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils import timezone

from .viewer import Viewer

_NAME = "saleor_loyalty_request"


@dataclass(slots=True)
class Request:
    """One clock for the whole request, so that its answers agree with one another."""

    now: datetime = field(default_factory=timezone.now)
    loaders: dict[type, Any] = field(default_factory=dict)
    accept_language: str = ""
    # Of whoever is calling, once somebody wanted to know.
    language: str | None = None


@dataclass(slots=True)
class Context:
    """The context of our own endpoint. That of a host needs only to have `viewer`."""

    viewer: Viewer
    saleor_loyalty_request: Request | None = None


def viewer_of(info: Any) -> Viewer:
    viewer = info.context.viewer
    assert isinstance(viewer, Viewer), "the context of every endpoint names its viewer"
    return viewer


def request_of(info: Any) -> Request:
    """Made at the first question: hosts bring contexts of their own kind."""
    request = getattr(info.context, _NAME, None)
    if request is None:
        headers = getattr(info.context, "headers", {})
        request = Request(accept_language=headers.get("Accept-Language", ""))
        setattr(info.context, _NAME, request)
    return request
