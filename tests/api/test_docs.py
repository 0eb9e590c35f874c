"""The page for storefront developers: every request on it gets the answer on it."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from saleor_loyalty.api import limits
from saleor_loyalty.api.execute import MAX_BODY
from saleor_loyalty.api.pagination import MAX_PAGE
from saleor_loyalty.api.viewer import ANONYMOUS
from saleor_loyalty.errors import Code
from tests.api.client import answer_to
from tests.api.conftest import World

PAGE = Path(__file__).resolve().parents[2] / "docs" / "storefront.md"

_BLOCK = re.compile(r"^```(\w+) ?(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass
class Example:
    who: str
    query: str
    variables: dict[str, Any]
    answer: dict[str, Any]


def examples() -> list[Example]:
    """A request says who asks; the blocks after it are its variables and its answer."""
    found: list[Example] = []
    for language, word, text in _BLOCK.findall(PAGE.read_text()):
        if language == "graphql" and word:
            found.append(Example(word.removeprefix("as="), text, {}, {}))
        elif language == "json":
            setattr(found[-1], word, json.loads(text))
    return found


def test_every_request_has_the_answer_of_the_page(world: World) -> None:
    people = {"ada": world.as_ada, "eve": world.as_eve, "nobody": ANONYMOUS}
    told = examples()
    assert len(told) > 15
    for example in told:
        answer = answer_to(example.query, people[example.who], **example.variables)
        assert answer == example.answer, example.query


def test_every_code_is_explained() -> None:
    explained = re.findall(r"^\| `(\w+)` \|", PAGE.read_text(), re.MULTILINE)
    assert explained == [code.value for code in Code]


def test_the_limits_are_those_of_the_page() -> None:
    text = " ".join(PAGE.read_text().split())
    assert f"`first`, at most {MAX_PAGE}." in text
    assert f"{limits.MAX_DEPTH} fields deep" in text
    assert f"at most {limits.MAX_SELECTIONS} fields" in text
    assert f"cost is at most {limits.MAX_COST:,}" in text
    assert f"over {MAX_BODY // 1024} KiB" in text
