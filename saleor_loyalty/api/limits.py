"""How much one request may ask, counted on its text before anything is looked up.

The cost is an upper bound of the values in the answer, weighted by what they take: a leaf 1, an
object 5, a question of the root 50, a change 100, each times the page sizes around it. Fragments
count each time they are used.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from graphql.language import ast

from graphql import GraphQLList, GraphQLNonNull, GraphQLSchema, get_named_type

from ..errors import Code
from .pagination import MAX_PAGE
from .refused import RefusedError

MAX_DEPTH = 12
MAX_COST = 20_000
# Validation compares selections with each other, so their number must be small before it runs.
MAX_SELECTIONS = 500
# The introspection query of the usual tools goes 13 deep and 3 lists deep.
MAX_INTROSPECTION_DEPTH = 18
MAX_INTROSPECTION_LISTS = 3
# A list without pages (the lines of an order, the tiers) is taken to have so many items.
_LIST = 10
_LEAF, _OBJECT, _QUESTION, _CHANGE, _INTROSPECTION = 1, 5, 50, 100, 500


@dataclass(frozen=True, slots=True)
class Weight:
    """Counted from a selection down. `lists` are those of introspection."""

    cost: int = 0
    depth: int = 0
    introspection_depth: int = 0
    introspection_lists: int = 0

    def beside(self, other: "Weight") -> "Weight":
        return Weight(
            self.cost + other.cost,
            max(self.depth, other.depth),
            max(self.introspection_depth, other.introspection_depth),
            max(self.introspection_lists, other.introspection_lists),
        )


def check(
    schema: GraphQLSchema,
    document: ast.Document,
    operation_name: str | None,
    variables: Mapping[str, Any],
) -> None:
    """Raises RefusedError for asking too much, and for fragments that go round in a circle."""
    _check_selections(document)
    weigher = _Weigher(schema, document, variables)
    for operation in _operations(document, operation_name):
        weight = weigher.operation(operation)
        _within("depth", weight.depth, MAX_DEPTH)
        _within("introspection depth", weight.introspection_depth, MAX_INTROSPECTION_DEPTH)
        _within("introspection lists", weight.introspection_lists, MAX_INTROSPECTION_LISTS)
        _within("cost", weight.cost, MAX_COST)


def _within(name: str, found: int, limit: int) -> None:
    if found > limit:
        # A cost can have thousands of digits; nobody needs them.
        amount = f"{found:,}" if found < 10**12 else "enormous"
        raise RefusedError(
            Code.LIMIT_EXCEEDED, f"The {name} of this request is {amount}; the limit is {limit:,}."
        )


def _operations(
    document: ast.Document, operation_name: str | None
) -> Iterable[ast.OperationDefinition]:
    for definition in document.definitions:
        if isinstance(definition, ast.OperationDefinition) and (
            operation_name is None
            or (definition.name is not None and definition.name.value == operation_name)
        ):
            yield definition


def _check_selections(document: ast.Document) -> None:
    count = 0
    waiting = [getattr(node, "selection_set", None) for node in document.definitions]
    while waiting:
        selection_set = waiting.pop()
        if selection_set is not None:
            count += len(selection_set.selections)
            waiting.extend(
                getattr(node, "selection_set", None) for node in selection_set.selections
            )
    _within("number of selections", count, MAX_SELECTIONS)


class _Weigher:
    def __init__(
        self, schema: GraphQLSchema, document: ast.Document, variables: Mapping[str, Any]
    ) -> None:
        self._schema = schema
        self._variables = variables
        self._fragments = {
            node.name.value: node
            for node in document.definitions
            if isinstance(node, ast.FragmentDefinition)
        }
        # None while a fragment is being weighed: meeting it again then is a circle.
        self._weights: dict[str, Weight | None] = {}

    def operation(self, node: ast.OperationDefinition) -> Weight:
        is_change = node.operation == "mutation"
        return self._selections(
            node.selection_set,
            self._schema.get_mutation_type() if is_change else self._schema.get_query_type(),
        )

    def _selections(self, selection_set: Any, parent: Any) -> Weight:
        weight = Weight()
        for node in selection_set.selections if selection_set else ():
            weight = weight.beside(self._selection(node, parent))
        return weight

    def _selection(self, node: Any, parent: Any) -> Weight:
        if isinstance(node, ast.FragmentSpread):
            return self._fragment(node.name.value)
        if isinstance(node, ast.InlineFragment):
            return self._selections(node.selection_set, self._condition(node, parent))
        return self._field(node, parent)

    def _condition(self, node: Any, parent: Any) -> Any:
        condition = node.type_condition
        return self._schema.get_type_map().get(condition.name.value) if condition else parent

    def _fragment(self, name: str) -> Weight:
        fragment = self._fragments.get(name)
        if fragment is None:
            # Validation says so in its own words.
            return Weight()
        if name not in self._weights:
            self._weights[name] = None
            self._weights[name] = self._selections(
                fragment.selection_set, self._condition(fragment, None)
            )
        weight = self._weights[name]
        if weight is None:
            raise RefusedError(Code.INVALID, f"The fragment {name} contains itself.")
        return weight

    def _field(self, node: ast.Field, parent: Any) -> Weight:
        name = node.name.value
        if name in ("__schema", "__type"):
            inside = self._selections(node.selection_set, self._schema.get_type(name.title()))
            return replace(inside, cost=inside.cost + _INTROSPECTION, depth=inside.depth + 1)
        # What is not there costs a leaf; validation says so in its own words.
        field = getattr(parent, "fields", {}).get(name)
        type_ = field.type if field else None
        inside = self._selections(node.selection_set, get_named_type(type_) if type_ else None)
        if getattr(parent, "name", "").startswith("__"):
            return Weight(
                introspection_depth=inside.introspection_depth + 1,
                introspection_lists=inside.introspection_lists + _is_list(type_),
            )
        cost = self._price(node, parent) + inside.cost * self._times(node, parent, type_)
        return replace(inside, cost=cost, depth=inside.depth + 1)

    def _price(self, node: ast.Field, parent: Any) -> int:
        if parent is self._schema.get_mutation_type():
            return _CHANGE
        if not node.selection_set:
            return _LEAF
        return _QUESTION if parent is self._schema.get_query_type() else _OBJECT

    def _times(self, node: ast.Field, parent: Any, type_: Any) -> int:
        """How often the field's inside may be in the answer."""
        sizes = [
            self._whole(argument.value)
            for argument in node.arguments or ()
            if argument.name.value in ("first", "last")
        ]
        # The page size of a connection was counted where it was asked for.
        is_edges = getattr(parent, "name", "").endswith("Connection")
        return max(sizes, default=_LIST if _is_list(type_) and not is_edges else 1)

    def _whole(self, value: Any) -> int:
        """What is no page size at all costs a full page; the resolver refuses it."""
        given = value
        if isinstance(value, ast.Variable):
            given = self._variables.get(value.name.value)
        elif isinstance(value, ast.IntValue) and len(value.value) < 5:
            given = int(value.value)
        return min(max(given, 1), MAX_PAGE) if isinstance(given, int) else MAX_PAGE


def _is_list(type_: Any) -> bool:
    while isinstance(type_, GraphQLNonNull):
        type_ = type_.of_type
    return isinstance(type_, GraphQLList)
