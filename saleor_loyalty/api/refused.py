"""What may not be asked at all, and a question that cannot be answered as it was asked."""

from typing import Any

from graphql import GraphQLError

from ..errors import Code, Message


class RefusedError(GraphQLError):
    """A question that cannot be answered as it was asked."""

    def __init__(self, code: Code, message: str) -> None:
        super().__init__(
            message,
            extensions={"code": code.value, "exception": {"code": type(self).__name__}},
        )


class PermissionDenied(RefusedError):  # noqa: N818
    """The caller may not ask this. Clients of Saleor know the name of this class."""

    def __init__(self, said: Message, message: str = "") -> None:
        """`message` is what was said in another language than English, if it was."""
        super().__init__(Code.FORBIDDEN, message or str(said))
        self.said = said


def unread(message: str, code: str, reason: str) -> dict[str, Any]:
    """The answer to a request that is refused before its question is read, in the manner of
    Saleor's errors: its clients look at the name of the exception."""
    extensions = {"code": code, "exception": {"code": reason}}
    return {"errors": [{"message": message, "extensions": extensions}]}


def not_valid(reason: str) -> dict[str, Any]:
    """Goes with 401: the token is not valid, or not any more. `ExpiredSignatureError` is the reason
    that passes with the next token."""
    return unread("The token is not valid.", "UNAUTHENTICATED", reason)
