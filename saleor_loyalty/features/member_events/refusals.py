"""A refusal as it is kept beside a line of a file, to be said to whoever looks later."""

from collections.abc import Mapping
from typing import Any

from ...errors import LoyaltyError, Marked, Message, Plural

Kept = Mapping[str, Any]


def kept(error: LoyaltyError) -> dict[str, Any]:
    """As JSON. The message is English; text and values say it in another language."""
    text = error.said.text
    values = error.said.values
    plain = all(isinstance(value, int | str) for value in values.values())
    return {
        "code": error.code.value,
        "message": error.message,
        "field": error.field or "",
        "text": ([text.one, text.other] if isinstance(text, Plural) else [text]) if plain else [],
        "values": dict(values) if plain else {},
    }


def said(refusal: Kept) -> Message:
    """Older ones have the English message alone."""
    text, values = refusal.get("text", []), refusal.get("values", {})
    match text:
        case [one]:
            return Message(Marked(one), values)
        case [one, other]:
            return Message(Plural(one, other), values)
    return Message.untranslated(refusal["message"])
