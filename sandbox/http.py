"""JSON over HTTP with the standard library, for the demo's own requests."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Mapping
from typing import Any

_SECONDS = 60


class RefusedError(Exception):
    """The server answered, and said no."""

    def __init__(self, status: int, answer: Any) -> None:
        super().__init__(f"{status}: {answer}")
        self.status = status
        self.answer = answer


def post(url: str, body: Mapping[str, Any], *, authorization: str = "") -> dict[str, Any]:
    """The answer to a POST. Raises RefusedError for any status but 200."""
    request = urllib.request.Request(url, json.dumps(body).encode())
    request.add_header("Content-Type", "application/json")
    if authorization:
        request.add_header("Authorization", authorization)
    return dict(_json(request))


def graphql(
    url: str, query: str, variables: Mapping[str, Any] | None = None, *, authorization: str = ""
) -> dict[str, Any]:
    """`data` of the answer. Raises RefusedError where there are errors beside it."""
    body = {"query": query, "variables": dict(variables or {})}
    answer = post(url, body, authorization=authorization)
    if answer.get("errors"):
        raise RefusedError(200, answer["errors"])
    return dict(answer["data"])


def answers(url: str) -> bool:
    """Whether somebody serves there by now."""
    try:
        with urllib.request.urlopen(url, timeout=5):
            return True
    except OSError:
        return False


def _json(request: urllib.request.Request) -> Any:
    try:
        with urllib.request.urlopen(request, timeout=_SECONDS) as response:
            return json.load(response)
    except urllib.error.HTTPError as refused:
        text = refused.read().decode(errors="replace")
        raise RefusedError(refused.code, text[:2_000]) from refused
