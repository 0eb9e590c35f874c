"""Names of Saleor's things.

Products, variants, categories and collections are named as Saleor's API names them, so that rules
can be written with what staff copy from the Dashboard or a query. Orders, checkouts, lines and
users are named as Saleor's database names them: those are keys of ours, not somebody's input.
"""

from base64 import b64decode, b64encode
from binascii import Error
from typing import Any
from uuid import UUID

IDENTIFIER = "saleor.loyalty"
"""Of the plugin, of its app row, and of the payment gateway."""


def global_id(kind: str, pk: Any) -> str:
    return b64encode(f"{kind}:{pk}".encode()).decode() if pk is not None else ""


def uuid_of(kind: str, given: str) -> UUID | None:
    """The database id, from itself or from the API's id of that kind; None for anything else."""
    try:
        return UUID(given)
    except ValueError:
        pass
    try:
        found, _, pk = b64decode(given, validate=True).decode().partition(":")
        return UUID(pk) if found == kind else None
    except (Error, ValueError):
        return None


def pk_of(kind: str, given: str) -> int | None:
    """The database id, from the API's id of that kind or from itself; None for anything else."""
    if given.isdecimal():
        return int(given)
    try:
        found, _, pk = b64decode(given, validate=True).decode().partition(":")
    except (Error, ValueError):
        return None
    return int(pk) if found == kind and pk.isdecimal() else None
