"""What may not be asked at all, and a question that cannot be answered as it was asked."""

from graphql import GraphQLError

from ..errors import Code


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
