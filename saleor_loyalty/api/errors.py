"""How a refusal reaches the client.

A mutation that was allowed but refused answers with `errors` in its payload, each with field,
message and code. What may not be asked at all, and a query that cannot be answered, is an entry
of the answer's own `errors` with `extensions.code`.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

import graphene

from ..errors import Code, LoyaltyError
from ..values.voice import voice_of
from .language import language_of
from .refused import PermissionDenied, RefusedError

P = ParamSpec("P")
T = TypeVar("T")


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
    message = graphene.String(
        required=True,
        description="What is wrong, for people, in the caller's language where we have it.",
    )
    code = LoyaltyErrorCode(required=True, description="What is wrong, for programs.")


def payload_error(error: LoyaltyError, info: Any) -> LoyaltyErrorType:
    return LoyaltyErrorType(field=error.field, message=_said(error, info), code=error.code.value)


def refusing(resolve: Callable[P, T]) -> Callable[P, T]:
    """A resolver whose LoyaltyErrors reach the client as what they are."""

    @wraps(resolve)
    def resolver(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return resolve(*args, **kwargs)
        except LoyaltyError as error:
            place = f"{error.field}: " if error.field else ""
            # The second argument of every resolver is its info.
            raise RefusedError(error.code, place + _said(error, args[1])) from error
        except PermissionDenied as denial:
            raise denied(denial, args[1]) from denial

    return resolver


def denied(error: PermissionDenied, info: Any) -> PermissionDenied:
    """The same, in the caller's language."""
    return PermissionDenied(error.said, voice_of(language_of(info)).message(error.said))


def _said(error: LoyaltyError, info: Any) -> str:
    return voice_of(language_of(info)).refusal(error)
