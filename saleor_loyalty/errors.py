"""Every refusal this package makes, each with a code a program can act on.

The code is the contract (it reaches GraphQL clients unchanged); the message is for people.
"""

from enum import StrEnum


class Code(StrEnum):
    """Why something was refused."""

    NOT_FOUND = "NOT_FOUND"
    INVALID = "INVALID"
    REQUIRED = "REQUIRED"
    FORBIDDEN = "FORBIDDEN"
    NOT_ENOUGH_POINTS = "NOT_ENOUGH_POINTS"
    SOURCE_KEY_CONFLICT = "SOURCE_KEY_CONFLICT"
    CHANGED_MEANWHILE = "CHANGED_MEANWHILE"
    HOLD_NOT_OPEN = "HOLD_NOT_OPEN"
    MEMBER_CLOSED = "MEMBER_CLOSED"
    CURRENCY_NOT_SUPPORTED = "CURRENCY_NOT_SUPPORTED"
    LIMIT_EXCEEDED = "LIMIT_EXCEEDED"
    BELOW_MINIMUM = "BELOW_MINIMUM"
    NOT_A_MULTIPLE = "NOT_A_MULTIPLE"
    PROGRAMME_NOT_ACTIVE = "PROGRAMME_NOT_ACTIVE"
    BUSY = "BUSY"


class LoyaltyError(Exception):
    """A refusal: nothing was changed.

    `field` names the input at fault in the caller's own words (camelCase for GraphQL), if one is.
    """

    def __init__(self, code: Code, message: str, *, field: str | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.field = field
