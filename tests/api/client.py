"""Asking the API as somebody, as the adapter does it."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from saleor_loyalty.api.execute import execute
from saleor_loyalty.api.viewer import ANONYMOUS, Viewer
from tests.shop import NOON

GRAPHQL = Path(__file__).resolve().parents[2] / "graphql"


def operation(name: str) -> str:
    """The text of an operation file: "storefront/me"."""
    return (GRAPHQL / f"{name}.graphql").read_text()


def answer_to(
    query: str, viewer: Viewer = ANONYMOUS, *, now: datetime = NOON, **variables: Any
) -> dict[str, Any]:
    """The answer, through JSON both ways."""
    body = json.dumps({"query": query, "variables": variables}).encode()
    _, answer = execute(body, viewer, now=now)
    return json.loads(json.dumps(answer))


def data_of(
    query: str, viewer: Viewer = ANONYMOUS, *, now: datetime = NOON, **variables: Any
) -> Any:
    """What stands under the only field that was asked for."""
    answer = answer_to(query, viewer, now=now, **variables)
    assert "errors" not in answer, answer["errors"]
    (found,) = answer["data"].values()
    return found


def error_of(
    query: str, viewer: Viewer = ANONYMOUS, *, now: datetime = NOON, **variables: Any
) -> tuple[str, str]:
    """Code and message of the only error, wherever it stands."""
    answer = answer_to(query, viewer, now=now, **variables)
    (error,) = answer.get("errors") or next(iter(answer["data"].values()))["errors"]
    return error.get("code") or error["extensions"]["code"], error["message"]
