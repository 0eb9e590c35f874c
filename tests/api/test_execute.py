"""From body to answer: what is no request, what went wrong, and what nobody needs to know."""

import json
import logging
from typing import Any

import graphene
import pytest
from django.db import connection

from saleor_loyalty.api.errors import refusing
from saleor_loyalty.api.execute import execute
from saleor_loyalty.api.viewer import ANONYMOUS
from saleor_loyalty.errors import Code, LoyaltyError
from tests.api.client import answer_to, error_of
from tests.api.conftest import World

TIERS = "{ loyaltyTiers { slug } }"


def asked(body: object) -> tuple[int, dict[str, Any]]:
    return execute(body if isinstance(body, bytes) else json.dumps(body).encode(), ANONYMOUS)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"null",
        b"1",
        b'"query"',
        b'{"query": NaN}',
        b'{"query": "{ loyaltyTiers { slug } }", "variables": {"a": Infinity}}',
        b"[" * 100_000,
        b'{"query":' + b"[" * 30_000,
        b'{"query":' + b"1" * 5_000 + b"}",
    ],
)
def test_what_is_not_json(body: bytes) -> None:
    status, answer = asked(body)
    assert status in (400, 413)
    assert answer["errors"][0]["extensions"] == {"code": "BAD_REQUEST"}


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"query": ""},
        {"query": None},
        {"query": 1},
        {"query": ["{ loyaltyTiers { slug } }"]},
        {"query": TIERS, "variables": []},
        {"query": TIERS, "variables": "{}"},
        {"query": TIERS, "operationName": 1},
        {"query": TIERS, "operationName": {"a": 1}},
    ],
)
def test_what_is_json_but_no_request(body: dict[str, Any]) -> None:
    status, answer = asked(body)
    assert (status, answer["errors"][0]["extensions"]["code"]) == (400, "BAD_REQUEST")


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("{", "SYNTAX"),
        ("{ loyaltyTiers { slug } } }", "SYNTAX"),
        ("\x00", "SYNTAX"),
        ("{ loyaltyTiers }", "VALIDATION"),
        ("{ nothing }", "VALIDATION"),
        ("query A { loyaltyTiers { slug } } query B { loyaltyTiers { slug } }", "VALIDATION"),
        ("subscription { loyaltyTiers { slug } }", "INVALID"),
        ("fragment a on LoyaltyTier { slug }", "VALIDATION"),
        ("query($a: Int!) { loyaltyMembers(first: $a) { pageInfo { endCursor } } }", "VALIDATION"),
        ("{ loyaltyMembers { pageInfo { endCursor } } }", "VALIDATION"),
        ("type A { b: Int }", "VALIDATION"),
    ],
)
def test_what_is_no_question_of_ours(query: str, code: str) -> None:
    status, answer = asked({"query": query})
    assert status == 400
    assert {error["extensions"]["code"] for error in answer["errors"]} == {code}
    assert "data" not in answer


def test_the_operation_by_its_name(db: None) -> None:
    query = "query A { a: loyaltyTiers { slug } } query B { b: loyaltyTiers { slug } }"
    assert asked({"query": query, "operationName": "B"}) == (200, {"data": {"b": []}})
    assert asked({"query": query, "operationName": "C"})[0] == 400
    assert asked({"query": TIERS, "operationName": None})[0] == 200
    assert asked({"query": TIERS, "variables": None, "extensions": {}})[0] == 200


def test_a_fault_of_ours_is_logged_and_not_told(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE saleor_loyalty_ladderversion RENAME TO somewhere_else")
    with caplog.at_level(logging.ERROR, logger="saleor_loyalty"):
        answer = answer_to(TIERS)
    (error,) = answer["errors"]
    assert error["message"] == "Internal error."
    assert error["extensions"] == {"code": "INTERNAL"}
    assert error["path"] == ["loyaltyTiers"]
    assert "saleor_loyalty_ladderversion" not in json.dumps(answer)
    assert "saleor_loyalty_ladderversion" in caplog.text


def test_a_refusal_of_the_flows_reaches_the_client_as_what_it_is() -> None:
    class Query(graphene.ObjectType):
        thing = graphene.String()

        @staticmethod
        @refusing
        def resolve_thing(_root: None, _info: object) -> str:
            raise LoyaltyError(Code.BUSY, "Please try again.", field="thing")

    status, answer = execute(b'{"query": "{ thing }"}', ANONYMOUS, using=graphene.Schema(Query))
    assert (status, answer["data"]) == (200, {"thing": None})
    (error,) = answer["errors"]
    assert (error["message"], error["extensions"]["code"]) == ("thing: Please try again.", "BUSY")


def test_one_part_refused_leaves_the_others(world: World) -> None:
    answer = answer_to(
        "{ a: loyaltyMe { id } b: loyaltyMembers(first: 1) { pageInfo { endCursor } } }",
        world.as_ada,
    )
    assert answer["data"] == {"a": {"id": world.ada_id}, "b": None}
    assert answer["errors"][0]["path"] == ["b"]
    assert answer["errors"][0]["extensions"] == {
        "code": "FORBIDDEN",
        "exception": {"code": "PermissionDenied"},
    }


def test_the_words_of_a_refusal(world: World) -> None:
    assert error_of("{ loyaltyMembers(first: 1) { pageInfo { endCursor } } }", world.as_ada) == (
        "FORBIDDEN",
        "This needs the permission MANAGE_MEMBERS.",
    )
