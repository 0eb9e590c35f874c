"""docs/events.md, request by request."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from saleor_loyalty.api.ids import to_global
from saleor_loyalty.api.viewer import Permission, Viewer
from saleor_loyalty.features.member_events import read_lines, rules
from saleor_loyalty.features.member_events.models import EventBatch, MemberEvent
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows.setup import set_up
from tests.api.client import answer_to
from tests.conftest import LADDER, PROGRAMME
from tests.shop import NOON

PAGE = Path(__file__).parents[2] / "docs" / "events.md"
TEXT = PAGE.read_text()
APP = Viewer(app_id="reviews", permissions=frozenset(Permission))

_REQUEST = re.compile(
    r"```graphql\n(.*?)```\n(?:```csv content\n(.*?)```\n)?```json answer\n(.*?)```", re.DOTALL
)


def example_rules() -> list[dict[str, Any]]:
    found = re.search(r"```json rules\n(.*?)```", TEXT, re.DOTALL)
    assert found is not None
    given: list[dict[str, Any]] = json.loads(found[1])
    return given


def ids() -> dict[str, str]:
    """The ids on the page stand for those of the newest event and batch."""
    event = MemberEvent.objects.order_by("pk").first()
    batch = EventBatch.objects.order_by("pk").first()
    return {
        "EVENT": to_global("LoyaltyEvent", event.key) if event else "",
        "BATCH": to_global("LoyaltyEventBatch", batch.public_id) if batch else "",
    }


def ask(query: str, content: str) -> Any:
    for name, found in ids().items():
        query = query.replace(f'"{name}"', f'"{found}"')
    text = json.dumps(answer_to(query, APP, now=NOON, content=content))
    for name, found in ids().items():
        text = text.replace(f'"{found}"', f'"{name}"')
    return json.loads(text)


@pytest.fixture
def told(ada: Member) -> None:
    config = {**PROGRAMME["config"]}
    config["earning"] = {**config["earning"], "rules": example_rules()}
    programme = {**PROGRAMME, "valid_from": "2026-01-02T00:00:00Z", "config": config}
    set_up({"programmes": [programme], "ladder": LADDER}, now=NOON)


def test_every_request_has_the_answer_of_the_page(told: None) -> None:
    examples = _REQUEST.findall(TEXT)
    assert len(examples) == TEXT.count("```graphql") == 9
    for query, content, answer in examples:
        assert ask(query, content) == json.loads(answer), query


def test_the_limits_are_those_of_the_page() -> None:
    text = " ".join(TEXT.split())
    assert f"{read_lines.MAX_LINES:,} lines and {read_lines.MAX_BYTES // 1_000_000} MB" in text
    assert f"up to {rules.MOST_ATTRIBUTES} texts ({rules.LONGEST_TEXT} characters)" in text
    for column in read_lines.COLUMNS:
        assert f"`{column}`" in text
