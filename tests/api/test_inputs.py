"""Whatever a client writes into any argument gets a clear answer and is no fault of ours.

The arguments are found by walking the schema, so that a new one is tried as well.
"""

import logging
from collections.abc import Iterator
from typing import Any

import pytest

from graphql import GraphQLNonNull, get_named_type
from saleor_loyalty.api.schema import schema
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.ledger.models import Account, Entry
from tests.api.client import answer_to
from tests.api.conftest import World

BAD_TEXTS = {
    "empty": "",
    "blank": " \t\n",
    "NUL": "a\x00b",
    "half a surrogate pair": "\ud83d",
    "emoji": "👩‍👩‍👧‍👦🎁",
    "long": "x" * 10_000,
    "a foreign id": "VXNlcjox",
    "a number of a table": "1",
    "quotes": "'; DROP TABLE saleor_loyalty_entry; --",
    "format": "%s %(order)s {0}",
    "right to left": "\u202egnp.exe",
}
BAD_NUMBERS = {"zero": 0, "negative": -1, "huge": 2**31 - 1, "larger": 2**53 - 1}
GOOD: dict[str, Any] = {
    "Boolean!": True,
    "Int!": 1,
    "Int": 1,
    "String!": "x",
    "ID!": "x",
    "LoyaltyInteger!": 1,
    "LoyaltyDirection!": "IN",
    "LoyaltyMemberInput!": {"languageCode": "en"},
    "LoyaltyReviewInput!": {"rating": 5},
    "LoyaltyJSON!": {},
    "LoyaltyDate!": "2026-04-01",
    "LoyaltyDateTime!": "2026-04-01T00:00:00Z",
    "LoyaltyYearlyOccasion!": "BIRTHDAY",
    "LoyaltyCatalogueKind!": "PRODUCT",
    "LoyaltyStarterKind!": "POINTS",
    "LoyaltyBenefitKind!": "FREE_RETURNS",
    "[LoyaltyProductInput!]!": [{"productId": "x"}],
}


def arguments() -> Iterator[tuple[str, str, str, str]]:
    """(operation, field, argument, type) of every argument of the roots."""
    roots = (("query", schema.get_query_type()), ("mutation", schema.get_mutation_type()))
    for operation, root in roots:
        for name, field in root.fields.items():
            for argument, definition in field.args.items():
                yield operation, name, argument, str(definition.type)


TEXT_ARGUMENTS = [one for one in arguments() if one[3].rstrip("!") in ("String", "ID")]
NUMBER_ARGUMENTS = [one for one in arguments() if one[3].rstrip("!") in ("Int", "LoyaltyInteger")]


@pytest.mark.parametrize("argument", TEXT_ARGUMENTS, ids=lambda one: f"{one[1]}-{one[2]}")
def test_texts(
    world: World, argument: tuple[str, str, str, str], caplog: pytest.LogCaptureFixture
) -> None:
    for name, bad in BAD_TEXTS.items():
        _check(world, argument, name, bad, caplog)


@pytest.mark.parametrize("argument", NUMBER_ARGUMENTS, ids=lambda one: f"{one[1]}-{one[2]}")
def test_numbers(
    world: World, argument: tuple[str, str, str, str], caplog: pytest.LogCaptureFixture
) -> None:
    for name, bad in BAD_NUMBERS.items():
        _check(world, argument, name, bad, caplog)


def test_texts_inside_the_account(world: World, caplog: pytest.LogCaptureFixture) -> None:
    query = """query($t: String!) { loyaltyMe {
        history(first: 1, after: $t) { pageInfo { endCursor } }
        points { worth(currency: $t, channel: $t) { text } }
        page: history(first: 1) { edges { node { text(languageCode: $t) } } } } }"""
    for text in BAD_TEXTS.values():
        with caplog.at_level(logging.ERROR, logger="saleor_loyalty"):
            answer = answer_to(query, world.as_ada, t=text)
        assert {error["extensions"]["code"] for error in answer["errors"]} <= {
            "INVALID",
            "REQUIRED",
            "CURRENCY_NOT_SUPPORTED",
        }
    assert not _logged(caplog)


def test_a_variable_of_null_is_as_one_left_out(world: World) -> None:
    query = "query($s: String) { loyaltyMembers(first: 5, search: $s) { edges { cursor } } }"
    assert answer_to(query, world.as_admin, s=None) == answer_to(query, world.as_admin)
    required = "query($f: Int!) { loyaltyMembers(first: $f) { edges { cursor } } }"
    (error,) = answer_to(required, world.as_admin, f=None)["errors"]
    assert error["extensions"]["code"] == "VALIDATION"


def _check(
    world: World,
    argument: tuple[str, str, str, str],
    what: str,
    value: object,
    caplog: pytest.LogCaptureFixture,
) -> None:
    operation, name, tried, _ = argument
    root = schema.get_query_type() if operation == "query" else schema.get_mutation_type()
    field = root.fields[name]
    given = {
        other: GOOD[str(definition.type)]
        for other, definition in field.args.items()
        if other != tried and isinstance(definition.type, GraphQLNonNull)
    }
    types = {other: str(field.args[other].type) for other in (*given, tried)}
    head = ", ".join(f"${other}: {of}" for other, of in types.items())
    body = ", ".join(f"{other}: ${other}" for other in types)
    query = f"{operation}({head}) {{ {name}({body}) {{ {_selection(field.type)} }} }}"
    before = _state()

    with caplog.at_level(logging.ERROR, logger="saleor_loyalty"):
        answer = answer_to(query, world.as_admin, **given, **{tried: value})

    assert not _logged(caplog)
    assert _state() == before, what
    found = (answer.get("data") or {}).get(name)
    # A search may find nothing; everything else is refused in words.
    refused = answer.get("errors") or (found or {}).get("errors")
    assert refused or operation == "query", what
    assert all(error["message"] for error in refused or [])


def _selection(type_: Any) -> str:
    fields = get_named_type(type_).fields
    if "errors" in fields:
        return "errors { field message code }"
    return "pageInfo { endCursor }" if "pageInfo" in fields else "__typename"


def _state() -> list[Any]:
    return [sorted(table.objects.values_list(), key=str) for table in (Member, Account, Entry)]


def _logged(caplog: pytest.LogCaptureFixture) -> list[logging.LogRecord]:
    """By us: graphql-core logs every refusal."""
    return [record for record in caplog.records if record.name.startswith("saleor_loyalty")]
