"""Documents that ask for Saleor's fields and ours.

Saleor counts the cost of its own fields and takes what it does not know for free: our limits hold
for ours. And it keeps its answers about the schema, named by the text of the question alone.
"""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from graphql.backend import GraphQLBackend
from graphql.backend.base import GraphQLDocument
from graphql.execution import ExecutionResult
from graphql.language import ast

from graphql import GraphQLError

from ..api import limits
from ..api.schema import schema as our_schema

_FIELD, _TYPE = "loyalty", "Loyalty"
_NAMED = "# Saleor and saleor_loyalty\n"
Fragments = Mapping[str, ast.FragmentDefinition]


class LimitedBackend(GraphQLBackend):
    def __init__(self, inner: Any) -> None:
        self._inner = inner

    def document_from_string(self, schema: Any, document_string: str) -> Any:
        document = self._inner.document_from_string(schema, document_string)
        return GraphQLDocument(
            schema=schema,
            document_string=f"{_NAMED}{document_string}",
            document_ast=document.document_ast,
            execute=partial(_execute, document) if _FIELD in document_string else document.execute,
        )


def _execute(document: Any, *args: Any, **kwargs: Any) -> Any:
    variables = kwargs.get("variables") or kwargs.get("variable_values") or {}
    try:
        limits.check(
            our_schema, ours(document.document_ast), kwargs.get("operation_name"), variables
        )
    except GraphQLError as refusal:
        return ExecutionResult(errors=[refusal], invalid=True)
    return document.execute(*args, **kwargs)


def ours(document: ast.Document) -> ast.Document:
    """The part of a document that asks for fields of ours."""
    fragments = {
        node.name.value: node
        for node in document.definitions
        if isinstance(node, ast.FragmentDefinition)
    }
    operations = [
        ast.OperationDefinition(
            operation=node.operation,
            name=node.name,
            selection_set=ast.SelectionSet(list(_our_fields(node.selection_set, fragments, ()))),
        )
        for node in document.definitions
        if isinstance(node, ast.OperationDefinition)
    ]
    on_ours = [
        node
        for node in fragments.values()
        if node.type_condition and node.type_condition.name.value.startswith(_TYPE)
    ]
    return ast.Document([*operations, *on_ours])


def _our_fields(selections: Any, fragments: Fragments, inside: tuple[str, ...]) -> Iterator[Any]:
    """The fields of the root that are ours, out of whatever fragments they are in."""
    for node in selections.selections if selections else ():
        if isinstance(node, ast.Field):
            if node.name.value.startswith(_FIELD):
                yield node
        elif isinstance(node, ast.InlineFragment):
            yield from _our_fields(node.selection_set, fragments, inside)
        elif node.name.value in fragments and node.name.value not in inside:
            name = node.name.value
            yield from _our_fields(fragments[name].selection_set, fragments, (*inside, name))
