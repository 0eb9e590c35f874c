"""The schema as text: what `graphql/schema.graphql` holds.

    python -m saleor_loyalty.api.sdl          prints it (with DJANGO_SETTINGS_MODULE set)

graphql-core 2 leaves the descriptions out; here they are the documentation.
"""

import json
import sys
import textwrap
from collections.abc import Iterator
from typing import Any

import django

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLObjectType,
    GraphQLScalarType,
    GraphQLSchema,
    get_named_type,
)

_KEYWORDS = {
    GraphQLScalarType: "scalar",
    GraphQLEnumType: "enum",
    GraphQLInputObjectType: "input",
    GraphQLObjectType: "type",
}
_OURS = "Loyalty"
_WIDTH = 100


def sdl(schema: GraphQLSchema) -> str:
    """Types by name, fields as they were written: the same for the same code, always."""
    roots = [("query", schema.get_query_type()), ("mutation", schema.get_mutation_type())]
    lines = [f"  {name}: {type_.name}" for name, type_ in roots if type_]
    blocks = ["\n".join(["schema {", *lines, "}"])]
    types = schema.get_type_map()
    blocks += [_type(types[name]) for name in sorted(types) if name.startswith(_OURS)]
    return "\n\n".join(blocks) + "\n"


def _type(type_: Any) -> str:
    head = f"{_keyword(type_)} {type_.name}"
    members = list(_members(type_))
    lines = [*_described(type_.description, ""), f"{head} {{" if members else head]
    for text, description in members:
        lines += [*_described(description, "  "), f"  {text}"]
    return "\n".join([*lines, "}"] if members else lines)


def _keyword(type_: Any) -> str:
    return next(word for kind, word in _KEYWORDS.items() if isinstance(type_, kind))


def _members(type_: Any) -> Iterator[tuple[str, str | None]]:
    if isinstance(type_, GraphQLEnumType):
        for value in type_.values:
            yield value.name, value.description
    elif not isinstance(type_, GraphQLScalarType):
        for name, field in type_.fields.items():
            arguments = _arguments(getattr(field, "args", None) or {})
            yield f"{name}{arguments}: {field.type}{_default(field)}", field.description


def _arguments(arguments: dict[str, Any]) -> str:
    """On one line; with a line for each where one of them is described."""
    if not arguments:
        return ""
    written = {name: f"{name}: {one.type}{_default(one)}" for name, one in arguments.items()}
    if not any(one.description for one in arguments.values()):
        return f"({', '.join(written.values())})"
    lines = []
    for name, argument in arguments.items():
        lines += [*_described(argument.description, "    "), f"    {written[name]}"]
    return "\n".join(["(", *lines, "  )"])


def _default(value: Any) -> str:
    default = getattr(value, "default_value", None)
    if default is None:
        return ""
    is_enum = isinstance(get_named_type(value.type), GraphQLEnumType)
    return f" = {default if is_enum else json.dumps(default)}"


def _described(description: str | None, indent: str) -> list[str]:
    text = " ".join((description or "").split())
    if not text:
        return []
    line = f'{indent}"{text}"' if '"' not in text else f'{indent}"""{text}"""'
    if len(line) <= _WIDTH and not text.endswith('"'):
        return [line]
    wrapped = textwrap.wrap(text, _WIDTH - len(indent))
    return [f'{indent}"""', *(f"{indent}{one}" for one in wrapped), f'{indent}"""']


def main() -> int:
    django.setup()
    # Its types read the models, so that Django comes first.
    from .schema import schema

    sys.stdout.write(sdl(schema))
    return 0


if __name__ == "__main__":
    sys.exit(main())
