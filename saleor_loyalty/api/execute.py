"""From the body of a request to the body of an answer. HTTP itself is the adapter's business."""

import json
import logging
from collections.abc import Mapping
from datetime import datetime
from typing import Any, NoReturn

from graphql.error import GraphQLSyntaxError
from graphql.language import ast
from graphql.language.parser import parse

from graphql import GraphQLError, GraphQLSchema, format_error, validate
from graphql import execute as execute_document

from ..errors import Code
from . import limits
from .context import Context, Request
from .refused import RefusedError
from .schema import schema
from .viewer import Viewer

logger = logging.getLogger(__name__)

MAX_BODY = 64 * 1024

Answer = tuple[int, dict[str, Any]]


class _BadRequestError(Exception):
    """A request that is no question; `status` is that of HTTP."""

    def __init__(self, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.status = status


def execute(
    body: bytes,
    viewer: Viewer,
    *,
    now: datetime | None = None,
    accept_language: str = "",
    using: GraphQLSchema = schema,
) -> Answer:
    """The status and the JSON of the answer to a POST with this body. `now` is the present moment.

    `accept_language` is the header of that name, for who has not told us their language.

    400: not a request, or one that asks what is not there or too much; nothing was executed.
    413: too large. Otherwise 200, with what went wrong in `errors`.
    """
    try:
        query, operation_name, variables = _request(body)
        document = _document(using, query, operation_name, variables)
    except _BadRequestError as error:
        return error.status, {"errors": [_plain(str(error))]}
    except (GraphQLError, _InvalidError) as error:
        errors = error.errors if isinstance(error, _InvalidError) else [error]
        return 400, {"errors": [_formatted(one) for one in errors]}
    request = Request(accept_language=accept_language)
    if now is not None:
        request.now = now
    context = Context(viewer, request)
    return _executed(using, document, operation_name, variables, context)


class _InvalidError(Exception):
    def __init__(self, errors: list[GraphQLError]) -> None:
        super().__init__("The document is not valid.")
        self.errors = errors


def _request(body: bytes) -> tuple[str, str | None, dict[str, Any]]:
    if len(body) > MAX_BODY:
        raise _BadRequestError(f"The request is larger than {MAX_BODY:,} bytes.", 413)
    try:
        data = json.loads(body, parse_constant=_no_such_number)
    except (ValueError, RecursionError):
        raise _BadRequestError("The request is not JSON.") from None
    if isinstance(data, list):
        raise _BadRequestError("Requests are answered one at a time, not as a list.")
    if not isinstance(data, dict):
        raise _BadRequestError("The request is not a JSON object.")
    return _query(data), _operation_name(data), _variables(data)


def _no_such_number(name: str) -> NoReturn:
    raise ValueError(name)


def _query(data: Mapping[str, Any]) -> str:
    query = data.get("query")
    if not isinstance(query, str) or not query.strip():
        raise _BadRequestError("The request has no query.")
    return query


def _operation_name(data: Mapping[str, Any]) -> str | None:
    name = data.get("operationName") or None
    if name is not None and not isinstance(name, str):
        raise _BadRequestError("The operationName is not a text.")
    return name


def _variables(data: Mapping[str, Any]) -> dict[str, Any]:
    variables = data.get("variables")
    if variables is None:
        return {}
    if not isinstance(variables, dict):
        raise _BadRequestError("The variables are not a JSON object.")
    return variables


def _document(
    using: GraphQLSchema, query: str, operation_name: str | None, variables: dict[str, Any]
) -> ast.Document:
    """The document, known to be valid and within limits."""
    try:
        document = parse(query)
        _check_operations(document)
        limits.check(using, document, operation_name, variables)
        errors = validate(using, document)
    except RecursionError:
        raise RefusedError(Code.LIMIT_EXCEEDED, "The request is nested too deeply.") from None
    if errors:
        raise _InvalidError(errors)
    return document


def _check_operations(document: ast.Document) -> None:
    if any(getattr(node, "operation", None) == "subscription" for node in document.definitions):
        raise RefusedError(Code.INVALID, "There is nothing to subscribe to.")


def _executed(
    using: GraphQLSchema,
    document: ast.Document,
    operation_name: str | None,
    variables: dict[str, Any],
    context: Context,
) -> Answer:
    try:
        result: Any = execute_document(
            using,
            document,
            context_value=context,
            operation_name=operation_name,
            variable_values=variables,
        )
    except GraphQLError as error:
        # A variable of the wrong kind, an operation that is not in the document.
        return 400, {"errors": [_formatted(error)]}
    except Exception:
        # Resolvers' errors are in the result: this is graphql-core's own Int, which raises for a
        # variable that is no number or over 32 bits.
        return 400, {"errors": [_plain("A variable has a value of the wrong kind.", "VALIDATION")]}
    answer: dict[str, Any] = {}
    if result.errors:
        answer["errors"] = [_formatted(error) for error in result.errors]
    answer["data"] = result.data
    return 200, answer


def _formatted(error: Exception) -> dict[str, Any]:
    """What the client may know. A fault of ours is logged, not told."""
    cause = getattr(error, "original_error", None) or error
    if not isinstance(cause, GraphQLError):
        logger.error("A GraphQL request failed.", exc_info=cause)
        shown = _plain("Internal error.", "INTERNAL")
        return {**_place(error), **shown}
    found: dict[str, Any] = format_error(error)
    found["message"] = str(cause)
    found["extensions"] = cause.extensions or {"code": _code(cause)}
    return found


def _place(error: Exception) -> dict[str, Any]:
    found: dict[str, Any] = format_error(error) if isinstance(error, GraphQLError) else {}
    return {name: found[name] for name in ("locations", "path") if name in found}


def _code(error: GraphQLError) -> str:
    return "SYNTAX" if isinstance(error, GraphQLSyntaxError) else "VALIDATION"


def _plain(message: str, code: str = "BAD_REQUEST") -> dict[str, Any]:
    return {"message": message, "extensions": {"code": code}}
