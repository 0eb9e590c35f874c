"""Pages by key, never by offset: what comes in meanwhile moves nothing.

A list answers its `first` items, at most 100, from a cursor on.
"""

import binascii
from base64 import b64decode, b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import graphene

from ..errors import N_, Code, LoyaltyError

MAX_PAGE = 100
# That of the longest e-mail address there can be.
_LONGEST_CURSOR = 500

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Slice(Generic[T]):
    """The items of a page in the order of the list, and whether there are more."""

    items: Sequence[T]
    key_of: Callable[[T], object]
    has_next: bool
    has_previous: bool


def slice_of(
    fetch: Callable[[int], Sequence[T]],
    key_of: Callable[[T], object],
    *,
    first: int,
    after: str | None,
) -> Slice[T]:
    """`fetch` answers up to so many items from where the page begins: one more than it holds."""
    found = fetch(first + 1)
    return Slice(found[:first], key_of, len(found) > first, after is not None)


def check_size(first: int, *, field: str = "first") -> int:
    """Raises LoyaltyError(LIMIT_EXCEEDED) for anything but 1 to 100."""
    if not 1 <= first <= MAX_PAGE:
        raise LoyaltyError(
            Code.LIMIT_EXCEEDED,
            N_("Ask for 1 to %(most)s."),
            field=field,
            most=MAX_PAGE,
        )
    return first


def cursor_of(key: object) -> str:
    return b64encode(f"cursor:{key}".encode()).decode()


def key_in(cursor: str | None, convert: Callable[[str], T]) -> T | None:
    """The key that a cursor of ours stands for. Raises LoyaltyError(INVALID) for any other text."""
    if cursor is None:
        return None
    try:
        kind, _, key = b64decode(cursor[:_LONGEST_CURSOR], validate=True).decode().partition(":")
        if kind == "cursor":
            return convert(key)
    except (binascii.Error, ValueError):
        pass
    raise LoyaltyError(Code.INVALID, N_("This is not a cursor of this list."), field="after")


def arguments() -> dict[str, Any]:
    """What every list takes."""
    return {
        "first": graphene.Int(required=True, description="How many items, at most 100."),
        "after": graphene.String(description="Only items after this cursor."),
    }
