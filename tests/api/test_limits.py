"""Requests that ask too much are refused before anything is looked up, and with little work."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from graphql import introspection_query
from saleor_loyalty.api import limits
from saleor_loyalty.api.execute import MAX_BODY, execute
from saleor_loyalty.api.viewer import ANONYMOUS
from tests.api.client import answer_to, data_of, error_of
from tests.api.conftest import World

# A refusal takes up to 120,000; graphql-core compares the selections of a field in pairs.
CALLS_TO_REFUSE, CALLS_TO_ANSWER = 300_000, 2_000_000
PAGE = "history(first: 100) { edges { node { id } } }"


@contextmanager
def few_calls(limit: int) -> Iterator[None]:
    """Work is counted in calls: a clock would measure whoever else uses the machine."""
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    sys.setprofile(count)
    try:
        yield
    finally:
        sys.setprofile(None)
    assert calls < limit


def refused(body: object, status: int = 400) -> str:
    """The message of a request that was not executed; with little work, whatever it was."""
    text = body if isinstance(body, bytes) else json.dumps(body).encode()
    with few_calls(CALLS_TO_REFUSE):
        found, answer = execute(text, ANONYMOUS)
    assert found == status, answer
    assert set(answer) == {"errors"}
    return str(answer["errors"][0]["message"])


def ask(query: str, **variables: Any) -> str:
    return refused({"query": query, "variables": variables})


def test_deep() -> None:
    # Only what is not in the schema goes so deep; it is refused before it is looked at.
    query = "{ loyaltyMe { " * 1 + "a { " * 20 + "b" + " }" * 21 + " }"
    assert ask(query) == "The depth of this request is 22; the limit is 12."


@pytest.mark.parametrize("opening", ["{a", "[", "{a(b:[", "{...on A", '{a(b:{c:"'])
def test_deeper_than_a_parser_can_follow(opening: str) -> None:
    assert ask(opening * 5000)


def test_thousands_of_levels_that_do_close() -> None:
    assert ask("{a" * 5000 + "}" * 5000) in (
        "The request is nested too deeply.",
        "The number of selections of this request is 5,000; the limit is 500.",
    )


def test_a_long_chain_of_fragments() -> None:
    chain = "".join(f"fragment f{n} on LoyaltyMember {{ ...f{n + 1} }} " for n in range(490))
    query = f"{{ loyaltyMe {{ ...f0 }} }} {chain} fragment f490 on LoyaltyMember {{ id }}"
    assert ask(query) == "The request is nested too deeply."


def test_wide() -> None:
    many = " ".join(f"a{n}: {PAGE}" for n in range(80))
    assert "cost" in ask(f"{{ loyaltyMe {{ {many} }} }}")


def test_a_thousand_aliases_of_a_field() -> None:
    many = " ".join(f"a{n}: loyaltyMe {{ id }}" for n in range(1000))
    assert "number of selections" in ask(f"{{ {many} }}")


def test_a_thousand_aliases_of_a_change() -> None:
    many = " ".join(f"a{n}: loyaltyMemberJoin {{ __typename }}" for n in range(240))
    assert "cost" in ask(f"mutation {{ {many} }}")


def test_the_same_field_over_and_over() -> None:
    assert "number of selections" in ask(f"{{ loyaltyMe {{ {'id ' * 2000} }} }}")


def test_as_many_selections_as_may_be_are_answered_with_little_work(world: World) -> None:
    query = f"{{ loyaltyMe {{ {'id ' * (limits.MAX_SELECTIONS - 1)} }} }}"
    with few_calls(CALLS_TO_ANSWER):
        assert data_of(query, world.as_ada) == {"id": world.ada_id}


def test_fragments_that_double_each_other() -> None:
    """2 to the 60th fields in sixty lines."""
    doubling = "".join(
        f"fragment f{n} on LoyaltyMember {{ ...f{n + 1} ...f{n + 1} }} " for n in range(60)
    )
    query = f"{{ loyaltyMe {{ ...f0 }} }} {doubling} fragment f60 on LoyaltyMember {{ id }}"
    assert ask(query) == "The cost of this request is enormous; the limit is 20,000."


@pytest.mark.parametrize(
    "query",
    [
        "{ loyaltyMe { ...a } } fragment a on LoyaltyMember { ...a }",
        "{ loyaltyMe { ...a } } fragment a on LoyaltyMember { ...b } "
        "fragment b on LoyaltyMember { tier { name } ...a }",
        "{ __schema { types { ...t } } } fragment t on __Type { fields { type { ...t } } }",
    ],
)
def test_fragments_that_go_round_in_a_circle(query: str) -> None:
    assert "contains itself" in ask(query)


def test_a_page_size_in_a_variable_counts_too() -> None:
    many = " ".join(f"a{n}: {PAGE.replace('100', '$n')}" for n in range(80))
    query = f"query($n: Int!) {{ loyaltyMe {{ {many} }} }}"
    assert "cost" in ask(query, n=100)
    assert "cost" in ask(query, n="100")
    assert answer_to(query, n=1)["data"] == {"loyaltyMe": None}


def test_the_other_operations_of_a_document_cost_nothing(world: World) -> None:
    many = " ".join(f"a{n}: {PAGE}" for n in range(80))
    query = f"query Cheap {{ loyaltyMe {{ id }} }} query Dear {{ loyaltyMe {{ {many} }} }}"
    body = {"query": query, "operationName": "Cheap"}
    status, answer = execute(json.dumps(body).encode(), world.as_ada)
    assert (status, answer["data"]["loyaltyMe"]["id"]) == (200, world.ada_id)
    assert "cost" in refused({**body, "operationName": "Dear"})


def test_nothing_is_looked_up_for_what_is_refused(db: None) -> None:
    with CaptureQueriesContext(connection) as asked:
        test_wide()
        test_a_thousand_aliases_of_a_field()
    assert not asked.captured_queries


def test_introspection_as_the_tools_ask_for_it() -> None:
    found = data_of(introspection_query)
    assert "LoyaltyMember" in {type_["name"] for type_ in found["types"]}


def test_introspection_over_and_over() -> None:
    inner = "name"
    for _ in range(5):
        inner = f"fields {{ type {{ {inner} }} }}"
    assert "introspection" in ask(f"{{ __schema {{ types {{ {inner} }} }} }}")
    many = " ".join(f"a{n}: __schema {{ types {{ name }} }}" for n in range(50))
    assert "cost" in ask(f"{{ {many} }}")


def test_one_request_at_a_time() -> None:
    one = {"query": "{ loyaltyTiers { id } }"}
    assert refused([one, one]) == "Requests are answered one at a time, not as a list."
    assert refused([]) == "Requests are answered one at a time, not as a list."


def test_a_body_that_is_too_large() -> None:
    assert "larger than" in refused(b" " * (MAX_BODY + 1), 413)


def test_what_staff_see_is_within_the_limits_at_full_pages(world: World) -> None:
    query = """{ loyaltyMembers(first: 100) { edges { node { id email tier { name rank }
        points { available pending held } growth { available } progress { percent growthNeeded } }
        } } }"""
    assert len(data_of(query, world.as_admin)["edges"]) == 2
    assert error_of(query.replace("100", "1000"), world.as_admin)[0] == "LIMIT_EXCEEDED"
