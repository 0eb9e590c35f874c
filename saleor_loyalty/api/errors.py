"""How a refusal reaches the client.

A mutation that was allowed but refused answers with `errors` in its payload, each with field,
message and code. What may not be asked at all, and a query that cannot be answered, is an entry
of the answer's own `errors` with `extensions.code`.
"""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

import graphene

from graphql import GraphQLError

from ..errors import Code, LoyaltyError

P = ParamSpec("P")
T = TypeVar("T")


class RefusedError(GraphQLError):
    """A question that cannot be answered as it was asked."""

    def __init__(self, code: Code, message: str) -> None:
        super().__init__(
            message,
            extensions={"code": code.value, "exception": {"code": type(self).__name__}},
        )


class PermissionDenied(RefusedError):  # noqa: N818
    """The caller may not ask this. Clients of Saleor know the name of this class."""

    def __init__(self, message: str) -> None:
        super().__init__(Code.FORBIDDEN, message)


LoyaltyErrorCode = graphene.Enum(
    "LoyaltyErrorCode",
    [(code.name, code.value) for code in Code],
    description="Why something was refused.",
)


class LoyaltyErrorType(graphene.ObjectType):
    """A refusal: nothing was changed."""

    class Meta:
        name = "LoyaltyError"

    field = graphene.String(
        description="Name of the argument that caused the error. Null where it is none of them."
    )
    message = graphene.String(required=True, description="What is wrong, in English, for people.")
    code = LoyaltyErrorCode(required=True, description="What is wrong, for programs.")


def payload_error(error: LoyaltyError) -> LoyaltyErrorType:
    return LoyaltyErrorType(field=error.field, message=error.message, code=error.code.value)


def refusing(resolve: Callable[P, T]) -> Callable[P, T]:
    """A resolver whose LoyaltyErrors reach the client as what they are."""

    @wraps(resolve)
    def resolver(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return resolve(*args, **kwargs)
        except LoyaltyError as error:
            place = f"{error.field}: " if error.field else ""
            raise RefusedError(error.code, place + error.message) from error

    return resolver
